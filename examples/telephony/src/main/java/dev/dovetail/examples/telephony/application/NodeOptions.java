package dev.dovetail.examples.telephony.application;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.style.Loose;
import dev.dovetail.http.json.MayBeAbsent;
import dev.dovetail.http.json.Naming;
import dev.dovetail.http.json.Reading;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How a node receives calls. */
public record NodeOptions(
        Kind type,
        @Nullable String musicOnHold,
        @MayBeAbsent @Nullable Boolean answer) {
    private static final int LONGEST_NAME = 128;

    /** What a node does with calls. */
    public enum Kind {
        HOLDING
    }

    public NodeOptions {
        answer = answer != null && answer;
    }

    /** Reads options; what is wrong is told as if it were a field of the application: so clients know it. */
    static @Nullable Object read(JsonNode node, Type type, Reading to) {
        if (!(node instanceof ObjectNode given)) {
            return to.wrongType("object");
        }
        ObjectNode body = given.deepCopy();
        JsonNode answer = body.get("answer");
        if (answer != null && !answer.isNull() && flag(answer, to) instanceof Boolean flag) {
            body.put("answer", flag);
        }
        Violations violations = new Violations();
        Object options =
                to.types().read(body, NodeOptions.class, to.resource(), Path.whole(), Naming.SNAKE_CASE, violations);
        if (body.path("music_on_hold").asString("").length() > LONGEST_NAME) {
            violations.add(Errors.invalid(
                    to.resource(),
                    Path.of("musicOnHold"),
                    "size",
                    Details.of("max", LONGEST_NAME),
                    "longer than " + LONGEST_NAME));
        }
        violations.toList().forEach(to::report);
        return violations.isEmpty() ? options : null;
    }

    private static @Nullable Object flag(JsonNode answer, Reading to) {
        return to.types()
                .read(answer, Loose.Flag.class, to.resource(), Path.whole(), Naming.SNAKE_CASE, new Violations());
    }
}
