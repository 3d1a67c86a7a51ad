package io.dsreview.core.dictionary;

import io.dsreview.api.id.FieldId;
import io.dsreview.api.semantic.Endorsement;
import io.dsreview.api.semantic.Endorsement.Certification;
import io.dsreview.api.semantic.FieldFormat;
import io.dsreview.api.semantic.FieldFormat.Notation;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.PiiClass;
import io.dsreview.api.semantic.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects the entries of one dictionary and checks each: names once and legal, texts of legal length, nothing that a spreadsheet
 * would run. Knows the columns, which are the same in every format. Not thread-safe; used once.
 */
final class EntryReader {

    static final String FIELD = "field";
    static final String VERBOSE_NAME = "verbose_name";
    static final String DESCRIPTION = "description";
    static final String FORMAT = "format";
    static final String UNIT = "unit";
    static final String CERTIFIED_BY = "certified_by";
    static final String CERTIFICATION_DETAILS = "certification_details";
    static final String PII = "pii";

    /** Most entries that are taken from one source. */
    static final int MAX_ENTRIES = 200_000;

    /** A directive, with or without the flag that leaves zeros out; microseconds alone are no time. */
    private static final Pattern STRFTIME = Pattern.compile(".*%-?[A-Za-z&&[^f]].*|epoch_m?s", Pattern.DOTALL);

    private static final Pattern FORMULA = Pattern.compile("[=@].*|[+-](?![\\s\\d.,]*$|\\s).*", Pattern.DOTALL);
    /** d3's grammar of format specifiers, without what a spreadsheet would run, and the names of Superset's own formats. */
    private static final Pattern D3 =
            Pattern.compile("([^\\p{Cntrl}=@|!();]?[<>^])?[-+ ]?[$#]?0?\\d{0,3},?(\\.\\d{1,3})?~?[A-Za-z%]?"
                    + "|[A-Z]+(_[A-Z]+)*|smart_date(_[a-z]+)?");

    /** What stands under a column, or null where there is no such column or no value. */
    @FunctionalInterface
    interface Cells {
        @Nullable
        String get(String column) throws Malformed;
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Long> lines = new HashMap<>();

    List<Entry> entries() {
        return entries;
    }

    void add(Spot spot, Place place, Cells cells) throws Malformed {
        if (entries.size() == MAX_ENTRIES) {
            throw Malformed.at(spot, DictionaryProblem.SOURCE_TOO_MANY_ENTRIES, "limit", Integer.toString(MAX_ENTRIES));
        }
        String field = name(spot, cells.get(FIELD));
        Long earlier = lines.putIfAbsent(field, spot.line());
        if (earlier != null) {
            throw Malformed.at(spot, DictionaryProblem.SOURCE_FIELD_TWICE, "earlier", Long.toString(earlier));
        }
        FieldMeaning meaning = new FieldMeaning(
                text(spot, cells, VERBOSE_NAME),
                text(spot, cells, DESCRIPTION),
                format(spot, cells),
                text(spot, cells, UNIT),
                pii(spot, cells));
        String by = text(spot, cells, CERTIFIED_BY);
        String details = text(spot, cells, CERTIFICATION_DETAILS);
        Endorsement endorsement =
                by.isEmpty() ? Endorsement.NONE : new Endorsement(new Certification(by, details), List.of(), List.of());
        entries.add(new Entry(field, meaning, endorsement, place));
    }

    private static String name(Spot spot, @Nullable String text) throws Malformed {
        String name = text == null ? "" : text.strip();
        refuseFormula(spot, FIELD, name);
        try {
            return new FieldId(name).value();
        } catch (IllegalArgumentException illegal) {
            throw Malformed.at(spot, DictionaryProblem.SOURCE_FIELD_NAME_ILLEGAL);
        }
    }

    private static String text(Spot spot, Cells cells, String column) throws Malformed {
        String text = bounded(spot, cells, column);
        refuseFormula(spot, column, text);
        return text;
    }

    private static String bounded(Spot spot, Cells cells, String column) throws Malformed {
        String given = cells.get(column);
        String text = given == null ? "" : given.strip();
        if (!SourceText.isText(text)) {
            throw Malformed.at(spot, DictionaryProblem.SOURCE_NOT_TEXT);
        }
        if (text.length() > FieldMeaning.MAX_TEXT) {
            throw Malformed.at(
                    spot,
                    DictionaryProblem.SOURCE_TEXT_TOO_LONG,
                    "part",
                    column,
                    "length",
                    Integer.toString(text.length()),
                    "limit",
                    Integer.toString(FieldMeaning.MAX_TEXT));
        }
        return text;
    }

    /** A sign at the beginning is common in prose and numbers; followed by anything else it starts a formula. */
    private static void refuseFormula(Spot spot, String column, String text) throws Malformed {
        if (FORMULA.matcher(text).matches()) {
            throw Malformed.at(spot, DictionaryProblem.SOURCE_FORMULA, "part", column);
        }
    }

    /** The notation shows in the pattern itself: only {@code strftime} has a letter after a percent sign. */
    private static @Nullable FieldFormat format(Spot spot, Cells cells) throws Malformed {
        String pattern = bounded(spot, cells, FORMAT);
        if (pattern.isEmpty()) {
            return null;
        }
        if (STRFTIME.matcher(pattern).matches()) {
            refuseFormula(spot, FORMAT, pattern);
            return new FieldFormat(Notation.STRFTIME, pattern);
        }
        if (!D3.matcher(pattern).matches()) {
            throw Malformed.at(
                    spot, DictionaryProblem.SOURCE_VALUE_ILLEGAL, "part", FORMAT, "legal", "%Y-%m-%d, epoch_s, ,.2f");
        }
        return new FieldFormat(Notation.D3, pattern);
    }

    private static @Nullable PiiClass pii(Spot spot, Cells cells) throws Malformed {
        String text = text(spot, cells, PII);
        if (text.isEmpty()) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "none" -> PiiClass.NONE;
            case "quasi" -> PiiClass.QUASI;
            case "direct" -> PiiClass.DIRECT;
            default ->
                throw Malformed.at(
                        spot, DictionaryProblem.SOURCE_VALUE_ILLEGAL, "part", PII, "legal", "none, quasi, direct");
        };
    }
}
