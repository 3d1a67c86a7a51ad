package io.dsreview.api.session;

import io.dsreview.api.error.Words;
import io.dsreview.api.session.DatasetProfile.Missing;
import io.dsreview.api.session.DatasetProfile.Trust;
import io.dsreview.api.superset.RecoveredDataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A profile in the words of a reader. Names are quoted as {@link Words} do: made printable and cut.
 *
 * @param sentences what the dataset is, its fields, filters and variables, what is trusted, and what is missing; copied
 */
public record ProfileText(List<String> sentences) {

    private static final String BUNDLE = "io.dsreview.api.session.Session";
    private static final int MOST_NAMED = 10;

    /** Copies the sentences. */
    public ProfileText {
        sentences = List.copyOf(sentences);
    }

    /**
     * Renders a profile.
     *
     * @param profile the profile
     * @param locale the reader's language; falls back to English
     * @return the words
     */
    public static ProfileText of(DatasetProfile profile, Locale locale) {
        Words words = Words.of(BUNDLE, locale, values(profile));
        List<String> sentences = new ArrayList<>();
        if (profile.dataset() == null) {
            sentences.add(words.get("profile.dataset.unknown"));
        } else {
            sentences.add(words.get(profile.dataset().virtual() ? "profile.dataset.virtual" : "profile.dataset.table"));
            if (!profile.dataset().description().isBlank()) {
                sentences.add(words.get("profile.description"));
            }
            sentences.add(words.get("profile.fields"));
            sentences.add(words.get("profile.trusted"));
            sentences.add(words.get(profile.filters().isEmpty() ? "profile.filters.none" : "profile.filters"));
            sentences.add(words.get(profile.variables().isEmpty() ? "profile.variables.none" : "profile.variables"));
        }
        boolean blocked = profile.missing().stream().anyMatch(Missing::blocking);
        sentences.add(words.get(
                profile.missing().isEmpty()
                        ? "profile.missing.none"
                        : blocked ? "profile.missing.blocking" : "profile.missing"));
        return new ProfileText(sentences);
    }

    private static Map<String, String> values(DatasetProfile profile) {
        Map<String, String> values = new TreeMap<>();
        RecoveredDataset dataset = profile.dataset();
        if (dataset != null) {
            values.put("name", dataset.reference().name());
            values.put("id", Long.toString(dataset.reference().id()));
            values.put("database", Long.toString(dataset.reference().databaseId()));
            values.put(
                    "schema",
                    dataset.reference().schema() == null
                            ? ""
                            : dataset.reference().schema());
            values.put("description", dataset.description());
        }
        values.put("fields", Integer.toString(profile.fields().size()));
        values.put("decided", Long.toString(profile.fields(Trust.PERSON)));
        values.put("imported", Long.toString(profile.fields(Trust.SOURCE)));
        values.put("proposed", Long.toString(profile.fields(Trust.PROPOSED)));
        values.put("unknown", Long.toString(profile.fields(Trust.NONE)));
        values.put("filters", Integer.toString(profile.filters().size()));
        values.put("reaching", count(profile, filter -> filter.mappings() > 0));
        values.put("approved", count(profile, filter -> filter.trust() == Trust.PERSON));
        values.put("variables", Integer.toString(profile.variables().size()));
        values.put(
                "required",
                Long.toString(profile.variables().stream()
                        .filter(DatasetProfile.Variable::required)
                        .count()));
        values.put(
                "settled",
                Long.toString(profile.variables().stream()
                        .filter(variable -> variable.trust() == Trust.PERSON)
                        .count()));
        values.put("missing", named(profile.missing().stream().map(Missing::id).toList()));
        values.put(
                "blocking",
                named(profile.missing().stream()
                        .filter(Missing::blocking)
                        .map(Missing::id)
                        .toList()));
        return values;
    }

    private static String count(DatasetProfile profile, Predicate<DatasetProfile.Filter> counted) {
        return Long.toString(profile.filters().stream().filter(counted).count());
    }

    private static String named(List<String> ids) {
        String first = String.join(", ", ids.subList(0, Math.min(ids.size(), MOST_NAMED)));
        return ids.size() > MOST_NAMED ? first + " (+" + (ids.size() - MOST_NAMED) + ")" : first;
    }

    /** Returns all sentences as one line. */
    @Override
    public String toString() {
        return String.join(" ", sentences);
    }
}
