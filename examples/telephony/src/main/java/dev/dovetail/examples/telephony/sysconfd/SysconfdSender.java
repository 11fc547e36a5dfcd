package dev.dovetail.examples.telephony.sysconfd;

import dev.dovetail.notification.Command;
import dev.dovetail.notification.CommandSender;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the commands of a unit of work to the system daemon: all reloads in one request, then the others one by one.
 *
 * <p>Any answer but 200, and none within 5 seconds (2 to connect), is a failure. Thread-safe.
 */
public final class SysconfdSender implements CommandSender {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final String url;

    private SysconfdSender(String url) {
        this.url = url;
    }

    /** Returns a sender to the daemon at {@code http://host:port}. */
    public static SysconfdSender to(URI daemon) {
        return new SysconfdSender(daemon.toString().replaceFirst("/+$", ""));
    }

    @Override
    public void send(List<Command> commands) throws IOException, InterruptedException {
        List<String> reloads = commands.stream()
                .filter(command -> command.action().equals(Sysconfd.RELOAD))
                .map(command -> command.parameters().get("command"))
                .distinct()
                .toList();
        if (!reloads.isEmpty()) {
            send("POST", "/exec_request_handlers", body(Map.of("ipbx", reloads)));
        }
        for (Command command : commands) {
            if (!command.action().equals(Sysconfd.RELOAD)) {
                send(command);
            }
        }
    }

    private void send(Command command) throws IOException, InterruptedException {
        Map<String, String> parameters = command.parameters();
        switch (command.action()) {
            case Sysconfd.MOVE_VOICEMAIL, Sysconfd.DELETE_VOICEMAIL ->
                send("GET", "/" + command.action() + query(parameters), BodyPublishers.noBody());
            case Sysconfd.DELETE_VOICEMAILS_CONTEXT, Sysconfd.DELETE_MOH ->
                send("DELETE", "/" + command.action() + query(parameters), BodyPublishers.noBody());
            case Sysconfd.RESTART ->
                send("POST", "/services", body(Map.of(parameters.getOrDefault("service", ""), "restart")));
            default -> throw new IOException("sysconfd: unknown action '" + command.action() + "'");
        }
    }

    private BodyPublisher body(Map<String, ?> content) {
        return BodyPublishers.ofByteArray(json.writeValueAsBytes(content));
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void send(String method, String path, BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
        if (response.statusCode() != 200) {
            throw new IOException("sysconfd: " + method + " " + path.split("\\?", -1)[0] + ": answered "
                    + response.statusCode() + " (expected: 200)");
        }
    }
}
