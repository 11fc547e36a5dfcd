package dev.dovetail.resource;

import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and makes the records of one class without reflection after the start. Immutable and thread-safe.
 *
 * @param <T> the record
 * @since 0.1
 */
public final class RecordType<T> {
    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);
    private static final MethodType SPREAD = MethodType.methodType(Object.class, Object[].class);
    private static final MethodType VALUES = MethodType.methodType(Object[].class, Object.class);
    private static final int OFTEN = 10_000;
    private static final int MOST = 200; // arguments that a method handle takes, but for some that it needs itself

    private final Class<T> type;
    private final List<Component> components;
    private final Constructor<T> canonical;
    private final @Nullable Object[] zeros;
    private @Nullable MethodHandle
            constructor; // made when first needed, which costs much; a race makes it twice at most

    private @Nullable MethodHandle reader; // of all values; made when much is read, which costs milliseconds; likewise
    private int reads; // not counted exactly when threads race

    private RecordType(Class<T> type) {
        this.type = type;
        RecordComponent[] declared = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
        this.zeros = Arrays.stream(types).map(RecordType::zero).toArray();
        List<Component> all = new ArrayList<>();
        try {
            for (RecordComponent component : declared) {
                all.add(new Component(component));
            }
            this.canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            throw new IllegalArgumentException(
                    "record " + type.getName() + ": not accessible; open its package to dev.dovetail.core", e);
        }
        this.components = List.copyOf(all);
    }

    /**
     * Returns the type of a record.
     *
     * @throws IllegalArgumentException if the class is no record or its package is not open to this module
     */
    public static <T> RecordType<T> of(Class<T> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("class " + type.getName() + ": not a record");
        }
        return new RecordType<>(type);
    }

    /** Returns a component's name without an underscore at its end: {@code interface_} cannot be written otherwise. */
    static String plain(String declaredName) {
        return declaredName.endsWith("_") ? declaredName.substring(0, declaredName.length() - 1) : declaredName;
    }

    private static @Nullable Object zero(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    /** Returns the class of the record. */
    Class<T> type() {
        return type;
    }

    /** Returns the components in the order of the source. */
    public List<Component> components() {
        return components;
    }

    /**
     * Makes a record; a null for a primitive becomes 0 or false.
     *
     * @param values as many as there are components; not kept, not changed
     */
    @SuppressWarnings("unchecked")
    public T construct(@Nullable Object[] values) {
        @Nullable Object[] arguments = values;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && zeros[i] != null) {
                if (arguments == values) {
                    arguments = values.clone();
                }
                arguments[i] = zeros[i];
            }
        }
        try {
            MethodHandle made = constructor;
            return (T) (Object) (made == null ? spread() : made).invokeExact(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("record " + type.getName() + " could not be made", e);
        }
    }

    /** Returns the violation that says that the constructor refuses the values of a record at a path. */
    public Violation refusal(RuntimeException thrown, String resource, Path path) {
        String said = thrown instanceof IllegalArgumentException ? thrown.getMessage() : null;
        return Errors.refused(resource, path, said == null ? "these values cannot be together" : said);
    }

    private MethodHandle spread() throws IllegalAccessException {
        MethodHandle made = MethodHandles.lookup()
                .unreflectConstructor(canonical)
                .asFixedArity()
                .asSpreader(Object[].class, zeros.length)
                .asType(SPREAD);
        constructor = made;
        return made;
    }

    /** Returns the values of a record in the order of the components: much faster than one by one when that is done often. */
    @Nullable
    Object[] values(T row) {
        MethodHandle made = reader;
        if (made == null && components.size() <= MOST && ++reads > OFTEN) {
            made = reader();
        }
        if (made != null) {
            return values(made, row);
        }
        @Nullable Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = components.get(i).get(row);
        }
        return values;
    }

    private @Nullable Object[] values(MethodHandle made, Object row) {
        try {
            return (@Nullable Object[]) made.invokeExact(row);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("record " + type.getName() + " could not be read", e);
        }
    }

    /** Makes what hands a row to all getters and collects what they return. */
    private MethodHandle reader() {
        MethodHandle[] getters =
                components.stream().map(component -> component.getter).toArray(MethodHandle[]::new);
        MethodHandle collector = MethodHandles.identity(Object[].class).asCollector(Object[].class, getters.length);
        MethodHandle made = MethodHandles.permuteArguments(
                MethodHandles.filterArguments(collector, 0, getters), VALUES, new int[getters.length]);
        reader = made;
        return made;
    }

    /**
     * Describes one component; it is nullable if its type carries JSpecify's {@link Nullable}.
     *
     * @since 0.1
     */
    public static final class Component {
        private final String declaredName;
        private final String name;
        private final Class<?> type;
        private final Type genericType;
        private final AnnotatedType annotatedType;
        private final List<Annotation> annotations;
        private final MethodHandle getter;

        private Component(RecordComponent component) throws IllegalAccessException {
            this.declaredName = component.getName();
            this.name = plain(declaredName);
            this.type = component.getType();
            this.genericType = component.getGenericType();
            this.annotatedType = component.getAnnotatedType();
            this.annotations = List.of(component.getAnnotations());
            component.getAccessor().setAccessible(true);
            this.getter =
                    MethodHandles.lookup().unreflect(component.getAccessor()).asType(GETTER);
        }

        /** Returns the name; without the underscore at the end of one that would be a word of Java otherwise. */
        public String name() {
            return name;
        }

        /** Returns the name as it is in the source. */
        public String declaredName() {
            return declaredName;
        }

        /** Returns the type; a primitive one as it is declared. */
        public Class<?> type() {
            return type;
        }

        /** Returns the type with its type arguments. */
        public Type genericType() {
            return genericType;
        }

        /** Returns the type with the annotations on it and its arguments. */
        public AnnotatedType annotatedType() {
            return annotatedType;
        }

        /** Returns the annotations on the component, in the order of the source. */
        public List<Annotation> annotations() {
            return annotations;
        }

        /** Returns whether the component may be null. */
        public boolean nullable() {
            return annotatedType.isAnnotationPresent(Nullable.class);
        }

        /** Returns the value in a record. */
        public @Nullable Object get(Object row) {
            try {
                return (Object) getter.invokeExact(row);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("component " + name + " could not be read", e);
            }
        }
    }
}
