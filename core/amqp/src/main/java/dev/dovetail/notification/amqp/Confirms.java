package dev.dovetail.notification.amqp;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Return;
import dev.dovetail.notification.outbox.EventPublisher.Outcome;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts the confirms of the messages of one batch. Thread-safe: the broker's answers come on another.
 */
final class Confirms {
    private static final long REASON_MILLIS = 100;

    private final NavigableMap<Long, Integer> pending = new TreeMap<>(); // by sequence number
    private final Map<String, Integer> byId = new HashMap<>();
    private final Set<String> returned = new HashSet<>();
    private final Set<String> nacked = new HashSet<>();
    private List<String> ids = List.of();
    private @Nullable Outcome[] outcomes = new Outcome[0];
    private @Nullable String closed;

    private Confirms() {}

    /** Returns what listens to a channel. */
    static Confirms on(Channel channel) {
        Confirms confirms = new Confirms();
        channel.addConfirmListener(
                (sequence, multiple) -> confirms.settle(sequence, multiple, Outcome.DONE),
                (sequence, multiple) ->
                        confirms.settle(sequence, multiple, Outcome.refused("the broker did not take it (nack)")));
        channel.addReturnListener(confirms::returned);
        channel.addShutdownListener(cause -> confirms.closed(String.valueOf(cause.getMessage())));
        return confirms;
    }

    synchronized void begin(List<OutboxEntry> events) {
        pending.clear();
        byId.clear();
        returned.clear();
        nacked.clear();
        ids = events.stream().map(event -> event.id().toString()).toList();
        outcomes = new Outcome[events.size()];
        for (int i = 0; i < events.size(); i++) {
            byId.put(events.get(i).id().toString(), i);
        }
    }

    synchronized void sent(long sequence, int index) {
        pending.put(sequence, index);
    }

    synchronized void refuse(int index, String error) {
        outcomes[index] = Outcome.refused(error);
    }

    private synchronized void settle(long sequence, boolean multiple, Outcome outcome) {
        NavigableMap<Long, Integer> settled =
                multiple ? pending.headMap(sequence, true) : pending.subMap(sequence, true, sequence, true);
        settled.values().forEach(index -> {
            outcomes[index] = outcome;
            if (outcome.error() != null) {
                nacked.add(ids.get(index));
            }
        });
        settled.clear();
        notifyAll();
    }

    /** A message that is returned is confirmed as well, later. */
    private synchronized void returned(Return message) {
        if (byId.containsKey(message.getProperties().getMessageId())) {
            returned.add(message.getProperties().getMessageId());
            notifyAll();
        }
    }

    synchronized void closed(String why) {
        if (closed == null) {
            closed = why;
        }
        notifyAll();
    }

    /** Waits for the answer to each message, or until there will be none. */
    synchronized void await(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!pending.isEmpty() && closed == null) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                closed("no confirmation within " + limit.toMillis() + " ms");
            } else {
                wait(left);
            }
        }
    }

    /**
     * RabbitMQ returns a message before it confirms it; another broker refuses it, and then says why by returning it.
     */
    synchronized void awaitReasons() throws InterruptedException {
        long end = System.nanoTime() + REASON_MILLIS * 1_000_000;
        while (closed == null && nacked.stream().anyMatch(id -> !returned.contains(id))) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    /** Returns whether the channel is of no more use. */
    synchronized boolean broken() {
        return closed != null;
    }

    synchronized List<Outcome> outcomes(boolean unroutableIsDone) {
        Outcome unroutable =
                unroutableIsDone ? Outcome.DONE : Outcome.refused("no queue takes it (returned as unroutable)");
        returned.forEach(id -> {
            int index = byId.getOrDefault(id, 0);
            if (outcomes[index] != null) { // confirmed by RabbitMQ, refused by others
                outcomes[index] = unroutable;
            }
        });
        List<Outcome> all = new ArrayList<>(outcomes.length);
        for (Outcome outcome : outcomes) {
            all.add(outcome == null ? Outcome.away(closed == null ? "not published" : closed) : outcome);
        }
        return all;
    }
}
