package dev.dovetail.examples.telephony.trunk;

import dev.dovetail.error.Details;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.context.Context;
import dev.dovetail.examples.telephony.context.ContextUse;
import dev.dovetail.examples.telephony.context.Contexts;
import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Trunks; each is named after its endpoint. */
public final class Trunks implements TelephonyPlugin<Trunk, Integer> {
    public static final Resource<Trunk, Integer> TRUNKS = Resource.of(Trunk.class, Trunk::id)
            .generatedKey()
            .tenant(Trunk::tenantUuid)
            .readOnly(Trunk::description)
            .defaultValue(Trunk::twilioIncoming, false)
            .defaultValue(Trunk::outgoingCallerIdFormat, "+E164")
            .searchFilterAndSort(Trunk::id, Trunk::context, Trunk::description, Trunk::outgoingCallerIdFormat)
            .build();
    public static final Column<Trunk, String> CONTEXT = TRUNKS.column(Trunk::context);

    private record Data(int id) {}

    @Override
    public Resource<Trunk, Integer> resource() {
        return TRUNKS;
    }

    /** Holds the context, which might be deleted at the same moment. */
    @Override
    public Preparation<Trunk> computes(Services services) {
        return (call, before, draft) -> {
            contextOf(services, draft)
                    .ifPresent(context -> services.dao(Contexts.CONTEXTS).hold(context.id()));
            return draft;
        };
    }

    private static Optional<Context> contextOf(Services services, Trunk trunk) {
        return Optional.ofNullable(trunk.context()).flatMap(name -> contextNamed(services, name));
    }

    private static Optional<Context> contextNamed(Services services, String name) {
        return services.dao(Contexts.CONTEXTS).findBy(Criterion.equal(Contexts.NAME, name));
    }

    @Override
    public ValidationGroup<Trunk> validation(Services services) {
        return ValidationGroup.<Trunk>builder()
                .stopAtFirst()
                .common(Rules.exists(CONTEXT, "Context", (call, name) -> contextNamed(services, name)))
                .common((change, violations) -> hasContextOfItsTenant(services, change.value(), violations))
                .build();
    }

    private static void hasContextOfItsTenant(Services services, Trunk trunk, Violations violations) {
        contextOf(services, trunk)
                .map(Context::tenantUuid)
                .filter(tenant -> !tenant.equals(trunk.tenantUuid()))
                .ifPresent(tenant -> violations.add(Errors.differentTenants(
                        "Trunk",
                        Details.of(
                                "trunk_tenant_uuid",
                                trunk.tenantUuid().toString(),
                                "context_tenant_uuid",
                                tenant.toString()))));
    }

    @Override
    public List<Plugin> parts() {
        return List.of(plugin(), ContextUse.of(TRUNKS, CONTEXT, "trunk_id"));
    }

    @Override
    public Notifier<Change<Trunk>> notifier(Services services) {
        return BusEvents.<Trunk>ofTenant("trunk", Trunk::tenantUuid, trunk -> new Data(trunk.id()))
                .build();
    }

    @Override
    public void shape(Representation.Builder<Trunk> shape, Representations all) {
        shape.hide(Trunk::description)
                .nullMeansDefault(Trunk::twilioIncoming)
                .before(Trunks::failOnNull)
                .part("outcalls", Part.emptyList());
    }

    /** Clients know null in an edit as a failure of the server. */
    private static void failOnNull(ObjectNode body, boolean creating, Violations violations) {
        if (!creating
                && body.has("twilio_incoming")
                && body.get("twilio_incoming").isNull()) {
            violations.addAll(Errors.technical(ErrorKind.STORE_FAILED, "twilio_incoming is null", null)
                    .violations());
            body.remove("twilio_incoming");
        }
    }
}
