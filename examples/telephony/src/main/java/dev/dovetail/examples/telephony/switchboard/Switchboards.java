package dev.dovetail.examples.telephony.switchboard;

import dev.dovetail.error.Path;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.ShownInEvents;
import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.examples.telephony.common.TextUuids;
import dev.dovetail.examples.telephony.destination.DestinationType;
import dev.dovetail.examples.telephony.destination.Field;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.fallback.Fallback.Reason;
import dev.dovetail.examples.telephony.fallback.Fallbacks;
import dev.dovetail.examples.telephony.incall.IncallTargets;
import dev.dovetail.examples.telephony.incallextension.IncallExtensions;
import dev.dovetail.examples.telephony.moh.Mohs;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.ResourceRoutes.Method;
import dev.dovetail.http.json.Naming;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.ServiceRule;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.Map;

/** Switchboards. */
public final class Switchboards {
    /** The number of an incall that leads to it. */
    private static final Derived<Switchboard, String> EXTEN = Derived.foundAscii(
            "exten",
            () -> Derivation.left(
                    Switchboards.INCALLS.association(),
                    Derivation.right(IncallExtensions.INCALL_EXTENSION, Derivation.of(Extensions.EXTEN))));

    public static final Resource<Switchboard, String> SWITCHBOARDS = Resource.of(Switchboard.class, Switchboard::uuid)
            .tenant(Switchboard::tenantUuid)
            .readOnly(Switchboard::uuid)
            .searchFilterAndSort(Switchboard::name)
            .searchAlso(EXTEN)
            .filterAlso(EXTEN)
            .defaultSort(Switchboard::name)
            .build();
    private static final DestinationType<Switchboard, String> DESTINATION = DestinationType.of(
                    SWITCHBOARDS, Field.RING_TIME)
            .showing("switchboard_name", SWITCHBOARDS.column(Switchboard::name));
    public static final IncallTargets<Switchboard, String> INCALLS = IncallTargets.of(DESTINATION);
    private static final List<Column<Switchboard, String>> MUSIC = List.of(
            SWITCHBOARDS.column(Switchboard::queueMusicOnHold),
            SWITCHBOARDS.column(Switchboard::waitingRoomMusicOnHold));
    private static final Fallbacks<Switchboard, String> FALLBACKS =
            new Fallbacks<>(SWITCHBOARDS, List.of(Reason.NOANSWER));

    private Switchboards() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        ShownInEvents<Switchboard> shown = new ShownInEvents<>(board -> Map.of("uuid", board.uuid()));
        return TelephonyResource.of(SWITCHBOARDS)
                .newKey(services -> services.ids().get().toString())
                .event("switchboard", board -> shown.data(SWITCHBOARDS, board), Switchboards::headers)
                .routes(mine -> mine.locator(byUuid -> byUuid.as(TextUuids.ANY))
                        .answering(Method.CREATE, shown::during)
                        .answering(Method.EDIT, shown::during)
                        .answering(Method.DELETE, shown::during))
                .plugin()
                .stopAtFirst()
                .rule(known(MUSIC.get(0)))
                .rule(known(MUSIC.get(1)))
                .with(
                        FALLBACKS.served(Switchboards::fallbacksEdited, TextUuids.CANONICAL),
                        DESTINATION,
                        HttpPlugin.routing(shown::route),
                        ResourcePlugin.extending(Mohs.MOHS)
                                .deleting((services, deletion) ->
                                        forgetMusic(services, deletion.value().name())));
    }

    private static Map<String, Object> headers(Switchboard board) {
        return Map.of("switchboard_uuid", board.uuid());
    }

    private static Event fallbacksEdited(Services services, Switchboard board) {
        return BusScope.tenant(
                board.tenantUuid(),
                new Event("switchboard_fallback_edited", FALLBACKS.shown(services, board), headers(board)));
    }

    private static ServiceRule<Change<Switchboard>> known(Column<Switchboard, String> music) {
        return (services, change, violations) -> {
            String name = music.get(change.value());
            if (name != null && !Mohs.known(services, change.value().tenantUuid(), name)) {
                String field = Naming.SNAKE_CASE.json(music.name());
                violations.add(
                        TelephonyErrors.inputError(Path.of(music.name()), "field '" + field + "': moh was not found"));
            }
        };
    }

    /** Takes a class of music that is being deleted out of all switchboards. */
    private static void forgetMusic(Services services, String name) {
        var dao = services.dao(SWITCHBOARDS);
        for (Column<Switchboard, String> music : MUSIC) {
            List<String> playing = dao.search(Search.where(Criterion.equal(music, name))).items().stream()
                    .map(Switchboard::uuid)
                    .toList();
            Edit<Switchboard> silent = Edit.of(SWITCHBOARDS).set(music, null);
            dao.lockAll(playing).forEach(board -> dao.update(board, silent.applyTo(board)));
        }
    }
}
