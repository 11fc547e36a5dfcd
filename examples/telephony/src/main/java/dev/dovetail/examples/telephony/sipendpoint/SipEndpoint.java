package dev.dovetail.examples.telephony.sipendpoint;

import dev.dovetail.examples.telephony.sip.OptionPair;
import dev.dovetail.examples.telephony.sip.SectionName;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a SIP phone or a SIP trunk connects to, or a template of such. Options are pairs of key and value.
 *
 * @param templates those whose options it has as well; one that is gone counts no more
 */
public record SipEndpoint(
        UUID uuid,
        UUID tenantUuid,
        @SectionName String name,
        @Nullable @Size(max = 128) String label,
        @Size(max = 512) List<@OptionPair List<@Size(min = 1, max = 4092) String>> aorSectionOptions,
        @Size(max = 512) List<@OptionPair List<@Size(min = 1, max = 4092) String>> authSectionOptions,
        @Size(max = 512) List<@OptionPair List<@Size(min = 1, max = 4092) String>> endpointSectionOptions,
        @Size(max = 512) List<@OptionPair List<@Size(min = 1, max = 4092) String>> identifySectionOptions,
        @Size(max = 512) List<@OptionPair List<@Size(min = 1, max = 4092) String>> registrationSectionOptions,

        @Size(max = 512)
        List<@OptionPair List<@Size(min = 1, max = 4092) String>> registrationOutboundAuthSectionOptions,

        @Size(max = 512) List<@OptionPair List<@Size(min = 1, max = 4092) String>> outboundAuthSectionOptions,
        List<Template> templates,
        @Nullable Transport transport,
        @Nullable @Size(max = 1024) String asteriskId) {

    /** Refers to a template. */
    public record Template(UUID uuid) {}

    /** Refers to a transport. */
    public record Transport(UUID uuid) {}

    List<UUID> templateUuids() {
        return templates.stream().map(Template::uuid).toList();
    }
}
