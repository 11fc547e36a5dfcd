package dev.dovetail.examples.telephony.extension;

import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.style.Loose;
import dev.dovetail.http.json.BodyStep;
import dev.dovetail.http.json.JsonTypes;
import dev.dovetail.http.json.Naming;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes {@code commented}, the deprecated opposite of {@code enabled}, where that is not given. */
record Commented(JsonTypes types) implements BodyStep {
    private static final String FIELD = "commented";

    @Override
    public void take(ObjectNode body, boolean creating, Violations violations) {
        JsonNode given = body.get(FIELD);
        if (given == null) {
            return;
        }
        if (given.isNull()) {
            violations.add(Errors.nullValue("Extension", Path.of(FIELD)));
            return;
        }
        Object commented =
                types.read(given, Loose.Flag.class, "Extension", Path.of(FIELD), Naming.SNAKE_CASE, violations);
        if (commented instanceof Boolean flag && !body.has("enabled")) {
            body.put("enabled", !flag);
        }
    }
}
