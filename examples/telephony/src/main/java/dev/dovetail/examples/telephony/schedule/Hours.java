package dev.dovetail.examples.telephony.schedule;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Has hours of some days. */
interface Hours {
    /** The form of a time of day. */
    String TIME = "([0,1][0-9]|2[0-3]):[0-5][0-9]";

    String hoursStart();

    String hoursEnd();

    /** Returns the list, or all numbers from 1 on if there is none. */
    static List<Integer> orAll(@Nullable List<Integer> given, int last) {
        return given == null ? IntStream.rangeClosed(1, last).boxed().toList() : given;
    }

    /** Requires that the end does not come before the start. */
    @Constraint(validatedBy = Ascending.Check.class)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Ascending {
        String text() default "hours_end is before hours_start";

        boolean schema() default true;

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        /** Compares the times. */
        final class Check implements ConstraintValidator<Ascending, Hours> {
            @Override
            public boolean isValid(Hours hours, ConstraintValidatorContext context) {
                return hours.hoursEnd().compareTo(hours.hoursStart()) >= 0;
            }
        }
    }

    /** Requires that a list is not empty. */
    @Constraint(validatedBy = NotEmpty.Check.class)
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE_USE})
    @interface NotEmpty {
        String text();

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        /** Counts the elements. */
        final class Check implements ConstraintValidator<NotEmpty, List<?>> {
            @Override
            public boolean isValid(@Nullable List<?> list, ConstraintValidatorContext context) {
                return list == null || !list.isEmpty();
            }
        }
    }
}
