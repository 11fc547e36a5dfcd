package dev.dovetail.plugin;

import dev.dovetail.resource.Association;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects the plugins to load, and leaves out those that are not wanted with all that needs them. */
final class Wanted {
    private final List<Plugin> given = new ArrayList<>();
    private final Set<String> left = new HashSet<>();

    void add(Collection<? extends Plugin> more) {
        given.addAll(more);
    }

    void leaveOut(Collection<String> names) {
        left.addAll(names);
    }

    /** Returns the plugins to load, without their parts, in the order given. */
    List<Plugin> plugins() {
        Set<String> unknown = new HashSet<>(left);
        given.forEach(plugin -> unknown.remove(plugin.name()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("plugins to leave out: unknown " + unknown);
        }
        Set<Object> gone = gone();
        return given.stream()
                .filter(plugin -> !left.contains(plugin.name()))
                .filter(plugin -> !lacksSide(plugin, gone))
                .toList();
    }

    /** Returns plugins and their parts: plugins of associations after the others. */
    List<Plugin> flat(List<Plugin> plugins) {
        List<Plugin> sorted = new ArrayList<>(plugins);
        sorted.sort(Comparator.comparing(Wanted::isOfAssociation));
        Set<Object> gone = gone();
        List<Plugin> all = new ArrayList<>();
        sorted.forEach(plugin -> addAll(plugin, gone, all));
        return List.copyOf(all);
    }

    private Set<Object> gone() {
        Set<Object> gone = new HashSet<>();
        List<Plugin> out = new ArrayList<>();
        given.stream().filter(plugin -> left.contains(plugin.name())).forEach(plugin -> addAll(plugin, Set.of(), out));
        for (Plugin plugin : out) {
            if (plugin instanceof ResourcePlugin<?, ?> of && !of.isExtension()) {
                gone.add(of.resource());
            }
        }
        return gone;
    }

    private static void addAll(Plugin plugin, Set<Object> gone, List<Plugin> to) {
        boolean dropped = plugin instanceof ResourcePlugin<?, ?> of && gone.contains(of.resource());
        if (!dropped && !lacksSide(plugin, gone)) {
            to.add(plugin);
            plugin.parts().forEach(part -> addAll(part, gone, to));
        }
    }

    private static boolean isOfAssociation(Plugin plugin) {
        return plugin instanceof AssociationPlugin<?, ?, ?, ?> || plugin instanceof LegacyAssociationPlugin<?, ?, ?, ?>;
    }

    /** Returns whether a plugin is of an association without one of its sides. */
    private static boolean lacksSide(Plugin plugin, Set<Object> gone) {
        if (plugin instanceof LegacyAssociationPlugin<?, ?, ?, ?> of) {
            return lacksSide(of.association(), gone);
        }
        return plugin instanceof AssociationPlugin<?, ?, ?, ?> of && lacksSide(of.association(), gone);
    }

    private static boolean lacksSide(Association<?, ?, ?, ?> association, Set<Object> gone) {
        return gone.contains(association.left()) || gone.contains(association.right());
    }
}
