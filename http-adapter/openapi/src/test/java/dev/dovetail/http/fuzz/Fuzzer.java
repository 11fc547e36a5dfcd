package dev.dovetail.http.fuzz;

import static java.util.stream.Collectors.joining;

import dev.dovetail.http.fuzz.Operation.Parameter;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Sends requests that a document tells of to a server, half of them broken, and checks of each that the server was not
 * at fault (5xx), and that one that was answered with an error changed nothing.
 *
 * <p>The same seed makes the same requests as long as the server answers the same. Not thread-safe.
 */
public final class Fuzzer {
    private static final int SAFE_BETWEEN_CHECKS = 50;
    private static final int CREATING = 4;
    private static final int MOST_FINDINGS = 50;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final String url;
    private final Map<String, String> headers;
    private final Supplier<String> state;
    private final Random random;
    private final Keys keys = new Keys();
    private final Values values;
    private final Faults faults;
    private final List<Operation> operations;
    private final List<Operation> creating;
    private final List<Exemption> exemptions = new ArrayList<>();
    private final Map<String, String> findings = new LinkedHashMap<>();
    private final long seed;
    private String before;
    private String last = "";
    private int number;

    /**
     * Prepares requests.
     *
     * @param document in OpenAPI 3.1
     * @param url the server's, without a path
     * @param headers of every request: who sends it
     * @param state tells all that the server holds
     */
    public Fuzzer(JsonNode document, String url, Map<String, String> headers, Supplier<String> state, long seed) {
        Schemas schemas = new Schemas(document);
        this.url = url + schemas.base();
        this.headers = headers;
        this.state = state;
        this.seed = seed;
        this.random = new Random(seed);
        this.values = new Values(schemas, random, keys);
        this.faults = new Faults(random);
        this.operations = schemas.operations();
        this.creating = operations.stream()
                .filter(each -> each.method().equals("POST") && !each.path().contains("{"))
                .toList();
        this.before = state.get();
    }

    /** Lets the server fail where it is foretold; even then nothing may change. */
    public Fuzzer exempt(List<Exemption> foretold) {
        exemptions.addAll(foretold);
        return this;
    }

