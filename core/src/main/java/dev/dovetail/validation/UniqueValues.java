package dev.dovetail.validation;

import dev.dovetail.dao.Dao;
import dev.dovetail.error.Violations;
import dev.dovetail.operation.Change;
import dev.dovetail.resource.Resource;
import dev.dovetail.resource.Unique;
import java.util.List;

/**
 * Places the check of unique values among the rules of a plugin; a registry gives it the DAO when it loads the plugin.
 *
 * @param <T> the model record
 * @since 0.1
 */
public final class UniqueValues<T extends Record> implements Rule<Change<T>> {
    private final Resource<T, ?> resource;
    private final List<Unique<T>> uniques;

    UniqueValues(Resource<T, ?> resource, List<Unique<T>> uniques) {
        this.resource = resource;
        this.uniques = uniques;
    }

    /** Returns the rule over a DAO. */
    public Rule<Change<T>> over(Dao<T, ?> dao) {
        return new UniqueRule<>(dao, uniques);
    }

    @Override
    public void check(Change<T> change, Violations violations) {
        throw new IllegalStateException(
                "unique values of " + resource + ": call over(dao), or give the rule to a plugin");
    }
}
