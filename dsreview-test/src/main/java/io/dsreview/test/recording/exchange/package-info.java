/**
 * One request and its response, in two states. Read {@link io.dsreview.test.recording.exchange.Exchange} first.
 *
 * <p>{@code RawRequest} and {@code RawResponse} are what passes through the proxy, secrets and all; {@code Asked} and
 * {@code Answered} are what a recording holds. Only a redaction turns the first into the second. This package knows
 * neither files nor HTTP servers. Hosts don't need it: it is public for the packages beside it, and may change with
 * them.
 */
@NullMarked
package io.dsreview.test.recording.exchange;

import org.jspecify.annotations.NullMarked;