    /**
     * Sends so many requests.
     *
     * @throws AssertionError if there were answers that must not be: with the first request of each kind, told apart by
     *     operation and status
     */
    public Report send(int requests) throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (number = 1; number <= requests; number++) {
            Sent sent = request(operation());
            HttpResponse<String> answer = answer(sent);
            answers.merge(answer.statusCode(), 1, Integer::sum);
            check(sent, answer);
            last = told(sent, answer) + " " + answer.headers().map();
        }
        Report report = new Report(requests, seed, answers, Duration.ofNanos(System.nanoTime() - start));
        if (!findings.isEmpty()) {
            throw new AssertionError(report + "\n\n" + String.join("\n\n", findings.values()));
        }
        return report;
    }

    private static String difference(String before, String after) {
        return "no longer\n" + onlyIn(before, after) + "\nbut\n" + onlyIn(after, before);
    }

    private static String onlyIn(String one, String other) {
        List<String> there = other.lines().toList();
        return one.lines().filter(line -> !there.contains(line)).collect(joining("\n"));
    }

    private void found(Sent sent, HttpResponse<String> answer, String what) {
        findings.putIfAbsent(sent.operation + " " + answer.statusCode(), what + told(sent, answer));
        if (findings.size() >= MOST_FINDINGS) {
            throw new AssertionError(
                    "seed " + seed + ", too much is wrong:\n" + String.join("\n\n", findings.values()));
        }
    }

    private boolean foretold(Sent sent, HttpResponse<String> answer) {
        String request = sent.line();
        return exemptions.stream()
                .anyMatch(each -> each.status() == answer.statusCode()
                        && each.request().matcher(request).find()
                        && each.answer().matcher(answer.body()).find());
    }

    /** Creates more often than the document would have it, so that the other requests find something. */
    private Operation operation() {
        boolean creates = !creating.isEmpty() && random.nextInt(CREATING) == 0;
        List<Operation> among = creates ? creating : operations;
        return among.get(random.nextInt(among.size()));
    }

    private void check(Sent sent, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= 500 && !foretold(sent, answer)) {
            found(sent, answer, "");
        }
        boolean safe = sent.method.equals("GET") || sent.method.equals("HEAD") || sent.method.equals("OPTIONS");
        if (status >= 400 || safe) {
            if (!safe || number % SAFE_BETWEEN_CHECKS == 0) {
                String after = state.get();
                if (!after.equals(before)) {
                    found(sent, answer, "changed something: " + difference(before, after) + "\nby ");
                    before = after;
                }
            }
            return;
        }
        before = state.get();
        remember(sent, answer);
    }

    private String told(Sent sent, HttpResponse<String> answer) {
        return "request " + number + ": " + sent + "\nanswered " + answer.statusCode() + " " + answer.body();
    }

    private void remember(Sent sent, HttpResponse<String> answer) {
        if (answer.statusCode() != 201) {
            return;
        }
        String collection = lastWord(sent.path);
        answer.headers().firstValue("Location").ifPresent(location -> keys.add(collection, lastWord(location)));
        try {
            JsonNode made = JsonMapper.shared().readTree(answer.body());
            if (made.path("uuid").isString()) {
                keys.add(collection, made.path("uuid").asString());
            }
            if (made.path("name").isString()) {
                keys.named(made.path("name").asString());
            }
        } catch (JacksonException e) {
            throw new AssertionError("not JSON: " + told(sent, answer), e);
        }
    }

    private static String lastWord(String path) {
        String plain = path.replaceAll("[?#].*", "");
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    private Sent request(Operation operation) {
        Operation chosen = operation;
        String collection = lastWord(operation.path());
        if (operation.method().equals("POST") && keys.many(collection)) {
            chosen = operations.stream()
                    .filter(other -> other.method().equals("DELETE")
                            && other.path().startsWith(operation.path() + "/{")
                            && other.path().indexOf('}') == other.path().length() - 1)
                    .findFirst()
                    .orElse(operation);
        }
        Sent sent = new Sent(chosen, path(chosen));
        for (Parameter parameter : chosen.parameters()) {
            if (parameter.in().equals("query") && random.nextInt(6) == 0) {
                String value = values.of(parameter.schema()).asString();
                sent.query(parameter.name(), URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        JsonNode schema = chosen.body();
        JsonNode body = schema == null ? JsonNodeFactory.instance.objectNode() : values.of(schema);
        if (schema != null) {
            sent.body = body.toString().getBytes(StandardCharsets.UTF_8);
            sent.headers.put("Content-Type", String.valueOf(chosen.mediaType()));
        }
        for (int i = random.nextInt(4) - 1; i > 0; i--) { // half of them with a fault or two
            faults.into(sent, body);
        }
        return sent;
    }

    private String path(Operation operation) {
        String[] words = operation.path().split("/");
        boolean deletes = operation.method().equals("DELETE");
        for (int i = 1; i < words.length; i++) {
            if (words[i].startsWith("{")) {
                boolean last = deletes && i == words.length - 1;
                String key = last ? keys.taken(words[i - 1], random) : keys.of(words[i - 1], random);
                words[i] = URLEncoder.encode(key, StandardCharsets.UTF_8);
            }
        }
        return String.join("/", words);
    }

    private HttpResponse<String> answer(Sent sent) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + sent.path + sent.query))
                .timeout(TIMEOUT)
                .method(
                        sent.method,
                        sent.body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(sent.body));
        sent.headers.forEach(request::setHeader);
        headers.forEach(request::setHeader);
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IOException("request " + number + ": " + sent + "\nafter " + last, e);
        }
    }
}
