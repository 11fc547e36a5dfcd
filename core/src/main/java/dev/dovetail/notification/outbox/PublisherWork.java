package dev.dovetail.notification.outbox;

import dev.dovetail.notification.outbox.EventPublisher.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes events in waves: of each subject one event at a time, unless the publisher takes all or none of a wave, and
 * none of a subject after one of it has failed.
 *
 * <p>A target that is away is left alone for a while, which does not count against the events.
 */
final class PublisherWork implements Work {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final String target;
    private final EventPublisher publisher;
    private final RelayOptions options;
    private final Clock clock;
    private int failures;
    private volatile @Nullable String away;
    private Instant until = Instant.MIN;

    PublisherWork(String target, EventPublisher publisher, RelayOptions options, Clock clock) {
        this.target = target;
        this.publisher = publisher;
        this.options = options;
        this.clock = clock;
    }

    @Override
    public boolean paused() {
        return away != null && clock.instant().isBefore(until);
    }

    @Override
    public @Nullable String away() {
        return away;
    }

    @Override
    public List<Outbox.Result> handle(List<OutboxEntry> entries) {
        Outbox.Result[] results = new Outbox.Result[entries.size()];
        Arrays.fill(results, Outbox.Result.NOT_TRIED);
        Set<String> held = new HashSet<>();
        List<Integer> left = IntStream.range(0, entries.size()).boxed().toList();
        Work.Deadline deadline = Work.deadline(options.lease());
        while (!left.isEmpty() && !deadline.passed()) {
            List<Integer> wave = new ArrayList<>();
            List<Integer> later = new ArrayList<>();
            Set<String> subjects = new HashSet<>(held);
            for (int i : left) {
                String subject = entries.get(i).subject();
                boolean free = publisher.allOrNone() ? !held.contains(subject) : subjects.add(subject);
                boolean now = free && wave.size() < publisher.most();
                (now ? wave : later).add(i);
            }
            if (wave.isEmpty() || !publish(entries, wave, results, held)) {
                break;
            }
            left = later;
        }
        return List.of(results);
    }

    /** Returns whether the target is there. */
    private boolean publish(List<OutboxEntry> entries, List<Integer> wave, Outbox.Result[] results, Set<String> held) {
        List<Outcome> outcomes = publish(wave.stream().map(entries::get).toList());
        String gone = null;
        for (int i = 0; i < wave.size(); i++) {
            Outcome outcome = outcomes.get(i);
            OutboxEntry event = entries.get(wave.get(i));
            if (outcome.away()) {
                gone = outcome.error();
            } else {
                results[wave.get(i)] = result(event, outcome.error());
            }
            if (outcome.error() != null && !results[wave.get(i)].isParked()) {
                held.add(event.subject());
            }
        }
        return settle(gone);
    }

    private List<Outcome> publish(List<OutboxEntry> wave) {
        try {
            List<Outcome> outcomes = publisher.publish(wave);
            if (outcomes.size() == wave.size()) {
                return outcomes;
            }
            throw new IllegalStateException(outcomes.size() + " outcomes of " + wave.size() + " events");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return all(wave, e);
        } catch (Throwable e) { // an Error too: whatever it is, it is no reason to lose events
            return all(wave, e);
        }
    }

    private static List<Outcome> all(List<OutboxEntry> wave, Throwable e) {
        return Collections.nCopies(wave.size(), Outcome.away(e.toString()));
    }

    private Outbox.Result result(OutboxEntry event, @Nullable String error) {
        if (error == null) {
            return Outbox.Result.DONE;
        }
        int tries = event.attempts() + 1;
        if (tries >= options.attempts()) {
            LOG.error(
                    "The event {} ({}) was refused by {} {} times and is set aside: {}",
                    event.name(),
                    event.id(),
                    target,
                    tries,
                    error);
            return Outbox.Result.parked(error);
        }
        LOG.warn(
                "The event {} ({}) was refused by {} and will be tried again: {}",
                event.name(),
                event.id(),
                target,
                error);
        return new Outbox.Result(error, clock.instant().plus(options.backoff().after(tries)));
    }

    private boolean settle(@Nullable String gone) {
        if (gone == null) {
            if (failures > 0) {
                LOG.info("{} is back", target);
            }
            failures = 0;
            away = null;
            return true;
        }
        failures++;
        until = clock.instant().plus(options.backoff().after(failures));
        away = Objects.requireNonNullElse(gone, "away");
        LOG.warn("{} is away, tried {} times; events wait: {}", target, failures, gone);
        return false;
    }
}
