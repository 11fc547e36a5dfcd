package dev.dovetail.examples.telephony.legacy;

import dev.dovetail.plugin.Services;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Keeps what is made from services, so that it is made once for each registry. */
final class Once<V> implements Function<Services, V> {
    private record Made<V>(Services from, V value) {}

    private final Function<Services, V> maker;
    private final AtomicReference<Made<V>> made = new AtomicReference<>();

    Once(Function<Services, V> maker) {
        this.maker = maker;
    }

    @Override
    public V apply(Services services) {
        Made<V> known = made.get();
        if (known == null || known.from() != services) {
            known = new Made<>(services, maker.apply(services));
            made.set(known);
        }
        return known.value();
    }

    /** Returns whether a plugin has a method of its own instead of that of the interface. */
    static boolean overrides(Object plugin, String method) {
        return Arrays.stream(plugin.getClass().getMethods())
                .anyMatch(known -> known.getName().equals(method)
                        && known.getDeclaringClass() != LegacyResourcePlugin.class
                        && known.getDeclaringClass() != LegacyAssociationPlugin.class);
    }
}
