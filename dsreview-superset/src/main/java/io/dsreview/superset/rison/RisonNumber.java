package io.dsreview.superset.rison;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers: what browser and server both read as one, and the form in which the browser writes them. */
final class RisonNumber {

    /** Possessive, so that long digits are passed once. The large E is the browser's only. */
    static final Pattern SYNTAX = Pattern.compile("-?(\\d++\\.?\\d*+|\\.\\d++)([eE]-?\\d++)?");

    private static final Pattern ZERO = Pattern.compile("[-0.]+([eE].*)?");

    /** Between these decimal exponents the browser writes a number without one (ECMA-262, Number::toString). */
    private static final int LEAST_PLAIN = -6;

    private static final int MOST_PLAIN = 20;

    /** So many decimal digits survive the way into a double and back. */
    private static final int MOST_KEY_DIGITS = 15;

    private RisonNumber() {}

    /** Returns the number with all its digits, or null if a double cannot hold it or it is too long. */
    static @Nullable BigDecimal read(String syntax) {
        if (syntax.length() > Rison.MAX_NUMBER_LENGTH) {
            return null;
        }
        if (ZERO.matcher(syntax).matches()) {
            return BigDecimal.ZERO; // whatever its exponent
        }
        return isWithinDouble(Double.parseDouble(syntax)) ? new BigDecimal(syntax) : null;
    }

    /** Tells whether browser and server make the same key of a number: with more digits they may round it differently. */
    static boolean isKey(BigDecimal number) {
        return number.stripTrailingZeros().precision() <= MOST_KEY_DIGITS;
    }

    /** Returns the key that the browser makes of a number. */
    static String asKey(BigDecimal number) {
        if (number.scale() == 0) {
            return number.toString();
        }
        BigDecimal shortest = number.stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        return exponent >= LEAST_PLAIN && exponent <= MOST_PLAIN
                ? shortest.toPlainString()
                : shortest.toString().replace('E', 'e');
    }

    static String write(BigDecimal number) {
        boolean held = number.signum() == 0 || isWithinDouble(number.doubleValue());
        String text = held ? asKey(number).replace("+", "") : "";
        if (text.isEmpty() || text.length() > Rison.MAX_NUMBER_LENGTH) {
            throw new IllegalArgumentException(
                    "Rison has no number of precision " + number.precision() + " and scale " + number.scale());
        }
        return text;
    }

    private static boolean isWithinDouble(double approximation) {
        return Double.isFinite(approximation) && approximation != 0;
    }
}
