package dev.dovetail.validation;

import com.google.common.collect.MapMaker;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.resource.RecordType;
import dev.dovetail.validation.KnownConstraints.Check;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Validator;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Knows the constraints of one record class, read once; walks into nested records and lists itself. */
final class RecordConstraints<T> {
    private static final Set<String> UNTOLD = Set.of("groups", "payload", "message");
    /** By the provider's descriptors, of which each constraint of a class has its own. */
    private static final Map<ConstraintDescriptor<?>, Broken> BROKEN =
            new MapMaker().weakKeys().makeMap();

    private final Class<T> type;
    private final List<Component> components = new ArrayList<>();
    private final boolean constrained;
    private final @Nullable Validator validator;
    private volatile @Nullable Known known; // made when first needed, which costs some; a race makes it twice at most

    private RecordConstraints(Class<T> type, Map<Class<?>, RecordConstraints<?>> known) {
        this.type = type;
        known.put(type, this);
        for (RecordType.Component component : RecordType.of(type).components()) {
            components.add(new Component(component, known));
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
        return new RecordConstraints<>(type, new HashMap<>());
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

    /**
     * Returns whether the constraints on the class and its components hold; those within nested records not looked at. False as well
     * where it takes a look at each component to know.
     *
     * @param values of the object's components, in order
     */
    boolean hold(T object, @Nullable Object[] values) {
        if (validator == null) {
            return true;
        }
        Known constraints = known(validator);
        return constraints.complete
                ? constraints.areSound(values)
                : validator.validate(object).isEmpty();
    }

    private Known known(Validator engine) {
        Known made = known;
        if (made == null) {
            made = new Known(KnownConstraints.of(engine, type));
            known = made;
        }
        return made;
    }

    /** Returns whether a component holds a record or a list of records. */
    boolean hasRecords(int index) {
        return components.get(index).value != null || components.get(index).element != null;
    }

    /** Checks the constraints on the class itself. */
    void checkObject(T object, String resource, Path path, Violations violations) {
        if (constrained && validator != null) {
            for (ConstraintViolation<T> violation : validator.validate(object)) {
                if (violation.getInvalidValue() == object) {
                    violations.add(translate(violation, resource, path, false));
                }
            }
        }
    }

    /** Checks a value of a component that is not null. */
    void checkComponent(int index, Object value, String resource, Path path, Violations violations) {
        components.get(index).check(value, resource, path, violations);
    }

    void checkNested(T object, String resource, Path path, Violations violations) {
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

    private static Violation translate(
            ConstraintViolation<?> violation, String resource, Path base, boolean ofComponent) {
        Path path = base;
        boolean inBase = ofComponent;
        for (jakarta.validation.Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                path = path.index(node.getIndex());
            } else if (node.getKey() != null) {
                path = path.field(node.getKey().toString());
            }
            if (!inBase && node.getKind() == ElementKind.PROPERTY) {
                path = path.field(node.getName());
            }
            inBase = false;
        }
        Broken broken = BROKEN.computeIfAbsent(violation.getConstraintDescriptor(), Broken::of);
        return Errors.invalid(resource, path, broken.code(), broken.details(), broken.message());
    }

    /** Says which constraint is broken. */
    private record Broken(String code, Map<String, @Nullable Object> details, String message) {
        static Broken of(ConstraintDescriptor<?> constraint) {
            Map<String, @Nullable Object> details = new LinkedHashMap<>();
            new TreeMap<>(constraint.getAttributes()).forEach((attribute, value) -> {
                if (!UNTOLD.contains(attribute) && !value.getClass().isArray()) {
                    details.put(attribute, value);
                }
            });
            String code = RecordConstraints.code(
                    constraint.getAnnotation().annotationType().getSimpleName());
            return new Broken(code, details, "breaks " + code + " " + details);
        }
    }

    /** Turns {@code NotBlank} into {@code not-blank}. */
    private static String code(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static @Nullable RecordConstraints<?> nested(Class<?> type, Map<Class<?>, RecordConstraints<?>> known) {
        if (!type.isRecord()) {
            return null;
        }
        RecordConstraints<?> before = known.get(type);
        return before != null ? before : new RecordConstraints<>(type, known);
    }

    /** Returns the constraints on a type and its arguments in the order of the source, repeated ones one by one. */
    private static List<Annotation> inOrder(AnnotatedType annotated) {
        List<Annotation> all = new ArrayList<>();
        for (Annotation annotation : annotated.getAnnotations()) {
            all.addAll(repeated(annotation));
        }
        if (annotated instanceof AnnotatedParameterizedType parameterized) {
            for (AnnotatedType argument : parameterized.getAnnotatedActualTypeArguments()) {
                all.addAll(inOrder(argument));
            }
        }
        return all;
    }

    private static List<Annotation> repeated(Annotation annotation) {
        Class<? extends Annotation> kind = annotation.annotationType();
        if (kind.isAnnotationPresent(Constraint.class) || !isConstraint(annotation)) {
            return List.of(annotation);
        }
        try {
            return List.of((Annotation[]) kind.getMethod("value").invoke(annotation));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(kind.getName() + ": could not be read", e);
        }
    }

    private static int compare(Path one, Path other) {
        int both = Math.min(one.elements().size(), other.elements().size());
        for (int i = 0; i < both; i++) {
            Object a = one.elements().get(i);
            Object b = other.elements().get(i);
            int order = a instanceof Integer m && b instanceof Integer n
                    ? m.compareTo(n)
                    : a.toString().compareTo(b.toString());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.elements().size(), other.elements().size());
    }

    private record Found(Violation violation, int order) {}

    /** Holds what is known for sure without asking the provider. */
    private final class Known {
        private final Check[] checks; // one for each component
        private final boolean complete;

        Known(KnownConstraints constraints) {
            Set<String> names = components.stream()
                    .map(component -> component.component.declaredName())
                    .collect(Collectors.toSet());
            this.complete = constraints.areAll(names);
            this.checks = components.stream()
                    .map(component -> constraints.check(component.component.declaredName()))
                    .toArray(Check[]::new);
        }

        boolean areSound(@Nullable Object[] values) {
            for (int i = 0; i < checks.length; i++) {
                if (!checks[i].isSound(values[i])) {
                    return false;
                }
            }
            return true;
        }

        boolean isSound(int index, Object value) {
            return checks[index].isSound(value);
        }
    }

    private final class Component {
        private final int index;
        private final String name;
        private final boolean nullable;
        private final boolean constrained;
        private final boolean elementNullable;
        private final List<Annotation> order;
        private final @Nullable RecordConstraints<?> value;
        private final @Nullable RecordConstraints<?> element;
        private final RecordType.Component component;

        Component(RecordType.Component component, Map<Class<?>, RecordConstraints<?>> known) {
            AnnotatedType annotated = component.annotatedType();
            this.index = components.size();
            this.name = component.name();
            this.nullable = component.nullable();
            this.order = inOrder(annotated);
            this.value = nested(component.type(), known);
            AnnotatedType argument =
                    annotated instanceof AnnotatedParameterizedType parameterized && component.type() == List.class
                            ? parameterized.getAnnotatedActualTypeArguments()[0]
                            : null;
            this.elementNullable = argument == null || argument.isAnnotationPresent(Nullable.class);
            this.element = argument != null && argument.getType() instanceof Class<?> elementType
                    ? nested(elementType, known)
                    : null;
            this.constrained = component.annotations().stream().anyMatch(RecordConstraints::isConstraint)
                    || deeplyConstrained(annotated);
            this.component = component;
        }

        @Nullable
        Object read(Object row) {
            return component.get(row);
        }

        void check(Object object, String resource, Path path, Violations violations) {
            if (constrained && validator != null && !known(validator).isSound(index, object)) {
                checkConstraints(validator, object, resource, path, violations);
            }
            if (value != null) {
                checkRecord(value, object, resource, path, violations);
            } else if (object instanceof List<?> list && (element != null || !elementNullable)) {
                checkElements(list, resource, path, violations);
            }
        }

        private void checkElements(List<?> list, String resource, Path path, Violations violations) {
            for (int i = 0; i < list.size(); i++) {
                Object one = list.get(i);
                if (one == null && !elementNullable) {
                    violations.add(Errors.nullValue(resource, path.index(i)));
                } else if (one != null && element != null) {
                    checkRecord(element, one, resource, path.index(i), violations);
                }
            }
        }

        private void checkConstraints(
                Validator engine, Object object, String resource, Path path, Violations violations) {
            Set<ConstraintViolation<T>> broken = engine.validateValue(type, component.declaredName(), object);
            if (broken.size() == 1) { // as is usual
                violations.add(translate(broken.iterator().next(), resource, path, true));
                return;
            }
            broken.stream()
                    .map(one -> new Found(
                            translate(one, resource, path, true),
                            order.indexOf(one.getConstraintDescriptor().getAnnotation())))
                    .sorted(Comparator.<Found, Path>comparing(
                                    one -> one.violation().path(), RecordConstraints::compare)
                            .thenComparing(Found::order))
                    .forEach(one -> violations.add(one.violation()));
        }

        @SuppressWarnings("unchecked")
        private static <N> void checkRecord(
                RecordConstraints<N> nested, Object object, String resource, Path path, Violations violations) {
            nested.checkNested((N) object, resource, path, violations);
        }
    }
}
