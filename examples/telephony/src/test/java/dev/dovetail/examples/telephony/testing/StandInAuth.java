package dev.dovetail.examples.telephony.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Stands for the authentication service: every token is good, all belong to the master tenant, which has one below. */
public final class StandInAuth implements AutoCloseable {
    public static final String MASTER = "11111111-1111-4111-8111-111111111111";
    public static final String SUB = "22222222-2222-4222-8222-222222222222";
    private static final String ME = "33333333-3333-4333-8333-333333333333";

    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<JsonNode> logins = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer service;
    private int port;
    private volatile int status = 200;
    private volatile int accountStatus = 200;
    private volatile int loginStatus = 200;
    private volatile String owner = MASTER;
    private volatile List<String> tenants = List.of(MASTER, SUB);
    private volatile CountDownLatch held = new CountDownLatch(0);

    /** Starts, at the same port as before if it has been closed. */
    public StandInAuth start() {
        try {
            service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = service.getAddress().getPort();
        service.setExecutor(threads);
        service.createContext("/0.1/token", this::token);
        service.createContext("/0.1/tenants", this::tenants);
        service.createContext("/0.1/users", this::users);
        service.start();
        return this;
    }

    /** Returns what {@code --auth} takes. */
    public String url() {
        return "http://confd:p%40ss@127.0.0.1:" + port;
    }

    /** Returns what has been asked. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** Answers everything with a status. */
    public void answering(int code) {
        status = code;
    }

    /** Answers the server's own account with a status. */
    public void answeringAccount(int code) {
        accountStatus = code;
    }

    /** Answers what asks for logins with a status. */
    public void answeringLogins(int code) {
        loginStatus = code;
    }

    /** Knows these tenants, and no others. */
    public void listing(String... uuids) {
        tenants = List.of(uuids);
    }

    /** Returns the logins that were asked for. */
    public List<JsonNode> logins() {
        return List.copyOf(logins);
    }

    /** Says that tokens of callers belong to a tenant. */
    public void tokensOf(String tenant) {
        owner = tenant;
    }

    /** Holds every answer back until it is stopped. */
    public void holding() {
        held = new CountDownLatch(1);
    }

    private void token(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        boolean account = exchange.getRequestMethod().equals("POST");
        calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI()
                + (authorization == null ? "" : " " + authorization));
        answer(
                exchange,
                account ? accountStatus : status,
                "{\"data\":{\"token\":\"t\",\"acl\":[\"#\"],\"metadata\":{\"uuid\":\"" + ME + "\",\"pbx_user_uuid\":\""
                        + ME + "\",\"tenant_uuid\":\"" + (account ? MASTER : owner) + "\"}}}");
    }

    private void tenants(HttpExchange exchange) throws IOException {
        calls.add("GET tenants " + exchange.getRequestHeaders().getFirst("X-Auth-Token") + " "
                + exchange.getRequestHeaders().getFirst("Wazo-Tenant"));
        List<ObjectNode> items =
                tenants.stream().map(uuid -> Json.body("uuid", uuid)).toList();
        answer(
                exchange,
                status,
                Json.body("total", items.size(), "items", items).toString());
    }

    /** Answers a login with what it knows of it besides what it was told. */
    private void users(HttpExchange exchange) throws IOException {
        String tenant = exchange.getRequestHeaders().getFirst("Wazo-Tenant");
        calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("X-Auth-Token") + " " + tenant);
        if (exchange.getRequestMethod().equals("DELETE")) {
            answer(exchange, loginStatus == 200 ? 204 : loginStatus, "");
            return;
        }
        JsonNode login = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
        logins.add(login);
        JsonNode email = Json.body("address", login.get("email_address"), "main", true);
        ObjectNode kept = Json.without(login, "password", "email_address");
        answer(
                exchange,
                loginStatus,
                Json.with(kept, "tenant_uuid", tenant, "emails", List.of(email)).toString());
    }

    private void answer(HttpExchange exchange, int code, String body) throws IOException {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        byte[] bytes = code == 200 ? body.getBytes(StandardCharsets.UTF_8) : new byte[0];
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Goes away; {@link #start()} brings it back. */
    public void stop() {
        held.countDown();
        service.stop(0);
    }

    @Override
    public void close() {
        stop();
        threads.shutdownNow();
    }
}
