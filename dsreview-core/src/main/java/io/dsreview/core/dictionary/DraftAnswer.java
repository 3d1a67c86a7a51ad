package io.dsreview.core.dictionary;

import java.util.List;
import java.util.regex.Pattern;

/** What a model answered when it was asked for drafts: a JSON list of entries under the numbers of their fields. */
public final class DraftAnswer {

    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,8}");

    private DraftAnswer() {}

    /**
     * Reads an answer.
     *
     * @param text what the model wrote
     * @param fields how many fields there are; their numbers are 0 to one less
     * @return an entry for each draft, under the number of its field
     * @throws Malformed if it is no such list, or holds what a file must not hold either
     */
    public static List<Entry> read(String text, int fields) throws Malformed {
        try {
            List<Entry> entries = TreeEntries.of(JsonTree.read(text));
            for (Entry entry : entries) {
                if (!NUMBER.matcher(entry.field()).matches() || Integer.parseInt(entry.field()) >= fields) {
                    throw Malformed.at(Spot.line(1), DictionaryProblem.DRAFTS_UNUSABLE);
                }
            }
            return entries;
        } catch (Malformed malformed) {
            throw malformed.as(DictionaryProblem.DRAFTS_UNUSABLE);
        }
    }
}
