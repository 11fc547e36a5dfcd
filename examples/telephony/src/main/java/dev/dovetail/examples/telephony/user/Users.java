package dev.dovetail.examples.telephony.user;

import dev.dovetail.dao.Dao;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.funckey.FuncKeyTemplate;
import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.examples.telephony.moh.MusicOnHold;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.KeyFormat;
import dev.dovetail.http.Representations;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Users. */
public final class Users implements TelephonyPlugin<User, Integer> {
    static final Derived<User, String> FULLNAME = Derived.of("fullname", String.class, User::fullname);
    public static final Resource<User, Integer> USERS = Resource.of(User.class, User::id)
            .generatedKey()
            .tenant(User::tenantUuid)
            .unique(User::uuid)
            .uniqueIgnoringCase(User::email)
            .unique(User::username)
            .version(User::version)
            .readOnly(User::uuid, User::createdAt)
            .prepared(User::callerId)
            .defaultValues(
                    false,
                    User::mobileFallbackEnabled,
                    User::callTransferEnabled,
                    User::dtmfHangupEnabled,
                    User::callRecordOutgoingExternalEnabled,
                    User::callRecordOutgoingInternalEnabled,
                    User::callRecordIncomingInternalEnabled,
                    User::callRecordIncomingExternalEnabled,
                    User::onlineCallRecordEnabled,
                    User::dndEnabled,
                    User::incallfilterEnabled,
                    User::busyEnabled,
                    User::noanswerEnabled,
                    User::unconditionalEnabled)
            .defaultValues(true, User::supervisionEnabled, User::enabled)
            .defaultValue(User::ringSeconds, 30)
            .defaultValue(User::simultaneousCalls, 5)
            .defaultValue(User::subscriptionType, 0)
            .defaultValue(User::version, 1)
            .search(
                    User::callerId,
                    User::description,
                    User::userfield,
                    User::email,
                    User::mobilePhoneNumber,
                    User::preprocessSubroutine,
                    User::outgoingCallerId,
                    User::username,
                    User::subscriptionType)
            .searchFilterAndSortAlso(FULLNAME)
            .filter(
                    User::id,
                    User::firstname,
                    User::lastname,
                    User::callerId,
                    User::description,
                    User::userfield,
                    User::musicOnHold,
                    User::outgoingCallerId,
                    User::preprocessSubroutine,
                    User::username,
                    User::enabled,
                    User::subscriptionType)
            .sort(
                    User::id,
                    User::uuid,
                    User::firstname,
                    User::lastname,
                    User::callerId,
                    User::description,
                    User::userfield,
                    User::email,
                    User::mobilePhoneNumber,
                    User::musicOnHold,
                    User::outgoingCallerId,
                    User::preprocessSubroutine,
                    User::username,
                    User::enabled,
                    User::subscriptionType)
            .defaultSort(User::lastname)
            .build();
    public static final Column<User, String> EMAIL = USERS.column(User::email);
    public static final Column<User, String> MOBILE = USERS.column(User::mobilePhoneNumber);
    public static final Column<User, String> FIRSTNAME = USERS.column(User::firstname);
    public static final Column<User, String> LASTNAME = USERS.column(User::lastname);
    public static final Column<User, UUID> UUID_COLUMN = USERS.column(User::uuid);
    private static final Column<User, String> MUSIC_ON_HOLD = USERS.column(User::musicOnHold);

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter ANNOUNCED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final List<String> RECORDED =
            List.of("outgoing_external", "outgoing_internal", "incoming_internal", "incoming_external");

    private record Data(int id, UUID uuid, int subscriptionType, String createdAt, UUID tenantUuid) {
        static Data of(User user) {
            return new Data(
                    user.id(),
                    user.uuid(),
                    user.subscriptionType(),
                    ANNOUNCED.format(user.createdAt()),
                    user.tenantUuid());
        }
    }

    @Override
    public Resource<User, Integer> resource() {
        return USERS;
    }

    @Override
    public Preparation<User> computes(Services all) {
        return (call, before, draft) -> {
            Edit<User> edit = Edit.of(USERS);
            if ("".equals(draft.musicOnHold())) {
                edit = edit.set(MUSIC_ON_HOLD, null);
            }
            if (before == null) {
                edit = edit.set(UUID_COLUMN, all.ids().get())
                        .set(
                                USERS.column(User::createdAt),
                                LocalDateTime.ofInstant(all.clock().instant(), ZoneOffset.UTC)
                                        .truncatedTo(ChronoUnit.MICROS));
                if (USERS.column(User::callerId).get(draft) == null) {
                    edit = edit.set(
                            USERS.column(User::callerId),
                            "\"" + draft.fullname().stripTrailing() + "\"");
                }
            }
            return edit.applyTo(draft);
        };
    }

