package dev.dovetail.resource;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Reads the name of the component from a method reference, once per place in the source. Thread-safe. */
final class Accessors {
    /** By the class of the reference: each place in the source that has one has a class of its own. */
    private static final ClassValue<AtomicReference<@Nullable Referred>> KNOWN = new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable Referred> computeValue(Class<?> type) {
            return new AtomicReference<>();
        }
    };

    private Accessors() {}

    /** Is a method that is referred to, {@code component} being what it reads. */
    private record Referred(String owner, String component) {
        static Referred to(SerializedLambda lambda) {
            return new Referred(lambda.getImplClass().replace('/', '.'), RecordType.plain(lambda.getImplMethodName()));
        }

        boolean isComponentOf(Class<?> model) {
            return owner.equals(model.getName()) && !component.startsWith("lambda$");
        }
    }

    static String component(Class<?> model, Accessor<?, ?> accessor) {
        Referred referred = referred(accessor);
        if (!referred.isComponentOf(model)) {
            throw new IllegalArgumentException("accessor of " + model.getSimpleName()
                    + ": not a reference to a component (expected: " + model.getSimpleName() + "::name)");
        }
        return referred.component();
    }

    private static Referred referred(Accessor<?, ?> accessor) {
        AtomicReference<@Nullable Referred> known = KNOWN.get(accessor.getClass());
        Referred referred = known.get();
        if (referred == null) {
            referred = Referred.to(serialized(accessor));
            known.set(referred);
        }
        return referred;
    }

    private static SerializedLambda serialized(Accessor<?, ?> accessor) {
        try {
            Method writeReplace = accessor.getClass().getDeclaredMethod("writeReplace");
            writeReplace.setAccessible(true);
            return (SerializedLambda) writeReplace.invoke(accessor);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException("accessor: not a method reference (expected: Model::component)", e);
        } catch (InaccessibleObjectException e) {
            throw new IllegalArgumentException(
                    "accessor: cannot be read; open the package "
                            + accessor.getClass().getPackageName() + " to dev.dovetail.core in module-info.java",
                    e);
        }
    }
}
