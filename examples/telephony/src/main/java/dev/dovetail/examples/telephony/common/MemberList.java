package dev.dovetail.examples.telephony.common;

import dev.dovetail.http.AssociationRoutes;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Links;
import dev.dovetail.examples.telephony.legacy.LegacyAssociationPlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.AssociationValidationGroup;
import dev.dovetail.validation.Rules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A list of members that belongs to an object and is replaced as a whole, {@code PUT /pagings/1/callers/users}: what the
 * plugins of all such lists have in common.
 *
 * @param <L> the model of what has the list
 * @param <R> the model of the members
 */
public abstract class MemberList<L extends Record, R extends Record>
        implements LegacyAssociationPlugin<L, Integer, R, Integer>, HttpPlugin {
    private final Association<L, Integer, R, Integer> association;
    private final Words words;
    private final Column<R, ?> named;

    /**
     * The words of a list.
     *
     * @param left for what has it: {@code call_pickup}
     * @param kind in paths: {@code interceptors}
     * @param right for a member: {@code user}
     */
    public record Words(String left, String kind, String right) {}

    /**
     * Makes a list.
     *
     * @param named the column that bodies and events name members by
     */
    protected MemberList(Association<L, Integer, R, Integer> association, Words words, Column<R, ?> named) {
        this.association = association;
        this.words = words;
        this.named = named;
    }

    /** Starts the description of a list, which goes with what has it, and which members that are deleted leave. */
    protected static <L extends Record, R extends Record> Association.Builder<L, Integer, R, Integer> describe(
            Resource<L, Integer> left, Resource<R, Integer> right, String name) {
        return Association.between(left, right)
                .name(name)
                .onDeleteLeft(OnDelete.UNLINK)
                .onDeleteRight(OnDelete.UNLINK);
    }

    @Override
    public final Association<L, Integer, R, Integer> association() {
        return association;
    }

    @Override
    public final AssociationValidationGroup<L, R> validation(Services services) {
        AssociationValidationGroup.Builder<L, R> rules = AssociationValidationGroup.<L, R>builder()
                .stopAtFirst()
                .set(SameTenant.each(association, words.left(), words.right()));
        rules(rules, services);
        return rules.build();
    }

    /** Adds the rules that follow that of the tenants: that no member comes twice, unless overridden. */
    protected void rules(AssociationValidationGroup.Builder<L, R> rules, Services services) {
        rules.set(Rules.noRepeats(
                association.right().name(), "Cannot associate same " + words.right() + " more than once"));
    }

    @Override
    public final AssociationNotifier<L, R> notifier(Services services) {
        AssociationNotifier.Builder<L, R> notifier =
                AssociationNotifier.<L, R>builder().replaced(this::associated).always();
        announceMore(notifier);
        return notifier.build();
    }

    /** Adds commands. */
    protected void announceMore(AssociationNotifier.Builder<L, R> notifier) {}

    private Event associated(Links<L, R> links) {
        List<Object> members =
                links.after().stream().map(member -> (Object) named.get(member)).collect(Collectors.toList());
        Map<String, Object> data = Map.of(
                words.left() + "_id",
                association.left().keyOf(links.left()),
                words.right() + "_" + named.name() + "s",
                members);
        Object tenant = association.left().tenant().orElseThrow().get(links.left());
        Event event = new Event(association.name() + "s_associated", data, Map.of());
        return BusScope.tenant((UUID) Objects.requireNonNull(tenant), event);
    }

    /** Shapes the path. */
    protected void shape(AssociationRoutes<L, Integer, R, Integer> routes) {}

    @Override
    public final void route(Routes routes) {
        AssociationRoutes<L, Integer, R, Integer> mine = routes.association(association)
                .path("/" + association.left().collection(), "/" + words.kind() + "/" + words.right() + "s")
                .methods(Method.REPLACE);
        if (!named.equals(association.right().key())) {
            mine.rightsNamedBy(named);
        }
        shape(mine);
        mine.add();
    }
}
