package dev.dovetail.examples.telephony.accessfeature;

import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.style.Loose;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.Representations;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.ResourceRoutes.Method;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;

/** Access features; they have no tenant, and only the master tenant sees them. */
public final class AccessFeatures implements TelephonyPlugin<AccessFeature, Integer> {
    public static final Resource<AccessFeature, Integer> ACCESS_FEATURES = Resource.of(
                    AccessFeature.class, AccessFeature::id)
            .name("AccessFeatures")
            .collection("access_features")
            .generatedKey()
            .unique(AccessFeature::host, AccessFeature::feature)
            .defaultValue(AccessFeature::host, "")
            .defaultValue(AccessFeature::feature, AccessFeature.Feature.PHONEBOOK)
            .defaultValue(AccessFeature::enabled, true)
            .searchFilterAndSort(AccessFeature::id, AccessFeature::host, AccessFeature::feature, AccessFeature::enabled)
            .defaultSort(AccessFeature::host)
            .build();

    @Override
    public Resource<AccessFeature, Integer> resource() {
        return ACCESS_FEATURES;
    }

    @Override
    public ValidationGroup<AccessFeature> validation(Services services) {
        return ValidationGroup.<AccessFeature>builder()
                .common(Rules.unique(services.dao(ACCESS_FEATURES)))
                .build();
    }

    @Override
    public Notifier<Change<AccessFeature>> notifier(Services services) {
        return BusEvents.<AccessFeature>ofService("access_feature", feature -> feature)
                .command(Sysconfd.restart("wazo-phoned"))
                .build();
    }

    @Override
    public void shape(Representation.Builder<AccessFeature> shape, Representations all) {
        shape.reader(AccessFeature::enabled, Loose::bool);
    }

    @Override
    public void shape(ResourceRoutes<AccessFeature, Integer> routes) {
        routes.rootTenantOnly(Method.SEARCH, Method.CREATE, Method.GET, Method.EDIT, Method.DELETE);
    }
}
