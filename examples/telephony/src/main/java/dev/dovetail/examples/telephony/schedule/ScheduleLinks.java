package dev.dovetail.examples.telephony.schedule;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violation;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.SameTenant;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Link;
import dev.dovetail.examples.telephony.legacy.LegacyAssociationPlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.AssociationValidationGroup;
import java.util.List;
import java.util.Map;

/**
 * Gives something a schedule, one at most: what the plugins of all kinds of it have in common.
 *
 * @param <L> the model of what has the schedule
 */
public abstract class ScheduleLinks<L extends Record>
        implements LegacyAssociationPlugin<L, Integer, Schedule, Integer>, HttpPlugin {
    private final Association<L, Integer, Schedule, Integer> association;

    protected ScheduleLinks(Association<L, Integer, Schedule, Integer> association) {
        this.association = association;
    }

    /** Returns the association of something that has a schedule. */
    public static <L extends Record> Association<L, Integer, Schedule, Integer> one(
            Resource<L, Integer> resource, String name) {
        return Association.between(resource, Schedules.SCHEDULES)
                .name(name)
                .oneRight()
                .onDeleteLeft(OnDelete.UNLINK)
                .onDeleteRight(OnDelete.UNLINK)
                .build();
    }

    @Override
    public final Association<L, Integer, Schedule, Integer> association() {
        return association;
    }

    /** Returns the name of what has the schedule in errors and events: {@code incall}. */
    private String word() {
        return association.name().substring(0, association.name().length() - "_schedule".length());
    }

    /** Returns what events tell. */
    protected abstract Object data(Link<L, Schedule> link);

    /** Returns who events are for. */
    protected abstract Event scope(L object, Event event);

    /** Returns what schedules show of it. */
    protected abstract String[] shown();

    /** Returns what it shows of its schedule. */
    protected String[] scheduleShown() {
        return new String[] {"id", "name", "links"};
    }

    /** Returns what errors name it by. */
    protected Map<String, Object> told(L object) {
        return Map.of(word() + "_id", association.left().keyOf(object));
    }

    @Override
    public final AssociationValidationGroup<L, Schedule> validation(Services services) {
        return AssociationValidationGroup.<L, Schedule>builder()
                .stopAtFirst()
                .association(SameTenant.rule(association, word(), "schedule"))
                .association((link, violations) -> services.dao(association)
                        .map(links -> links.rights(association.left().keyOf(link.left())))
                        .filter(present -> !present.isEmpty())
                        .ifPresent(present -> violations.add(leftInUse(link.left(), present))))
                .build();
    }

    @Override
    public final Violation leftInUse(L object, List<Integer> schedules) {
        Map.Entry<String, Object> name = told(object).entrySet().iterator().next();
        return Errors.stillAssociated(
                association.left().name(),
                "Schedule",
                Details.of(name.getKey(), name.getValue(), "schedule_id", schedules.get(0)));
    }

    @Override
    public final AssociationNotifier<L, Schedule> notifier(Services services) {
        return BusEvents.<L, Schedule>ofLinks(
                        association.name(), (link, event) -> scope(link.left(), event), this::data)
                .build();
    }

    @Override
    public final void represent(Representations all) {
        all.shape(association.left())
                .part("schedules", all.listOfRights(association, all.only(Schedules.SCHEDULES, scheduleShown())));
        all.shape(Schedules.SCHEDULES)
                .part(association.left().collection(), all.lefts(association, all.only(association.left(), shown())));
    }

    @Override
    public final void route(Routes routes) {
        routes.association(association)
                .methods(Method.ASSOCIATE, Method.DISSOCIATE)
                .add();
    }
}
