package dev.dovetail.examples.telephony.seed;

import dev.dovetail.dao.Dao;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Resource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stores the one list of an installation, whose keys are the places in it, instead of the one of a fresh installation.
 */
final class ListSeedTarget<T extends Record, K> implements SeedTarget {
    /** The component that is the key of such a list. */
    static final String POSITION = "position";

    private final SeedTarget elements;
    private final Dao<T, K> dao;
    private int next;

    ListSeedTarget(SeedTarget elements, Dao<T, K> dao) {
        this.elements = elements;
        this.dao = dao;
    }

    @Override
    public String collection() {
        return elements.collection();
    }

    @Override
    public void begin() {
        next = 0;
        Resource<T, K> resource = dao.resource();
        dao.search(Search.<T>all().unlimited()).items().forEach(row -> dao.delete(resource.keyOf(row)));
    }

    @Override
    public void store(ObjectNode object) {
        elements.store(object.put(POSITION, next++));
    }
}
