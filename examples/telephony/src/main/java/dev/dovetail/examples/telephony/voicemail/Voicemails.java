package dev.dovetail.examples.telephony.voicemail;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.examples.telephony.context.ContextUse;
import dev.dovetail.examples.telephony.context.InContext;
import dev.dovetail.examples.telephony.destination.DestinationType;
import dev.dovetail.examples.telephony.destination.Field;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.examples.telephony.zonemessages.ZoneMessages;
import dev.dovetail.notification.Announcements;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Voicemails; each lives in the tenant of its context. */
public final class Voicemails {
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
    private static final Column<Voicemail, UUID> TENANT = VOICEMAILS.column(Voicemail::tenantUuid);
    private static final DestinationType<Voicemail, Integer> DESTINATION = DestinationType.of(
                    VOICEMAILS,
                    Field.bool("skip_instructions").orElse(false),
                    Field.choice("greeting", "busy", "unavailable").nullable())
            .showing("voicemail_name", NAME);

    private Voicemails() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyResource.of(VOICEMAILS)
                .prepare(InContext.tenantOfContext(VOICEMAILS, CONTEXT, TENANT))
                .event("voicemail")
                .reload("voicemail reload")
                .reload("module reload res_pjsip.so", Operation.EDIT)
                .reload("module reload chan_sccp.so", Operation.EDIT)
                .shape(shape -> shape.after(Voicemails::checkDeletion))
                .plugin()
                .stopAtFirst()
                .rule(InContext.seesContext(VOICEMAILS, CONTEXT, TENANT))
                .rule((services, change, violations) -> Rules.<Voicemail, String>exists(
                                VOICEMAILS.column(Voicemail::timezone),
                                "Timezone",
                                (call, name) -> services.dao(ZoneMessages.ZONE_MESSAGES)
                                        .findBy(Criterion.equal(ZoneMessages.NAME, name)))
                        .check(change, violations))
                .rule(Rules.unique(VOICEMAILS))
                .rule(Voicemails::oneGlobalPerContext)
                .announces(Notifier.<Voicemail>of()
                        .on(Voicemails::moved, Operation.EDIT)
                        .on(Voicemails::removed, Operation.DELETE)
                        .build())
                .with(DESTINATION, ContextUse.of(VOICEMAILS, CONTEXT, "voicemail_id"));
    }

    /** Returns whether a voicemail is not that of a person. */
    public static boolean isGlobal(Voicemail voicemail) {
        return voicemail.accesstype() == Voicemail.AccessType.GLOBAL;
    }

    private static void oneGlobalPerContext(Services services, Change<Voicemail> change, Violations violations) {
        Voicemail voicemail = change.value();
        if (isGlobal(voicemail)
                && services.dao(VOICEMAILS)
                        .findBy(Criterion.equal(CONTEXT, voicemail.context())
                                .and(Criterion.equal(ACCESSTYPE, Voicemail.AccessType.GLOBAL)))
                        .filter(other -> other.id() != voicemail.id())
                        .isPresent()) {
            violations.add(Errors.notPermitted(
                    "Voicemail", "There can be only one global voicemail per context.", Details.none()));
        }
    }

    private static void moved(Change<Voicemail> change, Announcements announcements) {
        Voicemail old = change.before().orElseThrow();
        Voicemail now = change.value();
        if (change.changed(NUMBER) || change.changed(CONTEXT)) {
            announcements.command(Sysconfd.moveVoicemail(old.number(), old.context(), now.number(), now.context()));
        }
    }

    private static void removed(Change<Voicemail> change, Announcements announcements) {
        announcements.command(
                Sysconfd.deleteVoicemail(change.value().number(), change.value().context()));
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
