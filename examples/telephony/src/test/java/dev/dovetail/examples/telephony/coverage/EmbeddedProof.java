package dev.dovetail.examples.telephony.coverage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Needs an embedded part to be seen with just the keys that an entry names, and without anything in it.
 *
 * @param entry of a part whose keys are listed
 */
record EmbeddedProof(Entry entry) implements Proof {
    static Optional<Proof> of(Entry entry) {
        return entry.said().path("keys").isArray() ? Optional.of(new EmbeddedProof(entry)) : Optional.empty();
    }

    @Override
    public boolean in(Evidence seen) {
        List<JsonNode> parts = Answers.objects(entry.file(), seen)
                .map(object -> object.path(entry.name()))
                .filter(part -> !part.isMissingNode())
                .toList();
        boolean list = entry.said().path("list").asBoolean(false);
        boolean absent = entry.said().path("null_if_none").asBoolean(false);
        return parts.stream().anyMatch(this::hasKeys)
                && (!list || parts.stream().anyMatch(part -> part.isArray() && part.isEmpty()))
                && (!absent || parts.stream().anyMatch(JsonNode::isNull));
    }

    private boolean hasKeys(JsonNode part) {
        JsonNode one = part.isArray() ? part.path(0) : part;
        Set<String> keys = new TreeSet<>();
        entry.said().get("keys").forEach(key -> keys.add(key.asString()));
        return keys.equals(new TreeSet<>(one.propertyNames()));
    }
}
