package dev.dovetail.examples.equipment.person;

import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import java.util.UUID;

/** People. */
public final class People {
    public static final Resource<Person, UUID> PEOPLE = Resource.of(Person.class, Person::id)
            .collection("people")
            .readOnly(Person::id)
            .tenant(Person::tenant)
            .version(Person::version)
            .unique(Person::tenant, Person::email)
            .search(Person::email, Person::name)
            .build();

    private People() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return ResourcePlugin.of(PEOPLE).prepare(People::identified).announcesChanges();
    }

    private static Person identified(Services services, Change<Person> change) {
        return change.operation() == Operation.CREATE
                ? Edit.of(PEOPLE).set(PEOPLE.key(), services.ids().get()).applyTo(change.value())
                : change.value();
    }
}
