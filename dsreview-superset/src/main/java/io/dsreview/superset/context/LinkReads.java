package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;
import io.dsreview.api.superset.RecoveryProgress.Stage;
import io.dsreview.superset.capability.CapabilityCache;
import io.dsreview.superset.capability.SupersetCapabilities;
import io.dsreview.superset.dataset.DatasetReader;
import io.dsreview.superset.dataset.DatasetReading;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.Answer;
import io.dsreview.superset.http.ApiRequest;
import io.dsreview.superset.http.Conversation;
import io.dsreview.superset.http.Json;
import io.dsreview.superset.http.SupersetFailures;
import io.dsreview.superset.template.DatasetTemplates;
import io.dsreview.superset.template.NestedDataset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The reading for one link. What a recovery cannot do without ends it; what may be gone is empty. For one thread. */
final class LinkReads {

    private static final int DEEPEST_NESTING = 5;
    private static final int MOST_NESTED = 50;
    private static final Set<Integer> GONE_OR_HIDDEN = Set.of(403, 404);

    private final Conversation conversation;
    private final CapabilityCache capabilities;
    private final ReadingCount count;
    private volatile @Nullable SupersetCapabilities server;

    LinkReads(Conversation conversation, CapabilityCache capabilities, ReadingCount count) {
        this.conversation = conversation;
        this.capabilities = capabilities;
        this.count = count;
    }

    Conversation conversation() {
        return conversation;
    }

    /** Returns what the server can do; asked when first wanted. */
    SupersetCapabilities server() {
        SupersetCapabilities known = server;
        if (known == null) {
            known = capabilities.of(conversation);
            server = known;
        }
        return known;
    }

    /** Sends the first requests, and finds out at the same time what the server can do: nothing of it needs the other. */
    List<Answer> first(ApiRequest... requests) throws NotRecoverable {
        begin(Stage.LINK, requests.length);
        return conversation.sendAll(List.of(requests), this::server, count::answered);
    }

    /** Sends one more request for what the link itself names. */
    Answer send(ApiRequest request) throws NotRecoverable {
        begin(Stage.LINK, 1);
        Answer answer = conversation.send(request);
        count.answered();
        return answer;
    }

    /** Sends requests that do not depend on each other. */
    List<Answer> sendAll(Stage stage, List<ApiRequest> requests) throws NotRecoverable {
        begin(stage, requests.size());
        return conversation.sendAll(requests, null, count::answered);
    }

    private void begin(Stage stage, int requests) throws NotRecoverable {
        if (!count.begin(stage, requests)) {
            throw new NotRecoverable(Problem.of(
                    SupersetErrorCode.SUPERSET_INTERRUPTED,
                    "environment",
                    conversation.environment().value(),
                    "request",
                    "recovery"));
        }
    }

    /** Returns the answer to what must be there. */
    Json must(ApiRequest request) throws NotRecoverable {
        return must(request, send(request));
    }

    Json must(ApiRequest request, Answer answer) throws NotRecoverable {
        Answer.Received received = received(answer);
        if (!received.isSuccess()) {
            throw new NotRecoverable(SupersetFailures.of(conversation.environment(), request, received));
        }
        return received.body();
    }

    /** Returns the answer to what may be gone, or hidden, which Superset does not tell apart. */
    Optional<Json> may(ApiRequest request, Answer answer) throws NotRecoverable {
        return GONE_OR_HIDDEN.contains(received(answer).status())
                ? Optional.empty()
                : Optional.of(must(request, answer));
    }

    /**
     * Returns what a permalink holds. A key of another installation cannot be decoded, which all known versions answer
     * by a "Fatal error".
     */
    Optional<Json> permalink(ApiRequest request, Answer answer) throws NotRecoverable {
        Answer.Received received = received(answer);
        boolean undecodable = received.status() == 500 && received.words().contain("fatal error");
        return received.status() == 404 || undecodable ? Optional.empty() : Optional.of(must(request, answer));
    }

    /** Returns the datasets; those that are gone or hidden are told as such. */
    Map<Long, DatasetReading> datasets(Collection<Long> ids) throws NotRecoverable {
        return datasets(Stage.DATASETS, List.copyOf(ids));
    }

    private Map<Long, DatasetReading> datasets(Stage stage, List<Long> ids) throws NotRecoverable {
        return readable(DatasetReader.readings(conversation, ids, sendAll(stage, DatasetReader.requests(ids))));
    }

    /** Returns the readings, unless one failed; what is gone or hidden is told as such. */
    static Map<Long, DatasetReading> readable(Map<Long, DatasetReading> readings) throws NotRecoverable {
        for (DatasetReading reading : readings.values()) {
            if (reading instanceof DatasetReading.Unread unread) {
                throw new NotRecoverable(unread.problem());
            }
        }
        return readings;
    }

    /** Returns the datasets that the templates of others put in, and those that theirs do. */
    Map<Long, DatasetReading> nested(Map<Long, DatasetReading> outer) throws NotRecoverable {
        Map<Long, DatasetReading> nested = new LinkedHashMap<>();
        Map<Long, DatasetReading> latest = outer;
        for (int level = 0; level < DEEPEST_NESTING && nested.size() < MOST_NESTED; level++) {
            Set<Long> wanted = new TreeSet<>();
            latest.values().forEach(reading -> wanted.addAll(nestedIn(reading)));
            wanted.removeAll(outer.keySet());
            wanted.removeAll(nested.keySet());
            if (wanted.isEmpty()) {
                break;
            }
            latest = datasets(
                    Stage.NESTED_DATASETS, wanted.stream().limit(MOST_NESTED).toList());
            nested.putAll(latest);
        }
        return nested;
    }

    private static Set<Long> nestedIn(DatasetReading reading) {
        return reading instanceof DatasetReading.Defined defined
                ? DatasetTemplates.nested(defined.definition()).stream()
                        .map(NestedDataset::id)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    NotRecoverable unexpected(ApiRequest request) {
        return new NotRecoverable(SupersetFailures.unexpected(conversation.environment(), request));
    }

    /** Checks what a path is made of once more, whoever made the link. */
    static String segment(String text, String parameter) throws NotRecoverable {
        if (!ApiRequest.isSegment(text)) {
            throw new NotRecoverable(Problem.of(SupersetErrorCode.LINK_KEY_ILLEGAL, "parameter", parameter));
        }
        return text;
    }

    /** Superset keeps documents as JSON text within JSON; what is no object is absent. */
    static Json embedded(Json text) {
        Json document = Json.parse(text.text(""));
        return document.isObject() ? document : Json.ABSENT;
    }

    private static Answer.Received received(Answer answer) throws NotRecoverable {
        if (answer instanceof Answer.Received received) {
            return received;
        }
        throw new NotRecoverable(((Answer.Missing) answer).problem());
    }
}
