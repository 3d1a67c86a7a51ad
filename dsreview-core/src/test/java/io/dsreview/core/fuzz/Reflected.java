package io.dsreview.core.fuzz;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records, read and made by reflection. */
final class Reflected {

    private Reflected() {}

    static @Nullable Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException unreadable) {
            throw new LinkageError(record.getClass() + "." + component.getName(), unreadable);
        }
    }

    /** Makes a record; what its constructor throws is thrown as it is. */
    static Object make(Class<?> type, @Nullable Object[] values) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(parameters);
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(type.toString(), thrown);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(type.toString(), impossible);
        }
    }

    /** The concrete types below a sealed one. */
    static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Reflected::leaves)
                : Stream.of(type);
    }
}
