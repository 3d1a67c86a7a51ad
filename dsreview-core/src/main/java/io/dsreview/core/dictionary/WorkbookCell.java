package io.dsreview.core.dictionary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * The text of a cell as whoever looks at the sheet knows it: a date as ISO 8601 writes it, a number with the 15 digits that Excel
 * keeps, and in texts the characters that {@code _xHHHH_} stands for.
 */
final class WorkbookCell {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final MathContext DIGITS = new MathContext(15);
    private static final int LONGEST_NUMBER = 21;

    private static final Pattern NO_PART_OF_A_DATE = Pattern.compile("\"[^\"]*\"|\\\\.|[_*].|\\[[^\\]]*]");
    private static final Pattern PART_OF_A_DATE = Pattern.compile("[yYmMdDhHsS]");
    private static final Pattern ELAPSED = Pattern.compile("\\[[hHmMsS]+]");
    private static final int BUILT_IN_ELAPSED = 46;

    /** 1900-03-01: Excel counts a day before it that never was, and times of no day are before it too. */
    private static final double FIRST_DAY = 61;
    /** The day after 9999-12-31. */
    private static final double END_OF_DAYS = 2_958_466;

    private WorkbookCell() {}

    /** Returns the text, or null if the cell holds a time of no day, which no date can be told from. */
    static @Nullable String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return isTime(cell) ? date(cell) : number(cell.asNumber());
        }
        return ESCAPE.matcher(cell.getText()).replaceAll(WorkbookCell::character);
    }

    private static String character(MatchResult escape) {
        return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
    }

    private static String number(BigDecimal number) {
        BigDecimal shown = number.round(DIGITS).stripTrailingZeros();
        int power = shown.precision() - shown.scale() - 1;
        return Math.abs(power) < LONGEST_NUMBER ? shown.toPlainString() : shown.toString();
    }

    private static @Nullable String date(Cell cell) {
        double serial = cell.asNumber().doubleValue();
        if (serial < FIRST_DAY || serial >= END_OF_DAYS || isElapsed(cell)) {
            return null;
        }
        LocalDateTime time = cell.asDate().plus(500, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.SECONDS);
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : time.toString();
    }

    /** Numbers of formats are those that every workbook has, as ECMA-376 lists them (18.8.30). */
    private static boolean isTime(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && (within(id, 14, 22) || within(id, 27, 36) || within(id, 45, 47) || within(id, 50, 58))) {
            return true;
        }
        String format = cell.getDataFormatString();
        return format != null
                && (ELAPSED.matcher(format).find()
                        || PART_OF_A_DATE
                                .matcher(NO_PART_OF_A_DATE
                                        .matcher(format)
                                        .replaceAll("")
                                        .replace("General", ""))
                                .find());
    }

    private static boolean within(int id, int first, int last) {
        return id >= first && id <= last;
    }

    private static boolean isElapsed(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        return (id != null && id == BUILT_IN_ELAPSED)
                || (format != null && ELAPSED.matcher(format).find());
    }
}
