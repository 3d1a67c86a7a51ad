/**
 * Talking to a Superset. Start with {@link io.dsreview.superset.http.SupersetClient}, which opens one
 * {@link io.dsreview.superset.http.Conversation} per operation; that one logs in, sends
 * {@link io.dsreview.superset.http.ApiRequest}s to the configured base and nowhere else, and turns whatever comes back,
 * or does not, into an {@link io.dsreview.superset.http.Answer}. OkHttp and Jackson do not leave this package.
 */
@NullMarked
package io.dsreview.superset.http;

import org.jspecify.annotations.NullMarked;
