package io.dsreview.superset.link;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The pages of Superset that are known but whose context cannot be recovered, by how their path begins. */
enum LinkShape {
    EMBEDDED_DASHBOARD("embedded dashboard", "embedded"),
    EMBEDDED_CODE("embedded dashboard", "dashboard/*/embedded"),
    DASHBOARD_LIST("list of dashboards", "dashboard/list"),
    CHART_PERMALINK("chart permalink", "superset/explore/p"),
    OLD_CHART("chart", "superset/explore"),
    CHART_SHORT("chart", "superset/slice"),
    CHART("chart", "explore"),
    CHART_EDIT("chart", "chart/edit"),
    CHART_LIST("list of charts", "chart"),
    SQL_LAB("SQL Lab", "sqllab"),
    OLD_SQL_LAB("SQL Lab", "superset/sqllab"),
    DATASET("dataset", "dataset"),
    DATASET_LIST("list of datasets", "tablemodelview"),
    SAVED_QUERY_LIST("list of saved queries", "savedqueryview"),
    DATABASE_LIST("list of databases", "databaseview"),
    SHORT_LINK("short link", "r"),
    WELCOME("welcome page", "superset/welcome"),
    LOGIN("login page", "login");

    private final String label;
    private final String beginning;

    LinkShape(String label, String beginning) {
        this.label = label;
        this.beginning = beginning;
    }

    String label() {
        return label;
    }

    static Optional<LinkShape> of(List<String> path) {
        return Arrays.stream(values()).filter(shape -> shape.begins(path)).findFirst();
    }

    private boolean begins(List<String> path) {
        List<String> expected = List.of(beginning.split("/", -1));
        if (path.size() < expected.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!expected.get(i).equals("*") && !expected.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
