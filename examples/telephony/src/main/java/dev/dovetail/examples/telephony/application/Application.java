package dev.dovetail.examples.telephony.application;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program that controls calls.
 *
 * @param destination where calls that reach it begin
 * @param destinationOptions of a destination
 */
public record Application(
        UUID uuid,
        UUID tenantUuid,
        @Nullable @Size(max = 128) String name,
        @Nullable Destination destination,
        @Nullable NodeOptions destinationOptions) {

    /** Where calls begin. */
    public enum Destination {
        NODE
    }
}
