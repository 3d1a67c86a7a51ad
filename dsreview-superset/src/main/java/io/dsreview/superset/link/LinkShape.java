package io.dsreview.superset.link;

import java.util.List;
import java.util.Optional;

/** The pages of Superset that are known but whose context cannot be recovered, by how their path begins. */
enum LinkShape {
    EMBEDDED_DASHBOARD("embedded dashboard", "embedded"),
    EMBEDDED_CODE("embedded dashboard", "dashboard", "*", "embedded"),
    DASHBOARD_LIST("list of dashboards", "dashboard", "list"),
    CHART_PERMALINK("chart permalink", "superset", "explore", "p"),
    OLD_CHART("chart", "superset", "explore"),
    CHART_SHORT("chart", "superset", "slice"),
    CHART("chart", "explore"),
    CHART_EDIT("chart", "chart", "edit"),
    CHART_LIST("list of charts", "chart"),
    SQL_LAB("SQL Lab", "sqllab"),
    OLD_SQL_LAB("SQL Lab", "superset", "sqllab"),
    DATASET("dataset", "dataset"),
    DATASET_LIST("list of datasets", "tablemodelview"),
    SAVED_QUERY_LIST("list of saved queries", "savedqueryview"),
    DATABASE_LIST("list of databases", "databaseview"),
    SHORT_LINK("short link", "r"),
    WELCOME("welcome page", "superset", "welcome"),
    LOGIN("login page", "login");

    private final String label;
    private final List<String> beginning;

    LinkShape(String label, String... beginning) {
        this.label = label;
        this.beginning = List.of(beginning);
    }

    String label() {
        return label;
    }

    static Optional<LinkShape> of(List<String> path) {
        for (LinkShape shape : values()) {
            if (shape.begins(path)) {
                return Optional.of(shape);
            }
        }
        return Optional.empty();
    }

    private boolean begins(List<String> path) {
        if (path.size() < beginning.size()) {
            return false;
        }
        for (int i = 0; i < beginning.size(); i++) {
            if (!beginning.get(i).equals("*") && !beginning.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
