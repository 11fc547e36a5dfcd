package dev.dovetail.dao.memory;

import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/** Holds all tables as they were at one instant: an immutable map from description to table. */
final class Snapshot {
    static final Snapshot EMPTY = new Snapshot(HashTreePMap.empty());

    private final HashPMap<Object, Object> tables;

    private Snapshot(HashPMap<Object, Object> tables) {
        this.tables = tables;
    }

    @SuppressWarnings("unchecked")
    <X> X table(Object description, X ifAbsent) {
        Object table = tables.get(description);
        return table == null ? ifAbsent : (X) table;
    }

    Snapshot with(Object description, Object table) {
        return new Snapshot(tables.plus(description, table));
    }
}
