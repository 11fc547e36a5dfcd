package dev.dovetail.examples.telephony.parkinglot;

import dev.dovetail.examples.telephony.common.DigitsOnly;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigInteger;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers under which calls wait for someone to take them up again. */
public record ParkingLot(
        int id,
        UUID tenantUuid,
        @Nullable @Size(max = 128) String name,
        @Size(max = 40) @DigitsOnly String slotsStart,
        @Size(max = 40) @DigitsOnly String slotsEnd,
        @Nullable @Min(0) Integer timeout,
        @Nullable @Size(max = 128) String musicOnHold) {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]*");

    /** Returns whether a number is one of the slots; what is no number, or begins with 0, never is. */
    public boolean hasSlot(String number) {
        return NUMBER.matcher(number).matches()
                && new BigInteger(slotsStart).compareTo(new BigInteger(number)) <= 0
                && new BigInteger(slotsEnd).compareTo(new BigInteger(number)) >= 0;
    }
}
