package dev.dovetail.examples.telephony.zonemessages;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A time zone that voicemails can announce. */
public record ZoneMessage(
        int position,
        @Size(max = 128) String name,
        String timezone,
        @Nullable String message) {

    /** Returns this one, an empty message being none. */
    ZoneMessage withoutEmptyMessage() {
        return new ZoneMessage(position, name, timezone, "".equals(message) ? null : message);
    }
}
