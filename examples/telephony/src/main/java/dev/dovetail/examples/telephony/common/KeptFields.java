package dev.dovetail.examples.telephony.common;

import dev.dovetail.http.json.BodyStep;
import java.util.List;

/** Passes over fields of edits that only a creation sets. */
public final class KeptFields {
    private KeptFields() {}

    /** Returns the step that takes these out of the bodies of edits. */
    public static BodyStep of(String... names) {
        List<String> kept = List.of(names);
        return (body, creating, violations) -> {
            if (!creating) {
                body.remove(kept);
            }
        };
    }
}
