package dev.dovetail.examples.telephony.extension;

import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.Lenient;
import dev.dovetail.http.json.BodyStep;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes {@code commented}, the deprecated opposite of {@code enabled}, where that is not given. */
final class Commented implements BodyStep {
    private static final String FIELD = "commented";

    @Override
    public void take(ObjectNode body, boolean creating, Violations violations) {
        JsonNode given = body.get(FIELD);
        if (given == null) {
            return;
        }
        Boolean commented = Lenient.bool(given);
        if (given.isNull()) {
            violations.add(Errors.nullValue("Extension", Path.of(FIELD)));
        } else if (commented == null) {
            violations.add(Errors.wrongType("Extension", Path.of(FIELD), "boolean"));
        } else if (!body.has("enabled")) {
            body.put("enabled", !commented);
        }
    }
}
