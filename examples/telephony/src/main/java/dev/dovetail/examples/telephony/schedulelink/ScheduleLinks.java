package dev.dovetail.examples.telephony.schedulelink;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.TelephonyLinks;
import dev.dovetail.examples.telephony.common.Words;
import dev.dovetail.examples.telephony.group.Group;
import dev.dovetail.examples.telephony.group.Groups;
import dev.dovetail.examples.telephony.incall.Incalls;
import dev.dovetail.examples.telephony.outcall.Outcalls;
import dev.dovetail.examples.telephony.queue.Queues;
import dev.dovetail.examples.telephony.schedule.Schedule;
import dev.dovetail.examples.telephony.schedule.Schedules;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.function.Function;

/** The schedules of calls, users, groups and queues: one at most for each. */
public final class ScheduleLinks {
    private ScheduleLinks() {}

    /** Returns the plugins, one for each resource that may have a schedule. */
    public static List<Plugin> plugins() {
        return List.of(
                plugin(of(Outcalls.OUTCALLS, "id", "name", "links")
                        .leftLists("schedules", "tenant_uuid", "id", "name", "links")),
                plugin(of(Queues.QUEUES, "id", "name", "label", "links")),
                plugin(of(Users.USERS, "uuid", "firstname", "lastname", "links")
                        .leftTold("user_uuid", User::uuid)
                        .scope((link, event) -> BusScope.user(
                                link.left().tenantUuid(), link.left().uuid(), event))),
                plugin(
                        of(Groups.GROUPS, "id", "uuid", "name", "links")
                                .leftTold("group_id", Group::id)
                                .leftTold("group_uuid", Group::uuid),
                        "group_uuid",
                        Group::uuid),
                plugin(of(Incalls.INCALLS, "id", "links")));
    }

    /** Starts the plugin of something that has a schedule, given what schedules show of it. */
    private static <L extends Record> TelephonyLinks<L, Integer, Schedule, Integer> of(
            Resource<L, Integer> resource, String... shown) {
        return TelephonyLinks.of(Association.between(resource, Schedules.SCHEDULES)
                        .oneRight()
                        .onDelete(OnDelete.UNLINK)
                        .build())
                .leftLists("schedules", "id", "name", "links")
                .rightShows(resource.collection(), shown)
                .event();
    }

    /** Refuses a second schedule. */
    private static <L extends Record> Plugin plugin(TelephonyLinks<L, Integer, Schedule, Integer> links) {
        var left = links.plugin().association().left();
        return plugin(links, Words.of(left) + "_id", left::keyOf);
    }

    /** Refuses a second schedule; the error names by {@code detail} what has one. */
    private static <L extends Record> Plugin plugin(
            TelephonyLinks<L, Integer, Schedule, Integer> links, String detail, Function<L, Object> value) {
        var plugin = links.plugin();
        var association = plugin.association();
        return plugin.stopAtFirst()
                .rule((services, link, violations) -> services.dao(association)
                        .flatMap(dao -> dao.rights(association.left().keyOf(link.left())).stream()
                                .findFirst())
                        .ifPresent(present -> violations.add(Errors.stillAssociated(
                                association.left().name(),
                                "Schedule",
                                Details.of(detail, value.apply(link.left()), "schedule_id", present)))));
    }
}
