package dev.dovetail.http;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.MergePatch;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
import dev.dovetail.http.style.Feature;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Adds to the descriptions of a resource's operations what the features of an API have for each.
 *
 * @param features what is offered
 * @param shown how objects look
 */
record FeatureDescriptions(Set<Feature> features, Representation<?> shown) {
    private static final Schema TAG = Schema.string()
            .with("pattern", "^(W/)?\".*\"$")
            .described("Names this state of the object, RFC 9110, 8.8.3.");
    private static final Schema TAGS = Schema.string().with("pattern", "^(\\*|(W/)?\".*\")$");
    private static final Schema PREFERENCE = Schema.oneOf(List.of("return=minimal", "return=representation"));
    private static final String APPLIED = "Preference-Applied";
    private static final Schema LINKS =
            Schema.string().described("Leads to the page \"first\", and to the \"next\" if there is one, RFC 8288.");

    private boolean versioned() {
        return features.contains(Feature.CONDITIONS)
                && shown.resource().version().isPresent();
    }

    Description of(Description described, ResourceRoutes.Method method, String verb) {
        return switch (method) {
            case SEARCH -> leadingOn(including(described));
            case GET -> read(including(described), versioned());
            case EDIT -> edit(verb.equals("PATCH") ? patching(described) : described);
            case CREATE -> preferring(tagging(described, 201), 201);
            case DELETE -> conditional(described, versioned());
        };
    }

    private Description leadingOn(Description search) {
        return features.contains(Feature.CURSORS)
                ? telling(search, 200, "Link", LINKS)
                        .parameter(
                                "cursor",
                                Schema.string(),
                                "Goes on where the page before ended, as its link to the next says.")
                        .parameter(
                                "total",
                                Schema.oneOf(List.of("exact", "skipped", "estimated")),
                                "How objects are counted.")
                : search;
    }

    private Description edit(Description described) {
        Description written = write(described, versioned());
        if (!features.contains(Feature.PREFERENCES)) {
            return written;
        }
        Description edit = preferring(written);
        if (!edit.answers().containsKey(204)) {
            return edit;
        }
        Description shows = edit.answers().containsKey(200)
                ? edit
                : edit.answering(200, new Description.Answer("The object as it is then.", json(), Map.of()));
        return telling(telling(tagging(shows, 200), 200, APPLIED, PREFERENCE), 204, APPLIED, PREFERENCE);
    }

    private Description.Content json() {
        return new Description.Content(Response.JSON, shown.schema(), true);
    }

    private Description preferring(Description described, int status) {
        return features.contains(Feature.PREFERENCES)
                ? telling(preferring(described), status, APPLIED, PREFERENCE)
                : described;
    }

    private static Description preferring(Description described) {
        return described.header("Prefer", PREFERENCE, "What to be told of the object, RFC 7240, 4.2.");
    }

    private Description tagging(Description described, int status) {
        return versioned() ? telling(described, status, "ETag", TAG) : described;
    }

    /** Describes that an object which the caller has is not shown again. */
    static Description read(Description described, boolean versioned) {
        return versioned
                ? telling(described, 200, "ETag", TAG)
                        .header("If-None-Match", TAGS, "The states that the caller has, or *.")
                        .answering(304, new Description.Answer("The caller has it.", null, Map.of("ETag", TAG)))
                : described;
    }

    /** Describes that an object is changed in a wanted state alone, and that the new one is told. */
    static Description write(Description described, boolean versioned) {
        return versioned ? conditional(telling(described, 204, "ETag", TAG), true) : described;
    }

    private static Description conditional(Description described, boolean versioned) {
        return versioned
                ? described
                        .header("If-Match", TAGS, "The states to do it in, or * for any.")
                        .failing(ErrorKind.STALE_VERSION)
                : described;
    }

    /** Adds a header to an answer, if there is one of this status. */
    private static Description telling(Description described, int status, String header, Schema schema) {
        Description.Answer answer = described.answers().get(status);
        return answer == null ? described : described.answering(status, answer.with(header, schema));
    }

    private Description including(Description read) {
        if (!features.contains(Feature.SELECTION)) {
            return read;
        }
        Set<String> embeddable = shown.embeddable();
        Description described = read.parameter(
                Inclusion.FIELDS, Schema.string(), "What is shown, with commas between; everything unless given.");
        return embeddable.isEmpty()
                ? described
                : described.parameter(
                        "include",
                        Schema.string(),
                        "What is embedded, with commas between: " + String.join(", ", embeddable)
                                + "; all unless given.");
    }

    /** Describes that a write can be tried out. */
    static Description trying(Description described) {
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
