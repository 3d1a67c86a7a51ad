package io.dsreview.superset.dataset;

import io.dsreview.superset.http.Answer;
import io.dsreview.superset.http.ApiRequest;
import io.dsreview.superset.http.Conversation;
import io.dsreview.superset.http.SupersetFailures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        return read(conversation, id, conversation.send(request(id)));
    }

    /**
     * Returns the requests for several datasets, for who sends others with them.
     *
     * @param ids Superset's ids of the datasets
     * @return a request for each, in their order
     */
    public static List<ApiRequest> requests(List<Long> ids) {
        return ids.stream().map(DatasetReader::request).toList();
    }

    /**
     * Reads the answers to {@link #requests}.
     *
     * @param conversation with the Superset
     * @param ids Superset's ids of the datasets
     * @param answers the answer for each, in their order
     * @return what defines each, or why that is not known; in their order
     */
    public static Map<Long, DatasetReading> readings(Conversation conversation, List<Long> ids, List<Answer> answers) {
        Map<Long, DatasetReading> readings = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            readings.put(ids.get(i), read(conversation, ids.get(i), answers.get(i)));
        }
        return readings;
    }

    private static ApiRequest request(long id) {
        return ApiRequest.get("dataset", "dataset", String.valueOf(id)).with("q", DatasetMapping.QUERY);
    }

    private static DatasetReading read(Conversation conversation, long id, Answer answer) {
        ApiRequest request = request(id);
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
