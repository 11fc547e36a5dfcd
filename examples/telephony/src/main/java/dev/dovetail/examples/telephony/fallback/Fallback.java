package dev.dovetail.examples.telephony.fallback;

import dev.dovetail.examples.telephony.destination.Destination;
import dev.dovetail.examples.telephony.destination.Destinations;
import dev.dovetail.resource.Accessor;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Where calls to something go when it does not take them.
 *
 * @param owner what it is, as {@code User:12}
 */
public record Fallback(
        String owner,
        @Nullable Destination noanswerDestination,
        @Nullable Destination busyDestination,
        @Nullable Destination congestionDestination,
        @Nullable Destination failDestination) {
    static final Derived<Fallback, String> TARGETS = Derived.of(
            "targets",
            String.class,
            fallback -> Destinations.targets(
                    fallback.noanswerDestination,
                    fallback.busyDestination,
                    fallback.congestionDestination,
                    fallback.failDestination));
    static final Resource<Fallback, String> FALLBACKS =
            Resource.of(Fallback.class, Fallback::owner).stored(TARGETS).build();

    /** Why a call is not taken; the name in JSON, and the destination. */
    @SuppressWarnings("ImmutableEnumChecker") // references to accessors have no state
    public enum Reason {
        NOANSWER("noanswer_destination", Fallback::noanswerDestination),
        BUSY("busy_destination", Fallback::busyDestination),
        CONGESTION("congestion_destination", Fallback::congestionDestination),
        FAIL("fail_destination", Fallback::failDestination);

        final String json;
        final Accessor<Fallback, @Nullable Destination> destination;

        Reason(String json, Accessor<Fallback, @Nullable Destination> destination) {
            this.json = json;
            this.destination = destination;
        }
    }

    static Fallback none(String owner) {
        return new Fallback(owner, null, null, null, null);
    }

    /** Returns these without destinations that lead to a target. */
    Fallback without(String token) {
        return new Fallback(
                owner,
                Destinations.without(noanswerDestination, token),
                Destinations.without(busyDestination, token),
                Destinations.without(congestionDestination, token),
                Destinations.without(failDestination, token));
    }
}
