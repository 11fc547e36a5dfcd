package dev.dovetail;

import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what is wrong with the elements of a list, each under its index. */
final class Faults {
    private Faults() {}

    /** Does something to the element at an index. */
    interface Step<E> {
        void accept(int index, E element);
    }

    /** Does a step to every element and ends the call with all that was refused; at once if the machinery fails. */
    static <E> void each(List<E> elements, Step<E> step) {
        Violations violations = new Violations();
        for (int i = 0; i < elements.size(); i++) {
            try {
                step.accept(i, elements.get(i));
            } catch (DovetailException e) {
                if (e.kind() == ErrorKind.UNIT_FAILED && !violations.isEmpty()) {
                    break; // since of what is told already the store takes no more statements
                } else if (e.kind().technical()) {
                    throw e;
                }
                violations.addAll(e.at(i).violations());
            }
        }
        violations.throwIfAny();
    }

    /**
     * Returns what a call with some of the elements returns; what it tells under their places is told under their
     * indexes.
     */
    static <R> R under(List<Integer> indexes, Supplier<R> call) {
        try {
            return call.get();
        } catch (DovetailException e) {
            throw new DovetailException(
                    e.violations().stream().map(each -> moved(each, indexes)).toList(), e);
        }
    }

    private static Violation moved(Violation violation, List<Integer> indexes) {
        List<Object> elements = new ArrayList<>(violation.path().elements());
        if (elements.isEmpty() || !(elements.get(0) instanceof Integer place)) {
            return violation;
        }
        elements.set(0, indexes.get(place));
        return violation.at(new Path(elements));
    }
}
