package io.dsreview.core.ux;

import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.RetryClass;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.core.ScriptedStore;
import io.dsreview.core.World;
import io.dsreview.test.superset.SampleContext;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Where paths begin, and what Superset says on them. */
final class Given {

    private Given() {}

    /** Nobody has pasted a link yet; it would show this. */
    static Walk nothing(SampleContext context) {
        return nothing(context, FeatureFlags.ALL_ON);
    }

    static Walk nothing(SampleContext context, FeatureFlags flags) {
        ScriptedStore store = new ScriptedStore();
        return new Walk(new World(context.build(), store, flags), store);
    }

    /** A link was pasted that shows this, and its context was recovered. */
    static Walk review(SampleContext context) {
        return review(context, world -> {});
    }

    /** The same, and then went on. */
    static Walk review(SampleContext context, Consumer<World> then) {
        Walk walk = nothing(context);
        then.accept(walk.world.start());
        return walk.begun();
    }

    /** All mappings are approved, and the preview is ready. */
    static Walk readyToLaunch() {
        return review(World.oneFilter(), Given::previewed);
    }

    static World previewed(World world) {
        return world.approveAll().step(RequestPreview::new);
    }

    /** A filter on the time of the whole query. */
    static ImportedFilter time(String range) {
        return ImportedFilter.of(
                new FilterId("F-time"),
                "When",
                "filter_time",
                null,
                FilterValue.ofTimeRange(range),
                FilterOrigin.DEFAULT,
                Set.of());
    }

    /** A problem as the adapter for Superset reports it. */
    static Problem superset(String code, String... arguments) {
        Map<String, String> named = new TreeMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            named.put(arguments[i], arguments[i + 1]);
        }
        return new Problem(code, RetryClass.FIX_FIRST, "io.dsreview.superset.Messages", named, null);
    }
}
