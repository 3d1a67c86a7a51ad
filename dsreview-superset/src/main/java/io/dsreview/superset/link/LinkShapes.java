package io.dsreview.superset.link;

import io.dsreview.api.error.Problem;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.superset.error.SupersetErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells which page of Superset a path is, and reads the one that is supported: a dashboard. */
final class LinkShapes {

    /** What a reader is told to paste instead. */
    static final String SUPPORTED = "/superset/dashboard/{id, slug or uuid}/, /superset/dashboard/p/{key}/,"
            + " either with ?native_filters_key=, ?permalink_key= or parameters of its own";

    private static final String PERMALINK_KEY = "permalink_key";
    private static final String NATIVE_FILTERS_KEY = "native_filters_key";

    /** Names that mean something to Superset's own page and never reach {@code url_param} (front end, URL_PARAMS). */
    private static final Set<String> RESERVED = Set.of(
            "standalone",
            "uiConfig",
            "show_filters",
            "expand_filters",
            "force",
            "edit",
            "focused_chart",
            "dashboard_page_id",
            "filter_set",
            "native_filters",
            NATIVE_FILTERS_KEY,
            PERMALINK_KEY,
            "preselect_filters",
            "form_data",
            "form_data_key",
            "slice_id",
            "datasource_id",
            "datasource_type");

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final Pattern DASHBOARD = Pattern.compile("[\\p{L}\\p{N}_-]{1,255}");

    private LinkShapes() {}

    static LinkReading read(EnvironmentId environment, List<String> path, Map<String, String> query) {
        if (path.size() < 3 || !path.get(0).equals("superset") || !path.get(1).equals("dashboard")) {
            return unsupported(environment, path);
        }
        boolean permalink = path.size() == 4 && path.get(2).equals("p");
        if (path.size() > 3 && !permalink) {
            return unsupported(environment, path);
        }
        for (String inline : List.of("native_filters", "preselect_filters")) {
            if (!query.getOrDefault(inline, "").isEmpty()) {
                return shape(environment, "dashboard with filters in its parameter " + inline);
            }
        }
        return dashboard(environment, permalink, path.get(permalink ? 3 : 2), query);
    }

    private static LinkReading dashboard(
            EnvironmentId environment, boolean permalink, String named, Map<String, String> query) {
        String permalinkKey = permalink ? named : given(query, PERMALINK_KEY);
        String filtersKey = permalinkKey == null ? given(query, NATIVE_FILTERS_KEY) : null;
        if (!permalink && !DASHBOARD.matcher(named).matches()) {
            return refused("dashboard");
        }
        if (permalinkKey != null && !KEY.matcher(permalinkKey).matches()) {
            return refused(PERMALINK_KEY);
        }
        if (filtersKey != null && !KEY.matcher(filtersKey).matches()) {
            return refused(NATIVE_FILTERS_KEY);
        }
        Map<String, String> own = new LinkedHashMap<>(query);
        own.keySet().removeAll(RESERVED);
        return new LinkReading.Supported(
                new SupersetLink(environment, permalink ? null : named, permalinkKey, filtersKey, own));
    }

    private static @Nullable String given(Map<String, String> query, String name) {
        String value = query.getOrDefault(name, "");
        return value.isEmpty() ? null : value;
    }

    private static LinkReading refused(String parameter) {
        return new LinkReading.Refused(Problem.of(SupersetErrorCode.LINK_KEY_ILLEGAL, "parameter", parameter));
    }

    private static LinkReading unsupported(EnvironmentId environment, List<String> path) {
        return LinkShape.of(path)
                .map(known -> shape(environment, known.label()))
                .orElseGet(() -> new LinkReading.UnsupportedShape(
                        environment, Problem.of(SupersetErrorCode.LINK_PAGE_UNKNOWN, "supported", SUPPORTED)));
    }

    private static LinkReading shape(EnvironmentId environment, String shape) {
        return new LinkReading.UnsupportedShape(
                environment,
                Problem.of(SupersetErrorCode.LINK_SHAPE_UNSUPPORTED, "shape", shape, "supported", SUPPORTED));
    }
}
