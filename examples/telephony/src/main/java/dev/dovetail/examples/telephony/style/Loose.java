package dev.dovetail.examples.telephony.style;

import dev.dovetail.http.json.JsonTypes;
import dev.dovetail.http.json.Reading;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads fields that the clients of {@code /1.1} may give in other forms than those of their types. */
public final class Loose {
    /** Stands for booleans that may be words. */
    public static final class Flag {
        private Flag() {}
    }

    /** Stands for floats that may be texts. */
    static final class Decimal {
        private Decimal() {}
    }

    private Loose() {}

    /** Returns types that read such fields strictly, which a style may change. */
    public static JsonTypes types(JsonTypes types) {
        return types.with(Flag.class, (node, type, to) -> to.read(node, Boolean.class))
                .with(Decimal.class, (node, type, to) -> to.read(node, Double.class));
    }

    /** Reads a boolean. */
    public static @Nullable Object bool(JsonNode node, Type type, Reading to) {
        return to.read(node, Flag.class);
    }

    /** Reads a float. */
    public static @Nullable Object number(JsonNode node, Type type, Reading to) {
        return to.read(node, Decimal.class);
    }
}
