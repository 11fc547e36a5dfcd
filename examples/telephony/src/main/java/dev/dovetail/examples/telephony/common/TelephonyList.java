package dev.dovetail.examples.telephony.common;

import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Links;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Column;
import dev.dovetail.validation.Rule;
import dev.dovetail.validation.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes the plugin of a list that belongs to an object and is replaced as a whole, {@code PUT
 * /pagings/1/callers/users}, by the conventions of this API: both sides are of one tenant, each replacement is
 * announced, even one by the same. Not thread-safe; ends with {@link #plugin()}.
 *
 * <pre>{@code
 * TelephonyList.of(PAGING_CALLER_USER)
 *         .path("/callers/users")
 *         .namedBy(Users.UUID_COLUMN)
 *         .leftShows("callers.users", "uuid", "firstname", "lastname", "links")
 *         .noRepeats()
 *         .event()
 *         .plugin()
 * }</pre>
 *
 * @param <L> the model of what has the list
 * @param <LK> its key
 * @param <R> the model of the members
 * @param <RK> their key
 */
public final class TelephonyList<L extends Record, LK, R extends Record, RK>
        extends AssociationConventions<L, LK, R, RK, TelephonyList<L, LK, R, RK>> {
    private final String word;
    private final List<Rule<? super Links<L, R>>> rules = new ArrayList<>();
    private Rule<? super Links<L, R>> tenants;
    private Column<R, ?> named;
    private Function<Links<L, R>, Event> event;

    private TelephonyList(Association<L, LK, R, RK> association) {
        super(association);
        this.word = Words.of(association.right());
        this.tenants = SameTenant.each(association, Words.of(association.left()), word);
        this.named = association.right().key();
        this.event = links -> event(association.name() + "s_associated", links);
        methods(Method.REPLACE);
    }

    /** Starts the plugin of a list. */
    public static <L extends Record, LK, R extends Record, RK> TelephonyList<L, LK, R, RK> of(
            Association<L, LK, R, RK> association) {
        return new TelephonyList<>(association);
    }

    @Override
    TelephonyList<L, LK, R, RK> self() {
        return this;
    }

    /** Sets the unique column that bodies and events name members by; their key unless called. */
    public TelephonyList<L, LK, R, RK> namedBy(Column<R, ?> column) {
        this.named = column;
        return routes(mine -> mine.rightsNamedBy(column));
    }

    /** Takes members of other tenants, too. */
    public TelephonyList<L, LK, R, RK> anyTenant() {
        this.tenants = (links, violations) -> {};
        return this;
    }

    /** Refuses a list that has a member twice. */
    public TelephonyList<L, LK, R, RK> noRepeats() {
        return noRepeats(association.right().name(), "Cannot associate same " + word + " more than once");
    }

    /** Refuses a list that has a member twice, with this reason. */
    public TelephonyList<L, LK, R, RK> noRepeats(String resource, String reason) {
        return rule(Rules.noRepeats(resource, reason));
    }

    /**
     * Adds a rule of the whole list, after that of the tenants; only what the first rule that fails has found is told.
     */
    public TelephonyList<L, LK, R, RK> rule(Rule<? super Links<L, R>> rule) {
        rules.add(rule);
        return this;
    }

    /** Sets the name of the event, which is that of the association in the plural unless called. */
    public TelephonyList<L, LK, R, RK> event(String name) {
        return event(links -> event(name, links));
    }

    /**
     * Sets what is announced; an event to the tenant with the key of the one and the names of the others unless called.
     */
    public TelephonyList<L, LK, R, RK> event(Function<Links<L, R>, Event> made) {
        this.event = made;
        return this;
    }

    private Event event(String name, Links<L, R> links) {
        Map<String, Object> told = told(links.left());
        List<Object> members = new ArrayList<>();
        links.after().forEach(member -> members.add(named.get(member)));
        told.put(word + "_" + named.name() + "s", members);
        return toTenant(links.left(), new Event(name, told, Map.of()));
    }

    /** Returns the plugin, to which rules, hooks and parts are added. */
    public AssociationPlugin<L, LK, R, RK> plugin() {
        AssociationNotifier<L, R> notifier =
                AssociationNotifier.<L, R>builder().replaced(event).always().build();
        AssociationPlugin<L, LK, R, RK> plugin =
                plugin(services -> notifier).stopAtFirst().setRule(tenants);
        for (Rule<? super Links<L, R>> rule : rules) {
            plugin = plugin.setRule(rule);
        }
        return plugin;
    }
}
