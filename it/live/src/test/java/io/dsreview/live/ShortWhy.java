package io.dsreview.live;

import io.dsreview.api.error.Problem;
import java.util.Map;

/** A problem in a few words, for the cell of a table. */
final class ShortWhy {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("LINK_IS_A_LIST", "a list"),
            Map.entry("LINK_NAMES_NOTHING", "names nothing"),
            Map.entry("LINK_PAGE_REMOVED", "removed in 4.0"),
            Map.entry("SUPERSET_NOT_FOUND", "not there, or hidden"),
            Map.entry("RECOVERY_PERMALINK_LOST", "names nothing"),
            Map.entry("RECOVERY_PERMALINK_STATE_LOST", "state lost"),
            Map.entry("RECOVERY_STATE_LOST", "state lost"),
            Map.entry("RECOVERY_INLINE_STATE_UNREADABLE", "state unreadable"),
            Map.entry("LINK_RISON_UNREADABLE", "state unreadable"),
            Map.entry("RECOVERY_PRESELECT_FILTERS", "the dashboard has no filter box"),
            Map.entry("RECOVERY_CHART_GONE", "not there, or hidden"),
            Map.entry("RECOVERY_DATASET_HIDDEN", "not there, or hidden"),
            Map.entry("RECOVERY_QUERY_HIDDEN", "not there, or another person's"),
            Map.entry("RECOVERY_QUERY_WITHOUT_DATABASE", "no database named"),
            Map.entry("RECOVERY_QUERY_PARAMETERS_UNTOLD", "values not told"),
            Map.entry("RECOVERY_SQLLAB_PERMALINK_LOST", "names nothing"),
            Map.entry("RECOVERY_SHARED_QUERY_SESSION_ONLY", "shown to browsers only"),
            Map.entry("RECOVERY_SHARED_QUERY_MISTAKEN", "the server would show another one"));

    private ShortWhy() {}

    static String of(Problem problem) {
        return WORDS.getOrDefault(problem.code(), problem.code());
    }
}
