package dev.dovetail.examples.telephony.server;

import dev.dovetail.examples.telephony.context.Contexts;
import dev.dovetail.examples.telephony.contextcontext.ContextContexts;
import dev.dovetail.examples.telephony.sipendpoint.SipEndpoints;
import dev.dovetail.examples.telephony.sipendpoint.SipTemplates;
import dev.dovetail.examples.telephony.siptransport.SipTransports;
import dev.dovetail.examples.telephony.tenant.Tenants;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.examples.telephony.uservoicemail.UserVoicemails;
import dev.dovetail.examples.telephony.voicemail.Voicemails;
import dev.dovetail.examples.telephony.zonemessages.ZoneMessages;
import dev.dovetail.plugin.Plugin;
import java.util.List;

/** Lists the plugins of the server. A new one is added here, resources before the associations between them. */
final class Plugins {
    private Plugins() {}

    static List<Plugin> all() {
        return List.of(
                new Tenants(),
                new Contexts(),
                new Users(),
                new ZoneMessages(),
                new Voicemails(),
                new SipTransports(),
                new SipTemplates(),
                new SipEndpoints(),
                new ContextContexts(),
                new UserVoicemails());
    }
}
