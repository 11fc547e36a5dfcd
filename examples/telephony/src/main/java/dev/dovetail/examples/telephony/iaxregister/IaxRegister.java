package dev.dovetail.examples.telephony.iaxregister;

import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * How a trunk logs in to another installation by IAX.
 *
 * @param remotePort the port; 0 is read as none
 */
public record IaxRegister(
        int id,
        @Nullable @Pattern(regexp = "[^:/ ]*") String authUsername,
        @Nullable @Pattern(regexp = "[^:/ ]*") String authPassword,
        @Pattern(regexp = "[^:/? ]*") String remoteHost,
        @Nullable @Range(min = 0, max = 65535) Integer remotePort,
        @Nullable @Pattern(regexp = "[^? ]*") String callbackExtension,
        @Nullable String callbackContext,
        boolean enabled) {
    public IaxRegister {
        remotePort = remotePort != null && remotePort == 0 ? null : remotePort;
    }
}
