package dev.dovetail.examples.telephony.callpermission;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that may, or may not, be called.
 *
 * @param extensions each once
 */
public record CallPermission(
        int id,
        UUID tenantUuid,
        @Size(min = 1, max = 128) String name,

        @Nullable @Pattern(regexp = "[0-9#*]{1,40}") String password,

        Mode mode,
        List<@Pattern(regexp = EXTENSION) String> extensions,
        boolean enabled,
        @Nullable String description) {
    // up to 40 parts; possessive, since a text that is none would else be tried in all its divisions
    private static final String EXTENSION = "(?:_?\\+?[0-9NXZ*#\\-\\[\\]]++[.!]?+){1,40}+";

    /** Whether calls are allowed or denied. */
    public enum Mode {
        ALLOW,
        DENY
    }
}
