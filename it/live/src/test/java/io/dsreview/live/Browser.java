package io.dsreview.live;

import io.dsreview.api.canonical.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A real browser, in which Superset's own page turns a link into requests: the witness for what a link means to a person
 * who opens it. The script and what it needs are in {@code it/browser}.
 */
final class Browser {

    private Browser() {}

    /** Opens links of a bed as its administrator, and returns the request of each chart that was drawn, by link and chart. */
    static Map<String, Map<Long, Map<?, ?>>> open(Bed bed, Collection<String> links)
            throws IOException, InterruptedException {
        Map<String, Object> pages = new LinkedHashMap<>();
        links.forEach(link -> pages.put(link, bed.link(link)));
        Map<?, ?> captured = (Map<?, ?>) JsonText.parse(run(JsonText.pretty(Map.of(
                "chromium", installed("live.chromium").toString(),
                "base", bed.base(),
                // Not typed into the login page: in newer versions a script fills its form in turn, and may come in
                // between.
                "session", BrowserSession.cookie(bed.base(), "admin", bed.password("admin")),
                "pages", pages))));

        Map<String, Map<Long, Map<?, ?>>> requests = new LinkedHashMap<>();
        for (String link : links) {
            Map<Long, Map<?, ?>> ofCharts = new TreeMap<>();
            List<?> sent = (List<?>) ((Map<?, ?>) captured.get(link)).get("requests");
            for (Object each : sent) {
                Map<?, ?> request = (Map<?, ?>) each;
                ofCharts.put((Long) request.get("chart"), (Map<?, ?>) request.get("body"));
            }
            requests.put(link, ofCharts);
        }
        return requests;
    }

    private static String run(String plan) throws IOException, InterruptedException {
        Path script = installed("live.browser").resolve("capture.mjs");
        Process node = new ProcessBuilder("node", script.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var input = node.outputWriter(StandardCharsets.UTF_8)) {
            input.write(plan);
        }
        String captured = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = node.waitFor();
        if (status != 0) {
            throw new IOException("The browser ended with status " + status + "; it says why above.");
        }
        return captured;
    }

    private static Path installed(String property) {
        Path path = Path.of(System.getProperty(property, ""));
        if (path.toString().isEmpty() || !Files.exists(path)) {
            throw new IllegalStateException("-D" + property + " names nothing that exists. Install the browser with"
                    + " it/browser/setup.sh DIR, and give Maven the two properties that it prints.");
        }
        return path.toAbsolutePath();
    }
}
