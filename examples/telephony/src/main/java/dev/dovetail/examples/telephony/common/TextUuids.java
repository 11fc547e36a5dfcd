package dev.dovetail.examples.telephony.common;

import dev.dovetail.http.KeyFormat;
import java.util.Locale;

/** The forms of paths to what is kept under a UUID as text. */
public final class TextUuids {
    /** Takes any text; what is no UUID is not found. */
    public static final KeyFormat<String> ANY =
            new KeyFormat<>(KeyFormat.text().pattern(), text -> text.toLowerCase(Locale.ROOT));

    /** Takes UUIDs only; no other text matches a route. */
    public static final KeyFormat<String> CANONICAL =
            new KeyFormat<>(KeyFormat.uuid().pattern(), text -> text.toLowerCase(Locale.ROOT));

    private TextUuids() {}
}
