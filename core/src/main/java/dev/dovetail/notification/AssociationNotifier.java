package dev.dovetail.notification;

import dev.dovetail.operation.Link;
import dev.dovetail.operation.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns links made and undone into events and commands. Immutable and thread-safe, if the notifiers within are.
 *
 * <p>A link that stays and gets other attributes is announced as if it were made, unless told otherwise. When a set is
 * replaced, what is announced is each link that left, then each that came, then each that changed, unless a notifier of
 * the whole set is given.
 *
 * @param <L> the left model
 * @param <R> the right model
 * @since 0.1
 */
public final class AssociationNotifier<L, R> {
    private final Notifier<Link<L, R>> associated;
    private final Notifier<Link<L, R>> dissociated;
    private final Notifier<Link<L, R>> changed;
    private final Notifier<Links<L, R>> replaced;
    private final boolean always;
    private final Builder<L, R> from;
    private final @Nullable AssociationNotifier<L, R> next;

    private AssociationNotifier(Builder<L, R> builder, @Nullable AssociationNotifier<L, R> next) {
        this.next = next;
        this.associated = builder.commanding(builder.associated);
        this.dissociated = builder.commanding(builder.dissociated);
        this.changed = builder.changed == null
                ? associated
                : builder.silentlyChanged ? builder.changed : builder.commanding(builder.changed);
        this.replaced = builder.replaced == null ? this::each : builder.commanding(builder.replaced);
        this.always = builder.always;
        this.from = builder.copy();
    }

    /** Returns the notifier that announces nothing. */
    public static <L, R> AssociationNotifier<L, R> none() {
        return AssociationNotifier.<L, R>builder().build();
    }

    /** Returns whether this never announces anything of a link that is made or undone. */
    public boolean isSilent() {
        return associated.isSilent() && dissociated.isSilent() && (next == null || next.isSilent());
    }

    /** Starts a notifier. */
    public static <L, R> Builder<L, R> builder() {
        return new Builder<>();
    }

    /** Returns a notifier that also sends these commands, after each announcement of this one. */
    public AssociationNotifier<L, R> commands(List<Command> all) {
        return new AssociationNotifier<>(from.copy().commands(all), next == null ? null : next.commands(all));
    }

    /** Returns this notifier followed by another; each decides for itself what it announces. */
    public AssociationNotifier<L, R> then(AssociationNotifier<L, R> other) {
        if (saysNothing() || other.saysNothing()) {
            return saysNothing() ? other : this;
        }
        return new AssociationNotifier<>(from.copy(), next == null ? other : next.then(other));
    }

    private boolean saysNothing() {
        return isSilent() && changed.isSilent() && from.replaced == null;
    }

    /** Announces a link that was made. */
    public void associated(Link<L, R> link, Announcements announcements) {
        associated.notify(link, announcements);
        if (next != null) {
            next.associated(link, announcements);
        }
    }

    /** Announces a link that was undone. */
    public void dissociated(Link<L, R> link, Announcements announcements) {
        dissociated.notify(link, announcements);
        if (next != null) {
            next.dissociated(link, announcements);
        }
    }

    /**
     * Announces that a link that stays was given attributes; nothing if they are the same, unless asked to announce
     * always.
     */
    public void attributed(Link<L, R> link, Announcements announcements) {
        if (always || link.state().changed()) {
            changed.notify(link, announcements);
        }
        if (next != null) {
            next.attributed(link, announcements);
        }
    }

    /**
     * Announces a set that was replaced; nothing if it stayed the same, unless asked to announce always.
     *
     * @param anew whether the set, the order of an ordered one, or what its links carry is another than before
     */
    public void replaced(Links<L, R> links, boolean anew, Announcements announcements) {
        if (always || anew) {
            replaced.notify(links, announcements);
        }
        if (next != null) {
            next.replaced(links, anew, announcements);
        }
    }

    private void each(Links<L, R> links, Announcements announcements) {
        links.removed().forEach(right -> dissociated.notify(links.linkBefore(right), announcements));
        links.added().forEach(right -> associated.notify(links.linkAfter(right), announcements));
        links.changed().forEach(right -> changed.notify(links.linkAfter(right), announcements));
    }

    /**
     * Collects what is announced. Not thread-safe.
     *
     * @param <L> the left model
     * @param <R> the right model
     */
    public static final class Builder<L, R> {
        private Notifier<Link<L, R>> associated = Notifier.none();
        private Notifier<Link<L, R>> dissociated = Notifier.none();
        private @Nullable Notifier<Link<L, R>> changed;
        private @Nullable Notifier<Links<L, R>> replaced;
        private final List<Command> commands = new ArrayList<>();
        private boolean silentlyChanged;
        private boolean always;

        private Builder() {}

        private Builder<L, R> copy() {
            Builder<L, R> copy = new Builder<>();
            copy.associated = associated;
            copy.dissociated = dissociated;
            copy.changed = changed;
            copy.replaced = replaced;
            copy.commands.addAll(commands);
            copy.silentlyChanged = silentlyChanged;
            copy.always = always;
            return copy;
        }

        /** Announces an event for a link that was made. */
        public Builder<L, R> associated(Function<? super Link<L, R>, Event> event) {
            Notifier<Link<L, R>> next = (link, announcements) -> announcements.announce(event.apply(link));
            associated = after(associated, next);
            return this;
        }

        /** Announces an event for a link that was undone. */
        public Builder<L, R> dissociated(Function<? super Link<L, R>, Event> event) {
            Notifier<Link<L, R>> next = (link, announcements) -> announcements.announce(event.apply(link));
            dissociated = after(dissociated, next);
            return this;
        }

        /**
         * Announces an event for a link that stays and got other attributes, instead of the event of a new link.
         */
        public Builder<L, R> changed(Function<? super Link<L, R>, Event> event) {
            Notifier<Link<L, R>> next = (link, announcements) -> announcements.announce(event.apply(link));
            changed = changed == null ? next : changed.then(next);
            return this;
        }

        /** Announces nothing, and asks for no command, for a link that stays and got other attributes. */
        public Builder<L, R> silentlyChanged() {
            changed = Notifier.none();
            silentlyChanged = true;
            return this;
        }

        /** Announces one event for a whole set that was replaced, instead of one per link. */
        public Builder<L, R> replaced(Function<? super Links<L, R>, Event> event) {
            return onReplaced((links, announcements) -> announcements.announce(event.apply(links)));
        }

        /** Lets another notifier announce a whole set that was replaced, instead of one event per link. */
        public Builder<L, R> onReplaced(Notifier<Links<L, R>> next) {
            replaced = replaced == null ? next : replaced.then(next);
            return this;
        }

        /** Sends a command after each announcement, given before this call or after. */
        public Builder<L, R> command(Command command) {
            commands.add(command);
            return this;
        }

        /** Sends several commands after each announcement, given before this call or after. */
        public Builder<L, R> commands(List<Command> all) {
            commands.addAll(all);
            return this;
        }

        private <S> Notifier<S> commanding(Notifier<S> notifier) {
            List<Command> asked = List.copyOf(commands);
            return asked.isEmpty()
                    ? notifier
                    : after(notifier, (done, announcements) -> asked.forEach(announcements::command));
        }

        private static <S> Notifier<S> after(Notifier<S> first, Notifier<S> next) {
            return first.isSilent() ? next : first.then(next);
        }

        /** Announces a replaced set, and attributes that were given, even when they stayed the same. */
        public Builder<L, R> always() {
            this.always = true;
            return this;
        }

        /** Returns the notifier. */
        public AssociationNotifier<L, R> build() {
            return new AssociationNotifier<>(this, null);
        }
    }
}
