package dev.dovetail.examples.telephony.common;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Requires an e-mail address: a local part (RFC 5322 dot-atom or quoted text), an at sign, a host with a dot. */
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = EmailAddress.REGEXP)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface EmailAddress {
    /** The form of an address. */
    String REGEXP = "([-!#$%&'*+/=?^`{}|~\\w]+(\\.[-!#$%&'*+/=?^`{}|~\\w]+)*|\"[^\"\\\\]*\")"
            + "@(localhost|([A-Za-z0-9]([-A-Za-z0-9]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63})";

    /** The text in answers. */
    String text() default "Not a valid email address.";

    /** Unused, texts are made by the renderer. */
    String message() default "";

    /** Unused. */
    Class<?>[] groups() default {};

    /** Unused. */
    Class<? extends Payload>[] payload() default {};
}
