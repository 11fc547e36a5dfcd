package dev.dovetail.examples.telephony.common;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Requires one or more decimal digits and nothing else. */
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = "[0-9]+")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface DigitsOnly {
    /** The text in answers. */
    String text() default "Invalid input.";

    /** Unused, texts are made by the renderer. */
    String message() default "";

    /** Unused. */
    Class<?>[] groups() default {};

    /** Unused. */
    Class<? extends Payload>[] payload() default {};
}
