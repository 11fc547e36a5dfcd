package dev.dovetail.http.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Knows the keys of objects that there are or were, by the last word of their collection's path. */
final class Keys {
    private static final int MANY = 40;
    private static final int NAMES = 100;

    private final Map<String, List<String>> byCollection = new HashMap<>();
    private final List<String> all = new ArrayList<>(List.of("1"));
    private final List<String> names = new ArrayList<>(List.of("default"));

    void add(String collection, String key) {
        byCollection.computeIfAbsent(collection, name -> new ArrayList<>()).add(key);
        all.add(key);
    }

    /** Takes note of a name, since some objects refer to others by it. */
    void named(String name) {
        if (names.size() >= NAMES) {
            names.remove(0);
        }
        names.add(name);
    }

    String name(Random random) {
        return names.get(random.nextInt(names.size()));
    }

    /** Returns a key of a collection, or of any if it has none. */
    String of(String collection, Random random) {
        List<String> keys = byCollection.getOrDefault(collection, List.of());
        return keys.isEmpty() ? text(random) : keys.get(random.nextInt(keys.size()));
    }

    /** Returns a key to delete by, which is then forgotten. */
    String taken(String collection, Random random) {
        List<String> keys = byCollection.getOrDefault(collection, List.of());
        return keys.isEmpty() ? text(random) : keys.remove(random.nextInt(keys.size()));
    }

    boolean many(String collection) {
        return byCollection.getOrDefault(collection, List.of()).size() > MANY;
    }

    String text(Random random) {
        return all.get(random.nextInt(all.size()));
    }

    long number(Random random) {
        String key = text(random);
        return key.matches("[0-9]{1,9}") ? Long.parseLong(key) : random.nextInt(100);
    }
}
