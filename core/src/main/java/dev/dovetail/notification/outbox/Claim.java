package dev.dovetail.notification.outbox;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says who takes which entries of an outbox, how many, and for how long.
 *
 * @param owner who claims; what it has claimed before and not settled, it is handed out again
 * @param which what is wanted
 * @param limit the most entries, &gt; 0
 * @param lease how long they are the owner's; longer than it takes to deliver them
 * @since 0.1
 */
public record Claim(String owner, Selection which, int limit, Duration lease) {
    /** How long entries stay claimed unless said otherwise: after a crash, others take them over that much later. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    public Claim {
        if (limit < 1) {
            throw new IllegalArgumentException("limit: " + limit + " (expected: >= 1)");
        }
    }

    static Claim ofAll(int limit) {
        return new Claim(UUID.randomUUID().toString(), new Selection(null, Set.of(), true), limit, LEASE);
    }

    /**
     * Selects entries by what they are and for whom.
     *
     * @param kind events or commands; null for both
     * @param targets for whom
     * @param others whether the targets are those not wanted
     */
    public record Selection(OutboxEntry.@Nullable Kind kind, Set<String> targets, boolean others) {
        public Selection {
            targets = Set.copyOf(targets);
        }

        /** Selects the entries for one target. */
        public static Selection of(OutboxEntry.Kind kind, String target) {
            return new Selection(kind, Set.of(target), false);
        }

        /** Selects the entries for all targets but some. */
        public static Selection except(OutboxEntry.Kind kind, Set<String> targets) {
            return new Selection(kind, targets, true);
        }

        /** Returns whether an entry is selected. */
        public boolean matches(OutboxEntry entry) {
            return (kind == null || kind == entry.kind()) && targets.contains(entry.target()) != others;
        }
    }
}
