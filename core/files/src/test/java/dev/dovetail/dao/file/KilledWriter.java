package dev.dovetail.dao.file;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.notification.Event;
import dev.dovetail.notification.outbox.Outbox;
import java.nio.file.Path;
import java.util.Map;

/** Writes units of three files and an event, and delivers events, and tells of each, until it is killed. */
final class KilledWriter {
    private KilledWriter() {}

    public static void main(String[] arguments) {
        Phones phones = Phones.open(Path.of(arguments[0]));
        Thread relay = new Thread(() -> {
            while (true) {
                phones.store.outbox().process(10, entries -> {
                    // told before it is written down: a delivery may be repeated, none may be missing
                    entries.forEach(entry -> tell("event " + entry.name() + " " + entry.id() + " ."));
                    return entries.stream().map(entry -> Outbox.Result.DONE).toList();
                });
                Thread.onSpinWait();
            }
        });
        relay.setDaemon(true);
        relay.start();
        while (true) {
            int id = phones.units.call(CallContext.of(Scope.all()), unit -> {
                int key = phones.users.create(Phones.User.of("new")).id();
                Phones.User user = phones.users.lock(key).orElseThrow();
                phones.users.update(user, user.withName("user" + key));
                phones.lines.create(new Phones.Line("line" + key, 1));
                phones.userLines.link(key, "line" + key);
                unit.about("User/" + key, out -> out.announce(new Event("event" + key, "x", Map.of())));
                return key;
            });
            tell("unit " + id + " .");
        }
    }

    private static synchronized void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
