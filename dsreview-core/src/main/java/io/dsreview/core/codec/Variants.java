package io.dsreview.core.codec;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * The variants of a sealed type and the names under which they are stored: the simple name of the record, which therefore
 * never changes once released.
 *
 * @param root the sealed type
 * @param cases its records
 */
record Variants(Class<?> root, List<Class<?>> cases) {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface ByName {}

    @SafeVarargs
    @SuppressWarnings("varargs") // the array only becomes a list
    static <T> Variants of(Class<T> root, Class<? extends T>... cases) {
        return new Variants(root, List.of(cases));
    }

    void register(JsonMapper.Builder builder) {
        builder.addMixIn(root, ByName.class);
        cases.forEach(each -> builder.registerSubtypes(new NamedType(each, each.getSimpleName())));
    }
}
