package dev.dovetail.http;

import dev.dovetail.AttributedService;
import dev.dovetail.context.CallContext;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.AttributeReader;
import dev.dovetail.http.json.AttributeWriter;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
import dev.dovetail.operation.Attributed;
import dev.dovetail.query.Page;
import dev.dovetail.resource.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads and shows what the links of one association carry. */
final class AttributedResource<L extends Record, LK, R extends Record, RK, A extends Record> {
    private final AttributedService<L, LK, R, RK, A> service;
    private final Attributes<A> attributes;
    private final Sides<L, LK, R, RK> sides;
    private final boolean absentMeansDefault;
    private final Bodies bodies;
    private final Representation<R> representation;
    private final AttributeReader<A> reader;
    private final AttributeWriter<A> writer;

    /** Finds the objects of both sides. */
    record Sides<L extends Record, LK, R extends Record, RK>(
            Locator<L, LK> lefts, Locator<R, RK> rights, RightKeys<RK> keys) {}

    AttributedResource(
            Routes routes,
            AttributedService<L, LK, R, RK, A> service,
            Sides<L, LK, R, RK> sides,
            boolean absentMeansDefault) {
        this.service = service;
        this.attributes = service.attributes();
        this.sides = sides;
        this.absentMeansDefault = absentMeansDefault;
        this.bodies = routes.bodies();
        this.representation = routes.representations().of(service.association().right());
        this.reader = AttributeReader.of(service.input(), routes.types(), routes.naming());
        this.writer = AttributeWriter.of(attributes, routes.naming(), Set.of());
    }

    /** Returns a schema of what bodies give, the attributes added. */
    Schema given(Schema objects) {
        return reader.addTo(objects);
    }

    /** Returns a schema of what is shown, the attributes added. */
    Schema shown(Schema objects) {
        return writer.addTo(objects);
    }

    void associate(Exchange exchange, CallContext call, LK left, RK right) {
        JsonNode body = exchange.request().body().length == 0
                ? JsonNodeFactory.instance.objectNode()
                : bodies.read(exchange.request());
        Violations violations = new Violations();
        AttributeReader.Given<A> given = reader.read(body, Path.whole(), attributes.defaults(), violations);
        if (!violations.isEmpty()) {
            sides.lefts().get(call, exchange.pathValue(0));
            sides.rights().get(call, exchange.pathValue(1));
            violations.throwIfAny();
        }
        service.associate(
                call, left, right, present -> given.over(absentMeansDefault ? attributes.defaults() : present));
    }

    void replace(Exchange exchange, CallContext call, LK left, JsonNode body) {
        Violations violations = new Violations();
        List<Object> names = new ArrayList<>();
        List<A> carried = new ArrayList<>();
        sides.keys().read(body, violations, (name, object, path) -> {
            A defaults = attributes.defaults(carried.size());
            carried.add(reader.read(object, path, defaults, violations).over(defaults));
            names.addAll(name);
        });
        if (!violations.isEmpty()) {
            sides.lefts().get(call, exchange.pathValue(0));
            violations.throwIfAny();
        }
        List<RK> keys = sides.keys().keys(call, names, () -> sides.lefts().get(call, exchange.pathValue(0)));
        List<Attributed<RK, A>> wanted = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            wanted.add(new Attributed<>(keys.get(i), carried.get(i)));
        }
        service.associateAll(call, left, wanted);
    }

    Response list(Exchange exchange, CallContext call, LK left) {
        List<Attributed<R, A>> all = service.rights(call, left);
        Representation.Extending<R> objects = representation.prepareExtending(
                all.stream().map(Attributed::value).toList(), exchange.rendering());
        return bodies.page(
                Page.of(all, all.size()),
                (each, out) -> objects.write(each.value(), out, () -> writer.write(each.attributes(), out)));
    }
}
