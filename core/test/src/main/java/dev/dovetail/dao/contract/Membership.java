package dev.dovetail.dao.contract;

import dev.dovetail.resource.Attributes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Is what a link carries; {@code order} is a word that SQL reserves. */
public record Membership(
        @Min(0) @Max(1000) Integer priority,
        @Nullable @Size(max = 10) String order,
        Person.Colour badgeColour,
        @Nullable Instant since,
        @Nullable List<String> tags) {
    static final Attributes<Membership> UNSORTED = Attributes.of(Membership.class, at(7));

    static Membership at(int priority) {
        return new Membership(priority, null, Person.Colour.RED, null, null);
    }

    Membership with(@Nullable String text) {
        return new Membership(priority, text, badgeColour, since, tags);
    }
}
