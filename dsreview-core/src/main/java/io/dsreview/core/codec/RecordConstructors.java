package io.dsreview.core.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.module.SimpleValueInstantiators;

/**
 * Makes records by their constructors. Jackson finds the constructor and its arguments; it would call it by a method handle that is not
 * constant, which for objects as small as these takes longer than to read them.
 */
final class RecordConstructors extends SimpleValueInstantiators {

    private static final long serialVersionUID = 1;

    @Override
    public ValueInstantiator modifyValueInstantiator(
            DeserializationConfig config, BeanDescription.Supplier description, ValueInstantiator found) {
        return description.getBeanClass().isRecord()
                        && found instanceof StdValueInstantiator standard
                        && found.getWithArgsCreator() != null
                        && found.getWithArgsCreator().getAnnotated() instanceof Constructor<?> constructor
                ? new Direct(standard, constructor)
                : found;
    }

    private static final class Direct extends StdValueInstantiator {

        private final Constructor<?> constructor;

        private Direct(StdValueInstantiator standard, Constructor<?> constructor) {
            super(standard);
            this.constructor = constructor;
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, Object[] arguments) {
            try {
                return constructor.newInstance(arguments);
            } catch (InvocationTargetException refused) {
                throw rewrapCtorProblem(context, refused);
            } catch (ReflectiveOperationException impossible) {
                throw new LinkageError(constructor.toString(), impossible);
            }
        }
    }
}
