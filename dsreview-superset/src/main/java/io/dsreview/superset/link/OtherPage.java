package io.dsreview.superset.link;

import io.dsreview.superset.error.SupersetErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The pages of Superset that are known, but from which nothing can be recovered; by how their path begins, and why. */
enum OtherPage {
    DASHBOARD_LIST("list of dashboards", SupersetErrorCode.LINK_IS_A_LIST, "dashboard/list"),
    CHART_LIST("list of charts", SupersetErrorCode.LINK_IS_A_LIST, "chart/list"),
    DATASET_LIST("list of datasets", SupersetErrorCode.LINK_IS_A_LIST, "tablemodelview"),
    SAVED_QUERY_LIST("list of saved queries", SupersetErrorCode.LINK_IS_A_LIST, "savedqueryview"),
    DATABASE_LIST("list of databases", SupersetErrorCode.LINK_IS_A_LIST, "databaseview"),
    QUERY_HISTORY("query history", SupersetErrorCode.LINK_IS_A_LIST, "sqllab/history"),
    OLD_QUERY_HISTORY("query history", SupersetErrorCode.LINK_IS_A_LIST, "superset/sqllab/history"),
    SHORT_LINK("short link", SupersetErrorCode.LINK_PAGE_REMOVED, "r"),
    EXPLORE("chart that the link does not name", SupersetErrorCode.LINK_NAMES_NOTHING, "explore"),
    OLD_EXPLORE("chart that the link does not name", SupersetErrorCode.LINK_NAMES_NOTHING, "superset/explore"),
    SQL_LAB("empty tab of SQL Lab", SupersetErrorCode.LINK_NAMES_NOTHING, "sqllab"),
    OLD_SQL_LAB("empty tab of SQL Lab", SupersetErrorCode.LINK_NAMES_NOTHING, "superset/sqllab"),
    NEW_CHART("new chart", SupersetErrorCode.LINK_NAMES_NOTHING, "chart/add"),
    NEW_DATASET("new dataset", SupersetErrorCode.LINK_NAMES_NOTHING, "dataset/add"),
    NEW_DASHBOARD("new dashboard", SupersetErrorCode.LINK_NAMES_NOTHING, "dashboard/new"),
    WELCOME("welcome page", SupersetErrorCode.LINK_NAMES_NOTHING, "superset/welcome"),
    LOGIN("login page", SupersetErrorCode.LINK_NAMES_NOTHING, "login"),
    CHART("chart", SupersetErrorCode.LINK_NAMES_NOTHING, "chart");

    private static final String ANY = "?";

    private final String label;
    private final SupersetErrorCode why;
    private final String beginning;

    OtherPage(String label, SupersetErrorCode why, String beginning) {
        this.label = label;
        this.why = why;
        this.beginning = beginning;
    }

    String label() {
        return label;
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
