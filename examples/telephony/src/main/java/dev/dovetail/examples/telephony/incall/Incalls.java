package dev.dovetail.examples.telephony.incall;

import dev.dovetail.context.CallContext;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.destination.Destination;
import dev.dovetail.examples.telephony.destination.Destinations;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.incallextension.IncallExtensions;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.ValidationGroup;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Incoming calls. */
public final class Incalls implements TelephonyPlugin<Incall, Integer> {
    private static final Derived<Incall, String> EXTEN = Derived.foundAscii(
            "exten", () -> Derivation.right(IncallExtensions.INCALL_EXTENSION, Derivation.of(Extensions.EXTEN)));
    private static final Derived<Incall, Integer> USER = Derived.found(
            "userId",
            Integer.class,
            () -> Derivation.right(IncallTargets.INCALL_USER, Derivation.of(Users.USERS.key())));
    private static final Derived<Incall, String> TARGETS =
            Derived.of("targets", String.class, incall -> Destinations.targets(incall.destination()));
    public static final Resource<Incall, Integer> INCALLS = Resource.of(Incall.class, Incall::id)
            .generatedKey()
            .tenant(Incall::tenantUuid)
            .stored(TARGETS)
            .search(Incall::preprocessSubroutine, Incall::greetingSound, Incall::description)
            .searchAlso(EXTEN)
            .filterAndSort(Incall::preprocessSubroutine, Incall::greetingSound, Incall::description)
            .filterAlso(EXTEN, USER)
            .sortAlso(EXTEN, USER)
            .defaultSort(EXTEN)
            .build();
    public static final Column<Incall, Destination> DESTINATION = INCALLS.column(Incall::destination);

    private record Data(int id) {}

    @Override
    public Resource<Incall, Integer> resource() {
        return INCALLS;
    }

    @Override
    public ValidationGroup<Incall> validation(Services services) {
        return ValidationGroup.<Incall>builder()
                .common(Destinations.exist(services, incall -> List.of(incall.destination())))
                .build();
    }

    @Override
    public Optional<Consumer<Change<Incall>>> afterwards(Services services) {
        return Optional.of(change -> {
            if (change.operation() != Operation.DELETE && change.changed(DESTINATION)) {
                IncallTargets.follow(services, change);
            }
        });
    }

    /** Leaves the incalls of a user with nowhere to go, each edited by itself. */
    public static void leave(Services services, CallContext call, User user) {
        Edit<Incall> nowhere = Edit.of(INCALLS).set(DESTINATION, Destination.NONE);
        services.lookups()
                .lefts(IncallTargets.INCALL_USER, List.of(user))
                .get()
                .getOrDefault(user.id(), List.of())
                .forEach(incall -> services.of(INCALLS).edit(call, incall.id(), nowhere));
    }

    /** Leaves incalls that lead to an object with nowhere to go. */
    public static void forget(Services services, String token) {
        if (!services.loaded(INCALLS.collection())) {
            return;
        }
        var dao = services.dao(INCALLS);
        Edit<Incall> nowhere = Edit.of(INCALLS).set(DESTINATION, Destination.NONE);
        List<Integer> leading = dao.search(Search.where(Destinations.leadingTo(TARGETS, token))).items().stream()
                .map(Incall::id)
                .toList();
        dao.lockAll(leading).forEach(incall -> dao.update(incall, nowhere.applyTo(incall)));
    }

    @Override
    public Notifier<Change<Incall>> notifier(Services services) {
        return BusEvents.<Incall>ofTenant("incall", Incall::tenantUuid, incall -> new Data(incall.id()))
                .build();
    }

    @Override
    public void shape(Representation.Builder<Incall> shape, Representations all) {
        shape.part("destination", Destinations.part(Incall::destination))
                .part("extensions", Part.emptyList())
                .part("schedules", Part.emptyList());
    }
}
