package io.dsreview.superset.compile;

import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.SentLaunch;
import io.dsreview.superset.http.Answer;
import io.dsreview.superset.http.ApiRequest;
import io.dsreview.superset.http.Conversation;
import io.dsreview.superset.rison.Rison;
import io.dsreview.superset.seam.Timekeeper;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a launch by its client id, among the identity's own queries since then. (Superset does not let the list of queries
 * be filtered by client id.) While it runs it may be asked about again, less and less often, until the deadline.
 */
final class SqlLabLookup {

    /** How much earlier than the launch is looked, since Superset's clock may be another. */
    private static final Duration CLOCK_MARGIN = Duration.ofHours(1);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Conversation conversation;
    private final SqlLabLink links;
    private final Timekeeper time;

    SqlLabLookup(Conversation conversation, SqlLabLink links, Timekeeper time) {
        this.conversation = conversation;
        this.links = links;
        this.time = time;
    }

    /** Returns the launch as it is now; empty if Superset does not tell. */
    Optional<SqlLabQuery> find(SentLaunch launch) {
        long since = launch.at().minus(CLOCK_MARGIN).toEpochMilli();
        Answer answer = conversation.send(ApiRequest.get("recent queries", "query", "updated_since")
                .with("q", Rison.write(Map.of("last_updated_ms", since))));
        if (!(answer instanceof Answer.Received received)) {
            return Optional.empty();
        }
        return received.body().at("result").elements().stream()
                .filter(query -> query.at("id").text("").equals(launch.clientId()))
                .filter(query -> query.at("sql").text("").equals(launch.sql()))
                .findFirst()
                .flatMap(query -> SqlLabQuery.read(conversation.environment(), links, received, query));
    }

    /** Returns how the launch ended; running if it had not by the deadline. */
    LaunchOutcome await(SentLaunch launch, LaunchOutcome notFound) {
        Optional<SqlLabQuery> query = find(launch);
        Duration pause = FIRST_PAUSE;
        while (query.isPresent() && query.get().isUnderWay() && pause(pause)) {
            Optional<SqlLabQuery> now = find(launch);
            query = now.isPresent() ? now : query; // one question without an answer says nothing
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        }
        return query.map(SqlLabQuery::outcome).orElse(notFound);
    }

    private boolean pause(Duration pause) {
        if (conversation.deadline().left().compareTo(pause) <= 0) {
            return false;
        }
        try {
            time.pause(pause);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
