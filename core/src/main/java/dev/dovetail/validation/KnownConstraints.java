package dev.dovetail.validation;

import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import jakarta.validation.metadata.ValidateUnwrappedValue;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Tells of values for sure that they are sound, where the constraints are the usual ones, as Hibernate Validator checks them.
 * What it is not sure of the provider is asked: so it decides alone about what is wrong, and is spared what mostly is right.
 *
 * <p>The constraints are those that the provider knows of, by its metadata, so that mappings in XML and validators that an
 * application has put in the place of the provider's are heeded.
 */
final class KnownConstraints {
    private static final String STANDARD = "org.hibernate.validator.internal.constraintvalidators.bv.";
    private static final Set<Class<?>> WHOLE_NUMBERS =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class, byte.class, Byte.class);
    private static final Check UNSURE = value -> false;
    private static final Check UNCONSTRAINED = value -> true;

    private final Map<String, Check> properties = new HashMap<>();
    private boolean complete;

    private KnownConstraints() {}

    /** Tells whether a value is sound for sure. */
    @FunctionalInterface
    interface Check {
        boolean isSound(@Nullable Object value);
    }

    static KnownConstraints of(Validator validator, Class<?> type) {
        KnownConstraints known = new KnownConstraints();
        if (Constraints.makesOwnValidators()) {
            BeanDescriptor bean = validator.getConstraintsForClass(type);
            known.complete = bean.getConstraintDescriptors().isEmpty(); // on the class
            bean.getConstrainedProperties()
                    .forEach(property -> known.properties.put(property.getPropertyName(), check(property)));
        }
        return known;
    }

    /** Returns whether the constraints on some properties are all that there are. */
    boolean areAll(Set<String> names) {
        return complete && names.containsAll(properties.keySet());
    }

    /** Returns the check of the values of one property. */
    Check check(String name) {
        return properties.getOrDefault(name, complete ? UNCONSTRAINED : UNSURE);
    }

    private static Check check(PropertyDescriptor property) {
        Set<ConstraintDescriptor<?>> all = property.getConstraintDescriptors();
        boolean onFieldOnly = property.findConstraints()
                        .declaredOn(ElementType.FIELD)
                        .getConstraintDescriptors()
                        .size()
                == all.size();
        if (!onFieldOnly
                || property.isCascaded()
                || !property.getConstrainedContainerElementTypes().isEmpty()) {
            return UNSURE;
        }
        List<Check> checks = new ArrayList<>();
        for (ConstraintDescriptor<?> constraint : all) {
            checks.add(isStandard(constraint) ? check(constraint.getAnnotation(), property.getElementClass()) : UNSURE);
        }
        return checks.contains(UNSURE) ? UNSURE : both(checks);
    }

    private static boolean isStandard(ConstraintDescriptor<?> constraint) {
        return constraint.getGroups().equals(Set.of(Default.class))
                && constraint.getComposingConstraints().isEmpty()
                && constraint.getValueUnwrapping() == ValidateUnwrappedValue.DEFAULT
                && constraint.getConstraintValidatorClasses().stream()
                        .allMatch(validator -> validator.getName().startsWith(STANDARD));
    }

    private static Check both(List<Check> checks) {
        Check[] all = checks.toArray(Check[]::new);
        return all.length == 1
                ? all[0]
                : value -> {
                    for (Check check : all) {
                        if (!check.isSound(value)) {
                            return false;
                        }
                    }
                    return true;
                };
    }

    private static Check check(Annotation constraint, Class<?> type) {
        if (constraint instanceof NotNull) {
            return value -> value != null;
        }
        if (type == String.class) {
            return text(constraint);
        }
        return WHOLE_NUMBERS.contains(type) ? number(constraint) : UNSURE;
    }

    private static Check number(Annotation constraint) {
        if (constraint instanceof Min min) {
            long least = min.value();
            return value -> value == null || ((Number) value).longValue() >= least;
        }
        if (constraint instanceof Max max) {
            long most = max.value();
            return value -> value == null || ((Number) value).longValue() <= most;
        }
        return UNSURE;
    }

    private static Check text(Annotation constraint) {
        if (constraint instanceof NotBlank) {
            // versions differ about what is blank
            return value -> value instanceof String text
                    && !text.isBlank()
                    && !text.trim().isEmpty();
        }
        if (constraint instanceof Size size) {
            return size(size.min(), size.max());
        }
        if (constraint instanceof Pattern pattern) {
            return pattern(pattern);
        }
        return constraint instanceof Email email && email.regexp().equals(".*") && email.flags().length == 0
                ? value -> value == null || PlainAddress.is((String) value)
                : UNSURE;
    }

    private static Check size(int min, int max) {
        boolean valid = 0 <= min && min <= max; // else the provider tells the mistake
        return !valid
                ? UNSURE
                : value -> value == null || (((String) value).length() >= min && ((String) value).length() <= max);
    }

    private static Check pattern(Pattern constraint) {
        int flags = 0;
        for (Pattern.Flag flag : constraint.flags()) {
            flags |= flag.getValue();
        }
        try {
            java.util.regex.Pattern pattern = java.util.regex.Pattern.compile(constraint.regexp(), flags);
            return value -> value == null || pattern.matcher((String) value).matches();
        } catch (PatternSyntaxException e) {
            return UNSURE; // the provider tells the mistake
        }
    }
}
