package dev.dovetail.examples.telephony.user;

import dev.dovetail.examples.telephony.common.EmailAddress;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.UUID;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/** A user. */
public record User(
        int id,
        UUID uuid,
        UUID tenantUuid,
        LocalDateTime createdAt,
        @Size(max = 128) String firstname,
        @Nullable @Size(max = 128) String lastname,
        @Nullable @EmailAddress @Size(max = 254) String email,
        @Nullable @Size(max = 128) String timezone,
        @Nullable @Pattern(regexp = "[a-z]{2}_[A-Z]{2}") String language,
        @Nullable String description,

        @Pattern(regexp = "\"(.*)\"( <\\+?\\d+>)?") @Size(max = 160)
        String callerId,

        @Nullable @Size(max = 80) String outgoingCallerId,

        @Nullable @Pattern(regexp = "\\+?[0-9*#]+") @Size(max = 80)
        String mobilePhoneNumber,

        boolean mobileFallbackEnabled,

        @Nullable @Pattern(regexp = "[a-zA-Z0-9-._~!$&'()*+,;=%@]{2,254}")
        String username,

        @Nullable @Pattern(regexp = "[a-zA-Z0-9-._~!$&'()*+,;=%]{4,64}")
        String password,

        @Nullable @Size(max = 128) String musicOnHold,
        @Nullable @Size(max = 79) String preprocessSubroutine,
        @Nullable @Size(max = 128) String userfield,
        boolean callTransferEnabled,
        boolean dtmfHangupEnabled,
        boolean callRecordOutgoingExternalEnabled,
        boolean callRecordOutgoingInternalEnabled,
        boolean callRecordIncomingInternalEnabled,
        boolean callRecordIncomingExternalEnabled,
        boolean onlineCallRecordEnabled,
        boolean supervisionEnabled,
        @Range(min = 0, max = 10800) int ringSeconds,
        @Range(min = 1, max = 20) int simultaneousCalls,
        @Nullable @Pattern(regexp = "[0-9#*]{1,16}") String callPermissionPassword,
        @Range(min = 0, max = 10) int subscriptionType,
        @Nullable Integer funcKeyTemplateId,
        boolean enabled,
        boolean dndEnabled,
        boolean incallfilterEnabled,
        boolean busyEnabled,
        @Nullable @Size(max = 128) String busyDestination,
        boolean noanswerEnabled,
        @Nullable @Size(max = 128) String noanswerDestination,
        boolean unconditionalEnabled,
        @Nullable @Size(max = 128) String unconditionalDestination,
        int version) {

    /** Returns first and last name with a blank between; the blank stays when there is no last name. */
    public String fullname() {
        return firstname + " " + (lastname == null ? "" : lastname);
    }

    /** Returns whether calls of all four kinds are recorded. */
    boolean callRecordEnabled() {
        return callRecordOutgoingExternalEnabled
                && callRecordOutgoingInternalEnabled
                && callRecordIncomingInternalEnabled
                && callRecordIncomingExternalEnabled;
    }
}
