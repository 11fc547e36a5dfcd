package dev.dovetail.http;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.http.json.AttributeReader;
import dev.dovetail.http.json.AttributeWriter;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes the operations of an association.
 *
 * @param name of the association
 * @param keys the list that replaces a set
 * @param lefts how left objects look
 * @param rights how right objects look
 * @param attributes reads the attributes of links, if bodies give them
 * @param shown writes them
 */
record AssociationOperations<L extends Record, R extends Record>(
        String name,
        RightKeys<?> keys,
        Representation<L> lefts,
        Representation<R> rights,
        @Nullable AttributeReader<?> attributes,
        @Nullable AttributeWriter<?> shown) {

    Description of(AssociationRoutes.Method method) {
        String one = Schema.nameOf(name);
        return switch (method) {
            case ASSOCIATE -> associate(one);
            case DISSOCIATE ->
                Description.of("dissociate" + one, "Undoes a link, if there is one.")
                        .answering(204)
                        .failing(ErrorKind.NOT_FOUND, ErrorKind.NOT_PERMITTED);
            case REPLACE ->
                linking(Description.of("replace" + one + "s", "Makes these links, and undoes all others."))
                        .answering(204)
                        .taking(list(one));
            case DISSOCIATE_ALL ->
                Description.of("dissociate" + one + "s", "Undoes all links.")
                        .answering(204)
                        .failing(ErrorKind.NOT_FOUND, ErrorKind.NOT_PERMITTED);
            case LIST -> list("list" + one + "s", rights);
            case LIST_LEFTS ->
                list(
                        "list" + Schema.nameOf(rights.resource().name())
                                + Schema.nameOf(lefts.resource().collection()),
                        lefts);
            case CREATE_RIGHT ->
                linking(Description.of("create" + one, "Creates an object and links it."))
                        .taking(rights.creationSchema())
                        .creating(rights.schema());
        };
    }

    private Description list(String operation, Representation<?> objects) {
        return Description.of(operation, "Shows what is linked.")
                .parameter("limit", Schema.integer().with("minimum", 0), "The size of the page.")
                .parameter("offset", Schema.integer().with("minimum", 0), "How many to skip.")
                .answering(200, Description.page(shown == null ? objects.schema() : shown.addTo(objects.fields())))
                .failing(ErrorKind.NOT_FOUND);
    }

    private Description associate(String one) {
        Description associate = linking(Description.of("associate" + one, "Makes a link, unless there is one."))
                .answering(204);
        return attributes == null
                ? associate
                : associate.taking(new Description.Content(
                        "application/json",
                        Schema.named(
                                one + "Attributes",
                                List.of(name, "attributes"),
                                () -> attributes.addTo(Schema.object())),
                        false));
    }

    private static Description linking(Description operation) {
        return operation.failing(
                ErrorKind.NOT_FOUND,
                ErrorKind.INVALID_INPUT,
                ErrorKind.ALREADY_EXISTS,
                ErrorKind.STILL_ASSOCIATED,
                ErrorKind.MISSING_ASSOCIATION,
                ErrorKind.REFERENCE_NOT_FOUND,
                ErrorKind.NOT_PERMITTED,
                ErrorKind.DIFFERENT_TENANTS);
    }

    private Schema list(String one) {
        Schema named = Schema.object()
                .field(
                        keys.naming().json(keys.names().component()),
                        keys.names().schema());
        Schema element = attributes == null ? named : attributes.addTo(named);
        return Schema.named(
                one + "List",
                List.of(name, "list"),
                () -> Schema.object().field(keys.listName(), Schema.listOf(element)));
    }
}
