package dev.dovetail.validation;

import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.resource.RecordType;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Validator;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Knows the constraints of one record class, read once; walks into nested records and lists itself. */
final class RecordConstraints<T> {
    private static final Set<String> UNTOLD = Set.of("groups", "payload", "message");

    private final Class<T> type;
    private final List<Component> components = new ArrayList<>();
    private final boolean constrained;
    private final @Nullable Validator validator;

    private RecordConstraints(Class<T> type) {
        this.type = type;
        for (RecordType.Component component : RecordType.of(type).components()) {
            components.add(new Component(component));
        }
        this.constrained = isConstrained(type);
        this.validator = constrained || components.stream().anyMatch(c -> c.constrained)
                ? Constraints.provider()
                        .orElseThrow(() -> new IllegalStateException(type.getName()
                                + " has constraints and no Bean Validation provider is present;"
                                + " add org.hibernate.validator:hibernate-validator"))
                : null;
    }

    static <T> RecordConstraints<T> of(Class<T> type) {
        return new RecordConstraints<>(type);
    }

    private static boolean isConstrained(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations()).anyMatch(RecordConstraints::isConstraint);
    }

    private static boolean deeplyConstrained(AnnotatedType annotated) {
        return isConstrained(annotated)
                || (annotated instanceof AnnotatedParameterizedType parameterized
                        && Arrays.stream(parameterized.getAnnotatedActualTypeArguments())
                                .anyMatch(RecordConstraints::deeplyConstrained));
    }

    private static boolean isConstraint(Annotation annotation) {
        Class<?> kind = annotation.annotationType();
        Class<?> outer = kind.getEnclosingClass();
        return kind.isAnnotationPresent(Constraint.class)
                || (outer != null && outer.isAnnotationPresent(Constraint.class));
    }

    /** Checks the constraints on the class itself. */
    void checkObject(T object, String resource, Path path, Violations violations) {
        if (constrained && validator != null) {
            for (ConstraintViolation<T> violation : validator.validate(object)) {
                if (!violation.getPropertyPath().iterator().hasNext()
                        || violation.getPropertyPath().iterator().next().getKind() == ElementKind.BEAN) {
                    violations.add(translate(violation, resource, path));
                }
            }
        }
    }

    /** Checks a value of a component that is not null. */
    void checkComponent(int index, Object value, String resource, Path path, Violations violations) {
        components.get(index).check(value, resource, path, violations);
    }

    private void checkNested(T object, String resource, Path path, Violations violations) {
        Violations own = new Violations();
        for (Component component : components) {
            Path at = path.field(component.name);
            Object value = component.read(object);
            if (value != null) {
                component.check(value, resource, at, own);
            } else if (!component.nullable) {
                own.add(Errors.nullValue(resource, at));
            }
        }
        if (own.isEmpty()) {
            checkObject(object, resource, path, own);
        }
        violations.addAll(own.toList());
    }

    private static Violation translate(ConstraintViolation<?> violation, String resource, Path base) {
        Path path = base;
        boolean first = true;
        for (jakarta.validation.Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                path = path.index(node.getIndex());
            }
            if (!first && node.getKind() == ElementKind.PROPERTY) {
                path = path.field(node.getName());
            }
            first = false;
        }
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        new TreeMap<>(violation.getConstraintDescriptor().getAttributes()).forEach((attribute, value) -> {
            if (!UNTOLD.contains(attribute) && !value.getClass().isArray()) {
                details.put(attribute, value);
            }
        });
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return Errors.invalid(resource, path, code(name), details, "breaks " + code(name) + " " + details);
    }

    /** Turns {@code NotBlank} into {@code not-blank}. */
    private static String code(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static @Nullable RecordConstraints<?> nested(Class<?> type) {
        return type.isRecord() ? new RecordConstraints<>(type) : null;
    }

    private final class Component {
        private final String name;
        private final boolean nullable;
        private final boolean constrained;
        private final List<Class<?>> order;
        private final @Nullable RecordConstraints<?> value;
        private final @Nullable RecordConstraints<?> element;
        private final RecordType.Component component;

        Component(RecordType.Component component) {
            AnnotatedType annotated = component.annotatedType();
            this.name = component.name();
            this.nullable = component.nullable();
            this.order = component.annotations().stream()
                    .<Class<?>>map(Annotation::annotationType)
                    .toList();
            this.value = nested(component.type());
            AnnotatedType argument =
                    annotated instanceof AnnotatedParameterizedType parameterized && component.type() == List.class
                            ? parameterized.getAnnotatedActualTypeArguments()[0]
                            : null;
            this.element =
                    argument != null && argument.getType() instanceof Class<?> elementType ? nested(elementType) : null;
            this.constrained = component.annotations().stream().anyMatch(RecordConstraints::isConstraint)
                    || deeplyConstrained(annotated);
            this.component = component;
        }

        @Nullable
        Object read(Object row) {
            return component.get(row);
        }

        void check(Object object, String resource, Path path, Violations violations) {
            if (constrained && validator != null) {
                checkConstraints(validator, object, resource, path, violations);
            }
            if (value != null) {
                checkRecord(value, object, resource, path, violations);
            } else if (element != null && object instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    checkRecord(element, list.get(i), resource, path.index(i), violations);
                }
            }
        }

        private void checkConstraints(
                Validator engine, Object object, String resource, Path path, Violations violations) {
            Set<ConstraintViolation<T>> found = engine.validateValue(type, name, object);
            if (found.size() == 1) {
                violations.add(translate(found.iterator().next(), resource, path));
            } else if (!found.isEmpty()) {
                found.stream()
                        .sorted(Comparator.<ConstraintViolation<T>, String>comparing(
                                        v -> v.getPropertyPath().toString())
                                .thenComparing(v -> order.indexOf(v.getConstraintDescriptor()
                                        .getAnnotation()
                                        .annotationType())))
                        .forEach(v -> violations.add(translate(v, resource, path)));
            }
        }

        @SuppressWarnings("unchecked")
        private static <N> void checkRecord(
                RecordConstraints<N> nested,
                @Nullable Object object,
                String resource,
                Path path,
                Violations violations) {
            if (object == null) {
                violations.add(Errors.nullValue(resource, path));
            } else {
                nested.checkNested((N) object, resource, path, violations);
            }
        }
    }
}