    @Override
    public ValidationGroup<User> validation(Services all) {
        Dao<User, Integer> users = all.dao(USERS);
        return ValidationGroup.<User>builder()
                .stopAtFirst()
                .common(Rules.unique(users, USERS.uniques().get(2)))
                .common(Rules.unique(users, USERS.uniques().get(3)))
                .common(MusicOnHold.known(all, MUSIC_ON_HOLD, USERS.column(User::tenantUuid)))
                .build();
    }

    private static void checkMobileFallback(Change<User> change, Violations violations) {
        if (change.value().mobileFallbackEnabled() && change.value().mobilePhoneNumber() == null) {
            violations.add(TelephonyErrors.mobileFallbackNumberNull());
        }
    }

    @Override
    public void deleting(Services all, Change<User> deletion) {
        UserFallbacks.ALL.delete(all, deletion.value());
    }

    @Override
    public List<Plugin> parts() {
        return List.of(
                plugin().rule(Rules.contributed()).rule(Users::checkMobileFallback), // after what associations require
                UserDestinations.TYPE,
                UserDestinations.ofIncalls());
    }

    @Override
    public Optional<Consumer<Change<User>>> afterwards(Services all) {
        return Optional.of(change -> {
            if (change.operation() == Operation.CREATE) {
                FuncKeyTemplate.create(all, change.value().id());
            }
        });
    }

    @Override
    public Notifier<Change<User>> notifier(Services all) {
        return BusEvents.<User>ofTenant("user", User::tenantUuid, Data::of)
                .commands(Sysconfd.reloads(
                        "dialplan reload",
                        "module reload chan_sccp.so",
                        "module reload app_queue.so",
                        "module reload res_pjsip.so"))
                .build();
    }

    @Override
    public void shape(Representation.Builder<User> shape, Representations all) {
        shape.hide(User::createdAt, User::version)
                .hide(User::dndEnabled, User::incallfilterEnabled)
                .hide(User::busyEnabled, User::busyDestination)
                .hide(User::noanswerEnabled, User::noanswerDestination)
                .hide(User::unconditionalEnabled, User::unconditionalDestination)
                .nullMeansDefault(
                        User::callerId,
                        User::callTransferEnabled,
                        User::dtmfHangupEnabled,
                        User::onlineCallRecordEnabled,
                        User::supervisionEnabled,
                        User::ringSeconds,
                        User::simultaneousCalls,
                        User::enabled)
                .before(Users::spreadCallRecord)
                .after(Users::refuseRecordedTwice)
                .computed("created_at", Schema.string(), user -> SHOWN.format(user.createdAt()))
                .computed("country", Schema.nothing(), user -> null)
                .computed("call_record_enabled", Schema.bool().orNull(), User::callRecordEnabled)
                .part("forwards", Forwards.ALL)
                .part("services", UserServices.ALL)
                .part("fallbacks", UserFallbacks.ALL.part(all.services()))
                .part("agent", Part.nothing())
                .part("voicemail", Part.nothing());
        for (String none : List.of(
                "call_permissions",
                "call_pickup_target_users",
                "groups",
                "incalls",
                "lines",
                "queues",
                "schedules",
                "switchboards")) {
            shape.part(none, Part.emptyList());
        }
    }

    /** The deprecated key stands for the four that took its place. */
    private static void spreadCallRecord(ObjectNode body, boolean creating, Violations violations) {
        var all = body.get("call_record_enabled");
        Path path = Path.of("callRecordEnabled");
        if (all == null) {
            return;
        } else if (all.isNull()) {
            if (!creating) {
                violations.add(Errors.nullValue("User", path));
            }
        } else if (!all.isBoolean()) {
            violations.add(Errors.wrongType("User", path, "boolean"));
        } else if (!recordedTwice(body)) {
            RECORDED.forEach(kind -> body.set("call_record_" + kind + "_enabled", all));
            body.remove("call_record_enabled");
        }
    }

    private static boolean recordedTwice(ObjectNode body) {
        return body.hasNonNull("call_record_enabled")
                && RECORDED.stream().anyMatch(kind -> body.hasNonNull("call_record_" + kind + "_enabled"));
    }

    private static void refuseRecordedTwice(ObjectNode body, boolean creating, Violations violations) {
        if (recordedTwice(body)) {
            violations.add(TelephonyErrors.schema(
                    "User",
                    Path.whole(),
                    "call-record-twice",
                    "'call_record_enabled' is deprecated and incompatible with 'call_record_*_enabled' options"));
        }
    }

    @Override
    public void shape(ResourceRoutes<User, Integer> routes) {
        routes.locator(byId -> byId.or(UUID_COLUMN, KeyFormat.uuid()));
    }

    @Override
    public void route(Routes routes) {
        TelephonyPlugin.super.route(routes);
        Forwards.route(routes);
        UserServices.route(routes);
        UserFallbacks.route(routes);
    }
}
