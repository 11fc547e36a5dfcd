package dev.dovetail.examples.telephony.voicemail;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mailbox. */
public record Voicemail(
        int id,
        UUID tenantUuid,
        @Size(max = 80) String name,
        @Pattern(regexp = "[0-9]{1,40}") String number,
        String context,
        @Nullable @Pattern(regexp = "[0-9]{1,80}") String password,
        @Nullable @Size(max = 80) String email,
        @Nullable @Pattern(regexp = "[a-z]{2}_[A-Z]{2}") String language,
        @Nullable String timezone,
        @Nullable @Size(max = 80) String pager,
        @Nullable @Min(0) Integer maxMessages,
        @Nullable Boolean attachAudio,
        boolean deleteMessages,
        boolean askPassword,
        boolean enabled,
        List<@Size(min = 2, max = 2) List<String>> options,
        AccessType accesstype) {

    /** Who may use a mailbox. */
    public enum AccessType {
        PERSONAL,
        GLOBAL
    }
}
