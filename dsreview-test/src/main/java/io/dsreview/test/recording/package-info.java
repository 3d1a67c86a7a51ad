/**
 * A loopback recording proxy. Read {@link io.dsreview.test.recording.RecordingProxy} first.
 *
 * <p>In front of a live Superset it writes each exchange into readable JSON files with secrets, cookies and host
 * removed; without one it replays them, strict about what it was never asked. A host records its own Superset for its
 * tests and its bug reports. What counts as a secret is set by {@link io.dsreview.test.recording.RecordingRules}. The packages below hold
 * the parts of the proxy; hosts need only this one.
 */
@NullMarked
package io.dsreview.test.recording;

import org.jspecify.annotations.NullMarked;
