package dev.dovetail.examples.telephony.context;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;

/** Keeps contexts from being deleted while something names them. */
public final class ContextUse {
    private ContextUse() {}

    /**
     * Returns the part of a plugin whose objects name contexts.
     *
     * @param context the column with the name
     * @param key what the refusal calls the key of an object: {@code trunk_id}
     */
    public static <T extends Record> Plugin of(Resource<T, Integer> resource, Column<T, String> context, String key) {
        return ResourcePlugin.extending(Contexts.CONTEXTS)
                .rule(
                        (services, deletion, violations) -> services.dao(resource)
                                .findBy(Criterion.equal(
                                        context, deletion.value().name()))
                                .ifPresent(user -> violations.add(Errors.stillAssociated(
                                        "Context",
                                        resource.name(),
                                        Details.of(
                                                "context_id", deletion.value().id(), key, resource.keyOf(user))))),
                        Operation.DELETE);
    }
}
