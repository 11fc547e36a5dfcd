package dev.dovetail.validation;

import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.resource.Attributes;
import java.util.List;

/**
 * Checks what links carry: nulls where none are allowed, and the Bean Validation constraints on the record, as
 * {@link InputValidator} does for resources. Thread-safe; made once per association, at the start.
 *
 * @param <A> the record of attributes
 * @since 0.1
 */
public final class AttributesValidator<A extends Record> {
    private final RecordConstraints<A> constraints;
    private final String resource;

    private AttributesValidator(RecordConstraints<A> constraints, String resource) {
        this.constraints = constraints;
        this.resource = resource;
    }

    /**
     * Returns the validator of attributes.
     *
     * @param resource the name that violations tell
     * @throws IllegalStateException if the record has constraints and no Bean Validation provider is present
     */
    public static <A extends Record> AttributesValidator<A> of(Attributes<A> attributes, String resource) {
        return new AttributesValidator<>(RecordConstraints.of(attributes.model()), resource);
    }

    /** Returns what is wrong, with paths below this one. */
    public List<Violation> check(A attributes, Path at) {
        Violations violations = new Violations();
        constraints.checkNested(attributes, resource, at, violations);
        return violations.toList();
    }
}
