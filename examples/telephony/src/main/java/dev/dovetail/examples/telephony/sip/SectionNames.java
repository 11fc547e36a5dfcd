package dev.dovetail.examples.telephony.sip;

import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Store;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violation;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rule;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the names of endpoints, templates and transports apart, over all tenants: they are sections of one file.
 *
 * <p>The names of all three are in one table, which the DAO of each writes within the unit of work. So of two units
 * that take one name at the same moment only one is committed, and the other ends as if the rule had found the name.
 *
 * @param <T> the model record, which has a {@code name}
 */
public final class SectionNames<T extends Record> {
    private final Resource<T, UUID> resource;
    private final Column<T, ?> name;
    private final @Nullable String onCreation;

    private SectionNames(Resource<T, UUID> resource, @Nullable String onCreation) {
        this.resource = resource;
        this.name = resource.column("name").orElseThrow();
        this.onCreation = onCreation;
    }

    /** Returns the names of a resource; a refusal tells what sort of object has the name. */
    public static <T extends Record> SectionNames<T> of(Resource<T, UUID> resource) {
        return new SectionNames<>(resource, null);
    }

    /** Returns these names, the refusal of a creation telling this instead of the sort of object. */
    public SectionNames<T> onCreation(String what) {
        return new SectionNames<>(resource, what);
    }

    /** Returns the DAO that takes and lets go of names. */
    public Dao<T, UUID> dao(Store store) {
        return new SectionDao<>(store.dao(resource), store.dao(Section.SECTIONS), this);
    }

    /** Requires that no other section has the name; for resources whose DAO is {@link #dao}. */
    public Rule<Change<T>> free(Services services) {
        SectionDao<T> dao = (SectionDao<T>) services.dao(resource);
        return (change, violations) -> {
            if (change.changed(name)) {
                boolean creating = change.operation() == Operation.CREATE;
                dao.holder(change.value())
                        .map(holder -> taken(holder, creating))
                        .ifPresent(violations::add);
            }
        };
    }

    Section section(T row) {
        return new Section(Objects.requireNonNull((String) name.get(row)), resource.name(), resource.keyOf(row));
    }

    Violation taken(Section holder, boolean creating) {
        String what = creating && onCreation != null ? onCreation : holder.kind();
        return Errors.alreadyExists(what, Details.of("name", holder.name()));
    }
}
