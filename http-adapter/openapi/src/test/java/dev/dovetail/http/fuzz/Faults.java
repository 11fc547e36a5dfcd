package dev.dovetail.http.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Breaks requests: their bodies, queries, paths, headers and methods. */
final class Faults {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud83d\ude00",
            "\u202e",
            "'; drop table users; --",
            "%",
            "_",
            "../..",
            "null",
            "true",
            "-1",
            "0",
            "99999999999999999999",
            "1e400",
            "NaN",
            "2147483648",
            "9223372036854775808",
            "\r\nX: y",
            "x".repeat(5_000),
            "${7*7}",
            "\uffff",
            "\ud800");
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "null",
            "[]",
            "\"text\"",
            "1e999999999",
            "{\"a\":1,\"a\":2}",
            "{\"name\":1e400}",
            "{\"id\":" + "9".repeat(2_000) + "}",
            "[".repeat(3_000),
            "{\"a\":".repeat(1_500) + "1" + "}".repeat(1_500),
            "{\"name\":\"\\ud800\"}",
            "\ufeff{}",
            "{} {}",
            "{\"\":1}",
            "{\"__proto__\":{}}");
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Content-Type",
            "If-Match",
            "If-None-Match",
            "Prefer",
            "Idempotency-Key",
            "traceparent",
            "Range",
            "Accept-Encoding",
            "X-HTTP-Method-Override",
            "Last-Event-ID",
            "Wazo-Tenant",
            "Tenant");
    private static final List<String> QUERIES = List.of(
            "limit",
            "offset",
            "order",
            "direction",
            "search",
            "recurse",
            "cursor",
            "include",
            "total",
            "dry_run",
            "id",
            "name",
            "view");
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "QUERY");

    private final Random random;

    Faults(Random random) {
        this.random = random;
    }

    private <E> E oneOf(List<E> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String text() {
        return URLEncoder.encode(oneOf(TEXTS), StandardCharsets.UTF_8);
    }

    /** Breaks a request in one way. */
    void into(Sent sent, JsonNode body) {
        switch (random.nextInt(10)) {
            case 0 -> sent.method = oneOf(METHODS);
            case 1 -> sent.path = path(sent.path);
            case 2 -> sent.query(oneOf(QUERIES), text());
            case 3 -> sent.headers.put(oneOf(HEADERS), printable());
            case 4 -> sent.body = oneOf(BODIES).getBytes(StandardCharsets.UTF_8);
            case 5 -> sent.body = cut(body);
            default -> sent.body = broken(body).toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    private String printable() {
        return oneOf(TEXTS).replaceAll("[^ -~]", "?");
    }

    private String path(String path) {
        String[] words = path.split("/", -1);
        words[random.nextInt(words.length)] = text();
        String broken = String.join("/", words);
        return broken.startsWith("/") ? broken : "/" + broken;
    }

    private byte[] cut(JsonNode body) {
        byte[] whole = body.toString().getBytes(StandardCharsets.UTF_8);
        byte[] part = java.util.Arrays.copyOf(whole, random.nextInt(whole.length + 1));
        if (part.length > 0 && random.nextBoolean()) {
            part[random.nextInt(part.length)] = (byte) random.nextInt(256);
        }
        return part;
    }

    /** Replaces one value somewhere, or adds a field. */
    private JsonNode broken(JsonNode body) {
        JsonNode copy = body.deepCopy();
        List<JsonNode> places = new ArrayList<>();
        collect(copy, places);
        if (places.isEmpty()) {
            return junk();
        }
        JsonNode place = oneOf(places);
        if (place instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(object.propertyNames());
            object.set(names.isEmpty() || random.nextInt(6) == 0 ? oneOf(QUERIES) : oneOf(names), junk());
        } else if (place instanceof ArrayNode array) {
            array.insert(random.nextInt(array.size() + 1), junk());
        }
        return copy;
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainer()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }

    private JsonNode junk() {
        return switch (random.nextInt(8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextLong());
            case 3 -> JSON.numberNode(-random.nextInt(1_000));
            case 4 -> JSON.numberNode(random.nextGaussian());
            case 5 -> JSON.arrayNode().add(JSON.objectNode()).add(1);
            case 6 -> JSON.objectNode().put("id", random.nextInt());
            default -> JSON.stringNode(oneOf(TEXTS));
        };
    }
}
