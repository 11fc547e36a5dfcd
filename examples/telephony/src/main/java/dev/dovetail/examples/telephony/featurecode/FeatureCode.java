package dev.dovetail.examples.telephony.featurecode;

import dev.dovetail.dao.Lookup;
import dev.dovetail.dao.Lookups;
import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.Optional;

/**
 * What a feature is dialled by. No path of this API leads to these: they come with the installation, by its seed.
 *
 * @param exten a number, or a pattern that starts with it, {@code _*37.}
 */
public record FeatureCode(String feature, String exten, boolean enabled) {
    /** The feature that switches a surrogate of a call filter on and off. */
    public static final String BSFILTER = "bsfilter";

    private static final Resource<FeatureCode, String> FEATURE_CODES = Resource.of(
                    FeatureCode.class, FeatureCode::feature)
            .collection("extensions_features")
            .defaultValue(FeatureCode::enabled, true)
            .build();

    /** Returns the plugin that keeps them. */
    public static Plugin plugin() {
        return TelephonyResource.stored(FEATURE_CODES);
    }

    /** Returns what precedes the rest of the number that a feature is dialled by, if that is enabled. */
    public static Lookup<Optional<String>> prefix(Lookups lookups, String feature) {
        return lookups.referenced(FEATURE_CODES, FEATURE_CODES.key(), List.of(feature))
                .map(codes -> Optional.ofNullable(codes.get(feature))
                        .filter(FeatureCode::enabled)
                        .map(FeatureCode::prefix));
    }

    /** A number is a prefix as it is; a pattern is one up to the first sign that stands for others. */
    private String prefix() {
        return exten.startsWith("_") ? exten.replaceFirst("^_([^XxZzNn\\[.!]*).*$", "$1") : exten;
    }
}
