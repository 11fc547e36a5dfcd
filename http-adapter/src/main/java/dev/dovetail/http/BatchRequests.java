package dev.dovetail.http;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the requests of a batch: {@code [{"method": "PUT", "path": "/users/1", "headers": {...}, "body": {...}}, ...]}.
 * Who calls, and whatever else is not about one request alone, is taken from the batch.
 */
final class BatchRequests {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String RESOURCE = "batch";

    /** What each request says for itself, and nothing of which the batch says for all. */
    private static final Set<String> OWN = Set.of("if-match", "if-none-match", "prefer");

    private static final Set<String> NOT_INHERITED =
            Set.of("accept", "content-type", "content-length", "idempotency-key");

    private final Request batch;
    private final String basePath;
    private final Json json;
    private final Violations violations = new Violations();

    private BatchRequests(Request batch, String basePath, Json json) {
        this.batch = batch;
        this.basePath = basePath;
        this.json = json;
    }

    /**
     * Returns the requests.
     *
     * @throws dev.dovetail.error.DovetailException of kind INVALID_INPUT with everything that is wrong
     */
    static List<Request> read(JsonNode body, Request batch, String basePath, Json json) {
        BatchRequests reader = new BatchRequests(batch, basePath, json);
        List<Request> requests = new ArrayList<>();
        if (!body.isArray()) {
            throw Errors.wrongType(RESOURCE, Path.whole(), "list").toException();
        }
        for (int i = 0; i < body.size(); i++) {
            requests.add(reader.read(body.get(i), Path.whole().index(i)));
        }
        reader.violations.throwIfAny();
        return requests;
    }

    private Request read(JsonNode one, Path at) {
        if (!one.isObject()) {
            violations.add(Errors.wrongType(RESOURCE, at, "object"));
        }
        String method = text(one, "method", at);
        if (!method.isEmpty() && !METHODS.contains(method)) {
            violations.add(Errors.invalid(
                    RESOURCE,
                    at.field("method"),
                    "enum",
                    Details.of("choices", METHODS),
                    "unknown (expected: one of " + String.join(", ", METHODS) + ")"));
        }
        String path = text(one, "path", at);
        if (!path.isEmpty() && !path.startsWith("/")) {
            violations.add(Errors.invalid(
                    RESOURCE,
                    at.field("path"),
                    "pattern",
                    Details.none(),
                    "not a path (expected: one that begins with /)"));
        }
        JsonNode body = one.get("body");
        byte[] bytes = body == null ? new byte[0] : json.write(body);
        int query = path.indexOf('?');
        String place = basePath + (query < 0 ? path : path.substring(0, query));
        String asked = query < 0 ? null : path.substring(query + 1);
        return new Request(method, place, asked, headers(one, at.field("headers")), bytes, batch.baseUrl());
    }

    private String text(JsonNode one, String field, Path at) {
        JsonNode value = one.get(field);
        if (value == null) {
            violations.add(Errors.required(RESOURCE, at.field(field)));
        } else if (!value.isString()) {
            violations.add(Errors.wrongType(RESOURCE, at.field(field), "string"));
        }
        return value != null && value.isString() ? value.stringValue() : "";
    }

    private Headers headers(JsonNode one, Path at) {
        Map<String, String> own = new HashMap<>();
        JsonNode given = one.get("headers");
        if (given != null && !given.isObject()) {
            violations.add(Errors.wrongType(RESOURCE, at, "object"));
        } else if (given != null) {
            given.forEachEntry((name, value) -> {
                String lower = name.toLowerCase(Locale.ROOT);
                if (!OWN.contains(lower)) {
                    violations.add(Errors.invalid(
                            RESOURCE,
                            at.field(name),
                            "header",
                            Details.of("header", name),
                            "not one of a part of a batch (expected: If-Match, If-None-Match or Prefer)"));
                } else if (!value.isString()) {
                    violations.add(Errors.wrongType(RESOURCE, at.field(name), "string"));
                } else {
                    own.put(lower, value.stringValue());
                }
            });
        }
        return new Headers(batch, own);
    }

    private record Headers(Request batch, Map<String, String> own) implements Request.Headers {
        @Override
        public @Nullable String first(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (OWN.contains(lower)) {
                return own.get(lower);
            }
            return NOT_INHERITED.contains(lower) ? null : batch.header(name).orElse(null);
        }

        @Override
        public List<String> all(String name) {
            String value = first(name);
            return value == null ? List.of() : List.of(value);
        }
    }
}
