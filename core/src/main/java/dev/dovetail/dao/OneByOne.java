package dev.dovetail.dao;

import dev.dovetail.error.DovetailException;
import java.util.List;
import java.util.function.Consumer;

/** Does something to the elements of a list one after the other; a failure tells which one it was. */
final class OneByOne {
    private OneByOne() {}

    static <E> void each(List<E> elements, Consumer<E> action) {
        for (int i = 0; i < elements.size(); i++) {
            try {
                action.accept(elements.get(i));
            } catch (DovetailException e) {
                throw e.at(i);
            }
        }
    }
}
