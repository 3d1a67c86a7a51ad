package io.dsreview.test.recording.exchange;

import java.util.function.UnaryOperator;

/**
 * One recorded request and its response, free of secrets. Immutable: any thread may use it.
 *
 * @param asked the request
 * @param answered the response
 */
public record Exchange(Asked asked, Answered answered) {

    /**
     * Changes every text of both sides, as {@link Asked#map} and {@link Answered#map} do.
     *
     * @param change gives the new text for each old one
     * @return a changed copy
     */
    public Exchange map(UnaryOperator<String> change) {
        return new Exchange(asked.map(change), answered.map(change));
    }
}
