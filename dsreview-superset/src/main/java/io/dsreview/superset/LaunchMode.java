package io.dsreview.superset;

/** How SQL Lab is asked to run a launch. Either way a launch takes at most {@link SupersetConfig#callTimeout()}. */
public enum LaunchMode {
    /** Within the request; needs nothing but Superset itself. Superset's own limit, 30 seconds by default, ends it. */
    SYNC,
    /**
     * On a worker, where the database allows it ({@code allow_run_async}); elsewhere as {@link #SYNC}. Its end is polled for,
     * and a launch that has not ended by then is running; resuming the session looks it up.
     */
    ASYNC
}
