package io.dsreview.benchmarks.recovery;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which requests of a recovery can be made at once: a request can be made when all that its path names is known. That is a
 * fact about the requests, not about how the recovery happens to order them, so that a recovery which waits where it need
 * not is slower than the floor. Stateless.
 *
 * <ul>
 *   <li>What names nothing, such as the login page, or only what stands in the link, can be made at the beginning.
 *   <li>What names a dashboard in another way than the link does needs the answer about the dashboard.
 *   <li>What names a dataset needs the charts, and the dashboard, whose filters may have datasets of their own.
 * </ul>
 */
final class Stages {

    private static final Pattern DATASET = Pattern.compile("/api/v1/dataset/[0-9]+");
    private static final Pattern DASHBOARD =
            Pattern.compile("/api/v1/dashboard/(?<dashboard>[^/]+)(?<part>/charts|/filter_state/[^/]+)?");
    private static final Pattern NAMES_NOTHING = Pattern.compile("/login/|/version|/static/.*|/api/v1/_openapi");

    private Stages() {}

    /**
     * Puts requests into stages.
     *
     * @param requests the requests of one recovery
     * @param link the link that was recovered; a dashboard's, not a permalink
     * @return the requests of each stage
     * @throws IllegalArgumentException if it is not known what a request needs
     */
    static List<List<NotedRequest>> of(List<NotedRequest> requests, String link) {
        List<String> linked = List.of(URI.create(link).getPath().split("/"));
        int dashboardRead = requests.stream()
                .filter(request -> isDashboardOrCharts(request.path()))
                .mapToInt(request -> stage(request.path(), linked, 0))
                .max()
                .orElse(0);
        Map<Integer, List<NotedRequest>> stages = requests.stream()
                .collect(Collectors.groupingBy(
                        request -> stage(request.path(), linked, dashboardRead), TreeMap::new, Collectors.toList()));
        return List.copyOf(stages.values());
    }

    private static int stage(String path, List<String> linked, int dashboardRead) {
        Matcher dashboard = DASHBOARD.matcher(path);
        if (dashboard.matches()) {
            return linked.contains(dashboard.group("dashboard")) ? 0 : 1;
        }
        if (DATASET.matcher(path).matches()) {
            return dashboardRead + 1;
        }
        if (NAMES_NOTHING.matcher(path).matches()) {
            return 0;
        }
        throw new IllegalArgumentException("it is not known what " + path + " needs; say so in Stages");
    }

    private static boolean isDashboardOrCharts(String path) {
        Matcher dashboard = DASHBOARD.matcher(path);
        return dashboard.matches() && !String.valueOf(dashboard.group("part")).startsWith("/filter_state");
    }
}
