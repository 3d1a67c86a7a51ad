package io.dsreview.api.clarification;

import io.dsreview.api.error.Words;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.gate.GateClause;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.VariableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A summary of a clarification in the words of a reader.
 *
 * @param sentences what was answered, what changed, and what is left; copied
 */
public record ClarificationSummaryText(List<String> sentences) {

    private static final String BUNDLE = "io.dsreview.api.clarification.Questions";
    private static final int MOST_NAMED = 10;

    /** Copies the sentences. */
    public ClarificationSummaryText {
        sentences = List.copyOf(sentences);
    }

    /**
     * Renders a summary.
     *
     * @param summary the summary
     * @param locale the reader's language; falls back to English
     * @return the words
     */
    public static ClarificationSummaryText of(ClarificationSummary summary, Locale locale) {
        Map<String, String> values = new TreeMap<>();
        List<String> keys = new ArrayList<>();
        if (summary.since() == null) {
            keys.add("summary.nothing");
        } else {
            if (summary.answers().isEmpty()) {
                keys.add("summary.answers.none");
            }
            say(keys, values, "summary.answers", "answers", summary.answers(), each -> each.question()
                    .value());
            say(keys, values, "summary.fields", "fields", summary.fields(), FieldId::value);
            say(keys, values, "summary.variables", "variables", summary.variables(), VariableId::value);
            Function<Finding, String> finding = each -> each.id().value();
            say(keys, values, "summary.resolved", "resolved", summary.findingsResolved(), finding);
            say(keys, values, "summary.raised", "raised", summary.findingsRaised(), finding);
            say(keys, values, "summary.met", "met", summary.clausesMet(), GateClause::id);
            say(keys, values, "summary.unmet", "unmet", summary.clausesUnmet(), GateClause::id);
            boolean left = !(summary.asked().isEmpty()
                    && summary.skipped().isEmpty()
                    && summary.deferred().isEmpty());
            keys.add(left ? "summary.left" : "summary.left.none");
            values.put("asked", Integer.toString(summary.asked().size()));
            values.put("skipped", Integer.toString(summary.skipped().size()));
            values.put("deferred", Integer.toString(summary.deferred().size()));
        }
        if (summary.pause() != null) {
            keys.add("summary.paused");
        }
        Words words = Words.of(BUNDLE, locale, values);
        return new ClarificationSummaryText(keys.stream().map(words::get).toList());
    }

    private static <T> void say(
            List<String> keys,
            Map<String, String> values,
            String key,
            String name,
            List<T> things,
            Function<T, String> id) {
        if (!things.isEmpty()) {
            keys.add(key);
            values.put(name, named(things.stream().map(id).toList()));
        }
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
