package io.dsreview.superset.reference;

import io.dsreview.api.error.Problem;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.Answer;
import io.dsreview.superset.http.ApiRequest;
import io.dsreview.superset.http.Conversation;
import io.dsreview.superset.http.SupersetFailures;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a reference dataset, twice: Superset puts its answer together from several tables, and its date of change stays on some
 * versions when a column alone is changed. What is half of one state and half of another is not used.
 */
record ReferenceReader(Conversation conversation, long dataset) {

    ReferenceReading read() {
        ReferenceReading first = readOnce();
        if (!(first instanceof ReferenceReading.Read)) {
            return first;
        }
        ReferenceReading second = readOnce();
        return second instanceof ReferenceReading.Unread || second.equals(first)
                ? second
                : new ReferenceReading.Unread(problem(SupersetErrorCode.REFERENCE_CHANGED));
    }

    private ReferenceReading readOnce() {
        ApiRequest request = ApiRequest.get("reference dataset", "dataset", String.valueOf(dataset))
                .with("q", ReferenceMapping.QUERY);
        Answer answer = conversation.send(request);
        Problem failure = failure(request, answer);
        if (failure != null) {
            return new ReferenceReading.Unread(failure);
        }
        Optional<Reference> reference = ReferenceMapping.of(((Answer.Received) answer).body());
        return reference
                .<ReferenceReading>map(ReferenceReading.Read::new)
                .orElseGet(() ->
                        new ReferenceReading.Unread(SupersetFailures.unexpected(conversation.environment(), request)));
    }

    private @Nullable Problem failure(ApiRequest request, Answer answer) {
        if (!(answer instanceof Answer.Received received)) {
            return ((Answer.Missing) answer).problem();
        }
        if (received.isSuccess()) {
            return null;
        }
        return received.status() == 404 || received.status() == 403
                ? problem(SupersetErrorCode.REFERENCE_HIDDEN)
                : SupersetFailures.of(conversation.environment(), request, received);
    }

    private Problem problem(SupersetErrorCode code) {
        return Problem.of(
                code,
                "dataset",
                Long.toString(dataset),
                "environment",
                conversation.environment().value());
    }
}
