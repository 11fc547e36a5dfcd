package dev.dovetail.plugin;

import dev.dovetail.resource.Association;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects the plugins to load, and leaves out those that are not wanted with all that needs them. */
final class PluginSelection {
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
                .filter(plugin -> !lacks(plugin, gone))
                .toList();
    }

    /** Returns plugins and their parts: plugins of associations after the others. */
    List<Plugin> flat(List<Plugin> plugins) {
        List<Plugin> sorted = new ArrayList<>(plugins);
        sorted.sort(Comparator.comparing(PluginSelection::isOfAssociation));
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
        if (!lacks(plugin, gone)) {
            to.add(plugin);
            plugin.parts().forEach(part -> addAll(part, gone, to));
        }
    }

    /** Returns whether a plugin is of an association, or consists of such and of no resource. */
    private static boolean isOfAssociation(Plugin plugin) {
        return !associations(plugin).isEmpty();
    }

    /** Returns whether a plugin is of a resource that is gone, or of associations that all lack a side. */
    private static boolean lacks(Plugin plugin, Set<Object> gone) {
        if (plugin instanceof ResourcePlugin<?, ?> of) {
            return gone.contains(of.resource());
        }
        List<Association<?, ?, ?, ?>> associations = associations(plugin);
        return !associations.isEmpty()
                && associations.stream().allMatch(of -> gone.contains(of.left()) || gone.contains(of.right()));
    }

    /** Returns the associations that a plugin is of; none if it is of a resource. */
    private static List<Association<?, ?, ?, ?>> associations(Plugin plugin) {
        if (plugin instanceof AssociationPlugin<?, ?, ?, ?> of) {
            return List.of(of.association());
        }
        List<Association<?, ?, ?, ?>> all = new ArrayList<>();
        if (!registersResource(plugin)) {
            plugin.parts().forEach(part -> all.addAll(associations(part)));
        }
        return all;
    }

    private static boolean registersResource(Plugin plugin) {
        return plugin instanceof ResourcePlugin<?, ?> of
                ? !of.isExtension()
                : !(plugin instanceof AssociationPlugin<?, ?, ?, ?>)
                        && plugin.parts().stream().anyMatch(PluginSelection::registersResource);
    }
}
