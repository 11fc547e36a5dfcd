package dev.dovetail.examples.telephony.phonenumber;

import dev.dovetail.examples.telephony.common.Matches;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A number by which the outside knows a tenant.
 *
 * @param main whether it is the first of its tenant's
 */
public record PhoneNumber(
        UUID uuid,
        UUID tenantUuid,

        @Size(min = 1, max = 128) @Matches(regexp = DIGITS, text = NOT_DIGITS)
        String number,

        @Nullable @Size(min = 1, max = 256) String callerIdName,
        boolean main,
        boolean shared) {
    static final String DIGITS = "\\+?[0-9]+";
    static final String NOT_DIGITS = "not a valid digit-only phone number";
}
