package dev.dovetail.examples.telephony.accessfeature;

import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Resource;

/** Access features; they have no tenant, and only the master tenant sees them. */
public final class AccessFeatures {
    static final Resource<AccessFeature, Integer> ACCESS_FEATURES = Resource.of(AccessFeature.class, AccessFeature::id)
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

    private AccessFeatures() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyResource.of(ACCESS_FEATURES)
                .event("access_feature", feature -> feature)
                .command(Sysconfd.restart("wazo-phoned"))
                .lenientBooleans()
                .rootTenantOnly()
                .plugin();
    }
}
