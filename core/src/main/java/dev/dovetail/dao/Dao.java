package dev.dovetail.dao;

import dev.dovetail.query.Criterion;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Gets and changes the rows of one resource. Must be thread-safe.
 *
 * <p>Reads outside a unit of work open no transaction and see what is committed; within one they see its own writes
 * too. Writes, {@link #lock} and {@link #hold} need a unit of work on the calling thread and throw {@link
 * IllegalStateException} without.
 *
 * @param <T> the model record
 * @param <K> the key
 * @since 0.1
 */
public interface Dao<T extends Record, K> {

    /** Returns the resource that this stores. */
    Resource<T, K> resource();

    /** Returns the row with this key. */
    Optional<T> find(K key);

    /** Returns the row with this key and keeps others from changing it until the unit of work ends. */
    Optional<T> lock(K key);

    /**
     * Returns the row with this key and keeps others from deleting it until the unit of work ends, so that what refers
     * to it can be written. Others may hold it as well, if the store can tell.
     */
    default Optional<T> hold(K key) {
        return lock(key);
    }

    /** Returns the rows that have one of these keys, in no particular order; unknown keys are passed over. */
    List<T> findAll(Collection<K> keys);

    /** Does as {@link #findAll} and keeps others from changing the rows, locked in the order of their keys. */
    List<T> lockAll(Collection<K> keys);

    /** Returns one row that matches, the one with the lowest key if there are several. */
    Optional<T> findBy(Criterion<T> criterion);

    /** Returns the page of rows that a search asks for. */
    Page<T> search(Search<T> search);

    /** Returns the read of all rows that match, in no particular order. A search unless overridden. */
    default Read<List<T>> rows(Criterion<T> criterion) {
        return () -> search(Search.where(criterion)).items();
    }

    /**
     * Returns a row as the store will keep it: times cut to microseconds, decimals to the scale of their column.
     *
     * @throws dev.dovetail.error.DovetailException with the path of each value that the store would round, cut or
     *     refuse
     */
    default T fitted(T row) {
        Dao<T, K> own = reading();
        return own == this ? Values.fitted(resource(), row) : own.fitted(row);
    }

    /**
     * Adds a row.
     *
     * @return the row as stored: a generated key filled in, the version 1
     * @throws dev.dovetail.error.DovetailException with the violation of {@link dev.dovetail.resource.Unique} if a
     *     unique value is taken, even by a transaction that has just been committed
     */
    T create(T row);

    /**
     * Adds a row unless there is one with its key, even one that is being added at the same moment.
     *
     * @return the row as stored, by this call or before
     */
    T createIfAbsent(T row);

    /**
     * Replaces a row.
     *
     * @param before the row as it was read in this unit of work
     * @param after the row wanted; the same key
     * @return the row as stored: the version one higher
     * @throws dev.dovetail.error.DovetailException if a unique value is taken, the row is gone or has another version
     */
    T update(T before, T after);

    /** Deletes a row; one that is not there is no error. */
    void delete(K key);

    /**
     * Adds several rows, one by one unless overridden.
     *
     * @return the rows as stored, in the same order
     * @throws dev.dovetail.error.DovetailException as {@link #create}, the path of a violation beginning with the index
     *     of the row if it is known
     */
    default List<T> createAll(List<T> rows) {
        List<T> stored = new ArrayList<>(rows.size());
        OneByOne.each(rows, row -> stored.add(create(row)));
        return stored;
    }

    /**
     * Replaces several rows, one by one unless overridden.
     *
     * @param before the rows as they were read in this unit of work
     * @param after the rows wanted, in the same order
     * @return the rows as stored, in the same order
     * @throws dev.dovetail.error.DovetailException as {@link #update}, the path of a violation beginning with the index
     *     of the row if it is known
     */
    default List<T> updateAll(List<T> before, List<T> after) {
        Iterator<T> wanted = after.iterator();
        List<T> stored = new ArrayList<>(before.size());
        OneByOne.each(before, row -> stored.add(update(row, wanted.next())));
        return stored;
    }

    /**
     * Deletes several rows, one by one unless overridden; one that is not there is no error.
     *
     * @throws dev.dovetail.error.DovetailException as {@link #delete}, the path of a violation beginning with the index
     *     of the key if it is known
     */
    default void deleteAll(List<K> keys) {
        OneByOne.each(keys, this::delete);
    }

    /**
     * Returns the store's own DAO that this one reads by, for a store to join tables; itself, unless this one was put
     * around another and only its writes differ.
     */
    default Dao<T, K> reading() {
        return this;
    }
}
