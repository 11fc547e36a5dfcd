package dev.dovetail.plugin;

import dev.dovetail.AssociationService;
import dev.dovetail.CRUDService;
import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Lookups;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.UnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Looks up what the plugins of a registry offer one another. Thread-safe.
 *
 * <p>The order of plugins does not matter: a service is made when it is first asked for.
 *
 * @since 0.1
 */
public interface Services {

    /**
     * Returns the service of a resource.
     *
     * @throws IllegalStateException if its plugin is not loaded, or needs, in a circle, the one that asks
     */
    <T extends Record, K> CRUDService<T, K> of(Resource<T, K> resource);

    /**
     * Returns the service of an association.
     *
     * @throws IllegalStateException if its plugin is not loaded, or needs, in a circle, the one that asks
     */
    <L extends Record, LK, R extends Record, RK> AssociationService<L, LK, R, RK> of(
            Association<L, LK, R, RK> association);

    /**
     * Returns the DAO of a resource, for rules that must see all tenants.
     *
     * @throws IllegalStateException if its plugin is not loaded
     */
    <T extends Record, K> Dao<T, K> dao(Resource<T, K> resource);

    /** Returns the DAO of an association, if its plugin is loaded. */
    <LK, RK> Optional<AssociationDao<LK, RK>> dao(Association<?, LK, ?, RK> association);

    /** Returns look-ups, which have found nothing yet, in the DAOs of the plugins that are loaded. */
    Lookups lookups();

    /** Returns whether the plugin of this name is loaded. */
    boolean loaded(String plugin);

    /**
     * Returns the plugins, and parts of plugins, of this type: those of resources before those of associations,
     * otherwise in the order given.
     */
    <P> List<P> plugins(Class<P> type);

    /** Returns the unit of work over the registry's store. */
    UnitOfWork unitOfWork();

    /**
     * Returns what is recorded and not yet delivered: events on their way, and commands kept for targets that are away.
     */
    Outbox.Backlog backlog();

    /** Returns the clock, which tests may have set. */
    Clock clock();

    /** Returns what makes identifiers, which tests may have set. */
    Supplier<UUID> ids();
}
