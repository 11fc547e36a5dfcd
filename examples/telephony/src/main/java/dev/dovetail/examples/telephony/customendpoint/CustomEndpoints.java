package dev.dovetail.examples.telephony.customendpoint;

import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.endpoint.EndpointOwner;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Custom endpoints. */
public final class CustomEndpoints implements TelephonyPlugin<CustomEndpoint, Integer> {
    public static final Resource<CustomEndpoint, Integer> CUSTOM_ENDPOINTS = Resource.of(
                    CustomEndpoint.class, CustomEndpoint::id)
            .collection("endpoints_custom")
            .generatedKey()
            .tenant(CustomEndpoint::tenantUuid)
            .unique(CustomEndpoint::interface_)
            .defaultValue(CustomEndpoint::enabled, true)
            .searchFilterAndSort(CustomEndpoint::id, CustomEndpoint::interface_)
            .defaultSort(CustomEndpoint::interface_)
            .build();
    public static final Column<CustomEndpoint, String> INTERFACE = CUSTOM_ENDPOINTS.column(CustomEndpoint::interface_);

    private record Ref(int id) {}

    private record Data(
            int id,
            UUID tenantUuid,
            String interface_,
            @Nullable Ref trunk,
            @Nullable Ref line) {}

    @Override
    public Resource<CustomEndpoint, Integer> resource() {
        return CUSTOM_ENDPOINTS;
    }

    @Override
    public String path() {
        return "/endpoints/custom";
    }

    @Override
    public String rel() {
        return "endpoint_custom";
    }

    @Override
    public ValidationGroup<CustomEndpoint> validation(Services services) {
        return ValidationGroup.<CustomEndpoint>builder()
                .stopAtFirst()
                .common(Rules.unique(services.dao(CUSTOM_ENDPOINTS)))
                .build();
    }

    @Override
    public Notifier<Change<CustomEndpoint>> notifier(Services services) {
        return BusEvents.<CustomEndpoint>ofTenant(
                        "custom_endpoint", CustomEndpoint::tenantUuid, endpoint -> data(endpoint, services))
                .build();
    }

    private static Data data(CustomEndpoint endpoint, Services services) {
        return new Data(
                endpoint.id(),
                endpoint.tenantUuid(),
                endpoint.interface_(),
                owner(services, "Trunk", endpoint),
                owner(services, "Line", endpoint));
    }

    private static @Nullable Ref owner(Services services, String kind, CustomEndpoint endpoint) {
        return EndpointOwner.of(services, CUSTOM_ENDPOINTS, kind, endpoint)
                .map(Ref::new)
                .orElse(null);
    }

    @Override
    public void shape(Representation.Builder<CustomEndpoint> shape, Representations all) {
        shape.part("trunk", Part.nothing()).part("line", Part.nothing());
    }
}
