package io.dsreview.differential;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When two values that different languages made are the same: by what their numbers can hold. */
enum RisonSameness {
    /** JavaScript: every number is a double. */
    BROWSER {
        @Override
        boolean ofNumbers(BigDecimal one, BigDecimal other) {
            return one.doubleValue() == other.doubleValue();
        }
    },
    /** Python: whole numbers are exact, others are doubles. */
    SERVER {
        @Override
        boolean ofNumbers(BigDecimal one, BigDecimal other) {
            boolean whole = one.scale() == 0 && other.scale() == 0;
            return whole ? one.compareTo(other) == 0 : BROWSER.ofNumbers(one, other);
        }
    };

    abstract boolean ofNumbers(BigDecimal one, BigDecimal other);

    boolean of(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number && other instanceof Number) {
            return ofNumbers(new BigDecimal(one.toString()), new BigDecimal(other.toString()));
        }
        if (one instanceof List<?> ones && other instanceof List<?> others) {
            return ofLists(ones, others);
        }
        if (one instanceof Map<?, ?> ones && other instanceof Map<?, ?> others) {
            return ones.keySet().equals(others.keySet())
                    && ones.keySet().stream().allMatch(key -> of(ones.get(key), others.get(key)));
        }
        return Objects.equals(one, other);
    }

    private boolean ofLists(List<?> ones, List<?> others) {
        Iterator<?> rest = others.iterator();
        return ones.size() == others.size() && ones.stream().allMatch(each -> of(each, rest.next()));
    }
}
