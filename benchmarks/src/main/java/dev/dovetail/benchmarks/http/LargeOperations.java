package dev.dovetail.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is measured on many rows, the item read first. Pages are reached by cursor, as a caller who follows links does.
 */
final class LargeOperations {
    private static final String PAGE = "/voicemails?order=number&limit=50";
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"?next");

    private final int rows;
    private final Server server;

    /** Takes the server that is asked once for the cursors. */
    LargeOperations(int rows, Server server) {
        this.rows = rows;
        this.server = server;
    }

    List<Operation> all() throws IOException, InterruptedException {
        return List.of(
                new VoicemailOperations(rows).get(),
                page("first", PAGE + "&total=skipped"),
                page("middle", pageAfter(rows / 2)),
                page("last", pageAfter(rows - 200)),
                page("estimated", PAGE + "&total=estimated"),
                Operation.reading("search-many", () -> VoicemailOperations.search("&total=skipped")),
                Operation.reading("search-few", this::searchNumber));
    }

    private static Operation page(String name, String path) {
        return Operation.reading(name, () -> Exchange.get(path));
    }

    /** Searches by the number at the end of a name, which few others hold. */
    private Exchange searchNumber() {
        int number = rows / 2 + ThreadLocalRandom.current().nextInt(rows / 2);
        return Exchange.get("/voicemails?search=" + number + "&limit=20&total=skipped");
    }

    /** Returns the link from the page that ends with a row to the next. */
    private String pageAfter(int row) throws IOException, InterruptedException {
        URI page = URI.create("http://127.0.0.1:" + server.port() + PAGE + "&total=skipped&offset=" + (row - 50));
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
        Matcher next = NEXT.matcher(String.join(", ", answer.headers().allValues("Link")));
        if (!next.find()) {
            throw new IOException(page + ": no link to the next page: " + answer.statusCode() + " " + answer.headers());
        }
        URI link = page.resolve(next.group(1));
        return link.getRawPath() + "?" + link.getRawQuery();
    }
}
