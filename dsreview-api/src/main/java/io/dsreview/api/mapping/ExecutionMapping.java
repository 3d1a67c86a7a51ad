package io.dsreview.api.mapping;

import io.dsreview.api.canonical.BoundedText;
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
 * @param overridden true if a person gave the value; recovering again then leaves it
 * @param version counts the changes of the content, from 1
 * @param decision what a person decided, or null
 */
public record ExecutionMapping(
        MappingId id,
        FilterId filter,
        MappingTarget target,
        FilterValue value,
        boolean overridden,
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
                new MappingId(BoundedText.of(filter.value() + "->" + target.key())),
                filter,
                target,
                value,
                false,
                1,
                null);
    }

    /**
     * Returns the hash an approval is bound to: filter, target and value.
     *
     * @return the hash of the content
     */
    public Sha256 content() {
        Map<String, @Nullable Object> fields = new TreeMap<>();
        fields.put("filter", filter.value());
        fields.put("target", target.key());
        fields.put("timeRange", value.timeRange());
        fields.put("timeGrain", value.timeGrain());
        fields.put("timeColumn", value.timeColumn());
        List<byte[]> documents = new ArrayList<>(List.of(CanonicalJson.encode(fields)));
        for (FilterCondition condition : value.conditions()) {
            documents.add(CanonicalJson.encode(List.of(condition.column().value(), condition.operator())));
            condition
                    .values()
                    .forEach(each -> documents.add(
                            CanonicalJson.encode(List.of(each.type().name(), each.text()))));
        }
        return Sha256.ofDocuments(CONTENT_TAG, documents);
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
        return new ExecutionMapping(
                id, filter, target, value, overridden, version, new Decision(approved, content(), by, at));
    }

    /**
     * Returns a copy with another value. An approval stays attached, but no longer counts.
     *
     * @param next the value
     * @param byPerson true if a person gave it, false if it was recovered
     * @return the copy, one version further; at the same version if the value is the same
     */
    public ExecutionMapping withValue(FilterValue next, boolean byPerson) {
        int nextVersion = next.equals(value) ? version : version + 1;
        return new ExecutionMapping(id, filter, target, next, byPerson, nextVersion, decision);
    }
}
