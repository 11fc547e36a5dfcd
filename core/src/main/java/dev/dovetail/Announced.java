package dev.dovetail;

import dev.dovetail.notification.Announcements;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what is to be announced of an object that is about to go, while what it is linked to can still be seen. */
final class Announced implements Announcements {
    private final List<Consumer<Announcements>> kept = new ArrayList<>();

    @Override
    public void announce(Event event) {
        kept.add(announcements -> announcements.announce(event));
    }

    @Override
    public void command(Command command) {
        kept.add(announcements -> announcements.command(command));
    }

    void replay(Announcements announcements) {
        kept.forEach(each -> each.accept(announcements));
    }
}
