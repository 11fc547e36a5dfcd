package dev.dovetail.examples.telephony.externalapp;

import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.http.Description;
import dev.dovetail.http.Endpoint;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.KeyFormat;
import dev.dovetail.http.Route;
import dev.dovetail.http.Routes;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
import dev.dovetail.operation.Edit;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The paths of apps, which the name in a path makes and finds, among those of one owner. */
public final class NamedApps<T extends Record> {
    private final Routes routes;
    private final CRUDService<T, Integer> service;
    private final Column<T, String> name;
    private final Owners<T> owners;

    /** Makes the paths of the apps of owners. */
    public NamedApps(Routes routes, Resource<T, Integer> resource, Column<T, String> name, Owners<T> owners) {
        this.routes = routes;
        this.service = routes.services().of(resource);
        this.name = name;
        this.owners = owners;
    }

    /** Knows whose apps a path is about. */
    public interface Owners<T extends Record> {
        /** Returns the call that sees them. */
        CallContext call(Exchange exchange);

        /** Returns the condition that an app is the owner's. */
        Criterion<T> owned(Exchange exchange);

        /** Returns what makes an app the owner's. */
        Edit<T> owning(Exchange exchange);

        /** Returns what a GET shows when the owner has no app of the name. */
        default Optional<T> instead(Exchange exchange) {
            return Optional.empty();
        }

        /** Returns the URL of the owner's apps. */
        String url(Exchange exchange);
    }

    /** Adds the paths of single apps below that of their list. */
    public void add(String list, List<KeyFormat<?>> formats) {
        List<KeyFormat<?>> all = new ArrayList<>(formats);
        all.add(KeyFormat.text());
        add("POST", list, all, this::create);
        add("GET", list, all, this::show);
        add("PUT", list, all, this::edit);
        add("DELETE", list, all, this::delete);
    }

    private void add(String method, String list, List<KeyFormat<?>> formats, Endpoint endpoint) {
        routes.add(Route.of(method, list + "/{}", formats, endpoint).described(() -> describe(method)));
    }

    private Description describe(String method) {
        Representation<T> shown = routes.representations().of(service.resource());
        String one = Schema.nameOf(service.resource().name());
        return switch (method) {
            case "POST" ->
                Description.of("create" + one, "Creates an app under the name in the path.")
                        .taking(shown.creationSchema())
                        .creating(shown.schema())
                        .failing(ErrorKind.INVALID_INPUT, ErrorKind.ALREADY_EXISTS);
            case "GET" ->
                Description.of("get" + one, "Shows an app.")
                        .answering(200, shown.schema())
                        .failing(ErrorKind.NOT_FOUND);
            case "PUT" ->
                Description.of("edit" + one, "Changes the fields given; those absent keep their values.")
                        .taking(shown.editSchema())
                        .answering(204)
                        .failing(ErrorKind.NOT_FOUND, ErrorKind.INVALID_INPUT);
            default ->
                Description.of("delete" + one, "Deletes an app.").answering(204).failing(ErrorKind.NOT_FOUND);
        };
    }

    /** Returns the name that ends a path. */
    public static String name(Exchange exchange) {
        return exchange.pathValues().get(exchange.pathValues().size() - 1);
    }

    private Optional<T> find(Exchange exchange) {
        return service.findBy(
                owners.call(exchange), Criterion.equal(name, name(exchange)).and(owners.owned(exchange)));
    }

    private DovetailException notFound(Exchange exchange) {
        return Errors.notFound(service.resource().name(), Details.of("name", name(exchange)))
                .toException();
    }

    private Response show(Exchange exchange) {
        Optional<T> instead = owners.instead(exchange);
        T app = find(exchange).or(() -> instead).orElseThrow(() -> notFound(exchange));
        return Response.json(200, json(exchange, app));
    }

    private T get(Exchange exchange) {
        return find(exchange).orElseThrow(() -> notFound(exchange));
    }

    private byte[] json(Exchange exchange, T app) {
        Representation<T> shown = routes.representations().of(service.resource());
        return routes.bodies().json().write(out -> shown.write(app, exchange.rendering(), out));
    }

    private Response create(Exchange exchange) {
        Edit<T> owned = owners.owning(exchange).set(name, name(exchange));
        T given = routes.representations()
                .of(service.resource())
                .read(routes.bodies().read(exchange.request()), true)
                .toCreate();
        T made = service.create(owners.call(exchange), owned.applyTo(given));
        String encoded =
                URLEncoder.encode(name(exchange), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.json(201, json(exchange, made)).with("Location", owners.url(exchange) + "/" + encoded);
    }

    private Response edit(Exchange exchange) {
        T app = get(exchange);
        Edit<T> edit = routes.representations()
                .of(service.resource())
                .read(routes.bodies().read(exchange.request()), false)
                .toEdit();
        service.edit(owners.call(exchange), service.resource().keyOf(app), edit);
        return Response.of(204);
    }

    private Response delete(Exchange exchange) {
        service.delete(owners.call(exchange), service.resource().keyOf(get(exchange)));
        return Response.of(204);
    }
}
