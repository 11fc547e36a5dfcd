package dev.dovetail.examples.telephony.common;

import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.validation.Rule;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the plugin of an association by the conventions of this API: both sides are of one tenant, links are made and
 * undone one by one, each is announced, each side shows the other. Not thread-safe; ends with {@link #plugin()}.
 *
 * <pre>{@code
 * TelephonyLinks.of(AGENT_SKILL)
 *         .leftShows("skills", "id", "name", "links")
 *         .rightShows("agents", "id", "number", "links")
 *         .event()
 *         .reload("module reload app_queue.so")
 *         .plugin()
 * }</pre>
 *
 * @param <L> the left model
 * @param <LK> the left key
 * @param <R> the right model
 * @param <RK> the right key
 */
public final class TelephonyLinks<L extends Record, LK, R extends Record, RK>
        extends AssociationConventions<L, LK, R, RK, TelephonyLinks<L, LK, R, RK>> {
    private Rule<? super Link<L, R>> tenants;
    private BiFunction<Link<L, R>, Event, Event> scope = (link, event) -> toTenant(link.left(), event);
    private @Nullable BiFunction<Services, Link<L, R>, Object> data;
    private boolean silentlyChanged;

    private TelephonyLinks(Association<L, LK, R, RK> association) {
        super(association);
        this.tenants = SameTenant.rule(association, Words.of(association.left()), Words.of(association.right()));
        methods(Method.ASSOCIATE, Method.DISSOCIATE);
    }

    /** Starts the plugin of an association. */
    public static <L extends Record, LK, R extends Record, RK> TelephonyLinks<L, LK, R, RK> of(
            Association<L, LK, R, RK> association) {
        return new TelephonyLinks<>(association);
    }

    @Override
    TelephonyLinks<L, LK, R, RK> self() {
        return this;
    }

    /** Sets the words by which errors tell the two tenants; those of the two resources unless called. */
    public TelephonyLinks<L, LK, R, RK> tenants(String left, String right) {
        this.tenants = SameTenant.rule(association, left, right);
        return this;
    }

    /** Tells the tenant of the right side first in errors. */
    public TelephonyLinks<L, LK, R, RK> rightTenantFirst() {
        this.tenants = SameTenant.rightFirst(association, Words.of(association.left()), Words.of(association.right()));
        return this;
    }

    /** Links what belongs to different tenants, too. */
    public TelephonyLinks<L, LK, R, RK> anyTenant() {
        this.tenants = (link, violations) -> {};
        return this;
    }

    /** Announces links to the tenant by their keys: {@code agent_skill_associated {"agent_id": 1, "skill_id": 2}}. */
    public TelephonyLinks<L, LK, R, RK> event() {
        String right = Words.of(association.right()) + "_id";
        return event(link -> {
            Map<String, Object> told = told(link.left());
            told.put(right, association.right().keyOf(link.right()));
            return told;
        });
    }

    /** Announces links to the tenant. */
    public TelephonyLinks<L, LK, R, RK> event(Function<Link<L, R>, Object> tells) {
        return event((services, link) -> tells.apply(link));
    }

    /** Announces links to the tenant, with the services at hand. */
    public TelephonyLinks<L, LK, R, RK> event(BiFunction<Services, Link<L, R>, Object> tells) {
        this.data = tells;
        return this;
    }

    /** Sets who events are for, see {@link BusScope}; the tenant of the left side unless called. */
    public TelephonyLinks<L, LK, R, RK> scope(BiFunction<Link<L, R>, Event, Event> addresses) {
        this.scope = addresses;
        return this;
    }

    /** Announces nothing for a link that stays and gets other attributes. */
    public TelephonyLinks<L, LK, R, RK> silentlyChanged() {
        this.silentlyChanged = true;
        return this;
    }

    /** Returns the plugin, to which rules, hooks and parts are added. */
    public AssociationPlugin<L, LK, R, RK> plugin() {
        BiFunction<Services, Link<L, R>, Object> tells = data;
        return plugin(services -> tells == null ? AssociationNotifier.none() : notifier(services, tells))
                .rule(tenants);
    }

    private AssociationNotifier<L, R> notifier(Services services, BiFunction<Services, Link<L, R>, Object> tells) {
        AssociationNotifier.Builder<L, R> notifier =
                BusEvents.ofLinks(association.name(), scope, link -> tells.apply(services, link));
        return (silentlyChanged ? notifier.silentlyChanged() : notifier).build();
    }
}
