package dev.dovetail.examples.telephony.zonemessages;

import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Routes;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;

/** The one list of time zones of the installation; not served yet. */
public final class ZoneMessages implements ResourcePlugin<ZoneMessage, Integer>, HttpPlugin {
    public static final Resource<ZoneMessage, Integer> ZONE_MESSAGES = Resource.of(
                    ZoneMessage.class, ZoneMessage::position)
            .collection("voicemail_zonemessages")
            .build();
    public static final Column<ZoneMessage, String> NAME = ZONE_MESSAGES.column(ZoneMessage::name);

    @Override
    public Resource<ZoneMessage, Integer> resource() {
        return ZONE_MESSAGES;
    }

    @Override
    public void route(Routes routes) {
        // its paths come with the rest of the resource
    }
}
