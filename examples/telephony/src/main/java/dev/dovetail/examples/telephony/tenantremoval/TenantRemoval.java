package dev.dovetail.examples.telephony.tenantremoval;

import dev.dovetail.context.CallContext;
import dev.dovetail.dao.Dao;
import dev.dovetail.examples.telephony.context.Context;
import dev.dovetail.examples.telephony.context.Contexts;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.examples.telephony.tenant.Tenant;
import dev.dovetail.examples.telephony.tenant.Tenants;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Removes a tenant with everything in it: rows and links, without rules and events, and the directories of its
 * voicemails.
 *
 * <p>It knows no resource by name: what has a tenant is in it. Resources are emptied in the reverse order of the
 * plugins, which is such that what refers to others comes after them.
 */
public final class TenantRemoval {
    private final PluginRegistry registry;
    private final List<Resource<?, ?>> resources = new ArrayList<>();
    private final List<Association<?, ?, ?, ?>> associations = new ArrayList<>();

    private TenantRemoval(PluginRegistry registry) {
        this.registry = registry;
        for (Resource<?, ?> resource : registry.resources()) {
            if (resource.tenant().isPresent()) {
                resources.add(resource);
            }
        }
        associations.addAll(registry.associations());
        Collections.reverse(resources);
    }

    /** Returns what removes tenants from everything that is loaded. */
    public static TenantRemoval of(PluginRegistry registry) {
        return new TenantRemoval(registry);
    }

    /** Removes a tenant; one that is not there is removed already. */
    public void remove(CallContext call, UUID tenant) {
        registry.unitOfWork().<Boolean>call(call, unit -> {
            unit.about("Tenant/" + tenant, out -> {
                if (registry.loaded("contexts")) {
                    rows(Contexts.CONTEXTS, tenant).stream()
                            .map(Context::name)
                            .forEach(name -> out.command(Sysconfd.deleteVoicemailsOf(name)));
                }
            });
            resources.forEach(resource -> unlink(resource, tenant));
            resources.forEach(resource -> delete(resource, tenant));
            return true;
        });
    }

    /**
     * Removes the tenants that are no longer listed, each in a unit of work of its own.
     *
     * @param listed asked after what is here has been read: a tenant that is added meanwhile is not taken for one that
     *     is gone
     * @return those that were removed
     */
    public List<UUID> removeUnlisted(CallContext call, Supplier<Set<UUID>> listed) {
        List<UUID> here = registry
                .dao(Tenants.TENANTS)
                .search(Search.<Tenant>all().unlimited())
                .items()
                .stream()
                .map(Tenant::uuid)
                .toList();
        Set<UUID> there = listed.get();
        List<UUID> gone =
                here.stream().filter(tenant -> !there.contains(tenant)).toList();
        gone.forEach(tenant -> remove(call, tenant));
        return gone;
    }

    @SuppressWarnings("unchecked") // the column holds the tenants of the resource
    private <T extends Record, K> List<T> rows(Resource<T, K> resource, UUID tenant) {
        Column<T, UUID> column = (Column<T, UUID>) resource.tenant().orElseThrow();
        return registry.dao(resource)
                .search(Search.where(Criterion.equal(column, tenant)).unlimited())
                .items();
    }

    private <T extends Record, K> void unlink(Resource<T, K> resource, UUID tenant) {
        for (T row : rows(resource, tenant)) {
            associations.forEach(association -> unlink(association, resource, resource.keyOf(row)));
        }
    }

    @SuppressWarnings("unchecked") // the key is that of the side
    private <LK, RK> void unlink(Association<?, LK, ?, RK> association, Resource<?, ?> side, Object key) {
        registry.dao(association).ifPresent(links -> {
            if (association.left().equals(side)) {
                links.unlinkLeft((LK) key);
            }
            if (association.right().equals(side)) {
                links.unlinkRight((RK) key);
            }
        });
    }

    private <T extends Record, K> void delete(Resource<T, K> resource, UUID tenant) {
        Dao<T, K> dao = registry.dao(resource);
        rows(resource, tenant).forEach(row -> dao.delete(resource.keyOf(row)));
    }
}
