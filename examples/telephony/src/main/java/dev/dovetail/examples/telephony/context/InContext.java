package dev.dovetail.examples.telephony.context;

import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.dao.Dao;
import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.ServiceRule;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rule;
import dev.dovetail.validation.Rules;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Is what resources have in common whose objects name a context and belong to its tenant.
 *
 * @param <T> the model record
 */
public final class InContext<T extends Record> {
    private final CRUDService<Context, Integer> contexts;
    private final Dao<Context, Integer> rows;
    private final Resource<T, ?> resource;
    private final Column<T, String> name;
    private final Column<T, UUID> tenant;

    private InContext(Services services, Resource<T, ?> resource, Column<T, String> name, Column<T, UUID> tenant) {
        this.contexts = services.of(Contexts.CONTEXTS);
        this.rows = services.dao(Contexts.CONTEXTS);
        this.resource = resource;
        this.name = name;
        this.tenant = tenant;
    }

    /**
     * Returns what a resource has in common with the others.
     *
     * @param name the column that names the context
     * @param tenant the column that holds the tenant
     */
    public static <T extends Record> InContext<T> of(
            Services services, Resource<T, ?> resource, Column<T, String> name, Column<T, UUID> tenant) {
        return new InContext<>(services, resource, name, tenant);
    }

    /** Returns what puts an object into the tenant of its context, for a plugin that is a value. */
    public static <T extends Record> BiFunction<Services, Change<T>, T> tenantOfContext(
            Resource<T, ?> resource, Column<T, String> name, Column<T, UUID> tenant) {
        return (services, change) -> of(services, resource, name, tenant)
                .tenantOfContext()
                .prepare(change.call(), change.before().orElse(null), change.value());
    }

    /** Returns the rule that the caller sees the context, for a plugin that is a value. */
    public static <T extends Record> ServiceRule<Change<T>> seesContext(
            Resource<T, ?> resource, Column<T, String> name, Column<T, UUID> tenant) {
        return (services, change, violations) ->
                of(services, resource, name, tenant).seesContext().check(change, violations);
    }

    /**
     * Returns the preparation that puts an object into the tenant of its context, if the caller sees that; it holds the
     * context, which might be deleted at the same moment.
     */
    public Preparation<T> tenantOfContext() {
        return (call, before, draft) -> Optional.ofNullable(name.get(draft))
                .flatMap(context -> find(call, context))
                .flatMap(context -> rows.hold(context.id()))
                .map(context ->
                        Edit.of(resource).set(tenant, context.tenantUuid()).applyTo(draft))
                .orElse(draft);
    }

    /** Returns the rule that the caller sees the context. */
    public Rule<Change<T>> seesContext() {
        return Rules.exists(name, "Context", this::find);
    }

    private Optional<Context> find(CallContext call, String context) {
        return contexts.findBy(call, Criterion.equal(Contexts.NAME, context));
    }
}
