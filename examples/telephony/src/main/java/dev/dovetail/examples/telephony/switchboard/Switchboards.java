package dev.dovetail.examples.telephony.switchboard;

import dev.dovetail.Preparation;
import dev.dovetail.error.Path;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.ShownInEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.common.TextUuids;
import dev.dovetail.examples.telephony.destination.Destinations;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.fallback.Fallback.Reason;
import dev.dovetail.examples.telephony.fallback.Fallbacks;
import dev.dovetail.examples.telephony.incall.IncallTargets;
import dev.dovetail.examples.telephony.incallextension.IncallExtensions;
import dev.dovetail.examples.telephony.moh.Mohs;
import dev.dovetail.http.Representations;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.ResourceRoutes.Method;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Naming;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Event;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rule;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.util.List;
import java.util.Map;

/** Switchboards. */
public final class Switchboards implements TelephonyPlugin<Switchboard, String> {
    /** The number of an incall that leads to it. */
    private static final Derived<Switchboard, String> EXTEN = Derived.foundAscii(
            "exten",
            () -> Derivation.left(
                    IncallTargets.INCALL_SWITCHBOARD,
                    Derivation.right(IncallExtensions.INCALL_EXTENSION, Derivation.of(Extensions.EXTEN))));

    public static final Resource<Switchboard, String> SWITCHBOARDS = Resource.of(Switchboard.class, Switchboard::uuid)
            .tenant(Switchboard::tenantUuid)
            .readOnly(Switchboard::uuid)
            .searchFilterAndSort(Switchboard::name)
            .searchAlso(EXTEN)
            .filterAlso(EXTEN)
            .defaultSort(Switchboard::name)
            .build();
    public static final Column<Switchboard, String> NAME = SWITCHBOARDS.column(Switchboard::name);
    private static final Column<Switchboard, String> UUID_COLUMN = SWITCHBOARDS.column(Switchboard::uuid);
    private static final List<Column<Switchboard, String>> MUSIC = List.of(
            SWITCHBOARDS.column(Switchboard::queueMusicOnHold),
            SWITCHBOARDS.column(Switchboard::waitingRoomMusicOnHold));
    private static final Fallbacks<Switchboard, String> FALLBACKS =
            new Fallbacks<>(SWITCHBOARDS, List.of(Reason.NOANSWER));

    private final ShownInEvents<Switchboard> shown = new ShownInEvents<>(board -> Map.of("uuid", board.uuid()));

    @Override
    public Resource<Switchboard, String> resource() {
        return SWITCHBOARDS;
    }

    @Override
    public Preparation<Switchboard> computes(Services services) {
        return (call, before, draft) -> {
            Edit<Switchboard> edit = Edit.of(SWITCHBOARDS);
            for (Column<Switchboard, String> music : MUSIC) {
                if ("".equals(music.get(draft))) {
                    edit = edit.set(music, null);
                }
            }
            if (before == null) {
                edit = edit.set(UUID_COLUMN, services.ids().get().toString());
            }
            return edit.applyTo(draft);
        };
    }

    @Override
    public ValidationGroup<Switchboard> validation(Services services) {
        return ValidationGroup.<Switchboard>builder()
                .stopAtFirst()
                .common(known(services, MUSIC.get(0)))
                .common(known(services, MUSIC.get(1)))
                .build();
    }

    private static Rule<Change<Switchboard>> known(Services services, Column<Switchboard, String> music) {
        return Rules.optional(music, (change, name, violations) -> {
            if (!Mohs.known(services, change.value().tenantUuid(), name)) {
                String field = Naming.SNAKE_CASE.json(music.name());
                violations.add(
                        TelephonyErrors.inputError(Path.of(music.name()), "field '" + field + "': moh was not found"));
            }
        });
    }

    /** Takes a class of music that is being deleted out of all switchboards. */
    public static void forgetMusic(Services services, String name) {
        if (!services.loaded(SWITCHBOARDS.collection())) {
            return;
        }
        var dao = services.dao(SWITCHBOARDS);
        for (Column<Switchboard, String> music : MUSIC) {
            List<String> playing = dao.search(Search.where(Criterion.equal(music, name))).items().stream()
                    .map(Switchboard::uuid)
                    .toList();
            Edit<Switchboard> silent = Edit.of(SWITCHBOARDS).set(music, null);
            dao.lockAll(playing).forEach(board -> dao.update(board, silent.applyTo(board)));
        }
    }

    @Override
    public void deleting(Services services, Change<Switchboard> deletion) {
        FALLBACKS.delete(services, deletion.value());
        Destinations.removeTo(services, SWITCHBOARDS, deletion.value());
    }

    @Override
    public Notifier<Change<Switchboard>> notifier(Services services) {
        return BusEvents.<Switchboard>ofTenant(
                        "switchboard",
                        Switchboard::tenantUuid,
                        board -> shown.data(SWITCHBOARDS, board),
                        Switchboards::headers)
                .build();
    }

    private static Map<String, Object> headers(Switchboard board) {
        return Map.of("switchboard_uuid", board.uuid());
    }

    @Override
    public void shape(Representation.Builder<Switchboard> shape, Representations all) {
        shape.part("incalls", Part.emptyList()).part("fallbacks", FALLBACKS);
    }

    @Override
    public void shape(ResourceRoutes<Switchboard, String> routes) {
        routes.locator(byUuid -> byUuid.as(TextUuids.ANY))
                .answering(Method.CREATE, shown::during)
                .answering(Method.EDIT, shown::during)
                .answering(Method.DELETE, shown::during);
    }

    @Override
    public void route(Routes routes) {
        TelephonyPlugin.super.route(routes);
        shown.route(routes);
        FALLBACKS
                .routes(
                        routes,
                        board -> BusScope.tenant(
                                board.tenantUuid(),
                                new Event(
                                        "switchboard_fallback_edited",
                                        FALLBACKS.shown(routes.services(), board),
                                        headers(board))))
                .add(TextUuids.CANONICAL);
    }
}
