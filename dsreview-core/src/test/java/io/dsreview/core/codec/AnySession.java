package io.dsreview.core.codec;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.session.ReviewSession;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes sessions from chance alone, by reflection over the records, so that a new component is covered the day it is added:
 * every variant, every enum constant, any Unicode text. What it made is kept in {@link #seen()}.
 */
final class AnySession {

    private static final List<String> SNIPPETS = List.of(
            "a",
            "Z",
            "7",
            " ",
            "\"",
            "\\",
            "/",
            "\n",
            "\t",
            "\u0001",
            "\u007f",
            "{{",
            "%}",
            "<b>",
            "é",
            "Ж",
            "ß",
            "\u200f",
            "\u202e",
            "中",
            "😀",
            "\uD83D\uDC69\u200D\uD83D\uDCBB",
            "\u2028",
            "\ufffd",
            "\ufeff",
            "null",
            "é");

    private final Random random;
    private final boolean full;
    private final Set<Object> seen = new LinkedHashSet<>();

    private AnySession(Random random, boolean full) {
        this.random = random;
        this.full = full;
    }

    /** Makes sessions in which nothing is null, empty or zero. */
    static AnySession full(Random random) {
        return new AnySession(random, true);
    }

    /** Makes sessions in which whatever may be null or empty sometimes is. */
    static AnySession sparse(Random random) {
        return new AnySession(random, false);
    }

    ReviewSession next() {
        return (ReviewSession) record(ReviewSession.class);
    }

    /** The record classes and enum constants that were made. */
    Set<Object> seen() {
        return seen;
    }

    private Object of(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType generic) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            Class<?> raw = raw(type);
            int size = full ? 1 + random.nextInt(2) : random.nextInt(3);
            if (raw == Map.class) {
                Map<Object, Object> map = new LinkedHashMap<>();
                for (int i = 0; i < size; i++) {
                    map.put(of(arguments[0]), of(arguments[1]));
                }
                return map;
            }
            List<Object> elements = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                elements.add(of(arguments[0]));
            }
            return raw == Set.class ? new LinkedHashSet<>(elements) : elements;
        }
        return of(raw(type));
    }

    private Object of(Class<?> type) {
        if (type == String.class) {
            return text();
        } else if (type == boolean.class || type == Boolean.class) {
            return full || random.nextBoolean();
        } else if (type == int.class) {
            return 1 + random.nextInt(100_000);
        } else if (type == long.class || type == Long.class) {
            return full ? 1 + (random.nextLong() >>> 1 >> random.nextInt(62)) : random.nextLong();
        } else if (type == Instant.class) {
            return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
        } else if (type == Sha256.class) {
            return Sha256.of("dsreview-test", Long.toString(random.nextLong()).getBytes(StandardCharsets.US_ASCII));
        } else if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return saw(constants[random.nextInt(constants.length)]);
        } else if (type.isSealed()) {
            Class<?>[] variants = type.getPermittedSubclasses();
            return of(variants[random.nextInt(variants.length)]);
        } else if (type.getPackageName().equals("io.dsreview.api.id")) {
            return make(type, new Class<?>[] {String.class}, "id " + idText());
        } else if (type.isRecord()) {
            return record(type);
        }
        throw new IllegalArgumentException(
                "nothing is known about how to make a " + type.getName() + "; teach it here");
    }

    private Object record(Class<?> type) {
        saw(type);
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            boolean mayBeNull = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            values[i] = mayBeNull && !full && random.nextBoolean() ? null : of(components[i].getAnnotatedType());
        }
        if (type == TemplateVariable.class) {
            String name = "name " + idText();
            values[0] = ((VariableKind) Objects.requireNonNull(values[1])).variable(name);
            values[2] = name;
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return make(type, types, values);
    }

    private static Object make(Class<?> type, Class<?>[] types, @Nullable Object... values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("a " + type.getName() + " cannot be made of " + Arrays.toString(values), e);
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int length = full ? 1 + random.nextInt(4) : random.nextInt(4);
        for (int i = 0; i < length; i++) {
            text.append(SNIPPETS.get(random.nextInt(SNIPPETS.size())));
        }
        return text.toString();
    }

    /** Like any text, without the control characters that no id takes. */
    private String idText() {
        return text().replaceAll("\\p{Cntrl}", "-") + random.nextInt(1_000);
    }

    private Object saw(Object thing) {
        seen.add(thing);
        return thing;
    }

    private static Class<?> raw(AnnotatedType type) {
        return type.getType() instanceof Class<?> plain
                ? plain
                : (Class<?>) ((ParameterizedType) type.getType()).getRawType();
    }
}
