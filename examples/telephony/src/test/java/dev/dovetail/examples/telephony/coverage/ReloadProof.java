package dev.dovetail.examples.telephony.coverage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Needs the commands of an operation to be heard together with its event, as the test expected that, and no others.
 *
 * @param events of the operations
 * @param commands as they are heard, none or one request
 */
record ReloadProof(List<String> events, List<String> commands) implements Proof {
    private static final Map<String, List<String>> OPERATIONS = Map.of(
            "create", List.of("created"),
            "edit", List.of("edited"),
            "PUT", List.of("edited"),
            "delete", List.of("deleted"),
            "link", List.of("associated"),
            "unlink", List.of("dissociated"));

    static Optional<Proof> of(Entry entry) {
        return commands(entry.file().root().path("reload"), entry.said()).flatMap(commands -> {
            List<String> events = OPERATIONS
                    .getOrDefault(entry.name(), List.of("created", "edited", "deleted", "associated", "dissociated"))
                    .stream()
                    .map(kind -> entry.file().event(kind))
                    .filter(name -> !name.isEmpty())
                    .toList();
            return events.isEmpty() ? Optional.empty() : Optional.of(new ReloadProof(events, commands));
        });
    }

    private static Optional<List<String>> commands(JsonNode all, JsonNode said) {
        JsonNode told = said.has("commands") ? said.get("commands") : said;
        if (told.isArray()) {
            return Optional.of(List.of("POST /exec_request_handlers "
                    + told.valueStream().map(JsonNode::asString).sorted().collect(Collectors.joining(", "))));
        } else if (told.asString("").equals("none")) {
            return Optional.of(List.of());
        } else if (told.asString("").equals("same")) {
            return commands(all, all.iterator().next());
        } else if (told.asString("").equals("same as edit")) {
            return commands(all, all.path("edit"));
        }
        return Optional.empty();
    }

    @Override
    public boolean in(Evidence seen) {
        return events.stream()
                .allMatch(event -> seen.heard.stream().anyMatch(lines -> {
                    Stream<String> reloads =
                            lines.stream().filter(line -> line.startsWith("POST /exec_request_handlers"));
                    return lines.stream().anyMatch(line -> line.startsWith(event + " ") && seen.expected.contains(line))
                            && reloads.distinct().toList().equals(commands);
                }));
    }
}
