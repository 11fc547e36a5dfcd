package dev.dovetail.examples.telephony.sip;

import dev.dovetail.examples.telephony.common.Matches;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Requires a text that can name a section of the telephony engine's SIP file.
 *
 * <p>Only the first thing that is wrong is told, so each of these lets pass what an earlier one refuses.
 */
@Constraint(validatedBy = {})
@Matches(regexp = ".+", text = "Shorter than minimum length 1")
@Matches(regexp = ".{0,79}", text = "Longer than maximum length 79")
@Matches(regexp = "(?!(global|system)$).*", text = "Reserved Asterisk section name")
@Matches(regexp = "[-_.a-zA-Z0-9]*|.{80,}", text = "Not a valid Asterisk section name")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface SectionName {
    /** Unused, texts are made by the renderer. */
    String message() default "";

    /** Unused. */
    Class<?>[] groups() default {};

    /** Unused. */
    Class<? extends Payload>[] payload() default {};
}
