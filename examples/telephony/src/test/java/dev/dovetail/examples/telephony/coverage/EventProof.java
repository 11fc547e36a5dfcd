package dev.dovetail.examples.telephony.coverage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Needs an event to be heard, as the test expected, with the scope, headers and keys of its data that an entry names.
 */
record EventProof(Entry entry) implements Proof {
    private static final Pattern LINE = Pattern.compile("(\\w+) (\\{.*?}) (.*)", Pattern.DOTALL);

    @Override
    public boolean in(Evidence seen) {
        return Stream.of(entry.said().path("name").asString("").split(" and/or "))
                .map(Template::of)
                .allMatch(name -> seen.heard.stream()
                        .flatMap(List::stream)
                        .filter(seen.expected::contains)
                        .map(LINE::matcher)
                        .filter(Matcher::matches)
                        .anyMatch(line -> name.fits(line.group(1))
                                && fits(line.group(2), JsonMapper.shared().readTree(line.group(3)))));
    }

    private boolean fits(String headers, JsonNode data) {
        boolean told =
                entry.said().path("headers").propertyStream().allMatch(one -> headers.contains(one.getKey() + "="));
        return told
                && fitsScope(headers)
                && data().map(keys -> fits(keys, data)).orElse(true);
    }

    private boolean fitsScope(String headers) {
        boolean all = headers.contains("user_uuid:*=true");
        long users = Pattern.compile("user_uuid:[0-9a-f-]+=true")
                .matcher(headers)
                .results()
                .count();
        boolean tenant = headers.contains("tenant_uuid=");
        return switch (entry.said().path("scope").asString("").split(" ")[0]) {
            case "tenant" -> tenant && all && users == 0;
            case "user" -> tenant && !all && users == 1;
            case "users" -> tenant && !all && users > 0;
            case "service" -> !tenant && !all && users == 0;
            default -> true; // told in words
        };
    }

    /** Returns what the data is, of the event before if it is the same, or nothing if it is told in words. */
    private Optional<JsonNode> data() {
        JsonNode data = entry.said().path("data");
        if (data.asString("").startsWith("same")) {
            JsonNode before = data;
            for (JsonNode event : entry.file().root().path("events")) {
                if (event == entry.said()) {
                    break;
                }
                before = event.path("data").isObject() ? event.path("data") : before;
            }
            data = before;
        }
        return Optional.of(data).filter(JsonNode::isObject);
    }

    private static boolean fits(JsonNode told, JsonNode data) {
        Set<String> names = new TreeSet<>(told.propertyNames());
        return names.equals(new TreeSet<>(data.propertyNames()))
                && names.stream().allMatch(name -> fitsType(told.get(name).asString(""), data.get(name)));
    }

    private static boolean fitsType(String type, JsonNode value) {
        return switch (type) {
            case "int" -> value.isIntegralNumber();
            case "string" -> value.isString();
            case "bool" -> value.isBoolean();
            case "int or null" -> value.isIntegralNumber() || value.isNull();
            case "string or null" -> value.isString() || value.isNull();
            case "list of int", "list of string" -> value.isArray();
            default -> true; // told in words
        };
    }
}
