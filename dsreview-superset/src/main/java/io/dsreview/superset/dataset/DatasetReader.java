package io.dsreview.superset.dataset;

import io.dsreview.superset.http.Answer;
import io.dsreview.superset.http.ApiRequest;
import io.dsreview.superset.http.Conversation;
import io.dsreview.superset.http.SupersetFailures;

/** Reads what defines a dataset: one GET, trimmed to the fields that are used. Stateless. */
public final class DatasetReader {

    private DatasetReader() {}

    /**
     * Reads a dataset.
     *
     * @param conversation with the Superset
     * @param id Superset's id of the dataset
     * @return what defines it, or why that is not known
     */
    public static DatasetReading read(Conversation conversation, long id) {
        ApiRequest request =
                ApiRequest.get("dataset", "dataset", String.valueOf(id)).with("q", DatasetMapping.QUERY);
        Answer answer = conversation.send(request);
        if (!(answer instanceof Answer.Received received)) {
            return new DatasetReading.Unread(((Answer.Missing) answer).problem());
        }
        if (received.isSuccess()) {
            return DatasetMapping.of(id, received.body())
                    .<DatasetReading>map(DatasetReading.Defined::new)
                    .orElseGet(() -> new DatasetReading.Unread(
                            SupersetFailures.unexpected(conversation.environment(), request)));
        }
        boolean hidden = received.status() == 404 || received.status() == 403;
        var problem = SupersetFailures.of(conversation.environment(), request, received);
        return hidden ? new DatasetReading.Hidden(problem) : new DatasetReading.Unread(problem);
    }
}
