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
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Knows the constraints of one record class, read once; walks into nested records and lists itself. */
final class RecordConstraints<T> {
    private static final Set<String> UNTOLD = Set.of("groups", "payload", "message");

    private final Class<T> type;
    private final List<Component> components = new ArrayList<>();
    private final Constraints constraints;
    private final @Nullable Validator validator;
    private final Map<ConstraintDescriptor<?>, Broken> broken = new ConcurrentHashMap<>();
    private volatile @Nullable Described described; // asked for when first needed; a race asks twice at most

    private RecordConstraints(Class<T> type, Constraints constraints, Map<Class<?>, RecordConstraints<?>> known) {
        this.type = type;
        this.constraints = constraints;
        known.put(type, this);
        for (RecordType.Component component : RecordType.of(type).components()) {
            components.add(new Component(component, known));
        }
        boolean annotated = isConstrained(type) || components.stream().anyMatch(Component::annotated);
        this.validator = constraints.validator(type, annotated);
    }

    static <T> RecordConstraints<T> of(Class<T> type, Constraints constraints) {
        return new RecordConstraints<>(type, constraints, new HashMap<>());
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
     * Returns whether the constraints on the class and its components hold; nested records are looked at only if
     * cascaded to.
     */
    boolean hold(T object) {
        return validator == null
                || !described(validator).any()
                || validator.validate(object).isEmpty();
    }

    private Described described(Validator engine) {
        Described known = described;
        if (known == null) {
            known = Described.by(engine, type);
            described = known;
        }
        return known;
    }

    /**
     * Tells what is constrained, as the validator knows: by annotations, by XML or by its own API.
     *
     * @param any whether anything is
     * @param whole whether the class itself is
     * @param components the names of the components that are
     */
    private record Described(boolean any, boolean whole, Set<String> components) {
        static Described by(Validator engine, Class<?> type) {
            BeanDescriptor bean = engine.getConstraintsForClass(type);
            return new Described(
                    bean.isBeanConstrained(),
                    !bean.getConstraintDescriptors().isEmpty(),
                    bean.getConstrainedProperties().stream()
                            .map(PropertyDescriptor::getPropertyName)
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    /** Returns whether a component holds a record or a list of records. */
    boolean hasRecords(int index) {
        return components.get(index).value != null || components.get(index).element != null;
    }

    /** Checks the constraints on the class itself. */
    void checkObject(T object, String resource, Path path, Violations violations) {
        if (validator != null && described(validator).whole()) {
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

    private Violation translate(ConstraintViolation<?> violation, String resource, Path base, boolean ofComponent) {
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
        Broken one = broken.computeIfAbsent(violation.getConstraintDescriptor(), Broken::of);
        return Errors.invalid(resource, path, one.code(), one.details(), one.message());
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

    private @Nullable RecordConstraints<?> nested(Class<?> nested, Map<Class<?>, RecordConstraints<?>> known) {
        if (!nested.isRecord()) {
            return null;
        }
        RecordConstraints<?> before = known.get(nested);
        return before != null ? before : new RecordConstraints<>(nested, constraints, known);
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

    private final class Component {
        private final String name;
        private final boolean nullable;
        private final boolean annotated;
        private final boolean elementNullable;
        private final List<Annotation> order;
        private final @Nullable RecordConstraints<?> value;
        private final @Nullable RecordConstraints<?> element;
        private final RecordType.Component component;

        Component(RecordType.Component component, Map<Class<?>, RecordConstraints<?>> known) {
            AnnotatedType annotated = component.annotatedType();
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
            this.annotated = component.annotations().stream().anyMatch(RecordConstraints::isConstraint)
                    || deeplyConstrained(annotated);
            this.component = component;
        }

        boolean annotated() {
            return annotated;
        }

        @Nullable
        Object read(Object row) {
            return component.get(row);
        }

        void check(Object object, String resource, Path path, Violations violations) {
            if (validator != null && described(validator).components().contains(component.declaredName())) {
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
            Set<ConstraintViolation<T>> found = engine.validateValue(type, component.declaredName(), object);
            if (found.size() == 1) { // as is usual
                violations.add(translate(found.iterator().next(), resource, path, true));
                return;
            }
            found.stream()
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
