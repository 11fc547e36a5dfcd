package dev.dovetail.examples.telephony.coverage;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Finds objects of a resource in what a test saw. */
final class Answers {
    private Answers() {}

    /** Returns the objects of a resource, from lists as well. */
    static Stream<JsonNode> objects(SpecFile file, Evidence seen) {
        return seen.done(file).stream()
                .map(Evidence.Exchange::answered)
                .flatMap(answer -> answer.has("items") ? answer.get("items").valueStream() : Stream.of(answer))
                .filter(JsonNode::isObject);
    }

    /** Returns whether an object was seen with the id and the link that an entry names. */
    static boolean have(Entry entry, Evidence seen) {
        String field = entry.said().path("field").asString("");
        String rel = entry.said().path("link_rel").asString("none").split(",")[0];
        return objects(entry.file(), seen)
                .filter(object -> object.has(field))
                .anyMatch(object -> rel.equals("none")
                                || entry.said().path("link_rel").isNull()
                        ? !object.has("links")
                        : rel.equals(object.path("links").path(0).path("rel").asString("")));
    }
}
