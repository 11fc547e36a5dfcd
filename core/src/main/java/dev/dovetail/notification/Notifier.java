package dev.dovetail.notification;

import dev.dovetail.operation.Change;
import dev.dovetail.operation.Operation;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Turns what has been done into events and commands. Called within the unit of work, after the data has been written,
 * or, of a deletion, just before the object and its links go, so that they can still be looked at. If it throws,
 * everything is undone. Must be thread-safe.
 *
 * @param <S> what has been done: a {@link Change}, a {@link dev.dovetail.operation.Link}
 * @since 0.1
 */
@FunctionalInterface
public interface Notifier<S> {

    /** Announces what follows from what has been done. */
    void notify(S done, Announcements announcements);

    /** Returns whether this never announces anything; false unless overridden. */
    default boolean isSilent() {
        return false;
    }

    /** Returns the notifier that announces nothing. */
    @SuppressWarnings("unchecked") // it looks at nothing
    static <S> Notifier<S> none() {
        return (Notifier<S>) Silence.NONE;
    }

    /** Returns this notifier followed by another. */
    default Notifier<S> then(Notifier<? super S> next) {
        if (next.isSilent()) {
            return this;
        }
        return (done, announcements) -> {
            notify(done, announcements);
            next.notify(done, announcements);
        };
    }

    /** Returns the notifier that asks for commands if a column has another value than before. */
    static <T extends Record> Notifier<Change<T>> ifChanged(Resource<T, ?> resource, List<Command> commands) {
        List<Command> asked = List.copyOf(commands);
        return (change, announcements) -> {
            if (!change.changed(resource.columns()).isEmpty()) {
                asked.forEach(announcements::command);
            }
        };
    }

    /** Starts a notifier for the changes of a resource. */
    static <T> Builder<T> of() {
        return new Builder<>();
    }

    /**
     * Collects what each operation announces. Not thread-safe.
     *
     * @param <T> the model record
     */
    final class Builder<T> {
        private record Step<T>(Set<Operation> when, Notifier<Change<T>> then) {}

        private final List<Step<T>> steps = new ArrayList<>();

        private Builder() {}

        /** Announces an event after a creation, made from the object created. */
        public Builder<T> created(Function<? super T, Event> event) {
            return event(Operation.CREATE, change -> event.apply(change.value()));
        }

        /** Announces an event after an edit, made from the change. */
        public Builder<T> edited(Function<? super Change<T>, Event> event) {
            return event(Operation.EDIT, event);
        }

        /** Announces an event after a deletion, made from the object deleted. */
        public Builder<T> deleted(Function<? super T, Event> event) {
            return event(Operation.DELETE, change -> event.apply(change.value()));
        }

        private Builder<T> event(Operation operation, Function<? super Change<T>, Event> event) {
            return on((change, announcements) -> announcements.announce(event.apply(change)), operation);
        }

        /** Asks for a command after each of these operations; after every one if none is named. */
        public Builder<T> command(Command command, Operation... operations) {
            return on((change, announcements) -> announcements.command(command), operations);
        }

        /** Asks for several commands after each of these operations; after every one if none is named. */
        public Builder<T> commands(List<Command> all, Operation... operations) {
            List<Command> asked = List.copyOf(all);
            return on((change, announcements) -> asked.forEach(announcements::command), operations);
        }

        /** Runs another notifier after each of these operations; after every one if none is named. */
        public Builder<T> on(Notifier<Change<T>> notifier, Operation... operations) {
            Set<Operation> when =
                    operations.length == 0 ? EnumSet.allOf(Operation.class) : EnumSet.copyOf(Arrays.asList(operations));
            steps.add(new Step<>(when, notifier));
            return this;
        }

        /** Returns the notifier. */
        public Notifier<Change<T>> build() {
            if (steps.isEmpty()) {
                return none();
            }
            List<Step<T>> all = List.copyOf(steps);
            return (change, announcements) -> {
                for (Step<T> step : all) {
                    if (step.when().contains(change.operation())) {
                        step.then().notify(change, announcements);
                    }
                }
            };
        }
    }
}
