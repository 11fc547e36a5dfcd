package dev.dovetail.examples.telephony.server;

import dev.dovetail.examples.telephony.accessfeature.AccessFeatures;
import dev.dovetail.examples.telephony.application.Applications;
import dev.dovetail.examples.telephony.auth.Authentication;
import dev.dovetail.examples.telephony.context.Contexts;
import dev.dovetail.examples.telephony.contextcontext.ContextContexts;
import dev.dovetail.examples.telephony.customendpoint.CustomEndpoints;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.externalapp.ExternalApps;
import dev.dovetail.examples.telephony.externalapp.UserExternalApps;
import dev.dovetail.examples.telephony.iaxendpoint.IaxEndpoints;
import dev.dovetail.examples.telephony.iaxregister.IaxRegisters;
import dev.dovetail.examples.telephony.infos.Infos;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.examples.telephony.lineapplication.LineApplications;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpointCustoms;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpointSips;
import dev.dovetail.examples.telephony.lineextension.LineExtensions;
import dev.dovetail.examples.telephony.livereload.LiveReloads;
import dev.dovetail.examples.telephony.outcall.Outcalls;
import dev.dovetail.examples.telephony.outcallextension.OutcallExtensions;
import dev.dovetail.examples.telephony.outcalltrunk.OutcallTrunks;
import dev.dovetail.examples.telephony.phonenumber.PhoneNumbers;
import dev.dovetail.examples.telephony.registrar.Registrars;
import dev.dovetail.examples.telephony.sipendpoint.SipEndpoints;
import dev.dovetail.examples.telephony.sipendpoint.SipTemplates;
import dev.dovetail.examples.telephony.siptransport.SipTransports;
import dev.dovetail.examples.telephony.status.Status;
import dev.dovetail.examples.telephony.tenant.Tenants;
import dev.dovetail.examples.telephony.trunk.Trunks;
import dev.dovetail.examples.telephony.trunkendpoint.TrunkEndpointCustoms;
import dev.dovetail.examples.telephony.trunkendpoint.TrunkEndpointIaxes;
import dev.dovetail.examples.telephony.trunkendpoint.TrunkEndpointSips;
import dev.dovetail.examples.telephony.trunkregister.TrunkRegisters;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.examples.telephony.userline.UserLines;
import dev.dovetail.examples.telephony.uservoicemail.UserVoicemails;
import dev.dovetail.examples.telephony.voicemail.Voicemails;
import dev.dovetail.examples.telephony.zonemessages.ZoneMessages;
import dev.dovetail.plugin.Plugin;
import java.util.List;
import java.util.UUID;

/** Lists the plugins of the server. A new one is added here, resources before the associations between them. */
final class Plugins {
    private Plugins() {}

    static List<Plugin> all(UUID installation, Authentication authentication) {
        return List.of(
                new Infos(installation),
                new Status(authentication),
                new LiveReloads(),
                new Tenants(),
                new Contexts(),
                new Users(),
                new ZoneMessages(),
                new Voicemails(),
                new SipTransports(),
                new SipTemplates(),
                new SipEndpoints(),
                new CustomEndpoints(),
                new Extensions(),
                new Registrars(),
                new Lines(),
                new Trunks(),
                new Outcalls(),
                new ExternalApps(),
                new UserExternalApps(),
                new PhoneNumbers(),
                new AccessFeatures(),
                new IaxRegisters(),
                new IaxEndpoints(),
                new Applications(),
                new ContextContexts(),
                new UserLines(),
                new LineExtensions(),
                new LineEndpointSips(),
                new LineEndpointCustoms(),
                new UserVoicemails(),
                new OutcallExtensions(),
                new OutcallTrunks(),
                new TrunkEndpointSips(),
                new TrunkEndpointCustoms(),
                new TrunkEndpointIaxes(),
                new TrunkRegisters(),
                new LineApplications());
    }
}
