package dev.dovetail.examples.telephony.extension;

import dev.dovetail.examples.telephony.context.Context;
import dev.dovetail.examples.telephony.context.Ranges;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Something that an extension may lead to, one at most; part of the plugin of the association.
 *
 * @param kind the word in errors
 * @param association links it to extensions
 * @param type of the contexts whose extensions may lead to it
 * @param ranges of the context that the number must be in; null if it may be any
 * @param told finds the id that errors tell of what an extension leads to
 * @param <L> the model record
 */
public record ExtensionUse<L extends Record>(
        String kind,
        Association<L, Integer, Extension, Integer> association,
        Context.Type type,
        @Nullable Ranges ranges,
        BiFunction<Services, Extension, Optional<Integer>> told)
        implements Plugin {
    @Override
    public String name() {
        return "use of extensions: " + kind;
    }

    /** Describes a use of which errors tell the id of what the extension leads to. */
    public ExtensionUse(
            String kind,
            Association<L, Integer, Extension, Integer> association,
            Context.Type type,
            @Nullable Ranges ranges) {
        this(
                kind,
                association,
                type,
                ranges,
                (services, extension) -> left(association, services, extension).map(association.left()::keyOf));
    }

    /** Returns the association of something that has one extension, which is free again when it is deleted. */
    public static <L extends Record> Association<L, Integer, Extension, Integer> one(
            Resource<L, Integer> resource, String name) {
        return Association.between(resource, Extensions.EXTENSIONS)
                .name(name)
                .oneLeft()
                .oneRight()
                .onDeleteLeft(OnDelete.UNLINK)
                .build();
    }

    /** Returns the object that an extension leads to, of any tenant. */
    public Optional<L> of(Services services, Extension extension) {
        return left(association, services, extension);
    }

    private static <L extends Record> Optional<L> left(
            Association<L, Integer, Extension, Integer> association, Services services, Extension extension) {
        return services
                .lookups()
                .lefts(association, List.of(extension))
                .get()
                .getOrDefault(extension.id(), List.of())
                .stream()
                .findFirst();
    }

    /** Returns the extension that an object has. */
    public Optional<Extension> extension(Services services, L object) {
        return services
                .lookups()
                .rights(association, List.of(object))
                .get()
                .getOrDefault(association.left().keyOf(object), List.of())
                .stream()
                .findFirst();
    }
}
