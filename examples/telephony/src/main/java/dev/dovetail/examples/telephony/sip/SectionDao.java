package dev.dovetail.examples.telephony.sip;

import dev.dovetail.dao.Dao;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Resource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes the name of each row before it writes it, and lets go of the one that a row had. */
final class SectionDao<T extends Record> implements Dao<T, UUID> {
    private final Dao<T, UUID> rows;
    private final Dao<Section, String> sections;
    private final SectionNames<T> names;

    SectionDao(Dao<T, UUID> rows, Dao<Section, String> sections, SectionNames<T> names) {
        this.rows = rows;
        this.sections = sections;
        this.names = names;
    }

    /** Returns what else has the name of a row. */
    Optional<Section> holder(T row) {
        Section wanted = names.section(row);
        return sections.find(wanted.name()).filter(holder -> !holder.owner().equals(wanted.owner()));
    }

    @Override
    public Optional<T> hold(UUID key) {
        return rows.hold(key);
    }

    @Override
    public Dao<T, UUID> reading() {
        return rows;
    }

    private void take(Section wanted, boolean creating) {
        Section holder = sections.createIfAbsent(wanted);
        if (!holder.owner().equals(wanted.owner())) {
            throw names.taken(holder, creating).toException();
        }
    }

    @Override
    public T create(T row) {
        take(names.section(row), true);
        return rows.create(row);
    }

    @Override
    public T createIfAbsent(T row) {
        return rows.find(resource().keyOf(row)).orElseGet(() -> create(row));
    }

    @Override
    public T update(T before, T after) {
        Section old = names.section(before);
        Section wanted = names.section(after);
        if (!old.equals(wanted)) {
            take(wanted, false);
            sections.delete(old.name());
        }
        return rows.update(before, after);
    }

    @Override
    public void delete(UUID key) {
        rows.find(key).ifPresent(row -> sections.delete(names.section(row).name()));
        rows.delete(key);
    }

    @Override
    public Resource<T, UUID> resource() {
        return rows.resource();
    }

    @Override
    public Optional<T> find(UUID key) {
        return rows.find(key);
    }

    @Override
    public Optional<T> lock(UUID key) {
        return rows.lock(key);
    }

    @Override
    public List<T> findAll(Collection<UUID> keys) {
        return rows.findAll(keys);
    }

    @Override
    public List<T> lockAll(Collection<UUID> keys) {
        return rows.lockAll(keys);
    }

    @Override
    public Optional<T> findBy(Criterion<T> criterion) {
        return rows.findBy(criterion);
    }

    @Override
    public Page<T> search(Search<T> search) {
        return rows.search(search);
    }
}
