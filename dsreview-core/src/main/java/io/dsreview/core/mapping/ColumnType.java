package io.dsreview.core.mapping;

import io.dsreview.api.superset.RecoveredColumn;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What sort of values a column holds, as far as its database's type tells; Superset converts the values of filters by it. */
enum ColumnType {
    NUMBER,
    BOOLEAN,
    TIME,
    /** Text, or a type that nothing is known about: values are left as they are. */
    OTHER;

    private static final String WRAPPED = "(?i)(nullable\\(|lowcardinality\\()*";
    private static final Pattern NUMBERS = Pattern.compile(WRAPPED
            + "(unsigned )?(u?(tiny|small|medium|big|huge)?int(eger)?\\d*|byteint|(big|small)?serial|long|numeric"
            + "|number|big(numeric|decimal)|dec(imal)?\\d*|(small)?money|float\\d*|double( precision)?|real)\\b.*");
    private static final Pattern BOOLEANS = Pattern.compile(WRAPPED + "bool(ean)?\\b.*");

    static ColumnType of(@Nullable RecoveredColumn column) {
        if (column == null) {
            return OTHER;
        }
        if (column.temporal()) {
            return TIME;
        }
        String type = column.type() == null ? "" : column.type();
        if (NUMBERS.matcher(type).matches()) {
            return NUMBER;
        }
        return BOOLEANS.matcher(type).matches() ? BOOLEAN : OTHER;
    }
}
