package dev.dovetail.http;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Describes the operations of a resource. */
final class ResourceOperations<T extends Record> {
    private final Representation<T> representation;
    private final SearchReader<T> searches;
    private final Map<String, Representation<T>> views;
    private final String one;
    private final String many;

    ResourceOperations(
            Representation<T> representation, SearchReader<T> searches, Map<String, Representation<T>> views) {
        Resource<T, ?> resource = representation.resource();
        this.representation = representation;
        this.searches = searches;
        this.views = views;
        this.one = Schema.nameOf(resource.name());
        this.many = Schema.nameOf(resource.collection());
    }

    Description of(ResourceRoutes.Method method) {
        return switch (method) {
            case SEARCH -> search();
            case CREATE ->
                Description.of("create" + one, "Creates an object.")
                        .taking(representation.creationSchema())
                        .creating(representation.createdSchema())
                        .failing(
                                ErrorKind.INVALID_INPUT,
                                ErrorKind.ALREADY_EXISTS,
                                ErrorKind.REFERENCE_NOT_FOUND,
                                ErrorKind.NOT_PERMITTED);
            case GET ->
                Description.of("get" + one, "Shows an object.")
                        .answering(200, representation.schema())
                        .failing(ErrorKind.NOT_FOUND);
            case EDIT -> edit();
            case DELETE ->
                Description.of("delete" + one, "Deletes an object.")
                        .answering(204)
                        .failing(ErrorKind.NOT_FOUND, ErrorKind.STILL_ASSOCIATED, ErrorKind.NOT_PERMITTED);
        };
    }

    private Description edit() {
        Description edit = Description.of("edit" + one, "Changes the fields given; those absent keep their values.")
                .taking(representation.editSchema())
                .answering(204)
                .failing(
                        ErrorKind.NOT_FOUND,
                        ErrorKind.INVALID_INPUT,
                        ErrorKind.ALREADY_EXISTS,
                        ErrorKind.REFERENCE_NOT_FOUND,
                        ErrorKind.NOT_PERMITTED);
        return representation.resource().version().isPresent() ? edit.failing(ErrorKind.STALE_VERSION) : edit;
    }

    private Description search() {
        List<Schema> shown = new ArrayList<>(List.of(representation.schema()));
        views.forEach((name, view) ->
                shown.add(Schema.named(one + Schema.nameOf(name) + "View", List.of(view, name), view::fields)));
        Description search = Description.of("list" + many, "Finds objects.")
                .parameters(searches.parameters())
                .answering(
                        200,
                        Schema.named(
                                one + "Page",
                                List.of(representation, "page"),
                                () -> Description.page(Schema.anyOf(shown))))
                .failing(ErrorKind.INVALID_INPUT);
        return views.isEmpty()
                ? search
                : search.parameter(
                        "view",
                        Schema.oneOf(views.keySet().stream().sorted().toList()),
                        "Shows another look of each object.");
    }
}
