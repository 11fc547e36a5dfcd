package dev.dovetail.http.fuzz;

import static java.util.stream.Collectors.joining;

import dev.dovetail.http.openapi.OpenApi;
import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.Desks;
import dev.dovetail.http.sample.Sample;
import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.sample.Stores;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Sends requests to the sample. A program, run by {@code bin/fuzz-test}: how many requests to each store, and the seed.
 */
public final class SampleFuzz {
    private static final Map<String, String> ACME = Map.of("Authorization", "Bearer " + SampleServer.TOKEN);

    private SampleFuzz() {}

    public static void main(String[] arguments) throws Exception {
        for (Stores store : Stores.values()) {
            System.out.println(store + ": " + run(store, Integer.parseInt(arguments[0]), Long.parseLong(arguments[1])));
        }
        System.exit(0);
    }

    static Report run(Stores store, int requests, long seed) throws Exception {
        try (SampleServer server = SampleServer.start(
                store,
                registry -> registry.plugins(Sample.plugins()).plugins(Desks.plugins()),
                api -> api.batches().routes(OpenApi.of("Sample", "1").json("/openapi.json")))) {
            var document = server.get("/openapi.json").json();
            return new Fuzzer(document, server.url(), ACME, () -> all(server), seed).send(requests);
        }
    }

    private static String all(SampleServer server) {
        return Stream.of("/phones", "/teams", "/desks", "/lines", "/extensions")
                .map(path -> held(server, path + "?limit=1000"))
                .collect(joining("\n"));
    }

    private static String held(SampleServer server, String path) {
        Answer answer = server.get(path);
        if (answer.status() != 200) {
            throw new AssertionError("what the server holds cannot be seen: " + path + " " + answer);
        }
        return answer.body();
    }
}
