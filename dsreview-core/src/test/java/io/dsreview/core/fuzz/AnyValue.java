package io.dsreview.core.fuzz;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.semantic.SemanticSource;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of any type that commands and ports consist of: sound or absurd, as chance has it. Not thread-safe.
 *
 * @param random chance
 * @param known what can be named
 * @param careless true for who puts anything anywhere, also nothing; false for who keeps to what is nullable
 */
record AnyValue(Random random, Known known, boolean careless) {

    private static final int TRIES = 50;
    private static final long[] NUMBERS = {
        0, 1, 2, 7, 8, -1, 255, 1_000, 100_000, 100_001, Long.MAX_VALUE, Long.MIN_VALUE
    };

    /** Makes a record; null values for its components come from nowhere but chance. */
    Object record(Class<?> type) {
        for (int i = 0; ; i++) {
            try {
                return make(type);
            } catch (IllegalArgumentException | NullPointerException refused) {
                if (i == TRIES) {
                    throw new Unmakeable(type, refused);
                }
            }
        }
    }

    /** Makes a record in one try. */
    Object make(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = of(components[i].getAnnotatedType());
        }
        if (type == TemplateVariable.class) {
            values[0] = ((VariableKind) values[1]).variable((String) values[2]);
        }
        return Reflected.make(type, values);
    }

    @Nullable
    Object of(AnnotatedType annotated) {
        Class<?> type = raw(annotated);
        if (!type.isPrimitive() && isNull(annotated)) {
            return null;
        }
        if (random.nextInt(10) < 7) {
            Optional<Object> familiar = known.any(type, random);
            if (familiar.isPresent()) {
                return familiar.get();
            }
        }
        if (annotated instanceof AnnotatedParameterizedType generic) {
            return collection(type, generic.getAnnotatedActualTypeArguments());
        }
        return plain(type);
    }

    private boolean isNull(AnnotatedType annotated) {
        return annotated.isAnnotationPresent(Nullable.class)
                ? random.nextBoolean()
                : careless && random.nextInt(12) == 0;
    }

    private static Class<?> raw(AnnotatedType annotated) {
        return annotated.getType() instanceof ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : (Class<?>) annotated.getType();
    }

    private Object collection(Class<?> type, AnnotatedType[] arguments) {
        if (type == Map.class) {
            Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                map.put(of(arguments[0]), of(arguments[1]));
            }
            return map;
        }
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            boolean twice = !elements.isEmpty() && random.nextInt(8) == 0;
            elements.add(twice ? elements.get(0) : of(arguments[0]));
        }
        if (type == Set.class) {
            return new LinkedHashSet<>(elements);
        }
        if (type != List.class) {
            throw new AssertionError("nobody knows how to make a " + type + "; say it here");
        }
        boolean enormous = careless && !elements.isEmpty() && random.nextInt(100) == 0;
        return enormous ? Collections.nCopies(10_000 + random.nextInt(2), elements.get(0)) : elements;
    }

    private @Nullable Object plain(Class<?> type) {
        if (type == String.class) {
            return careless || random.nextInt(20) == 0 ? HostileText.any(random) : HostileText.storable(random);
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == long.class || type == Long.class) {
            return number();
        }
        if (type == int.class || type == Integer.class) {
            return (int) number();
        }
        if (type == Instant.class) {
            return Instant.parse("2026-03-01T12:00:00Z").plusSeconds(random.nextInt(1_000_000) - 500_000);
        }
        if (type == Duration.class) {
            return Duration.ofSeconds(random.nextInt(100));
        }
        if (type == Locale.class) {
            return new Locale(random.nextBoolean() ? "ru" : HostileText.any(random), HostileText.storable(random));
        }
        if (type == Sha256.class) {
            return Sha256.of("fuzz", new byte[] {(byte) random.nextInt()});
        }
        if (type == SemanticSource.class) {
            return AnySource.any(this);
        }
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        if (type.isSealed()) {
            List<Class<?>> leaves = Reflected.leaves(type).toList();
            return plain(leaves.get(random.nextInt(leaves.size())));
        }
        if (type.isRecord()) {
            return record(type);
        }
        throw new AssertionError("nobody knows how to make a " + type + "; say it here");
    }

    private long number() {
        return random.nextInt(4) == 0 ? random.nextInt(20) : NUMBERS[random.nextInt(NUMBERS.length)];
    }

    /** No try gave a value: its type refuses what chance offers. */
    static final class Unmakeable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unmakeable(Class<?> type, RuntimeException refused) {
            super(type.getName() + " refused " + TRIES + " tries", refused);
        }
    }
}
