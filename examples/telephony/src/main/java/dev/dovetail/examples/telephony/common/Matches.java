package dev.dovetail.examples.telephony.common;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Requires that a regular expression matches the whole text, or says why not in a text of its own. */
@Constraint(validatedBy = Matches.Check.class)
@Repeatable(Matches.List.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE_USE})
public @interface Matches {
    /** The regular expression; a dot stands for line ends as well. */
    String regexp();

    /** The text in answers. */
    String text();

    /** Unused, texts are made by the renderer. */
    String message() default "";

    /** Unused. */
    Class<?>[] groups() default {};

    /** Unused. */
    Class<? extends Payload>[] payload() default {};

    /** Holds several. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.ANNOTATION_TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE_USE})
    @interface List {
        Matches[] value();
    }

    /** Matches texts. */
    final class Check implements ConstraintValidator<Matches, String> {
        private Predicate<String> matches = text -> true;

        @Override
        public void initialize(Matches wanted) {
            matches = Pattern.compile(wanted.regexp(), Pattern.DOTALL).asMatchPredicate();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || matches.test(text);
        }
    }
}
