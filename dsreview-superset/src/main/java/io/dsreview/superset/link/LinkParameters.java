package io.dsreview.superset.link;

import io.dsreview.superset.error.SupersetErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of a link: those that mean something to Superset's pages, checked, and the user's own. */
final class LinkParameters {

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    /** Names that mean something to Superset's own pages and never reach {@code url_param}. */
    private static final Set<String> RESERVED = Set.of(
            // dashboards (front end, URL_PARAMS)
            "standalone",
            "uiConfig",
            "show_filters",
            "expand_filters",
            "force",
            "edit",
            "focused_chart",
            "dashboard_page_id",
            "dashboard_focused_chart",
            "filter_set",
            "native_filters",
            "native_filters_key",
            "permalink_key",
            "preselect_filters",
            // Explore
            "form_data",
            "form_data_key",
            "slice_id",
            "datasource",
            "datasource_id",
            "datasource_type",
            "dataset_id",
            "viz_type",
            // SQL Lab
            "savedQueryId",
            "queryId",
            "datasourceKey",
            "dbid",
            "dbname",
            "sql",
            "schema",
            "catalog",
            "autorun",
            "new");

    private final Map<String, String> query;

    LinkParameters(Map<String, String> query) {
        this.query = query;
    }

    /** Returns the value, or null if there is none or an empty one. */
    @Nullable
    String text(String name) {
        String value = query.getOrDefault(name, "");
        return value.isEmpty() ? null : value;
    }

    /** Returns the value as an id, or null if there is none. */
    @Nullable
    Long id(String name) throws LinkRefusal {
        String value = text(name);
        return value == null ? null : (Long) id(value, name);
    }

    /** Returns the value as a key, or null if there is none. */
    @Nullable
    String key(String name) throws LinkRefusal {
        String value = text(name);
        return value == null ? null : key(value, name);
    }

    /** Returns the parameters that are the user's own; for a page to which more names mean something, without them. */
    Map<String, String> own(String... alsoReserved) {
        Map<String, String> own = new LinkedHashMap<>(query);
        own.keySet().removeAll(RESERVED);
        own.keySet().removeAll(Set.of(alsoReserved));
        return own;
    }

    static long id(String text, String parameter) throws LinkRefusal {
        if (!ID.matcher(text).matches()) {
            throw illegal(parameter);
        }
        return Long.parseLong(text);
    }

    static String key(String text, String parameter) throws LinkRefusal {
        if (!KEY.matcher(text).matches()) {
            throw illegal(parameter);
        }
        return text;
    }

    static LinkRefusal illegal(String parameter) {
        return new LinkRefusal(SupersetErrorCode.LINK_KEY_ILLEGAL, "parameter", parameter);
    }
}
