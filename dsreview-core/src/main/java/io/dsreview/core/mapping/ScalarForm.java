package io.dsreview.core.mapping;

import static io.dsreview.api.mapping.FilterScalar.Type.BOOLEAN;
import static io.dsreview.api.mapping.FilterScalar.Type.NULL;
import static io.dsreview.api.mapping.FilterScalar.Type.NUMBER;
import static io.dsreview.api.mapping.FilterScalar.Type.TEXT;

import io.dsreview.api.mapping.FilterScalar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The normal form of one value, as a column of some type gets it by Superset's own rules: a text for a column of numbers becomes a
 * number or a null, one for truth values becomes true or false, and a number for a column of times is milliseconds since 1970.
 */
final class ScalarForm {

    private static final FilterScalar NOTHING = new FilterScalar(NULL, "");
    private static final Pattern INTEGER = Pattern.compile("\\d+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");
    private static final Pattern TIME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2})(:\\d{2}(?:\\.\\d{1,9})?)?)?"
                    + "( ?(?:[zZ]|[+-]\\d{2}:?\\d{2}))?");

    /** Digits that every double-precision number keeps. */
    private static final int EXACT_DIGITS = 15;

    /** Largest power of ten that is written out. */
    private static final int MOST_ZEROS = 100;

    private final @Nullable ColumnType column;
    private final boolean asDouble;
    private final Losses losses;

    private ScalarForm(@Nullable ColumnType column, boolean asDouble, Losses losses) {
        this.column = column;
        this.asDouble = asDouble;
        this.losses = losses;
    }

    /** As Superset compares a column with it. */
    static ScalarForm inColumn(ColumnType column, Losses losses) {
        return new ScalarForm(column, true, losses);
    }

    /** As one of Superset's macros hands it to a template: texts as they are. */
    static ScalarForm inTemplate(Losses losses) {
        return new ScalarForm(null, true, losses);
    }

    /** As a part of a text. */
    static ScalarForm inText(Losses losses) {
        return new ScalarForm(null, false, losses);
    }

    FilterScalar of(FilterScalar value) {
        return switch (value.type()) {
            case NULL -> NOTHING;
            case BOOLEAN -> new FilterScalar(BOOLEAN, value.text().toLowerCase(Locale.ROOT));
            case NUMBER -> ofNumber(value.text());
            case TEXT -> ofText(value.text());
        };
    }

    private FilterScalar ofNumber(String text) {
        if (column == ColumnType.TIME && INTEGER.matcher(text).matches() && text.length() <= 15) {
            return FilterScalar.text(moment(Long.parseLong(text)));
        }
        if (!DECIMAL.matcher(text).matches()) {
            return new FilterScalar(NUMBER, text);
        }
        if (column == ColumnType.BOOLEAN) {
            return new FilterScalar(BOOLEAN, Boolean.toString(new BigDecimal(text).signum() != 0));
        }
        return number(text, isWritten(text));
    }

    private FilterScalar ofText(String text) {
        if (column == null) {
            return FilterScalar.text(text);
        }
        String stripped = strip(text);
        if (!stripped.equals(text)) {
            losses.add(ConversionProblem.CONVERSION_TEXT_STRIPPED);
        }
        if (column == ColumnType.NUMBER) {
            return numberOf(stripped.strip());
        }
        if (stripped.equals("<NULL>") || stripped.equals("<empty string>")) {
            losses.add(ConversionProblem.CONVERSION_PLACEHOLDER);
            return stripped.equals("<NULL>") ? NOTHING : FilterScalar.text("");
        }
        if (column == ColumnType.BOOLEAN) {
            String truth = stripped.strip().toLowerCase(Locale.ROOT);
            if (!truth.equals("true") && !truth.equals("false")) {
                losses.add(ConversionProblem.CONVERSION_NOT_A_BOOLEAN);
            }
            return new FilterScalar(BOOLEAN, Boolean.toString(truth.equals("true")));
        }
        return FilterScalar.text(column == ColumnType.TIME ? time(stripped) : stripped);
    }

    private FilterScalar numberOf(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            losses.add(ConversionProblem.CONVERSION_NOT_A_NUMBER);
            return NOTHING;
        }
        return number(text, INTEGER.matcher(text).matches());
    }

    /** An integer that is written as one arrives as it is; anything else as a number of double precision. */
    private FilterScalar number(String text, boolean exact) {
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        boolean inRange = Math.abs((long) number.precision() - number.scale()) <= 300;
        if (asDouble && !exact && (number.precision() > EXACT_DIGITS || !inRange)) {
            losses.add(ConversionProblem.CONVERSION_NUMBER_ROUNDED);
        }
        boolean isShort = Math.abs((long) number.scale()) <= MOST_ZEROS;
        return new FilterScalar(NUMBER, isShort ? number.toPlainString() : number.toString());
    }

    private static boolean isWritten(String number) {
        return INTEGER.matcher(number.startsWith("-") ? number.substring(1) : number)
                .matches();
    }

    /** Returns a time in ISO 8601 without zone; any other text as it is. */
    String time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return text;
        }
        if (time.group(4) != null) {
            losses.add(ConversionProblem.CONVERSION_TIME_ZONE_DROPPED);
        }
        String minutes = time.group(2) == null ? "00:00" : time.group(2);
        String seconds = time.group(3) == null ? ":00" : time.group(3);
        return time.group(1) + "T" + minutes + seconds;
    }

    private static String moment(long milliseconds) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(milliseconds), ZoneOffset.UTC)
                .toString();
    }

    /** Superset cuts tabs and line feeds, and nothing else. */
    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isStripped(text.charAt(from))) {
            from++;
        }
        while (to > from && isStripped(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isStripped(char c) {
        return c == '\t' || c == '\n';
    }
}
