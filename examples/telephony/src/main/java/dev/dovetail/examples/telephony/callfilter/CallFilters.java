package dev.dovetail.examples.telephony.callfilter;

import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.ObjectPart;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.fallback.Fallback.Reason;
import dev.dovetail.examples.telephony.fallback.Fallbacks;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.http.KeyFormat;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Event;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.util.List;
import java.util.Map;

/** Call filters. */
public final class CallFilters implements TelephonyPlugin<CallFilter, Integer> {
    public static final Resource<CallFilter, Integer> CALL_FILTERS = Resource.of(CallFilter.class, CallFilter::id)
            .collection("callfilters")
            .generatedKey()
            .tenant(CallFilter::tenantUuid)
            .unique(CallFilter::name)
            .defaultValue(CallFilter::enabled, true)
            .searchFilterAndSort(CallFilter::id, CallFilter::name, CallFilter::description)
            .defaultSort(CallFilter::name)
            .build();
    private static final Column<CallFilter, Integer> TIMEOUT = CALL_FILTERS.column(CallFilter::surrogatesTimeout);

    private static final Fallbacks<CallFilter, Integer> FALLBACKS =
            new Fallbacks<>(CALL_FILTERS, List.of(Reason.NOANSWER));

    private record Data(int id) {}

    @Override
    public Resource<CallFilter, Integer> resource() {
        return CALL_FILTERS;
    }

    /** Clients know no waiting as null. */
    @Override
    public Preparation<CallFilter> computes(Services services) {
        return (call, before, draft) -> Integer.valueOf(0).equals(draft.surrogatesTimeout())
                ? Edit.of(CALL_FILTERS).set(TIMEOUT, null).applyTo(draft)
                : draft;
    }

    @Override
    public ValidationGroup<CallFilter> validation(Services services) {
        return ValidationGroup.<CallFilter>builder()
                .common(Rules.unique(services.dao(CALL_FILTERS)))
                .build();
    }

    @Override
    public void deleting(Services services, Change<CallFilter> deletion) {
        FALLBACKS.delete(services, deletion.value());
    }

    @Override
    public Notifier<Change<CallFilter>> notifier(Services services) {
        return BusEvents.byId("call_filter", CallFilter::tenantUuid, CallFilter::id)
                .build();
    }

    @Override
    public void shape(Representation.Builder<CallFilter> shape, Representations all) {
        Part<CallFilter> recipients = all.rights(
                CallFilterRecipients.RECIPIENT,
                all.only(Users.USERS, "uuid", "firstname", "lastname", "links"),
                CallFilterRecipients.WAITING);
        shape.part("recipients", ObjectPart.<CallFilter>empty().with("users", recipients))
                .part("surrogates", ObjectPart.<CallFilter>empty().with("users", new ShownSurrogates(all)))
                .part("fallbacks", FALLBACKS.part(all.services()));
    }

    @Override
    public void route(Routes routes) {
        TelephonyPlugin.super.route(routes);
        FALLBACKS
                .routes(
                        routes,
                        filter -> BusScope.tenant(
                                filter.tenantUuid(),
                                new Event("call_filter_fallback_edited", new Data(filter.id()), Map.of())))
                .add(KeyFormat.integer());
    }
}
