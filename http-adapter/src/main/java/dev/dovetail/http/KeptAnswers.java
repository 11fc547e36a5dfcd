package dev.dovetail.http;

import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes answers as texts that they are read from again, to the byte. */
final class KeptAnswers {
    private final Json json = new Json(false);

    String write(Response answer) {
        byte[] text = json.write(out -> {
            out.writeStartObject();
            out.writeNumberProperty("status", answer.status());
            out.writeArrayPropertyStart("headers");
            answer.headers().forEach(header -> {
                out.writeString(header.getKey());
                out.writeString(header.getValue());
            });
            out.writeEndArray();
            out.writeStringProperty("body", Base64.getEncoder().encodeToString(answer.body()));
            out.writeEndObject();
        });
        return new String(text, StandardCharsets.UTF_8);
    }

    Response read(String text) {
        JsonNode kept = json.parse(text.getBytes(StandardCharsets.UTF_8));
        JsonNode flat = kept.get("headers");
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (int i = 0; i < flat.size(); i += 2) {
            headers.add(Map.entry(flat.get(i).stringValue(), flat.get(i + 1).stringValue()));
        }
        byte[] body = Base64.getDecoder().decode(kept.get("body").stringValue());
        return new Response(kept.get("status").intValue(), List.copyOf(headers), body);
    }
}
