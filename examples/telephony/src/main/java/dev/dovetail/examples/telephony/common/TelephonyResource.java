package dev.dovetail.examples.telephony.common;

import dev.dovetail.examples.telephony.style.Loose;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.examples.telephony.tenant.Tenants;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.ResourceRoutes.Method;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the plugin of a resource by the conventions of this API: it has links, a path, events for its tenant, and makes
 * tenants known. Not thread-safe; ends with {@link #plugin()}.
 *
 * <pre>{@code
 * TelephonyResource.of(SKILLS).path("/agents/skills").event("skill").plugin()
 * }</pre>
 *
 * @param <T> the model record
 * @param <K> the key
 */
public final class TelephonyResource<T extends Record, K> {
    private final Resource<T, K> resource;
    private final Notifier.Builder<T> notifier = Notifier.of();
    private final List<BiConsumer<Representation.Builder<T>, Representations>> shapes = new ArrayList<>();
    private final List<Consumer<ResourceRoutes<T, K>>> paths = new ArrayList<>();
    private final List<BiFunction<Services, Change<T>, T>> preparations = new ArrayList<>();
    private String path;
    private @Nullable String rel;
    private Function<T, ?> linkKey;
    private int installed;
    private boolean announces;
    private boolean routed = true;

    private TelephonyResource(Resource<T, K> resource) {
        this.resource = resource;
        this.path = "/" + resource.collection();
        this.rel = resource.collection();
        this.linkKey = resource::keyOf;
    }

    /** Starts the plugin of a resource. */
    public static <T extends Record, K> TelephonyResource<T, K> of(Resource<T, K> resource) {
        return new TelephonyResource<>(resource);
    }

    /** Returns the plugin of a resource that others show: without paths, links and events. */
    public static <T extends Record, K> ResourcePlugin<T, K> stored(Resource<T, K> resource) {
        return ResourcePlugin.of(resource).with(HttpPlugin.routing(routes -> routes.none(resource)));
    }

    /** Sets the path of the collection; a slash and the collection's name unless called. */
    public TelephonyResource<T, K> path(String collection) {
        this.path = collection;
        return this;
    }

    /** Sets the {@code rel} of links to objects; the collection's name unless called. */
    public TelephonyResource<T, K> rel(String word) {
        this.rel = word;
        return this;
    }

    /** Serves no standard paths, for a plugin that adds its own. */
    public TelephonyResource<T, K> withoutRoutes() {
        this.routed = false;
        return this;
    }

    /** Shows no links to objects. */
    public TelephonyResource<T, K> withoutLinks() {
        this.rel = null;
        return this;
    }

    /** Sets what links name an object by; its key unless called. */
    public TelephonyResource<T, K> linkedBy(Function<T, ?> names) {
        this.linkKey = names;
        return this;
    }

    /** Sets how many objects a fresh installation has, which a seed replaces; none unless called. */
    public TelephonyResource<T, K> installed(int objects) {
        this.installed = objects;
        return this;
    }

    /** Gives a new object that has no key this one: {@code services -> services.ids().get()}. */
    public TelephonyResource<T, K> newKey(Function<Services, K> draws) {
        return prepare((services, change) -> {
            K key = resource.key().get(change.value());
            return change.before().isPresent() || (key != null && !key.equals(0))
                    ? change.value()
                    : Edit.of(resource)
                            .set(resource.key(), draws.apply(services))
                            .applyTo(change.value());
        });
    }

    /** Adds what is computed before the rules run, and before the tenant becomes known. */
    public TelephonyResource<T, K> prepare(BiFunction<Services, Change<T>, T> computes) {
        preparations.add(computes);
        return this;
    }

    /** Announces every change to the tenant by the key: {@code skill_created {"id": 1}}. */
    public TelephonyResource<T, K> event(String name) {
        return event(name, row -> Map.of(resource.key().name(), resource.keyOf(row)));
    }

    /** Announces every change to the tenant, or to the services of the installation if there is none. */
    public TelephonyResource<T, K> event(String name, Function<T, Object> data) {
        Column<T, ?> tenant = resource.tenant().orElse(null);
        notifier.on((tenant == null ? BusEvents.ofService(name, data) : BusEvents.ofTenant(name, owner(tenant), data))
                .build());
        this.announces = true;
        return this;
    }

    /** Announces every change to the tenant; the events have further headers. */
    public TelephonyResource<T, K> event(
            String name, Function<T, Object> data, Function<T, Map<String, Object>> headers) {
        notifier.on(BusEvents.ofTenant(name, owner(resource.tenant().orElseThrow()), data, headers)
                .build());
        this.announces = true;
        return this;
    }

    private static <T> Function<T, UUID> owner(Column<T, ?> tenant) {
        return row -> (UUID) Objects.requireNonNull(tenant.get(row));
    }

    /** Asks the telephony engine to reload this after each of these operations; after every change if none is named. */
    public TelephonyResource<T, K> reload(String command, Operation... operations) {
        return command(Sysconfd.reload(command), operations);
    }

    /** Asks for a command after each of these operations; after every change if none is named. */
    public TelephonyResource<T, K> command(Command command, Operation... operations) {
        notifier.command(command, operations);
        this.announces = true;
        return this;
    }

    /** Reads booleans in all forms that {@link Loose#bool} takes. */
    public TelephonyResource<T, K> lenientBooleans() {
        return shape(shape -> resource.columns().stream()
                .filter(column -> column.type() == boolean.class || column.type() == Boolean.class)
                .forEach(column -> shape.reader(column, Loose::bool)));
    }

    /** Shapes how objects look, beyond their columns and links. */
    public TelephonyResource<T, K> shape(Consumer<Representation.Builder<T>> step) {
        return shape((shape, all) -> step.accept(shape));
    }

    /** Shapes how objects look, given how others do. */
    public TelephonyResource<T, K> shape(BiConsumer<Representation.Builder<T>, Representations> step) {
        shapes.add(step);
        return this;
    }

    /** Shapes the paths. */
    public TelephonyResource<T, K> routes(Consumer<ResourceRoutes<T, K>> step) {
        paths.add(step);
        return this;
    }

    /** Reserves all paths to the tenant above all others. */
    public TelephonyResource<T, K> rootTenantOnly() {
        return rootTenantOnly(Method.SEARCH, Method.CREATE, Method.GET, Method.EDIT, Method.DELETE);
    }

    /** Reserves these to the tenant above all others. */
    public TelephonyResource<T, K> rootTenantOnly(Method first, Method... more) {
        return routes(mine -> mine.rootTenantOnly(first, more));
    }

    /** Returns the plugin, to which rules, hooks and parts are added. */
    public ResourcePlugin<T, K> plugin() {
        ResourcePlugin<T, K> plugin = ResourcePlugin.of(resource)
                .with(new ServedResource<>(resource, path, installed, shapes(), routed ? List.copyOf(paths) : null));
        for (BiFunction<Services, Change<T>, T> computes : preparations) {
            plugin = plugin.prepare(computes);
        }
        if (resource.tenant().isPresent()) {
            plugin = plugin.prepare((services, change) -> Tenants.known(services, resource, change));
        }
        return announces ? plugin.announces(notifier.build()) : plugin;
    }

    private List<BiConsumer<Representation.Builder<T>, Representations>> shapes() {
        List<BiConsumer<Representation.Builder<T>, Representations>> all = new ArrayList<>();
        if (rel != null) {
            Part<T> links = Links.of(rel, path, linkKey);
            all.add((shape, others) -> shape.part("links", links));
        }
        all.addAll(shapes);
        return all;
    }
}
