package dev.dovetail.examples.telephony.siptransport;

import dev.dovetail.examples.telephony.sip.OptionPair;
import dev.dovetail.examples.telephony.sip.SectionName;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** How SIP messages are carried; endpoints of all tenants share them. */
public record SipTransport(
        UUID uuid,
        @SectionName String name,

        @Size(max = 128)
        List<@OptionPair List<@Pattern(regexp = "[-a-zA-Z0-9_/.:,]*") @Size(min = 1, max = 4092) String>> options) {}
