package dev.dovetail.examples.telephony.extension;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.context.Context;
import dev.dovetail.examples.telephony.context.ContextUse;
import dev.dovetail.examples.telephony.context.Contexts;
import dev.dovetail.examples.telephony.context.InContext;
import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.examples.telephony.style.Loose;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.util.List;
import java.util.UUID;

/** Extensions; each lives in the tenant of its context. */
public final class Extensions implements TelephonyPlugin<Extension, Integer> {
    private static final Derived<Extension, Context.Type> TYPE = Derived.found(
            "type",
            Context.Type.class,
            () -> Derivation.reference(
                    Extensions.CONTEXT, Contexts.CONTEXTS, Contexts.NAME, Derivation.of(Contexts.TYPE)));
    public static final Resource<Extension, Integer> EXTENSIONS = Resource.of(Extension.class, Extension::id)
            .generatedKey()
            .tenant(Extension::tenantUuid)
            .unique(Extension::exten, Extension::context)
            .defaultValue(Extension::enabled, true)
            .searchFilterAndSort(Extension::exten, Extension::context)
            .searchFilterAndSortAlso(TYPE)
            .defaultSort(Extension::exten)
            .build();
    public static final Column<Extension, String> EXTEN = EXTENSIONS.column(Extension::exten);
    public static final Column<Extension, String> CONTEXT = EXTENSIONS.column(Extension::context);
    public static final Column<Extension, Boolean> ENABLED = EXTENSIONS.column(Extension::enabled);
    private static final Column<Extension, UUID> TENANT = EXTENSIONS.column(Extension::tenantUuid);

    private record Data(int id, String exten, String context) {}

    @Override
    public Resource<Extension, Integer> resource() {
        return EXTENSIONS;
    }

    private static InContext<Extension> inContext(Services services) {
        return InContext.of(services, EXTENSIONS, CONTEXT, TENANT);
    }

    @Override
    public Preparation<Extension> computes(Services services) {
        return inContext(services).tenantOfContext();
    }

    @Override
    public ValidationGroup<Extension> validation(Services services) {
        Syntax syntax = new Syntax(services.dao(Contexts.CONTEXTS));
        return ValidationGroup.<Extension>builder()
                .stopAtFirst()
                .common(inContext(services).seesContext())
                .common(Rules.unique(services.dao(EXTENSIONS)))
                .common((change, violations) -> ReservedNumbers.check(services, change.value(), violations))
                .create(syntax)
                .edit((change, violations) -> ExtensionUses.checkEdited(services, change.value(), violations))
                .edit((change, violations) -> ExtensionUses.checkLines(services, change.value(), violations))
                .edit(syntax)
                .edit(Extensions::staysInItsTenant)
                .delete((change, violations) -> ExtensionUses.taken(services, change.value(), "extension_id")
                        .ifPresent(violations::add))
                .build();
    }

    private static void staysInItsTenant(Change<Extension> change, Violations violations) {
        change.before()
                .filter(before -> change.changed(TENANT))
                .ifPresent(before -> violations.add(Errors.differentTenants(
                        "Extension",
                        Details.of(
                                "current_tenant_uuid",
                                before.tenantUuid().toString(),
                                "context_tenant_uuid",
                                change.value().tenantUuid().toString()))));
    }

    @Override
    public List<Plugin> parts() {
        return List.of(plugin(), ContextUse.of(EXTENSIONS, CONTEXT, "extension_id"));
    }

    @Override
    public Notifier<Change<Extension>> notifier(Services services) {
        return BusEvents.<Extension>ofTenant(
                        "extension",
                        Extension::tenantUuid,
                        extension -> new Data(extension.id(), extension.exten(), extension.context()))
                .command(Sysconfd.reload("dialplan reload"), Operation.CREATE, Operation.DELETE)
                .on(
                        Notifier.ifChanged(
                                EXTENSIONS,
                                Sysconfd.reloads(
                                        "dialplan reload",
                                        "module reload res_pjsip.so",
                                        "module reload chan_sccp.so",
                                        "module reload app_queue.so")),
                        Operation.EDIT)
                .build();
    }

    @Override
    public void shape(Representation.Builder<Extension> shape, Representations all) {
        shape.reader(Extension::enabled, Loose::bool)
                .before(new Commented(all.types()))
                .computed("commented", Schema.bool(), extension -> !extension.enabled())
                .part("conference", Part.nothing())
                .part("parking_lot", Part.nothing())
                .part("group", Part.nothing())
                .part("incall", Part.nothing())
                .part("lines", Part.emptyList())
                .part("outcall", Part.nothing())
                .part("queue", Part.nothing());
    }
}
