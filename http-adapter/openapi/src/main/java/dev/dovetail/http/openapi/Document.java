package dev.dovetail.http.openapi;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.http.Addressing;
import dev.dovetail.http.Description;
import dev.dovetail.http.Route;
import dev.dovetail.http.json.Naming;
import dev.dovetail.http.json.Schema;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the document of an API. Not thread-safe, and used once. */
final class Document {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SCHEMA = "schema";
    private static final String DESCRIPTION = "description";
    private static final String NAME = "name";
    private static final String REFERENCE = "$ref";
    private static final String TOKEN = "token";
    private static final String TENANT = "Tenant";

    private static final Schema RETRY_AFTER = Schema.integer()
            .with("minimum", 0)
            .described("In how many seconds to try again, if the server knows, RFC 9110, 10.2.3.");

    private final Addressing addressing;
    private final Naming naming;
    private final Failures failures;
    private final SchemaTrees schemas = new SchemaTrees();
    private final Set<String> ids = new HashSet<>();
    private final Set<Integer> failed = new TreeSet<>();

    Document(Addressing addressing, Naming naming, Failures failures) {
        this.addressing = addressing;
        this.naming = naming;
        this.failures = failures;
    }

    ObjectNode of(ObjectNode info, List<Route> routes) {
        ObjectNode document = NODES.objectNode();
        document.put("openapi", "3.1.0");
        document.set("info", info);
        document.putArray("servers")
                .addObject()
                .put("url", addressing.basePath().isEmpty() ? "/" : addressing.basePath());
        if (!addressing.openToAll()) {
            document.putArray("security").addObject().putArray(TOKEN);
        }
        ArrayNode tags = document.putArray("tags");
        routes.stream()
                .map(Document::tag)
                .distinct()
                .sorted()
                .forEach(tag -> tags.addObject().put(NAME, tag));
        document.set("paths", paths(routes));
        document.set("components", components());
        return document;
    }

    private static String tag(Route route) {
        String first = route.segments().get(0).literal();
        return first == null ? "root" : first;
    }

    private ObjectNode paths(List<Route> routes) {
        Map<String, Map<String, List<Route>>> byPath = routes.stream()
                .collect(Collectors.groupingBy(
                        Route::path,
                        LinkedHashMap::new,
                        Collectors.groupingBy(Route::method, LinkedHashMap::new, Collectors.toList())));
        ObjectNode paths = NODES.objectNode();
        byPath.forEach((path, byMethod) -> byMethod.forEach((method, same) -> {
            String named = Parameters.path(same.get(0), Parameters.names(same.get(0), naming));
            paths.withObjectProperty(named).set(method.toLowerCase(Locale.ROOT), operation(same));
        }));
        return paths;
    }

    /** Describes the routes of one method and path, which differ in how the path names objects. */
    private ObjectNode operation(List<Route> same) {
        Route route = same.get(0);
        Description operation = route.description() == null
                ? Description.of(plainId(route), "Is not described.")
                : route.description().get();
        ObjectNode tree = NODES.objectNode();
        tree.put("operationId", unique(operation.id(), route));
        tree.put("summary", operation.summary());
        if (route.rootTenantOnly()) {
            tree.put(DESCRIPTION, "Only for tokens of the tenant above all others.");
        }
        tree.putArray("tags").add(tag(route));
        tree.set("parameters", parameters(same, operation));
        Description.Content body = operation.body();
        if (body != null) {
            ObjectNode request = tree.putObject("requestBody");
            request.put("required", body.required());
            content(body, request);
        }
        tree.set("responses", responses(route, operation));
        if (isOpen(route)) {
            tree.putArray("security");
        } else {
            List<String> values = Parameters.names(route, naming).stream()
                    .map(name -> "{" + name + "}")
                    .toList();
            tree.put("x-access-pattern", route.operationName(addressing.accessPrefix(), values));
        }
        return tree;
    }

    private boolean isOpen(Route route) {
        return addressing.openToAll() || route.open();
    }

    /** Returns an id that no other operation has. */
    private String unique(String wanted, Route route) {
        String id = ids.contains(wanted) ? plainId(route) : wanted;
        String numbered = id;
        for (int number = 2; !ids.add(numbered); number++) {
            numbered = id + number;
        }
        return numbered;
    }

    private static String plainId(Route route) {
        String words = route.segments().stream()
                .map(segment -> segment.literal() == null ? "" : Schema.nameOf(segment.literal()))
                .collect(Collectors.joining());
        boolean item = route.segments().get(route.segments().size() - 1).literal() == null;
        return route.method().toLowerCase(Locale.ROOT) + words + (item ? "Item" : "");
    }

