package dev.dovetail.examples.telephony.fallback;

import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Lookup;
import dev.dovetail.dao.Lookups;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.Words;
import dev.dovetail.examples.telephony.destination.Destination;
import dev.dovetail.examples.telephony.destination.Destinations;
import dev.dovetail.examples.telephony.destination.ShownDestinations;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.KeyFormat;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Body;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Schema;
import dev.dovetail.http.json.Shape;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.InputValidator;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The fallbacks of the objects of one resource: shown as a part of them, served under a path of their own.
 *
 * @param resource whose objects have fallbacks
 * @param reasons those that they know
 * @param beyondTenants whether paths lead to objects of any tenant
 * @param <T> the model record
 * @param <K> the key
 */
public record Fallbacks<T extends Record, K>(
        Resource<T, K> resource, List<Fallback.Reason> reasons, boolean beyondTenants) {
    /** Checks them in bodies. */
    public static final InputValidator<Fallback> INPUT = InputValidator.of(Fallback.FALLBACKS);

    /** Makes those of objects that are found in the caller's tenants. */
    public Fallbacks(Resource<T, K> resource, List<Fallback.Reason> reasons) {
        this(resource, reasons, false);
    }

    /**
     * Returns the part of the resource's plugin that shows, serves and, with their object, deletes them.
     *
     * @param edited makes the event of an edit
     * @param formats how paths name an object
     */
    public Plugin served(BiFunction<Services, T, Event> edited, KeyFormat<?>... formats) {
        return ResourcePlugin.extending(resource)
                .deleting((services, change) -> delete(services, change.value()))
                .with(HttpPlugin.representing(all -> all.shape(resource).part("fallbacks", part(all.services())))
                        .routing(routes -> route(routes, edited, formats)));
    }

    /** Does the same; an edit tells the tenant the key: {@code queue_fallback_edited {"id": 1}}. */
    public Plugin served(KeyFormat<?>... formats) {
        return served(
                (services, row) -> BusScope.tenant(
                        (UUID) Objects.requireNonNull(resource.tenantOf(row)),
                        new Event(
                                Words.of(resource) + "_fallback_edited",
                                Map.of(resource.key().name(), resource.keyOf(row)),
                                Map.of())),
                formats);
    }

    /** Adds the paths; see {@link #served}, which does so as well. */
    public void route(Routes routes, BiFunction<Services, T, Event> edited, KeyFormat<?>... formats) {
        new FallbackRoutes<>(this, routes, edited).add(formats);
    }

    private String owner(T row) {
        return resource.name() + ":" + resource.keyOf(row);
    }

    /** Returns how they look in bodies. */
    public Shape<Fallback> shape() {
        Shape<Fallback> shape = Shape.of(Fallback.FALLBACKS);
        for (Fallback.Reason reason : reasons) {
            shape = shape.field(reason.json, reason.destination);
        }
        return shape;
    }

    /** Takes the place of the fallbacks of an object, once what they lead to has been found; within a unit of work. */
    public void replace(Services services, T row, Body<Fallback> body) {
        if (!body.violations().isEmpty()) {
            throw new DovetailException(body.violations());
        }
        Edit<Fallback> edit = body.toEdit();
        Fallback wanted = edit.applyTo(Fallback.none(owner(row)));
        Violations violations = new Violations();
        Destinations destinations = Destinations.of(services);
        reasons.forEach(reason -> destinations.check(reason.destination.apply(wanted), violations));
        violations.throwIfAny();
        Dao<Fallback, String> dao = services.dao(Fallback.FALLBACKS);
        dao.delete(wanted.owner());
        dao.create(wanted);
    }

    /** Deletes the fallbacks of an object that is being deleted. */
    public void delete(Services services, T row) {
        if (services.loaded(Fallback.FALLBACKS.collection())) {
            services.dao(Fallback.FALLBACKS).delete(owner(row));
        }
    }

    /** Returns how they look in answers. */
    Schema schema(Destinations destinations) {
        Schema schema = Schema.object();
        for (Fallback.Reason reason : reasons) {
            schema = schema.field(reason.json, destinations.schema().orNull());
        }
        return schema;
    }

    /** Returns the part that shows them. */
    public Part<T> part(Services services) {
        Destinations destinations = Destinations.of(services);
        Part<T> part = (page, rendering) -> {
            Lookup<Shown<T>> shown = shown(page, destinations, rendering.lookups());
            return (row, out) -> {
                out.writeStartObject();
                shown.get().of(row).forEach((name, value) -> {
                    out.writeName(name);
                    ShownDestinations.writeValue(value, out);
                });
                out.writeEndObject();
            };
        };
        return part.as(schema(destinations));
    }

    /** Returns the fallbacks of one object as they are shown. */
    public Map<String, @Nullable Object> shown(Services services, T row) {
        return shown(List.of(row), Destinations.of(services), services.lookups())
                .get()
                .of(row);
    }

    private interface Shown<T> {
        Map<String, @Nullable Object> of(T row);
    }

    private Lookup<Shown<T>> shown(List<T> page, Destinations destinations, Lookups lookups) {
        return lookups.referenced(
                        Fallback.FALLBACKS,
                        Fallback.FALLBACKS.key(),
                        page.stream().map(this::owner).toList())
                .then(byOwner -> destinations
                        .shown(destinations(byOwner.values()), lookups)
                        .map(shown -> shown(byOwner, shown)));
    }

    private List<Destination> destinations(Collection<Fallback> fallbacks) {
        return fallbacks.stream()
                .flatMap(fallback -> reasons.stream().map(reason -> reason.destination.apply(fallback)))
                .filter(Objects::nonNull)
                .toList();
    }

    private Shown<T> shown(Map<String, Fallback> byOwner, ShownDestinations destinations) {
        return row -> {
            Fallback fallback = byOwner.getOrDefault(owner(row), Fallback.none(owner(row)));
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            reasons.forEach(reason -> values.put(reason.json, destinations.values(reason.destination.apply(fallback))));
            return values;
        };
    }
}
