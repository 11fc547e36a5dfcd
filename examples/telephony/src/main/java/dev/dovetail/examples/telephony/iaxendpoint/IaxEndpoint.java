package dev.dovetail.examples.telephony.iaxendpoint;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** What an IAX trunk connects to. Options are pairs of key and value. */
public record IaxEndpoint(
        int id,
        UUID tenantUuid,
        @Pattern(regexp = "[a-zA-Z0-9_-]{1,40}") String name,
        Type type,
        @Size(max = 255) String host,
        List<@Size(min = 2, max = 2) List<String>> options) {

    /** Who calls whom. */
    public enum Type {
        FRIEND,
        PEER,
        USER
    }
}
