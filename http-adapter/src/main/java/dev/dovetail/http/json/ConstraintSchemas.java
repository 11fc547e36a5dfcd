package dev.dovetail.http.json;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Adds what Bean Validation constraints say to schemas: the constraints of the standard, and those composed of them.
 * Others allow what their schema does not tell. Types of constraints are known by name, since an application without
 * constraints need not have Bean Validation.
 */
final class ConstraintSchemas {
    private static final String STANDARD = "jakarta.validation.constraints.";

    private ConstraintSchemas() {}

    static Schema add(Schema schema, AnnotatedElement element) {
        Schema more = schema;
        for (Annotation annotation : element.getAnnotations()) {
            more = add(more, annotation);
        }
        return more;
    }

    private static Schema add(Schema schema, Annotation annotation) {
        Class<? extends Annotation> kind = annotation.annotationType();
        if (kind.getName().startsWith(STANDARD)) {
            return standard(schema, annotation, kind.getName().substring(STANDARD.length()));
        }
        return isComposed(kind) ? add(schema, kind) : schema;
    }

    private static boolean isComposed(Class<? extends Annotation> kind) {
        return isMarked(kind, "jakarta.validation.Constraint")
                && Arrays.stream(kind.getDeclaredMethods()).noneMatch(ConstraintSchemas::overrides);
    }

    private static boolean overrides(Method attribute) {
        return isMarked(attribute, "jakarta.validation.OverridesAttribute")
                || isMarked(attribute, "jakarta.validation.OverridesAttribute$List");
    }

    private static boolean isMarked(AnnotatedElement element, String mark) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().equals(mark));
    }

    private static Schema standard(Schema schema, Annotation annotation, String name) {
        return switch (name) {
            case "Size" -> size(schema, (Size) annotation);
            case "NotEmpty" -> schema.with(words(schema)[0], 1);
            case "NotBlank" -> schema.with("minLength", 1);
            case "Min" -> schema.with("minimum", ((Min) annotation).value());
            case "Max" -> schema.with("maximum", ((Max) annotation).value());
            case "DecimalMin" -> least(schema, (DecimalMin) annotation);
            case "DecimalMax" -> most(schema, (DecimalMax) annotation);
            case "Positive" -> schema.with("exclusiveMinimum", 0);
            case "PositiveOrZero" -> schema.with("minimum", 0);
            case "Negative" -> schema.with("exclusiveMaximum", 0);
            case "NegativeOrZero" -> schema.with("maximum", 0);
            case "Pattern" -> pattern(schema, (Pattern) annotation);
            case "Email" -> schema.with("format", "email");
            default -> schema;
        };
    }

    /** Returns the schema's keywords for the least and the greatest size. */
    private static String[] words(Schema schema) {
        Object type = schema.keywords().get("type");
        if ("array".equals(type)) {
            return new String[] {"minItems", "maxItems"};
        }
        return "object".equals(type)
                ? new String[] {"minProperties", "maxProperties"}
                : new String[] {"minLength", "maxLength"};
    }

    private static Schema size(Schema schema, Size size) {
        String[] words = words(schema);
        Schema least = size.min() > 0 ? schema.with(words[0], size.min()) : schema;
        return size.max() < Integer.MAX_VALUE ? least.with(words[1], size.max()) : least;
    }

    private static Schema least(Schema schema, DecimalMin least) {
        return schema.with(least.inclusive() ? "minimum" : "exclusiveMinimum", new BigDecimal(least.value()));
    }

    private static Schema most(Schema schema, DecimalMax most) {
        return schema.with(most.inclusive() ? "maximum" : "exclusiveMaximum", new BigDecimal(most.value()));
    }

    /** A schema has one pattern, of which a part may match, and no flags. */
    private static Schema pattern(Schema schema, Pattern pattern) {
        return pattern.flags().length > 0 || schema.keywords().containsKey("pattern")
                ? schema
                : schema.with("pattern", "^(?:" + pattern.regexp() + ")$");
    }
}
