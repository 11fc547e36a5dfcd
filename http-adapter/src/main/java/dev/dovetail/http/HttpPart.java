package dev.dovetail.http;

import java.util.function.Consumer;

/**
 * Is an {@link HttpPlugin} made of functions. Immutable and thread-safe, if they are.
 *
 * @since 0.1
 */
public final class HttpPart implements HttpPlugin {
    private final Consumer<Representations> shapes;
    private final Consumer<Routes> adds;

    HttpPart(Consumer<Representations> shapes, Consumer<Routes> adds) {
        this.shapes = shapes;
        this.adds = adds;
    }

    @Override
    public String name() {
        return "http";
    }

    /** Returns the part that shapes representations as well. */
    public HttpPart representing(Consumer<Representations> more) {
        return new HttpPart(shapes.andThen(more), adds);
    }

    /** Returns the part that adds paths as well. */
    public HttpPart routing(Consumer<Routes> more) {
        return new HttpPart(shapes, adds.andThen(more));
    }

    @Override
    public void represent(Representations representations) {
        shapes.accept(representations);
    }

    @Override
    public void route(Routes routes) {
        adds.accept(routes);
    }
}
