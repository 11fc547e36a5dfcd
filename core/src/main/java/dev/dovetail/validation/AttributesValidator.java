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
    private final Attributes<A> attributes;
    private final RecordConstraints<A> constraints;
    private final String resource;

    private AttributesValidator(Attributes<A> attributes, String resource, Constraints constraints) {
        this.attributes = attributes;
        this.constraints = RecordConstraints.of(attributes.model(), constraints);
        this.resource = resource;
    }

    /**
     * Returns the validator of attributes.
     *
     * @param resource the name that violations tell
     * @throws IllegalStateException if the record has constraints and no Bean Validation provider is present
     */
    public static <A extends Record> AttributesValidator<A> of(Attributes<A> attributes, String resource) {
        return of(attributes, resource, Constraints.byProvider());
    }

    /**
     * Returns the validator of attributes.
     *
     * @param resource the name that violations tell
     * @param constraints says what checks the constraints on the record
     * @throws IllegalStateException if the record has constraints and no Bean Validation provider is present
     */
    public static <A extends Record> AttributesValidator<A> of(
            Attributes<A> attributes, String resource, Constraints constraints) {
        return new AttributesValidator<>(attributes, resource, constraints);
    }

    /** Returns the attributes that this checks. */
    public Attributes<A> attributes() {
        return attributes;
    }

    /** Returns the name that violations tell. */
    public String resource() {
        return resource;
    }

    /**
     * Returns what is wrong, with paths below this one.
     *
     * @throws IllegalArgumentException if the record is not one of these attributes
     */
    public List<Violation> check(Record carried, Path at) {
        Violations violations = new Violations();
        constraints.checkNested(attributes.cast(carried), resource, at, violations);
        return violations.toList();
    }
}
