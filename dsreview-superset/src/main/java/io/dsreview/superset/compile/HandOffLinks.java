package io.dsreview.superset.compile;

import io.dsreview.api.access.Actor;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.HandOffLink;
import io.dsreview.superset.capability.Capability;
import io.dsreview.superset.capability.CapabilityCache;
import io.dsreview.superset.http.Answer;
import io.dsreview.superset.http.ApiRequest;
import io.dsreview.superset.http.Conversation;
import io.dsreview.superset.http.SupersetClient;
import io.dsreview.superset.http.SupersetClient.Opening;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes links for a person who launches by hand: a permalink into SQL Lab where this Superset has them (5.0 and later) and
 * the identity may make one, else an address with the SQL in it, else, where that is too long, one without.
 */
final class HandOffLinks {

    /** Longest address: what a web server in front of Superset accepts by default (8 KB), with its other parts. */
    private static final int MOST_CHARACTERS = 8_000;

    private final SupersetClient client;
    private final CapabilityCache capabilities;
    private final SqlLabLink links;

    HandOffLinks(SupersetClient client, CapabilityCache capabilities, SqlLabLink links) {
        this.client = client;
        this.capabilities = capabilities;
        this.links = links;
    }

    HandOffLink make(EffectiveInputs inputs, String sql, Actor actor) {
        return permalink(inputs, sql, actor)
                .map(link -> new HandOffLink(link, true))
                .orElseGet(() -> withoutPermalink(inputs, sql));
    }

    private HandOffLink withoutPermalink(EffectiveInputs inputs, String sql) {
        String link = links.toSql(inputs.environment(), inputs.dataset(), sql);
        return link.length() <= MOST_CHARACTERS
                ? new HandOffLink(link, true)
                : new HandOffLink(links.toDatabase(inputs.environment(), inputs.dataset()), false);
    }

    private Optional<String> permalink(EffectiveInputs inputs, String sql, Actor actor) {
        if (!(client.open(inputs.environment(), actor) instanceof Opening.Open open)) {
            return Optional.empty();
        }
        Conversation conversation = open.conversation();
        if (!capabilities.of(conversation).mayHave(Capability.SQLLAB_PERMALINK)) {
            return Optional.empty();
        }
        Answer answer = conversation.send(ApiRequest.post("SQL Lab permalink", body(inputs, sql), "sqllab", "permalink")
                .withCsrf());
        if (!(answer instanceof Answer.Received received) || !received.isSuccess()) {
            return Optional.empty();
        }
        String key = received.body().at("key").text("");
        return ApiRequest.isSegment(key) ? Optional.of(links.toPermalink(inputs.environment(), key)) : Optional.empty();
    }

    private static Map<String, Object> body(EffectiveInputs inputs, String sql) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("dbId", inputs.dataset().databaseId());
        body.put("name", SqlLabLink.TAB);
        String schema = inputs.dataset().schema();
        if (schema != null) {
            body.put("schema", schema);
        }
        body.put("sql", sql);
        return body;
    }
}
