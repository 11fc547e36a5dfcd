package dev.dovetail.examples.telephony.sccpendpoint;

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
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** SCCP endpoints. */
public final class SccpEndpoints implements TelephonyPlugin<SccpEndpoint, Integer> {
    public static final Derived<SccpEndpoint, String> CALLER_ID_NAME = Derived.of(
            "callerIdName", String.class, endpoint -> SccpOptions.value(endpoint.options(), SccpOptions.CALLER_NAME));
    public static final Derived<SccpEndpoint, String> CALLER_ID_NUM = Derived.of(
            "callerIdNum", String.class, endpoint -> SccpOptions.value(endpoint.options(), SccpOptions.CALLER_NUMBER));
    public static final Resource<SccpEndpoint, Integer> SCCP_ENDPOINTS = Resource.of(
                    SccpEndpoint.class, SccpEndpoint::id)
            .name("SCCPEndpoint")
            .collection("endpoints_sccp")
            .generatedKey()
            .tenant(SccpEndpoint::tenantUuid)
            .prepared(SccpEndpoint::name)
            .defaultValue(SccpEndpoint::options, List.of())
            .searchFilterAndSort(SccpEndpoint::id)
            .stored(CALLER_ID_NAME, CALLER_ID_NUM)
            .build();
    public static final Column<SccpEndpoint, String> NAME = SCCP_ENDPOINTS.column(SccpEndpoint::name);
    private static final Column<SccpEndpoint, List<List<String>>> OPTIONS =
            SCCP_ENDPOINTS.column(SccpEndpoint::options);

    private record Ref(int id) {}

    private record Data(int id, UUID tenantUuid, @Nullable Ref line) {}

    @Override
    public Resource<SccpEndpoint, Integer> resource() {
        return SCCP_ENDPOINTS;
    }

    @Override
    public String path() {
        return "/endpoints/sccp";
    }

    @Override
    public String rel() {
        return "endpoint_sccp";
    }

    @Override
    public Preparation<SccpEndpoint> computes(Services services) {
        return (call, before, draft) -> {
            Edit<SccpEndpoint> edit = Edit.of(SCCP_ENDPOINTS);
            if (before == null) {
                edit = edit.set(NAME, RandomNames.draw()).set(OPTIONS, SccpOptions.given(List.of(), draft.options()));
            } else if (!before.options().equals(draft.options())) {
                edit = edit.set(OPTIONS, SccpOptions.given(before.options(), draft.options()));
            }
            return edit.applyTo(draft);
        };
    }

    @Override
    public Notifier<Change<SccpEndpoint>> notifier(Services services) {
        return BusEvents.<SccpEndpoint>ofTenant(
                        "sccp_endpoint", SccpEndpoint::tenantUuid, endpoint -> data(endpoint, services))
                .commands(
                        Sysconfd.reloads("module reload chan_sccp.so", "dialplan reload"),
                        Operation.EDIT,
                        Operation.DELETE)
                .build();
    }

    private static Data data(SccpEndpoint endpoint, Services services) {
        Ref line = EndpointOwner.of(services, SCCP_ENDPOINTS, "Line", endpoint)
                .map(Ref::new)
                .orElse(null);
        return new Data(endpoint.id(), endpoint.tenantUuid(), line);
    }

    /** Returns an endpoint that shows called parties this name. */
    public static SccpEndpoint withCallerName(SccpEndpoint endpoint, String name) {
        return with(endpoint, SccpOptions.CALLER_NAME, name);
    }

    /** Returns an endpoint that shows called parties this number; an empty text is none. */
    public static SccpEndpoint withCallerNumber(SccpEndpoint endpoint, String number) {
        return with(endpoint, SccpOptions.CALLER_NUMBER, number);
    }

    private static SccpEndpoint with(SccpEndpoint endpoint, String key, String value) {
        List<List<String>> options = new ArrayList<>(endpoint.options());
        options.add(List.of(key, value));
        return Edit.of(SCCP_ENDPOINTS)
                .set(OPTIONS, SccpOptions.given(List.of(), options))
                .applyTo(endpoint);
    }

    @Override
    public void shape(Representation.Builder<SccpEndpoint> shape, Representations all) {
        shape.hide(SccpEndpoint::name).part("line", Part.nothing());
    }
}
