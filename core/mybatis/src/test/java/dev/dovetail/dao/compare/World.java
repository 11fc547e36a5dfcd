package dev.dovetail.dao.compare;

import static dev.dovetail.dao.contract.StoreContract.DESK;
import static dev.dovetail.dao.contract.StoreContract.PEOPLE;
import static dev.dovetail.dao.contract.StoreContract.PERSON_ROOMS;
import static dev.dovetail.dao.contract.StoreContract.ROOMS;
import static dev.dovetail.dao.contract.StoreContract.ROUTE;

import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.Store;
import dev.dovetail.dao.contract.Person;
import dev.dovetail.dao.contract.Room;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Violation;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Association;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Is one store with services, what has been created in it, and what was heard of it. */
record World(String name, PluginRegistry registry, List<Integer> created, List<String> heard) {
    static final CallContext CALL = CallContext.of(Scope.all());
    private static final EventType<Person> SAVED = new EventType<>("saved", Person.class);
    private static final EventType<Person> GONE = new EventType<>("gone", Person.class);
    private static final EventType<String> LINKED = new EventType<>("linked", String.class);

    static World over(String name, Store store) {
        List<String> heard = new ArrayList<>();
        PluginRegistry registry = PluginRegistry.on(store)
                .plugins(
                        ResourcePlugin.of(PEOPLE)
                                .announces(Notifier.<Person>of()
                                        .created(SAVED::of)
                                        .edited(change -> SAVED.of(change.value()))
                                        .deleted(GONE::of)
                                        .build()),
                        ResourcePlugin.of(ROOMS),
                        linking(PERSON_ROOMS),
                        linking(ROUTE),
                        linking(DESK))
                .listener(event -> heard.add(event.name() + " " + event.subject() + " "
                        + (event.is(LINKED) ? event.data(LINKED) : event.data(SAVED))))
                .load();
        return new World(name, registry, new ArrayList<>(), heard);
    }

    private static Plugin linking(Association<Person, Integer, Room, String> association) {
        return AssociationPlugin.of(association)
                .announces(AssociationNotifier.<Person, Room>builder()
                        .associated(link ->
                                LINKED.of(association + " + " + link.right().code()))
                        .dissociated(link ->
                                LINKED.of(association + " - " + link.right().code()))
                        .build());
    }

    CRUDService<Person, Integer> people() {
        return registry.of(PEOPLE);
    }

    CRUDService<Room, String> rooms() {
        return registry.of(ROOMS);
    }

    /** Returns the key of the person created as this one, or of nobody. */
    int person(int number) {
        return created.isEmpty() ? 1 : created.get(number % created.size());
    }

    /** Performs an operation and returns what it answered, or how it failed, and what was heard of it. */
    String answer(Op op) {
        heard.clear();
        String answer;
        try {
            answer = String.valueOf(op.on(this));
        } catch (DovetailException e) {
            answer = e.violations().stream().map(World::text).collect(Collectors.joining("; ", "refused: ", ""));
        } catch (IllegalStateException e) {
            answer = "failed: " + e.getMessage();
        }
        return answer + (heard.isEmpty() ? "" : "\n    heard " + String.join(", ", heard));
    }

    private static String text(Violation violation) {
        return violation.kind() + " " + violation.code() + " at '" + violation.path() + "' of " + violation.resource()
                + " " + violation.details();
    }
}
