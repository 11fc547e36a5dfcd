package dev.dovetail.sample;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A resource with everything: a generated key, a tenant, a version, constraints. */
@NullMarked
public record User(
        Integer id,
        String tenant,
        @Size(min = 1, max = 10) String name,
        @Nullable @Pattern(regexp = "[0-9]+") String extension,
        @Min(1) int floor,
        int version) {

    /** Returns a user as a caller gives it: key, tenant and version are the store's and the scope's business. */
    @SuppressWarnings("NullAway") // what a caller leaves out
    public static User named(String name) {
        return new User(null, null, name, null, 1, 0);
    }

    public User at(@Nullable String number) {
        return new User(id, tenant, name, number, floor, version);
    }

    public User of(String owner) {
        return new User(id, owner, name, extension, floor, version);
    }

    public User on(int level) {
        return new User(id, tenant, name, extension, level, version);
    }
}
