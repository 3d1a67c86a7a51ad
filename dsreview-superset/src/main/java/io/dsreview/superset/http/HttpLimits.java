package io.dsreview.superset.http;

import io.dsreview.superset.traffic.TrafficLimits;
import java.net.Proxy;
import java.time.Duration;

/**
 * How long and how much.
 *
 * @param connect longest time to make a connection
 * @param read longest silence within an answer
 * @param call longest time for one whole operation, with all its exchanges and logins
 * @param probe longest time for a probe
 * @param maxResponseBytes largest answer that is read, in bytes after decompression
 * @param proxy the way to Superset; {@link Proxy#NO_PROXY} for the direct one
 * @param traffic how much is asked of each environment
 */
public record HttpLimits(
        Duration connect,
        Duration read,
        Duration call,
        Duration probe,
        int maxResponseBytes,
        Proxy proxy,
        TrafficLimits traffic) {}
