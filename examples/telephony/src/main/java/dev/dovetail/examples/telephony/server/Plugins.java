package dev.dovetail.examples.telephony.server;

import dev.dovetail.examples.telephony.accessfeature.AccessFeatures;
import dev.dovetail.examples.telephony.agent.AgentLoginStatus;
import dev.dovetail.examples.telephony.agent.Agents;
import dev.dovetail.examples.telephony.agentskill.AgentSkills;
import dev.dovetail.examples.telephony.application.Applications;
import dev.dovetail.examples.telephony.auth.Authentication;
import dev.dovetail.examples.telephony.bus.Bus;
import dev.dovetail.examples.telephony.callerid.CallerIds;
import dev.dovetail.examples.telephony.callfilter.CallFilters;
import dev.dovetail.examples.telephony.callfiltermember.CallFilterRecipients;
import dev.dovetail.examples.telephony.callfiltermember.CallFilterSurrogates;
import dev.dovetail.examples.telephony.callpermission.CallPermissions;
import dev.dovetail.examples.telephony.callpermissionlink.CallPermissionLinks;
import dev.dovetail.examples.telephony.callpickup.CallPickups;
import dev.dovetail.examples.telephony.callpickupmember.CallPickupMembers;
import dev.dovetail.examples.telephony.conference.Conferences;
import dev.dovetail.examples.telephony.conferenceextension.ConferenceExtensions;
import dev.dovetail.examples.telephony.context.Contexts;
import dev.dovetail.examples.telephony.contextcontext.ContextContexts;
import dev.dovetail.examples.telephony.customendpoint.CustomEndpoints;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.externalapp.ExternalApps;
import dev.dovetail.examples.telephony.fallback.FallbackPlugin;
import dev.dovetail.examples.telephony.featurecode.FeatureCode;
import dev.dovetail.examples.telephony.funckey.FuncKeyTemplate;
import dev.dovetail.examples.telephony.group.Groups;
import dev.dovetail.examples.telephony.groupextension.GroupExtensions;
import dev.dovetail.examples.telephony.groupmember.GroupMemberUsers;
import dev.dovetail.examples.telephony.iaxendpoint.IaxEndpoints;
import dev.dovetail.examples.telephony.iaxregister.IaxRegisters;
import dev.dovetail.examples.telephony.incall.Incalls;
import dev.dovetail.examples.telephony.incallextension.IncallExtensions;
import dev.dovetail.examples.telephony.infos.Infos;
import dev.dovetail.examples.telephony.ivr.Ivrs;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.examples.telephony.lineapplication.LineApplications;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpointCustoms;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpointSccps;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpointSips;
import dev.dovetail.examples.telephony.lineendpoint.LineNames;
import dev.dovetail.examples.telephony.lineextension.LineExtensions;
import dev.dovetail.examples.telephony.livereload.LiveReloads;
import dev.dovetail.examples.telephony.moh.Mohs;
import dev.dovetail.examples.telephony.outcall.Outcalls;
import dev.dovetail.examples.telephony.outcallextension.OutcallExtensions;
import dev.dovetail.examples.telephony.outcalltrunk.OutcallTrunks;
import dev.dovetail.examples.telephony.paging.Pagings;
import dev.dovetail.examples.telephony.pagingmember.PagingUsers;
import dev.dovetail.examples.telephony.parkinglot.ParkingLots;
import dev.dovetail.examples.telephony.parkinglotextension.ParkingLotExtensions;
import dev.dovetail.examples.telephony.phonenumber.PhoneNumbers;
import dev.dovetail.examples.telephony.queue.Queues;
import dev.dovetail.examples.telephony.queueextension.QueueExtensions;
import dev.dovetail.examples.telephony.queuemember.QueueMemberAgents;
import dev.dovetail.examples.telephony.queuemember.QueueMemberUsers;
import dev.dovetail.examples.telephony.registrar.Registrars;
import dev.dovetail.examples.telephony.sccpendpoint.SccpEndpoints;
import dev.dovetail.examples.telephony.schedule.Schedules;
import dev.dovetail.examples.telephony.schedulelink.ScheduleLinks;
import dev.dovetail.examples.telephony.sipendpoint.SipEndpoints;
import dev.dovetail.examples.telephony.sipendpoint.SipTemplates;
import dev.dovetail.examples.telephony.siptransport.SipTransports;
import dev.dovetail.examples.telephony.skill.Skills;
import dev.dovetail.examples.telephony.skillrule.SkillRules;
import dev.dovetail.examples.telephony.status.Status;
import dev.dovetail.examples.telephony.switchboard.Switchboards;
import dev.dovetail.examples.telephony.switchboardmember.SwitchboardMemberUsers;
import dev.dovetail.examples.telephony.tenant.Tenants;
import dev.dovetail.examples.telephony.trunk.Trunks;
import dev.dovetail.examples.telephony.trunkendpoint.TrunkEndpointCustoms;
import dev.dovetail.examples.telephony.trunkendpoint.TrunkEndpointIaxes;
import dev.dovetail.examples.telephony.trunkendpoint.TrunkEndpointSips;
import dev.dovetail.examples.telephony.trunkregister.TrunkRegisters;
import dev.dovetail.examples.telephony.user.UserDestinations;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.examples.telephony.useragent.UserAgents;
import dev.dovetail.examples.telephony.userexternalapp.UserExternalApps;
import dev.dovetail.examples.telephony.usergroup.UserGroups;
import dev.dovetail.examples.telephony.userline.UserLines;
import dev.dovetail.examples.telephony.userview.UserViews;
import dev.dovetail.examples.telephony.uservoicemail.UserVoicemails;
import dev.dovetail.examples.telephony.voicemail.Voicemails;
import dev.dovetail.examples.telephony.wholeline.WholeLines;
import dev.dovetail.examples.telephony.wholeuser.WholeUsers;
import dev.dovetail.examples.telephony.zonemessages.ZoneMessages;
import dev.dovetail.plugin.Plugin;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Lists the plugins of the server. A new one is added here, resources before the associations between them. */
final class Plugins {
    private Plugins() {}

