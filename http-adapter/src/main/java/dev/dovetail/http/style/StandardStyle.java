package dev.dovetail.http.style;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Changes nothing of the defaults. */
enum StandardStyle implements ApiStyle, QueryStyle {
    INSTANCE;

    static final Set<Feature> ALL = Collections.unmodifiableSet(EnumSet.allOf(Feature.class));
}
