package io.dsreview.superset.compile;

import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterScalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A condition in the words of {@code queries[].filters}, with the types of its values kept. */
final class ConditionBody {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,4})?");
    private static final int LONGEST_NUMBER = 1_000;

    private ConditionBody() {}

    /** Returns the condition, or empty if one of its values is not what its type says. */
    static Optional<Map<String, @Nullable Object>> of(FilterCondition condition) {
        List<@Nullable Object> values = new ArrayList<>();
        for (FilterScalar scalar : condition.values()) {
            if (!isLegal(scalar)) {
                return Optional.empty();
            }
            values.add(value(scalar));
        }
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("col", condition.column().value());
        body.put("op", condition.operator());
        if (condition.takesList()) {
            body.put("val", values);
        } else if (values.size() == 1) {
            body.put("val", values.get(0));
        } else if (!values.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(body);
    }

    private static boolean isLegal(FilterScalar scalar) {
        return switch (scalar.type()) {
            case TEXT, NULL -> true;
            case NUMBER ->
                scalar.text().length() <= LONGEST_NUMBER
                        && NUMBER.matcher(scalar.text()).matches();
            case BOOLEAN -> scalar.text().equals("true") || scalar.text().equals("false");
        };
    }

    private static @Nullable Object value(FilterScalar scalar) {
        return switch (scalar.type()) {
            case TEXT -> scalar.text();
            case NUMBER -> new BigDecimal(scalar.text());
            case BOOLEAN -> Boolean.valueOf(scalar.text());
            case NULL -> null;
        };
    }
}
