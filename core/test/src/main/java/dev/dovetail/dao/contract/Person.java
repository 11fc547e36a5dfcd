package dev.dovetail.dao.contract;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A resource with a generated key, a version, uniques and things to search. */
public record Person(
        @Nullable Integer id,
        String name,
        @Nullable String email,
        @Nullable Integer age,
        @Nullable String badge,
        @Nullable Colour colour,
        boolean active,
        @Nullable UUID tenant,
        int version) {

    /** Is kept in lower case. */
    public enum Colour {
        RED,
        GREEN,
        DARK_BLUE
    }

    public static Person of(String name) {
        return new Person(null, name, null, null, null, null, true, null, 0);
    }

    public Person withId(Integer other) {
        return new Person(other, name, email, age, badge, colour, active, tenant, version);
    }

    public Person withName(String other) {
        return new Person(id, other, email, age, badge, colour, active, tenant, version);
    }

    public Person withEmail(@Nullable String other) {
        return new Person(id, name, other, age, badge, colour, active, tenant, version);
    }

    public Person withAge(@Nullable Integer other) {
        return new Person(id, name, email, other, badge, colour, active, tenant, version);
    }

    public Person withBadge(@Nullable String other) {
        return new Person(id, name, email, age, other, colour, active, tenant, version);
    }

    public Person withColour(@Nullable Colour other) {
        return new Person(id, name, email, age, badge, other, active, tenant, version);
    }

    public Person withTenant(@Nullable UUID other) {
        return new Person(id, name, email, age, badge, colour, active, other, version);
    }
}