    private ArrayNode parameters(List<Route> same, Description operation) {
        ArrayNode all = NODES.arrayNode();
        List<String> names = Parameters.names(same.get(0), naming);
        for (int i = 0; i < names.size(); i++) {
            ObjectNode parameter = all.addObject();
            parameter.put(NAME, names.get(i)).put("in", "path").put("required", true);
            parameter.set(SCHEMA, schemas.tree(Parameters.schema(same, i)));
        }
        operation.query().forEach(each -> parameter(each, "query", all));
        operation.headers().forEach(each -> parameter(each, "header", all));
        if (addressing.tenanted() && !isOpen(same.get(0))) {
            all.addObject().put(REFERENCE, "#/components/parameters/" + TENANT);
        }
        return all;
    }

    private void parameter(Description.Parameter told, String place, ArrayNode all) {
        ObjectNode parameter = all.addObject();
        parameter.put(NAME, told.name()).put("in", place).put(DESCRIPTION, told.summary());
        parameter.set(SCHEMA, schemas.tree(told.schema()));
    }

    private void content(Description.Content content, ObjectNode owner) {
        owner.putObject("content").putObject(content.type()).set(SCHEMA, schemas.tree(content.schema()));
    }

    private ObjectNode responses(Route route, Description operation) {
        ObjectNode all = NODES.objectNode();
        operation.answers().forEach((status, answer) -> {
            ObjectNode response = all.putObject(status.toString());
            response.put(DESCRIPTION, answer.summary());
            answer.headers().forEach((name, schema) -> header(name, schema, response));
            if (answer.content() != null) {
                content(answer.content(), response);
            }
        });
        if (operation.answers().isEmpty()) {
            all.putObject("default").put(DESCRIPTION, "Is not described.");
        }
        for (int status : failures(route, operation)) {
            failed.add(status);
            all.putObject(Integer.toString(status)).put(REFERENCE, "#/components/responses/" + failure(status));
        }
        return all;
    }

    private void header(String name, Schema schema, ObjectNode response) {
        response.withObjectProperty("headers").putObject(name).set(SCHEMA, schemas.tree(schema));
    }

    private Set<Integer> failures(Route route, Description operation) {
        Set<ErrorKind> kinds = EnumSet.noneOf(ErrorKind.class);
        kinds.addAll(operation.failures());
        if (!isOpen(route)) {
            kinds.addAll(Set.of(ErrorKind.UNAUTHENTICATED, ErrorKind.FORBIDDEN));
        }
        if (!kinds.isEmpty()) { // what has no data needs no store
            kinds.addAll(Set.of(ErrorKind.STORE_UNAVAILABLE, ErrorKind.TIMED_OUT));
        }
        Set<Integer> statuses = new TreeSet<>();
        kinds.forEach(kind -> statuses.add(failures.status().applyAsInt(kind)));
        return statuses;
    }

    private static String failure(int status) {
        return "Failure" + status;
    }

    private static String reason(int status) {
        return switch (status) {
            case 400 -> "The request is not sound.";
            case 401 -> "The token is missing, unknown, or does not grant this.";
            case 403 -> "The token does not grant this.";
            case 404 -> "There is no such object, or it is not seen.";
            case 409 -> "It clashes with what is there.";
            case 412 -> "The object has changed since it was read.";
            case 422 -> "A rule refuses it.";
            case 503 -> "The server cannot do it now; try again.";
            default -> "It failed.";
        };
    }

    private ObjectNode components() {
        ObjectNode components = NODES.objectNode();
        ObjectNode responses = NODES.objectNode();
        for (int status : failed) {
            ObjectNode response = responses.putObject(failure(status)).put(DESCRIPTION, reason(status));
            if (status == 503) {
                header("Retry-After", RETRY_AFTER, response);
            }
            content(new Description.Content(failures.type(), failures.schema(), true), response);
        }
        components.set("schemas", schemas.referred());
        components.set("responses", responses);
        if (addressing.tenanted()) {
            ObjectNode tenant = components.putObject("parameters").putObject(TENANT);
            tenant.put(NAME, addressing.tenantHeader()).put("in", "header");
            tenant.put(DESCRIPTION, "The tenant to work in; that of the token unless given.");
            tenant.set(SCHEMA, schemas.tree(Schema.string()));
        }
        if (!addressing.openToAll()) {
            components.putObject("securitySchemes").set(TOKEN, token());
        }
        return components;
    }

    private ObjectNode token() {
        ObjectNode scheme = NODES.objectNode();
        return addressing.isBearer()
                ? scheme.put("type", "http").put("scheme", "bearer")
                : scheme.put("type", "apiKey").put("in", "header").put(NAME, addressing.tokenHeader());
    }
}
