package dev.dovetail.examples.telephony.common;

import dev.dovetail.error.Violations;
import dev.dovetail.http.json.BodyStep;
import tools.jackson.databind.node.ObjectNode;

/** Takes {@code name}, as older clients give it, for a label that is not given. */
public final class LabelFromName implements BodyStep {
    @Override
    public void take(ObjectNode body, boolean creating, Violations violations) {
        if (!body.has("label") && body.has("name")) {
            body.set("label", body.get("name"));
        }
    }
}
