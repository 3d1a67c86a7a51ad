/**
 * The files of a recording: one JSON file per exchange, and an index. Read
 * {@link io.dsreview.test.recording.file.RecordingFolder} first, which writes them, then
 * {@link io.dsreview.test.recording.file.Recording}, which reads them back.
 *
 * <p>This package takes exchanges that are free of secrets already. Hosts don't need it: it is public for the proxy in
 * the package above, and may change with it.
 */
@NullMarked
package io.dsreview.test.recording.file;

import org.jspecify.annotations.NullMarked;
