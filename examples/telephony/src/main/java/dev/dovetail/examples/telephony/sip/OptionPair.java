package dev.dovetail.examples.telephony.sip;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Requires a key and a value; other lists of options have another text about their length. */
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Size(min = 2, max = 2)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface OptionPair {
    /** The text in answers. */
    String text() default "Length must be between 2 and 2.";

    /** Unused, texts are made by the renderer. */
    String message() default "";

    /** Unused. */
    Class<?>[] groups() default {};

    /** Unused. */
    Class<? extends Payload>[] payload() default {};
}
