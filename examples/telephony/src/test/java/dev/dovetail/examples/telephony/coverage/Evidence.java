package dev.dovetail.examples.telephony.coverage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Is what the running test saw of the server: its answers, the errors and events that the test expected in so many
 * words, and what was heard while something was done. Tests run one after the other; their threads may add at any time.
 */
public final class Evidence {
    private static volatile Evidence current = new Evidence();

    final List<Exchange> exchanges = new ArrayList<>();
    final Set<String> refusals = new LinkedHashSet<>();
    final Set<String> expected = new LinkedHashSet<>();
    final List<List<String>> heard = new ArrayList<>();
    final Set<String> claims = new LinkedHashSet<>();
    final Set<String> compared = new LinkedHashSet<>();

    /** Is a request and its answer. */
    record Exchange(String method, String path, String request, int status, String reply) {
        boolean succeeded() {
            return status < 300;
        }

        JsonNode sent() {
            return tree(request);
        }

        JsonNode answered() {
            return tree(reply);
        }

        private static JsonNode tree(String text) {
            try {
                return text.startsWith("{") || text.startsWith("[")
                        ? JsonMapper.shared().readTree(text)
                        : MissingNode.getInstance();
            } catch (JacksonException e) {
                return MissingNode.getInstance(); // sent malformed on purpose
            }
        }
    }

    /** Returns the evidence of the test that runs. */
    public static Evidence current() {
        return current;
    }

    static Evidence fresh() {
        current = new Evidence();
        return current;
    }

    /** Adds a request and its answer. */
    public synchronized void answered(String method, String path, String request, int status, String reply) {
        exchanges.add(new Exchange(method, path, request, status, reply));
    }

    /** Adds texts that a request was refused with, as the test expected. */
    public synchronized void refused(String... texts) {
        refusals.addAll(List.of(texts));
    }

    /** Adds a line that the test expects to be heard, and returns it. */
    public synchronized String expected(String line) {
        expected.add(line);
        return line;
    }

    /** Adds what was heard while one thing was done, and returns it. */
    public synchronized List<String> heard(List<String> lines) {
        heard.add(lines);
        return lines;
    }

    synchronized void compared(String id) {
        compared.add(id);
    }

    synchronized void claim(String id) {
        claims.add(id);
    }

    /** Returns the texts that requests with a method, or with any, were refused with, as the test expected. */
    Set<String> refusals(String method) {
        return refusals(one -> method.isEmpty() || one.method().equals(method));
    }

    /** Returns the texts that some requests were refused with, as the test expected. */
    synchronized Set<String> refusals(Predicate<Exchange> of) {
        return exchanges.stream()
                .filter(one -> !one.succeeded() && of.test(one))
                .flatMap(one -> one.answered().valueStream())
                .map(text -> text.asString(""))
                .filter(refusals::contains)
                .collect(Collectors.toSet());
    }

    /** Returns the requests for a path that succeeded. */
    synchronized List<Exchange> done(String method, String path) {
        return exchanges.stream()
                .filter(one -> one.succeeded() && one.method().equals(method) && SpecFile.matches(path, one.path()))
                .toList();
    }

    /** Returns the requests for any path of a file that succeeded. */
    synchronized List<Exchange> done(SpecFile file) {
        return exchanges.stream()
                .filter(one -> one.succeeded() && file.names(one.path()))
                .toList();
    }
}
