package dev.dovetail.examples.equipment.person;

import dev.dovetail.resource.Resource;
import java.util.UUID;

/** Describes people. */
public final class People {
    public static final Resource<Person, UUID> PEOPLE = Resource.of(Person.class, Person::id)
            .collection("people")
            .readOnly(Person::id)
            .prepared(Person::id)
            .tenant(Person::tenant)
            .version(Person::version)
            .unique(Person::tenant, Person::email)
            .search(Person::email, Person::name)
            .build();

    private People() {}
}
