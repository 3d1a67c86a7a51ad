package io.dsreview.api.mapping;

import io.dsreview.api.canonical.CanonicalJson;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One filter's way into the query: which filter, where its value goes, and which value that is. An approval is bound to
 * that content by its hash, so that any change withdraws it.
 *
 * @param id derived from filter and target
 * @param filter the filter
 * @param target where the value goes
 * @param value the value that goes there
 * @param version counts the changes of the content, from 1
 * @param decision what a person decided, or null
 */
public record ExecutionMapping(
        MappingId id,
        FilterId filter,
        MappingTarget target,
        FilterValue value,
        int version,
        @Nullable Decision decision) {

    private static final String CONTENT_TAG = "dsreview-mapping-v1";

    /**
     * What a person decided about one content of a mapping.
     *
     * @param approved true for an approval, false for a rejection
     * @param content hash of the content that was decided on
     * @param by who decided
     * @param at when
     */
    public record Decision(boolean approved, Sha256 content, UserId by, Instant at) {}

    /**
     * Makes a mapping that nobody has decided on.
     *
     * @param filter the filter
     * @param target where the value goes
     * @param value the value
     * @return the mapping, at version 1
     */
    public static ExecutionMapping suggested(FilterId filter, MappingTarget target, FilterValue value) {
        return new ExecutionMapping(
                new MappingId(filter.value() + "->" + target.key()), filter, target, value, 1, null);
    }

    /**
     * Returns the hash an approval is bound to: filter, target and value.
     *
     * @return the hash of the content
     */
    public Sha256 content() {
        List<Object> conditions = new ArrayList<>();
        for (FilterCondition condition : value.conditions()) {
            List<Object> values = new ArrayList<>();
            condition.values().forEach(each -> values.add(List.of(each.type().name(), each.text())));
            conditions.add(List.of(condition.column().value(), condition.operator(), values));
        }
        Map<String, @Nullable Object> fields = new TreeMap<>();
        fields.put("filter", filter.value());
        fields.put("target", target.key());
        fields.put("conditions", conditions);
        fields.put("timeRange", value.timeRange());
        fields.put("timeGrain", value.timeGrain());
        fields.put("timeColumn", value.timeColumn());
        return Sha256.of(CONTENT_TAG, CanonicalJson.encode(fields));
    }

    /**
     * Returns where the mapping stands.
     *
     * @return the status, derived from decision and content
     */
    public MappingStatus status() {
        if (decision == null) {
            return MappingStatus.SUGGESTED;
        }
        if (!decision.approved()) {
            return MappingStatus.REJECTED;
        }
        return decision.content().equals(content()) ? MappingStatus.APPROVED : MappingStatus.WITHDRAWN;
    }

    /**
     * Tells whether the value reaches the compiled SQL.
     *
     * @return true unless the mapping is rejected or its value does nothing
     */
    public boolean isEffective() {
        return status() != MappingStatus.REJECTED && !value.isEmpty();
    }

    /**
     * Returns a copy with a decision on the present content.
     *
     * @param approved true to approve, false to reject
     * @param by who decides
     * @param at when
     * @return the copy
     */
    public ExecutionMapping decided(boolean approved, UserId by, Instant at) {
        return new ExecutionMapping(id, filter, target, value, version, new Decision(approved, content(), by, at));
    }

    /**
     * Returns a copy with another value. An approval stays attached, but no longer counts.
     *
     * @param next the value
     * @return the copy, one version further; this mapping itself if the value is the same
     */
    public ExecutionMapping withValue(FilterValue next) {
        return next.equals(value) ? this : new ExecutionMapping(id, filter, target, next, version + 1, decision);
    }
}