    static List<Plugin> all(UUID installation, Authentication authentication, Bus bus) {
        return with(
                List.of(
                        ScheduleLinks.plugins(),
                        CallPermissionLinks.plugins(),
                        PagingUsers.plugins(),
                        CallPickupMembers.plugins()),
                new Infos(installation),
                new Status(authentication, bus::consuming),
                LiveReloads.plugin(),
                Tenants.plugin(),
                Contexts.plugin(),
                new Users(),
                FuncKeyTemplate.plugin(),
                new FallbackPlugin(),
                ZoneMessages.plugin(),
                SipTransports.plugin(),
                new SipTemplates(),
                new SipEndpoints(),
                new CustomEndpoints(),
                new SccpEndpoints(),
                new Extensions(),
                Voicemails.plugin(),
                Registrars.plugin(),
                new Lines(),
                new Trunks(),
                Outcalls.plugin(),
                ExternalApps.plugin(),
                UserExternalApps.plugin(),
                PhoneNumbers.plugin(),
                AccessFeatures.plugin(),
                new IaxRegisters(),
                new IaxEndpoints(),
                Groups.plugin(),
                Incalls.plugin(),
                Schedules.plugin(),
                Mohs.plugin(),
                ParkingLots.plugin(),
                Conferences.plugin(),
                Ivrs.plugin(),
                Switchboards.plugin(),
                new Applications(),
                ContextContexts.plugin(),
                new UserLines(),
                new LineExtensions(),
                new LineNames(),
                new LineEndpointSips(),
                new LineEndpointCustoms(),
                new LineEndpointSccps(),
                new UserVoicemails(),
                new CallerIds(),
                new WholeLines(),
                new UserViews(),
                new WholeUsers(authentication.logins()),
                OutcallExtensions.patterns(),
                new OutcallExtensions(),
                new QueueExtensions(),
                OutcallTrunks.plugin(),
                new TrunkEndpointSips(),
                new TrunkEndpointCustoms(),
                new TrunkEndpointIaxes(),
                new TrunkRegisters(),
                GroupMemberUsers.plugin(),
                new GroupExtensions(),
                new UserGroups(),
                new IncallExtensions(),
                new ConferenceExtensions(),
                new ParkingLotExtensions(),
                SwitchboardMemberUsers.plugin(),
                CallPermissions.plugin(),
                Skills.plugin(),
                Agents.plugin(),
                AgentLoginStatus.plugin(),
                SkillRules.plugin(),
                Pagings.plugin(),
                Queues.plugin(),
                CallPickups.plugin(),
                FeatureCode.plugin(),
                CallFilters.plugin(),
                AgentSkills.plugin(),
                UserAgents.former(),
                new UserAgents(),
                QueueMemberUsers.plugin(),
                QueueMemberAgents.plugin(),
                CallFilterRecipients.plugin(),
                CallFilterSurrogates.plugin(),
                new LineApplications(),
                UserDestinations.INCALLS,
                Groups.INCALLS,
                Ivrs.INCALLS,
                Conferences.INCALLS,
                Switchboards.INCALLS);
    }

    private static List<Plugin> with(List<List<Plugin>> more, Plugin... plugins) {
        return Stream.concat(Arrays.stream(plugins), more.stream().flatMap(List::stream))
                .toList();
    }
}
