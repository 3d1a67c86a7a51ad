package io.dsreview.live;

import io.dsreview.superset.observation.SupersetCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Every link of a bed, recovered once by each user, for all tests that look at what came of it. */
final class EveryLink {

    private static final Map<String, Map<String, Seen>> OF_BEDS = new ConcurrentHashMap<>();

    /**
     * What users were told of a link.
     *
     * @param administrator who may see everything, and was the first to look
     * @param calls what was sent to Superset for the administrator
     * @param limited who may see no dataset, through the instance that the administrator used
     * @param reader who may see some datasets, through that instance too
     * @param readerAlone the same reader, through an instance that nobody else used
     */
    record Seen(
            Outcome administrator, List<SupersetCall> calls, Outcome limited, Outcome reader, Outcome readerAlone) {}

    private EveryLink() {}

    /** Returns what came of each link of the manifest, by its name. */
    static Map<String, Seen> of(Bed bed) {
        Map<String, Seen> before = OF_BEDS.get(bed.version());
        // Nobody else is at it: a test has its bed for itself.
        return before == null ? first(bed) : before;
    }

    private static Map<String, Seen> first(Bed bed) {
        Map<String, Seen> seen = recovered(bed);
        OF_BEDS.put(bed.version(), seen);
        return seen;
    }

    private static Map<String, Seen> recovered(Bed bed) {
        Map<String, Seen> seen = new LinkedHashMap<>();
        try (Recoveries shared = new Recoveries(bed);
                Recoveries alone = new Recoveries(bed)) {
            // Logs in, and finds out what the server can do, which no later recovery does.
            shared.recover("regional_plain", "admin");
            for (String link : bed.links()) {
                shared.newCalls();
                Outcome administrator = shared.recover(link, "admin");
                List<SupersetCall> calls = shared.newCalls();
                seen.put(
                        link,
                        new Seen(
                                administrator,
                                calls,
                                shared.recover(link, "limited"),
                                shared.recover(link, "reader"),
                                alone.recover(link, "reader")));
            }
        }
        return seen;
    }
}
