package dev.dovetail.examples.telephony.destination;

import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Says that the objects of a resource have destinations, which they lose when what those lead to is deleted; part of
 * the plugin of the resource.
 *
 * @param resource whose objects have destinations
 * @param targets where those of an object lead: {@link Destinations#targets}
 * @param without makes an object without the destinations that lead to the target of a token: {@link
 *     Destinations#without}
 * @param <T> the model record
 * @param <K> the key
 */
public record DestinationOwner<T extends Record, K>(
        Resource<T, K> resource, Expression<T, String> targets, BiFunction<T, String, T> without) implements Plugin {
    @Override
    public String name() {
        return resource.collection() + " with destinations";
    }

    void forget(Services services, String token) {
        var dao = services.dao(resource);
        List<K> leading = dao.search(Search.where(Criterion.contains(targets, " " + token + " "))).items().stream()
                .map(resource::keyOf)
                .toList();
        dao.lockAll(leading).forEach(row -> dao.update(row, without.apply(row, token)));
    }
}
