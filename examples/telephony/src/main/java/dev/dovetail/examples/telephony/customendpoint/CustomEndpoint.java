package dev.dovetail.examples.telephony.customendpoint;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An endpoint that is reached by an interface of the telephony engine: {@code dahdi/i1/5555}. */
public record CustomEndpoint(
        int id,
        UUID tenantUuid,
        @Pattern(regexp = "[a-zA-Z0-9#*./_@:-]{1,128}") String interface_,
        @Nullable @Size(max = 32) String interfaceSuffix,
        boolean enabled) {}
