package dev.dovetail.examples.telephony.destination;

import static dev.dovetail.examples.telephony.destination.Field.matching;
import static dev.dovetail.examples.telephony.destination.Field.seconds;
import static dev.dovetail.examples.telephony.destination.Field.text;

import java.util.Map;

/** The types of destinations that lead to no object. */
final class PlainTypes {
    static final Map<String, Variant> ALL = Variant.named(
            "custom",
            Variant.of(matching("command", "(?!(try)?system\\()[a-zA-Z]{3,}\\((.*)\\)", 255)),
            "extension",
            Variant.of(matching("exten", "[0-9*#]{1,255}"), Field.CONTEXT),
            "hangup",
            Variant.by("cause", causes()),
            "none",
            Variant.of(),
            "sound",
            Variant.of(
                    text("filename", 255),
                    Field.bool("skip").orElse(false),
                    Field.bool("no_answer").orElse(false)));

    private PlainTypes() {}

    private static Map<String, Variant> causes() {
        Variant timed = Variant.of(seconds("timeout").nullable());
        return Variant.named("busy", timed, "congestion", timed, "normal", Variant.of());
    }
}
