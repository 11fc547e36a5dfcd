package dev.dovetail.http;

import dev.dovetail.http.json.MergePatch;
import dev.dovetail.http.json.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Adds to the descriptions of a resource's operations what {@link Protocol#FULL} has for each.
 *
 * @param embeddable the names that {@code include} takes
 */
record FullProtocol(Set<String> embeddable) {

    Description of(Description described, ResourceRoutes.Method method, String verb) {
        return switch (method) {
            case SEARCH ->
                including(described)
                        .parameter(
                                "cursor",
                                Schema.string(),
                                "Goes on where the page before ended, as its link to the next says.")
                        .parameter(
                                "total",
                                Schema.oneOf(List.of("exact", "skipped", "estimated")),
                                "How objects are counted.");
            case GET -> including(described);
            case EDIT -> verb.equals("PATCH") ? trying(patching(described)) : trying(described);
            case CREATE, DELETE -> trying(described);
        };
    }

    private Description including(Description described) {
        return embeddable.isEmpty()
                ? described
                : described.parameter(
                        "include",
                        Schema.string(),
                        "What is embedded, with commas between: " + String.join(", ", embeddable)
                                + "; all unless given.");
    }

    private static Description trying(Description described) {
        return described.parameter(
                "dry_run", Schema.bool().with("default", false), "Answers as if it were done, and does nothing.");
    }

    private static Description patching(Description edit) {
        Schema schema =
                Objects.requireNonNull(edit.body(), "an edit takes a body").schema();
        return edit.named(edit.id().replaceFirst("^edit", "patch"))
                .taking(new Description.Content(MergePatch.MEDIA_TYPE, schema, true));
    }
}
