/**
 * Finds the secrets of an exchange and removes them. Read {@link io.dsreview.test.recording.redaction.Redactor} first.
 *
 * <p>A value is a secret because a name says so (of a field, parameter, header or cookie), and is then removed wherever
 * it stands, in any escaped form. {@link io.dsreview.test.recording.redaction.Placeholder} is what a file holds instead.
 * Hosts don't need this package: it is public for the proxy in the package above, and may change with it. What counts
 * as a secret they set in the proxy's rules.
 */
@NullMarked
package io.dsreview.test.recording.redaction;

import org.jspecify.annotations.NullMarked;
