package dev.dovetail.examples.telephony.iaxendpoint;

import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.RandomNames;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.endpoint.EndpointOwner;
import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** IAX endpoints. */
public final class IaxEndpoints implements TelephonyPlugin<IaxEndpoint, Integer> {
    public static final Resource<IaxEndpoint, Integer> IAX_ENDPOINTS = Resource.of(IaxEndpoint.class, IaxEndpoint::id)
            .name("IAXEndpoint")
            .collection("endpoints_iax")
            .generatedKey()
            .tenant(IaxEndpoint::tenantUuid)
            .unique(IaxEndpoint::name)
            .prepared(IaxEndpoint::name)
            .defaultValue(IaxEndpoint::type, IaxEndpoint.Type.FRIEND)
            .defaultValue(IaxEndpoint::host, "dynamic")
            .defaultValue(IaxEndpoint::options, List.of())
            .searchFilterAndSort(IaxEndpoint::name, IaxEndpoint::type, IaxEndpoint::host)
            .defaultSort(IaxEndpoint::name)
            .build();
    public static final Column<IaxEndpoint, String> NAME = IAX_ENDPOINTS.column(IaxEndpoint::name);
    private static final Column<IaxEndpoint, List<List<String>>> OPTIONS = IAX_ENDPOINTS.column(IaxEndpoint::options);

    private record Ref(int id) {}

    private record Data(
            int id, UUID tenantUuid, String name, @Nullable Ref trunk) {}

    @Override
    public Resource<IaxEndpoint, Integer> resource() {
        return IAX_ENDPOINTS;
    }

    @Override
    public String path() {
        return "/endpoints/iax";
    }

    @Override
    public String rel() {
        return "endpoint_iax";
    }

    @Override
    public Preparation<IaxEndpoint> computes(Services services) {
        return (call, before, draft) -> {
            Edit<IaxEndpoint> edit = Edit.of(IAX_ENDPOINTS);
            if (NAME.get(draft) == null) {
                edit = edit.set(NAME, RandomNames.draw());
            }
            if (before == null || !before.options().equals(draft.options())) {
                edit = edit.set(OPTIONS, IaxOptions.stored(draft.options()));
            }
            return edit.applyTo(draft);
        };
    }

    @Override
    public ValidationGroup<IaxEndpoint> validation(Services services) {
        return ValidationGroup.<IaxEndpoint>builder()
                .common(Rules.unique(services.dao(IAX_ENDPOINTS)))
                .build();
    }

    @Override
    public Notifier<Change<IaxEndpoint>> notifier(Services services) {
        return BusEvents.<IaxEndpoint>ofTenant(
                        "iax_endpoint", IaxEndpoint::tenantUuid, endpoint -> data(endpoint, services))
                .commands(Sysconfd.reloads("iax2 reload"), Operation.EDIT, Operation.DELETE)
                .build();
    }

    private static Data data(IaxEndpoint endpoint, Services services) {
        Ref trunk = EndpointOwner.of(services, IAX_ENDPOINTS, "Trunk", endpoint)
                .map(Ref::new)
                .orElse(null);
        return new Data(endpoint.id(), endpoint.tenantUuid(), endpoint.name(), trunk);
    }

    @Override
    public void shape(Representation.Builder<IaxEndpoint> shape, Representations all) {
        shape.part("trunk", Part.nothing());
    }
}
