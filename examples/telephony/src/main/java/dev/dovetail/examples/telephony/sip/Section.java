package dev.dovetail.examples.telephony.sip;

import dev.dovetail.resource.Resource;
import java.util.UUID;

/**
 * Says who has a name.
 *
 * @param kind the name of the owner's resource
 */
record Section(String name, String kind, UUID owner) {
    static final Resource<Section, String> SECTIONS =
            Resource.of(Section.class, Section::name).collection("sip_sections").build();
}
