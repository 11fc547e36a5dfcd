package dev.dovetail.examples.telephony.fallback;

import dev.dovetail.examples.telephony.common.Stored;
import dev.dovetail.examples.telephony.destination.Destinations;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Search;
import java.util.List;

/** Keeps the fallbacks of everything that has some. */
public final class FallbackPlugin {
    private FallbackPlugin() {}

    /** Returns the plugin; each that has fallbacks serves them itself. */
    public static Plugin create() {
        return new Stored<>(Fallback.FALLBACKS);
    }

    /** Clears fallbacks that lead to an object. */
    public static void forget(Services services, String token) {
        if (!services.loaded(Fallback.FALLBACKS.collection())) {
            return;
        }
        var dao = services.dao(Fallback.FALLBACKS);
        List<String> leading =
                dao.search(Search.where(Destinations.leadingTo(Fallback.TARGETS, token))).items().stream()
                        .map(Fallback::owner)
                        .toList();
        dao.lockAll(leading).forEach(fallback -> dao.update(fallback, fallback.without(token)));
    }
}
