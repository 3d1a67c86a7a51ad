package io.dsreview.superset.link;

import io.dsreview.superset.error.SupersetErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The pages of Superset that are known, but from which nothing can be recovered; by how their path begins, and why. Their words are in the bundle. */
enum OtherPage {
    DASHBOARD_LIST(SupersetErrorCode.LINK_IS_A_LIST, "dashboard/list"),
    CHART_LIST(SupersetErrorCode.LINK_IS_A_LIST, "chart/list"),
    DATASET_LIST(SupersetErrorCode.LINK_IS_A_LIST, "tablemodelview"),
    SAVED_QUERY_LIST(SupersetErrorCode.LINK_IS_A_LIST, "savedqueryview"),
    DATABASE_LIST(SupersetErrorCode.LINK_IS_A_LIST, "databaseview"),
    QUERY_HISTORY(SupersetErrorCode.LINK_IS_A_LIST, "sqllab/history"),
    OLD_QUERY_HISTORY(SupersetErrorCode.LINK_IS_A_LIST, "superset/sqllab/history"),
    SHORT_LINK(SupersetErrorCode.LINK_PAGE_REMOVED, "r"),
    EXPLORE(SupersetErrorCode.LINK_NAMES_NOTHING, "explore"),
    OLD_EXPLORE(SupersetErrorCode.LINK_NAMES_NOTHING, "superset/explore"),
    SQL_LAB(SupersetErrorCode.LINK_NAMES_NOTHING, "sqllab"),
    OLD_SQL_LAB(SupersetErrorCode.LINK_NAMES_NOTHING, "superset/sqllab"),
    NEW_CHART(SupersetErrorCode.LINK_NAMES_NOTHING, "chart/add"),
    NEW_DATASET(SupersetErrorCode.LINK_NAMES_NOTHING, "dataset/add"),
    NEW_DASHBOARD(SupersetErrorCode.LINK_NAMES_NOTHING, "dashboard/new"),
    WELCOME(SupersetErrorCode.LINK_NAMES_NOTHING, "superset/welcome"),
    LOGIN(SupersetErrorCode.LINK_NAMES_NOTHING, "login"),
    CHART(SupersetErrorCode.LINK_NAMES_NOTHING, "chart");

    private static final String ANY = "?";

    private final SupersetErrorCode why;
    private final String beginning;

    OtherPage(SupersetErrorCode why, String beginning) {
        this.why = why;
        this.beginning = beginning;
    }

    SupersetErrorCode why() {
        return why;
    }

    static Optional<OtherPage> of(List<String> path) {
        return Arrays.stream(values())
                .filter(page -> matches(path, List.of(page.beginning.split("/", -1))))
                .findFirst();
    }

    /** Tells whether a path begins with these segments, of which {@code ?} stands for any one. */
    static boolean matches(List<String> path, List<String> beginning) {
        if (path.size() < beginning.size()) {
            return false;
        }
        for (int i = 0; i < beginning.size(); i++) {
            if (!beginning.get(i).equals(ANY) && !beginning.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
