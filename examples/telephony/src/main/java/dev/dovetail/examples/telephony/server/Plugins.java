package dev.dovetail.examples.telephony.server;

import dev.dovetail.examples.telephony.agent.Agents;
import dev.dovetail.examples.telephony.agentskill.AgentSkills;
import dev.dovetail.examples.telephony.auth.Authentication;
import dev.dovetail.examples.telephony.callfilter.CallFilterRecipients;
import dev.dovetail.examples.telephony.callfilter.CallFilterSurrogates;
import dev.dovetail.examples.telephony.callfilter.CallFilters;
import dev.dovetail.examples.telephony.callpermission.CallPermissions;
import dev.dovetail.examples.telephony.callpickup.CallPickupMembers;
import dev.dovetail.examples.telephony.callpickup.CallPickups;
import dev.dovetail.examples.telephony.context.Contexts;
import dev.dovetail.examples.telephony.contextcontext.ContextContexts;
import dev.dovetail.examples.telephony.customendpoint.CustomEndpoints;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.infos.Infos;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpointCustoms;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpointSips;
import dev.dovetail.examples.telephony.lineextension.LineExtensions;
import dev.dovetail.examples.telephony.livereload.LiveReloads;
import dev.dovetail.examples.telephony.paging.PagingUsers;
import dev.dovetail.examples.telephony.paging.Pagings;
import dev.dovetail.examples.telephony.queue.Queues;
import dev.dovetail.examples.telephony.queuemember.QueueMemberAgents;
import dev.dovetail.examples.telephony.queuemember.QueueMemberUsers;
import dev.dovetail.examples.telephony.sipendpoint.SipEndpoints;
import dev.dovetail.examples.telephony.sipendpoint.SipTemplates;
import dev.dovetail.examples.telephony.siptransport.SipTransports;
import dev.dovetail.examples.telephony.skill.Skills;
import dev.dovetail.examples.telephony.skillrule.SkillRules;
import dev.dovetail.examples.telephony.status.Status;
import dev.dovetail.examples.telephony.tenant.Tenants;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.examples.telephony.useragent.UserAgents;
import dev.dovetail.examples.telephony.usercallpermission.UserCallPermissions;
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
                new Lines(),
                new ContextContexts(),
                new UserLines(),
                new LineExtensions(),
                new LineEndpointSips(),
                new LineEndpointCustoms(),
                new UserVoicemails(),
                new CallPermissions(),
                new Skills(),
                new Agents(),
                new SkillRules(),
                new Pagings(),
                new Queues(),
                new CallPickups(),
                new CallFilters(),
                CallFilterSurrogates.numbers(),
                new UserCallPermissions(),
                new AgentSkills(),
                new UserAgents(),
                PagingUsers.callers(),
                PagingUsers.members(),
                new QueueMemberUsers(),
                new QueueMemberAgents(),
                CallPickupMembers.interceptorUsers(),
                CallPickupMembers.targetUsers(),
                new CallFilterRecipients(),
                new CallFilterSurrogates());
    }
}
