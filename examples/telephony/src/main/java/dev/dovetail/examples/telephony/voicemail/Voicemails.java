package dev.dovetail.examples.telephony.voicemail;

import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.dao.Dao;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.context.ContextUse;
import dev.dovetail.examples.telephony.context.InContext;
import dev.dovetail.examples.telephony.destination.DestinationType;
import dev.dovetail.examples.telephony.destination.Field;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.examples.telephony.zonemessages.ZoneMessages;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rule;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Voicemails; each lives in the tenant of its context. */
public final class Voicemails implements TelephonyPlugin<Voicemail, Integer> {
    public static final Resource<Voicemail, Integer> VOICEMAILS = Resource.of(Voicemail.class, Voicemail::id)
            .generatedKey()
            .tenant(Voicemail::tenantUuid)
            .unique(Voicemail::number, Voicemail::context)
            .defaultValue(Voicemail::deleteMessages, false)
            .defaultValue(Voicemail::askPassword, true)
            .defaultValue(Voicemail::enabled, true)
            .defaultValue(Voicemail::options, List.of())
            .defaultValue(Voicemail::accesstype, Voicemail.AccessType.PERSONAL)
            .search(Voicemail::name, Voicemail::number, Voicemail::email, Voicemail::pager)
            .filterAndSort(
                    Voicemail::name,
                    Voicemail::number,
                    Voicemail::email,
                    Voicemail::context,
                    Voicemail::language,
                    Voicemail::timezone,
                    Voicemail::pager,
                    Voicemail::accesstype)
            .defaultSort(Voicemail::number)
            .build();
    public static final Column<Voicemail, String> CONTEXT = VOICEMAILS.column(Voicemail::context);
    public static final Column<Voicemail, Boolean> ENABLED = VOICEMAILS.column(Voicemail::enabled);
    public static final Column<Voicemail, String> NAME = VOICEMAILS.column(Voicemail::name);
    public static final Column<Voicemail, String> NUMBER = VOICEMAILS.column(Voicemail::number);
    private static final Column<Voicemail, Voicemail.AccessType> ACCESSTYPE = VOICEMAILS.column(Voicemail::accesstype);
    private static final DestinationType<Voicemail, Integer> DESTINATION = DestinationType.of(
                    VOICEMAILS,
                    Field.bool("skip_instructions").orElse(false),
                    Field.choice("greeting", "busy", "unavailable").nullable())
            .showing("voicemail_name", NAME);

    private record Data(int id) {}

    @Override
    public Resource<Voicemail, Integer> resource() {
        return VOICEMAILS;
    }

    @Override
    public Preparation<Voicemail> computes(Services services) {
        return inContext(services).tenantOfContext();
    }

    private static InContext<Voicemail> inContext(Services services) {
        return InContext.of(services, VOICEMAILS, CONTEXT, VOICEMAILS.column(Voicemail::tenantUuid));
    }

    @Override
    public ValidationGroup<Voicemail> validation(Services services) {
        Dao<Voicemail, Integer> voicemails = services.dao(VOICEMAILS);
        return ValidationGroup.<Voicemail>builder()
                .stopAtFirst()
                .common(inContext(services).seesContext())
                .common(Rules.exists(
                        VOICEMAILS.column(Voicemail::timezone),
                        "Timezone",
                        (call, name) -> services.dao(ZoneMessages.ZONE_MESSAGES)
                                .findBy(Criterion.equal(ZoneMessages.NAME, name))))
                .common(Rules.unique(voicemails))
                .common(oneGlobalPerContext(voicemails))
                .build();
    }

    /** Returns whether a voicemail is not that of a person. */
    public static boolean isGlobal(Voicemail voicemail) {
        return voicemail.accesstype() == Voicemail.AccessType.GLOBAL;
    }

    private static Rule<Change<Voicemail>> oneGlobalPerContext(Dao<Voicemail, Integer> voicemails) {
        return Rules.forbid(
                "Voicemail",
                "There can be only one global voicemail per context.",
                change -> isGlobal(change.value())
                        && voicemails
                                .findBy(Criterion.equal(CONTEXT, change.value().context())
                                        .and(Criterion.equal(ACCESSTYPE, Voicemail.AccessType.GLOBAL)))
                                .filter(other -> other.id() != change.value().id())
                                .isPresent());
    }

    @Override
    public List<Plugin> parts() {
        return List.of(plugin(), DESTINATION, ContextUse.of(VOICEMAILS, CONTEXT, "voicemail_id"));
    }

    @Override
    public Notifier<Change<Voicemail>> notifier(Services services) {
        return BusEvents.<Voicemail>ofTenant("voicemail", Voicemail::tenantUuid, voicemail -> new Data(voicemail.id()))
                .command(Sysconfd.reload("voicemail reload"))
                .commands(Sysconfd.reloads("module reload res_pjsip.so", "module reload chan_sccp.so"), Operation.EDIT)
                .on(
                        (change, announcements) -> {
                            Voicemail old = change.before().orElseThrow();
                            Voicemail now = change.value();
                            if (change.changed(NUMBER) || change.changed(CONTEXT)) {
                                announcements.command(Sysconfd.moveVoicemail(
                                        old.number(), old.context(), now.number(), now.context()));
                            }
                        },
                        Operation.EDIT)
                .on(
                        (change, announcements) -> announcements.command(Sysconfd.deleteVoicemail(
                                change.value().number(), change.value().context())),
                        Operation.DELETE)
                .build();
    }

    @Override
    public void shape(Representation.Builder<Voicemail> shape, Representations all) {
        shape.part("users", Part.emptyList()).after(Voicemails::checkDeletion);
    }

    private static void checkDeletion(ObjectNode body, boolean creating, Violations violations) {
        if (!isTrue(body, "delete_messages")) {
            return;
        }
        if (!body.path("email").isString() || body.path("email").stringValue().isEmpty()) {
            violations.add(TelephonyErrors.schema(
                    "Voicemail", Path.whole(), "email-needed", "email must be provided if delete_messages is set"));
        } else if (!isTrue(body, "attach_audio")) {
            violations.add(TelephonyErrors.schema(
                    "Voicemail", Path.whole(), "audio-needed", "attach_audio must be set if delete_messages is set"));
        }
    }

    private static boolean isTrue(ObjectNode body, String field) {
        return body.path(field).isBoolean() && body.path(field).booleanValue();
    }
}
