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
 * Reads a reference dataset. Superset puts its answer together from several tables, so it is asked afterwards whether the
 * dataset was changed meanwhile: what is half of one state and half of another is not used.
 */
record ReferenceReader(Conversation conversation, long dataset) {

    private static final String CHANGED = "(columns:!(changed_on),keys:!(none))";

    ReferenceReading read() {
        ApiRequest request = request(ReferenceMapping.QUERY);
        Answer answer = conversation.send(request);
        Problem failure = failure(request, answer);
        if (failure != null) {
            return new ReferenceReading.Unread(failure);
        }
        Optional<Reference> reference = ReferenceMapping.of(((Answer.Received) answer).body());
        return reference
                .map(this::ifUnchanged)
                .orElseGet(() ->
                        new ReferenceReading.Unread(SupersetFailures.unexpected(conversation.environment(), request)));
    }

    private ReferenceReading ifUnchanged(Reference reference) {
        ApiRequest request = request(CHANGED);
        Answer answer = conversation.send(request);
        Problem failure = failure(request, answer);
        if (failure == null
                && !ReferenceMapping.changedOn(((Answer.Received) answer).body())
                        .equals(reference.changedOn())) {
            failure = problem(SupersetErrorCode.REFERENCE_CHANGED);
        }
        return failure == null ? new ReferenceReading.Read(reference) : new ReferenceReading.Unread(failure);
    }

    private ApiRequest request(String query) {
        return ApiRequest.get("reference dataset", "dataset", String.valueOf(dataset))
                .with("q", query);
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
