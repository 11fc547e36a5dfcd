package dev.dovetail.http;

import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.http.json.Body;
import dev.dovetail.http.json.Child;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.style.Feature;
import dev.dovetail.operation.Edit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Creates and edits objects of a resource from bodies, with all that their plugin has follow: children created and
 * linked, inputs acted on. One call is one unit of work, or joins the one that is running. Thread-safe.
 *
 * @param <T> the model record
 * @param <K> the key
 * @since 0.1
 */
public final class Compound<T extends Record, K> {
    private final Routes routes;
    private final CRUDService<T, K> service;
    private final Representation<T> representation;
    private final List<Consumer<Creation<T>>> created;
    private final List<Edited<T>> edited;
    private final boolean shownAfter;

    Compound(Routes routes, CRUDService<T, K> service, List<Consumer<Creation<T>>> created, List<Edited<T>> edited) {
        this.routes = routes;
        this.service = service;
        this.representation = routes.representations().of(service.resource());
        this.created = List.copyOf(created);
        this.edited = List.copyOf(edited);
        this.shownAfter = routes.offers(Feature.PREFERENCES) || routes.offers(Feature.CONDITIONS);
    }

    /**
     * Follows an edit, in its unit of work.
     *
     * @param <T> the model record
     */
    @FunctionalInterface
    public interface Edited<T extends Record> {
        /** Acts on what the body gives besides columns. */
        void after(CallContext call, T row, Body<T> body);
    }

    /**
     * Finds an object that is there already and is to be linked instead of creating one.
     *
     * @param <T> the model of the parent
     * @param <C> the model of the child
     */
    @FunctionalInterface
    public interface Existing<T extends Record, C extends Record> {
        /** Returns the object that the body of a child stands for; empty to create one. */
        Optional<C> find(Creation<T> parent, Body<C> child);
    }

    /** Returns how the objects look, and what reads their bodies. */
    public Representation<T> representation() {
        return representation;
    }

    /** Creates an object and whatever its body holds besides. */
    public Creation<T> create(Exchange exchange, CallContext call, Body<T> body) {
        T given = body.toCreate();
        if (created.isEmpty()) { // the service's own unit of work is enough, and may be a single statement then
            return new Creation<>(exchange, call, representation, service.create(call, given), body);
        }
        return routes.services().unitOfWork().call(call, unit -> {
            Creation<T> creation = new Creation<>(exchange, call, representation, service.create(call, given), body);
            created.forEach(step -> step.accept(creation));
            creation.reread(service.get(call, service.resource().keyOf(creation.row())));
            return creation;
        });
    }

    /** Edits an object and acts on whatever the body holds besides. */
    public T edit(CallContext call, K key, Body<T> body) {
        Edit<T> edit = body.toEdit();
        if (edited.isEmpty()) {
            return service.edit(call, key, edit);
        }
        return routes.services().unitOfWork().call(call, unit -> {
            T row = service.edit(call, key, edit);
            edited.forEach(step -> step.after(call, row, body));
            return shownAfter ? service.get(call, key) : row;
        });
    }

    /** Returns an object that was created as it is now, as JSON. */
    public String json(Creation<T> creation) {
        return new String(bytes(creation), StandardCharsets.UTF_8).strip();
    }

    byte[] bytes(Creation<T> creation) {
        return routes.bodies()
                .json()
                .write(out -> representation.write(
                        creation.row(), creation.shown(), creation.exchange().rendering(), out));
    }

    /**
     * Creates the children of a field one after the other; each is shown as it was before {@code then} linked it, if
     * the parent shows them at all.
     */
    static <T extends Record, C extends Record> Consumer<Creation<T>> children(
            Routes routes, Child<C> child, Existing<T, C> existing, BiConsumer<Creation<T>, C> then) {
        return parent -> {
            Compound<C, ?> compound = routes.compound(child.resource());
            List<String> shown = new ArrayList<>();
            for (Body<C> body : parent.body().children(child)) {
                Creation<C> made = existing.find(parent, body)
                        .map(row ->
                                new Creation<>(parent.exchange(), parent.call(), compound.representation(), row, body))
                        .orElseGet(() -> compound.create(parent.exchange(), parent.call(), body));
                shown.add(compound.json(made));
                then.accept(parent, made.row());
            }
            if (!shown.isEmpty() && parent.shows(child.name())) {
                parent.show(child.name(), child.isList() ? "[" + String.join(",", shown) + "]" : shown.get(0));
            }
        };
    }
}
