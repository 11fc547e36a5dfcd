package dev.dovetail.benchmarks;

import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Keeps voicemails in a map: no rollback, no snapshot, no event. */
final class ByHandInMemory implements Operations {
    private record Number(String number, String context) {}

    private record Link(int user, int line) {}

    private final Map<Integer, Voicemail> rows = new ConcurrentHashMap<>();
    private final Map<Number, Integer> numbers = new ConcurrentHashMap<>();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicInteger last = new AtomicInteger();
    private final Validator validator = ByHand.validator();
    private final Consumer<Object> listener;

    ByHandInMemory(Consumer<Object> listener) {
        this.listener = listener;
    }

    private Voicemail told(Voicemail row) {
        listener.accept(row);
        return row;
    }

    @Override
    public Voicemail get(int id) {
        return Objects.requireNonNull(rows.get(id));
    }

    @Override
    public List<Voicemail> search(String context) {
        return rows.values().stream()
                .filter(row -> row.context().equals(context))
                .limit(Rows.PAGE)
                .toList();
    }

    @Override
    public Voicemail create(Voicemail row) {
        ByHand.refuse(validator.validate(row));
        Voicemail created = Rows.owned(row, last.incrementAndGet(), UUID.randomUUID());
        if (numbers.putIfAbsent(new Number(row.number(), row.context()), created.id()) != null) {
            throw new IllegalArgumentException(row.number());
        }
        rows.put(created.id(), created);
        return told(created);
    }

    @Override
    public Voicemail edit(int id, String name) {
        Voicemail edited = rows.computeIfPresent(id, (key, row) -> {
            Voicemail wanted = Rows.named(row, name);
            ByHand.refuse(validator.validateProperty(wanted, "name"));
            return wanted;
        });
        return told(Objects.requireNonNull(edited));
    }

    @Override
    public boolean associate(int user, int line) {
        Link link = new Link(user, line);
        boolean added = links.add(link);
        listener.accept(link);
        return added;
    }

    @Override
    public boolean dissociate(int user, int line) {
        Link link = new Link(user, line);
        boolean removed = links.remove(link);
        listener.accept(link);
        return removed;
    }

    @Override
    public void close() {}
}
