package dev.dovetail.examples.telephony.context;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigInteger;

/** Requires a start and an end of the same length, and the start not to be above the end. */
@Constraint(validatedBy = {})
@RangeBounds.SameLength
@RangeBounds.Ascending
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface RangeBounds {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Requires a start and an end of the same length. */
    @Constraint(validatedBy = SameLength.Check.class)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.ANNOTATION_TYPE)
    @interface SameLength {
        String text() default "Start and end must be of the same length";

        boolean schema() default true;

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        /** Compares the lengths. */
        final class Check implements ConstraintValidator<SameLength, Bounds> {
            @Override
            public boolean isValid(Bounds range, ConstraintValidatorContext context) {
                return range.end() == null
                        || range.start().length() == range.end().length();
            }
        }
    }

    /** Requires the start not to be above the end; ranges of unlike lengths pass, they have their own fault. */
    @Constraint(validatedBy = Ascending.Check.class)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.ANNOTATION_TYPE)
    @interface Ascending {
        String text() default "Start of range must be lower than or equal to the end";

        boolean schema() default true;

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        /** Compares the numbers. */
        final class Check implements ConstraintValidator<Ascending, Bounds> {
            @Override
            public boolean isValid(Bounds range, ConstraintValidatorContext context) {
                return range.end() == null
                        || range.start().length() != range.end().length()
                        || new BigInteger(range.start()).compareTo(new BigInteger(range.end())) <= 0;
            }
        }
    }
}
