package dev.dovetail.resource;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;

/** Reads the name of the component from a method reference, once per reference, at the start. */
final class Accessors {
    private Accessors() {}

    static String component(Class<?> model, Accessor<?, ?> accessor) {
        SerializedLambda lambda = serialized(accessor);
        String method = lambda.getImplMethodName();
        String owner = lambda.getImplClass().replace('/', '.');
        if (!owner.equals(model.getName()) || method.startsWith("lambda$")) {
            throw new IllegalArgumentException("accessor of " + model.getSimpleName()
                    + ": not a reference to a component (expected: " + model.getSimpleName() + "::name)");
        }
        return RecordType.plain(method);
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
