package dev.dovetail.http.openapi;

import dev.dovetail.http.Exchange;
import dev.dovetail.http.exchange.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Serves Swagger UI from its WebJar: the page, and the few files of it that the page needs. */
final class BrowsingPage {
    private static final String VERSION = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String FILES = "META-INF/resources/webjars/swagger-ui/";
    private static final String START = "start.js";
    private static final String POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

    /** Names the files that are served, and no others. */
    static final Map<String, String> TYPES = Map.of(
            "swagger-ui.css",
            "text/css; charset=utf-8",
            "swagger-ui-bundle.js",
            "text/javascript; charset=utf-8",
            "favicon-32x32.png",
            "image/png",
            START,
            "text/javascript; charset=utf-8");

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <link rel="stylesheet" href="%2$s/swagger-ui.css">
            <link rel="icon" type="image/png" href="%2$s/favicon-32x32.png">
            </head>
            <body>
            <div id="ui"></div>
            <script src="%2$s/swagger-ui-bundle.js"></script>
            <script src="%2$s/start.js"></script>
            </body>
            </html>
            """;
    private static final String SCRIPT = """
            window.ui = SwaggerUIBundle({ url: '%s', dom_id: '#ui', deepLinking: true });
            """;

    private final byte[] page;
    private final byte[] script;
    private final String folder;

    /**
     * Makes the page.
     *
     * @param path of the page
     * @param document where the document is, seen from the page
     * @throws IllegalStateException if the WebJar is not there
     */
    BrowsingPage(String title, String path, String document) {
        this.folder = FILES + version() + "/";
        String last = path.substring(path.lastIndexOf('/') + 1);
        this.page = PAGE.formatted(escaped(title), last).getBytes(StandardCharsets.UTF_8);
        this.script = SCRIPT.formatted(document).getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String version() {
        try (InputStream in = BrowsingPage.class.getClassLoader().getResourceAsStream(VERSION)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the page to browse the API needs org.webjars:swagger-ui on the class path; there is no "
                                + VERSION);
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Response page() {
        return Response.of(200, "text/html; charset=utf-8", page).with("Content-Security-Policy", POLICY);
    }

    Response file(Exchange exchange) {
        String name = exchange.pathValue(0);
        String type = Objects.requireNonNull(TYPES.get(name), name); // no other name has a route
        return Response.of(200, type, name.equals(START) ? script : bytes(name));
    }

    private byte[] bytes(String name) {
        try (InputStream in = BrowsingPage.class.getClassLoader().getResourceAsStream(folder + name)) {
            if (in == null) {
                throw new IllegalStateException("no " + folder + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
