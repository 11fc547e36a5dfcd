package dev.dovetail.examples.telephony.outcallextension;

import dev.dovetail.examples.telephony.extension.Extension;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.Optional;

/**
 * The link of an outgoing call and an extension under an id of its own, which errors tell in place of the call's. Only
 * read: {@link OutcallExtensions} makes the links.
 */
record DialPattern(int id, int extensionId) {
    static final Resource<DialPattern, Integer> DIAL_PATTERNS = Resource.of(DialPattern.class, DialPattern::id)
            .collection("outcall_dial_patterns")
            .build();
    private static final Column<DialPattern, Integer> EXTENSION = DIAL_PATTERNS.column(DialPattern::extensionId);

    /** Returns the id of the link that an extension has. */
    static Optional<Integer> idOf(Services services, Extension extension) {
        return services.dao(DIAL_PATTERNS)
                .findBy(Criterion.equal(EXTENSION, extension.id()))
                .map(DialPattern::id);
    }
}
