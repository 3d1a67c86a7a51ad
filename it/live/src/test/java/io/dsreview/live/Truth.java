package io.dsreview.live;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** The manifest's {@code expected} of one link, as items. */
final class Truth {

    private static final List<String> OF_A_QUERY = List.of("name", "sql", "database", "schema", "templateParameters");

    private final Map<?, ?> expected;
    private final Items items = new Items();

    private Truth(Map<?, ?> expected) {
        this.expected = expected;
    }

    static Items of(Map<?, ?> expected) {
        return new Truth(expected).items();
    }

    private Items items() {
        items.say("kind", kind());
        if (Objects.equals(kind(), Told.REFUSED)) {
            return items;
        }
        if (isToldToNobody()) {
            objects("notRecovered").forEach(this::doubt);
            return items;
        }
        items.say("found", !Objects.equals(expected.get("found"), false));
        if (Objects.equals(expected.get("found"), false)) {
            return items;
        }
        if (expected.get("dashboard") instanceof Map<?, ?> dashboard) {
            items.say("dashboard", dashboard.get("id"), Items.name(dashboard.get("title")));
        }
        if (expected.get("chart") != null) {
            items.say(
                    "chart " + expected.get("chart"), objects("datasets").get(0).get("id"));
        }
        objects("charts")
                .forEach(chart ->
                        items.say("chart " + chart.get("id"), chart.get("dataset"), Items.name(chart.get("name"))));
        objects("datasets")
                .forEach(each ->
                        items.say("dataset " + each.get("id"), Items.name(each.get("name")), each.get("usedBy")));
        objects("filters").forEach(this::filter);
        objects("crossFilters")
                .forEach(click -> items.say(
                        "click in " + click.get("chart"), value(click), click.get("origin"), click.get("charts")));
        objects("urlParameters")
                .forEach(each -> items.say("parameter " + each.get("name"), each.get("value"), each.get("origin")));
        objects("variables").forEach(this::variable);
        objects("filledByServer").forEach(each -> items.say("filled " + each.get("dataset") + " " + each.get("name")));
        OF_A_QUERY.forEach(part -> {
            if (expected.get(part) != null) {
                items.say("query " + part, expected.get(part));
            }
        });
        if (expected.get("missing") != null) {
            items.say("query missing", new TreeSet<>((List<?>) expected.get("missing")));
        }
        objects("notRecovered").forEach(this::doubt);
        return items;
    }

    /** What no API tells, not even whether it is there. */
    private boolean isToldToNobody() {
        return objects("notRecovered").stream().anyMatch(doubt -> Objects.equals(doubt.get("why"), "SESSION_ONLY"));
    }

    private Object kind() {
        return switch (String.valueOf(expected.get("kind"))) {
            case "EXPLORE", "CHART" -> "CHART";
            case "LIST", "REMOVED" -> Told.REFUSED;
            default -> expected.get("kind");
        };
    }

    private void filter(Map<?, ?> filter) {
        if (filter.get("id") == null) {
            items.say("condition on " + filter.get("column"), value(filter), filter.get("origin"));
            return;
        }
        items.say(
                "filter " + filter.get("id"),
                Items.name(filter.get("name")),
                filter.get("type"),
                filter.get("dataset"),
                filter.get("column"),
                value(filter),
                filter.get("origin"),
                filter.get("charts"),
                filter.get("parents"));
    }

    private static String value(Map<?, ?> filter) {
        Map<?, ?> value = (Map<?, ?>) filter.get("value");
        return Items.value(
                objects(value, "conditions").stream().map(Truth::condition).toList(),
                value.get("timeRange"),
                value.get("timeGrain"),
                value.get("timeColumn"));
    }

    private static String condition(Map<?, ?> condition) {
        return Items.condition(
                condition.get("column"),
                condition.get("operator"),
                objects(condition, "values").stream()
                        .map(each -> Items.scalar(each.get("type"), each.get("text")))
                        .toList());
    }

    private void variable(Map<?, ?> variable) {
        Object value = variable.get("value");
        boolean conditions = value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?>;
        items.say(
                "variable " + variable.get("dataset") + " " + variable.get("kind") + " " + variable.get("name"),
                variable.get("field"),
                Objects.equals(variable.get("required"), true) ? "required" : "optional",
                Items.plain(variable.get("default")),
                conditions
                        ? objects(variable, "value").stream()
                                .map(Truth::condition)
                                .toList()
                        : Items.plain(value),
                variable.get("origin"));
    }

    private void doubt(Map<?, ?> doubt) {
        String kind = String.valueOf(doubt.get("kind")).toLowerCase(Locale.ROOT);
        Object what =
                switch (kind) {
                    case "template" -> doubt.get("dataset");
                    case "query" -> "";
                    case "state" -> Objects.equals(doubt.get("why"), "LEGACY") ? doubt.get("name") : "state";
                    default -> doubt.get("name");
                };
        items.doubt(kind + " " + what, String.valueOf(doubt.get("why")));
    }

    private List<Map<?, ?>> objects(String field) {
        return objects(expected, field);
    }

    private static List<Map<?, ?>> objects(Map<?, ?> parent, String field) {
        return parent.get(field) instanceof List<?> list
                ? list.stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList()
                : List.of();
    }
}
