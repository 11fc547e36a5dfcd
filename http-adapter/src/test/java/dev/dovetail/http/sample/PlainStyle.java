package dev.dovetail.http.sample;

import dev.dovetail.http.style.ApiStyle;
import dev.dovetail.http.style.Feature;
import java.util.Set;

/** Offers no feature, for clients that know GET, POST, PUT and DELETE alone. */
public final class PlainStyle implements ApiStyle {
    @Override
    public Set<Feature> features() {
        return Set.of();
    }
}
