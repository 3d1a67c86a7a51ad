package io.dsreview.superset.link;

import io.dsreview.api.error.Problem;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.superset.error.SupersetErrorCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells which page of Superset a path is. The paths are those of Superset's front end (src/views/routes.tsx) and of its
 * server (superset/views), from 2.1 to 6.1; {@code ?} stands for any one segment.
 */
final class LinkShapes {

    /** What a reader is told to paste instead; the bundle has the words. */
    private static final String SUPPORTED = "SHAPES";

    private final EnvironmentId environment;
    private final List<String> path;
    private final LinkParameters parameters;
    private final String anchor;

    private LinkShapes(EnvironmentId environment, List<String> path, Map<String, String> query, String anchor) {
        this.environment = environment;
        this.path = path;
        this.parameters = new LinkParameters(query);
        this.anchor = anchor;
    }

    static LinkReading read(EnvironmentId environment, List<String> path, Map<String, String> query, String anchor)
            throws LinkRefusal {
        LinkShapes shapes = new LinkShapes(environment, path, query, anchor);
        SupersetLink link = shapes.link();
        return link == null ? shapes.other() : new LinkReading.Supported(link);
    }

    private @Nullable SupersetLink link() throws LinkRefusal {
        if (is("superset", "dashboard", "p", "?")) {
            return DashboardLinks.permalink(environment, path.get(3), parameters, anchor);
        }
        if (is("superset", "dashboard", "?")) {
            return DashboardLinks.dashboard(environment, path.get(2), parameters, anchor);
        }
        if (is("superset", "dashboard", "?", "embedded")) {
            return DashboardLinks.dashboard(environment, path.get(2), parameters, anchor);
        }
        if (is("dashboard", "?", "embedded")) {
            return DashboardLinks.dashboard(environment, path.get(1), parameters, anchor);
        }
        if (is("embedded", "?")) {
            return DashboardLinks.embedded(environment, path.get(1), parameters);
        }
        if (is("explore") || is("superset", "explore")) {
            return ExploreLinks.explore(environment, parameters);
        }
        if (is("explore", "p", "?") || is("superset", "explore", "p", "?")) {
            return ExploreLinks.permalink(environment, last(), parameters);
        }
        if (is("explore", "table", "?") || is("superset", "explore", "table", "?")) {
            return ExploreLinks.dataset(environment, last(), parameters);
        }
        if (is("superset", "slice", "?") || is("chart", "edit", "?")) {
            return ExploreLinks.chart(environment, last(), parameters);
        }
        if (is("sqllab") || is("superset", "sqllab")) {
            return SqlLabLinks.tab(environment, parameters);
        }
        if (is("sqllab", "p", "?")) {
            return SqlLabLinks.permalink(environment, path.get(2), parameters);
        }
        boolean dataset = (is("dataset", "?") && !path.get(1).equals("add"))
                || is("tablemodelview", "edit", "?")
                || is("tablemodelview", "show", "?");
        return dataset
                ? new SupersetLink.Dataset(environment, LinkParameters.id(last(), "dataset"), parameters.own())
                : null;
    }

    /** A page that names no single object, or none that is known. */
    private LinkReading other() {
        return new LinkReading.UnsupportedShape(
                environment,
                OtherPage.of(path)
                        .map(page -> Problem.of(page.why(), "shape", page.name(), "supported", SUPPORTED))
                        .orElseGet(() -> Problem.of(SupersetErrorCode.LINK_PAGE_UNKNOWN, "supported", SUPPORTED)));
    }

    private boolean is(String... segments) {
        return OtherPage.matches(path, List.of(segments)) && path.size() == segments.length;
    }

    private String last() {
        return path.get(path.size() - 1);
    }
}
