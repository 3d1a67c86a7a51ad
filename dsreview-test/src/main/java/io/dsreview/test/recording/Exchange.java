package io.dsreview.test.recording;

import java.util.function.UnaryOperator;

/** One recorded request and its response, free of secrets. */
record Exchange(Asked asked, Answered answered) {

    Exchange map(UnaryOperator<String> change) {
        return new Exchange(asked.map(change), answered.map(change));
    }
}
