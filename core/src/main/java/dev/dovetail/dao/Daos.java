package dev.dovetail.dao;

import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.util.Optional;

/**
 * Finds DAOs by what they store. Must be thread-safe.
 *
 * @since 0.1
 */
public interface Daos {

    /** Returns the DAO of a resource, if there is one. */
    <T extends Record, K> Optional<Dao<T, K>> find(Resource<T, K> resource);

    /** Returns the DAO of an association, if there is one. */
    <LK, RK> Optional<AssociationDao<LK, RK>> find(Association<?, LK, ?, RK> association);

    /** Returns the DAOs of a store, which has one of everything. */
    static Daos of(Store store) {
        return new Daos() {
            @Override
            public <T extends Record, K> Optional<Dao<T, K>> find(Resource<T, K> resource) {
                return Optional.of(store.dao(resource));
            }

            @Override
            public <LK, RK> Optional<AssociationDao<LK, RK>> find(Association<?, LK, ?, RK> association) {
                return Optional.of(store.dao(association));
            }
        };
    }
}
