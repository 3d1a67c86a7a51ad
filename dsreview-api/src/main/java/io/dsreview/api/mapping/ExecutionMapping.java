package io.dsreview.api.mapping;

import io.dsreview.api.canonical.BoundedText;
import io.dsreview.api.canonical.CanonicalJson;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One filter's way into the query: which filter, where its value goes, why, which value that is, and what becomes of it. An
 * approval is bound to that content by its hash, so that any change withdraws it.
 *
 * @param id derived from filter and target
 * @param filter the filter
 * @param target where the value goes
 * @param value the value that goes there, as it was recovered or given
 * @param match why filter and target belong together
 * @param conversion what becomes of the value on its way
 * @param overridden true if a person gave the value; recovering again then leaves it
 * @param version counts the changes of the content, from 1
 * @param decision what a person decided, or null
 */
public record ExecutionMapping(
        MappingId id,
        FilterId filter,
        MappingTarget target,
        FilterValue value,
        Match match,
        Conversion conversion,
        boolean overridden,
        int version,
        @Nullable Decision decision) {

    private static final String CONTENT_TAG = "dsreview-mapping-v1";

    /** Of most values, which are those of conditions alone. */
    private static final byte[] NO_TIMES = times(null, null, null);

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
     * Makes a mapping that no rule found and nobody has decided on, whose value arrives as it is.
     *
     * @param filter the filter
     * @param target where the value goes
     * @param value the value
     * @return the mapping, at version 1
     */
    public static ExecutionMapping suggested(FilterId filter, MappingTarget target, FilterValue value) {
        return suggested(filter, target, value, Match.NONE, Conversion.none(value));
    }

    /**
     * Makes a mapping that nobody has decided on.
     *
     * @param filter the filter
     * @param target where the value goes
     * @param value the value
     * @param match why they belong together
     * @param conversion what becomes of the value
     * @return the mapping, at version 1
     */
    public static ExecutionMapping suggested(
            FilterId filter, MappingTarget target, FilterValue value, Match match, Conversion conversion) {
        return new ExecutionMapping(idOf(filter, target), filter, target, value, match, conversion, false, 1, null);
    }

    /**
     * Returns the id that a mapping between a filter and a target has.
     *
     * @param filter the filter
     * @param target where its value goes
     * @return the id
     */
    public static MappingId idOf(FilterId filter, MappingTarget target) {
        return new MappingId(BoundedText.of(filter.value() + "->" + target.key()));
    }

    /**
     * Returns the hash an approval is bound to: the version, the definitions of filter and target, the value, what arrives of it, and
     * what is lost. Through the version a change withdraws an approval for good, also if it is changed back.
     *
     * @return the hash of the content
     */
    public Sha256 content() {
        List<byte[]> documents = new ArrayList<>();
        documents.add(CanonicalJson.encode(
                List.of(filter.value(), target.key(), match.definition().hex(), version)));
        add(documents, value);
        if (!conversion.arriving().equals(value)) {
            add(documents, conversion.arriving());
        }
        conversion
                .warnings()
                .forEach(warning -> documents.add(
                        CanonicalJson.encode(Map.of("code", warning.code(), "arguments", warning.arguments()))));
        return Sha256.ofDocuments(CONTENT_TAG, documents);
    }

    private static byte[] times(@Nullable String range, @Nullable String grain, @Nullable String column) {
        Map<String, @Nullable Object> times = new HashMap<>();
        times.put("timeRange", range);
        times.put("timeGrain", grain);
        times.put("timeColumn", column);
        return CanonicalJson.encode(times);
    }

    private static void add(List<byte[]> documents, FilterValue value) {
        documents.add(
                value.timeRange() == null && value.timeGrain() == null && value.timeColumn() == null
                        ? NO_TIMES
                        : times(value.timeRange(), value.timeGrain(), value.timeColumn()));
        for (FilterCondition condition : value.conditions()) {
            documents.add(CanonicalJson.encode(List.of(condition.column().value(), condition.operator())));
            condition
                    .values()
                    .forEach(each -> documents.add(
                            CanonicalJson.encode(List.of(each.type().name(), each.text()))));
        }
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
     * Tells whether the mapping is only offered: Superset does not apply the filter there by itself, and either the names are merely
     * similar or something of the value would be lost. It does nothing until a person approves it.
     *
     * @return true while nobody has decided on such a mapping
     */
    public boolean isOffered() {
        return decision == null && !match.isBySuperset() && (!match.isByName() || conversion.isLossy());
    }

    /**
     * Tells whether the value reaches the compiled SQL.
     *
     * @return true unless the mapping is rejected or only offered, or its value does nothing
     */
    public boolean isEffective() {
        boolean rejected = decision != null && !decision.approved();
        return !rejected && !value.isEmpty() && !isOffered();
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
        return with(value, match, conversion, overridden, version, new Decision(approved, content(), by, at));
    }

    /**
     * Returns a copy with another value. An approval stays attached, but no longer counts.
     *
     * @param next the value
     * @param byPerson true if a person gave it, false if it was recovered
     * @return the copy, one version further; at the same version if the value is the same
     */
    public ExecutionMapping withValue(FilterValue next, boolean byPerson) {
        return next.equals(value)
                ? with(value, match, conversion, byPerson, version, decision)
                : with(next, match, Conversion.none(next), byPerson, version + 1, decision);
    }

    /**
     * Returns a copy with what was found out about it now. An approval stays attached, and no longer counts if the content
     * changed.
     *
     * @param found why filter and target belong together
     * @param converted what becomes of the present value
     * @return the copy, one version further if filter or target are defined otherwise; this mapping itself if nothing changed
     */
    public ExecutionMapping found(Match found, Conversion converted) {
        if (found.equals(match) && converted.equals(conversion)) {
            return this;
        }
        boolean same = match.reasons().isEmpty() || found.definition().equals(match.definition());
        return with(value, found, converted, overridden, same ? version : version + 1, decision);
    }

    private ExecutionMapping with(
            FilterValue nextValue,
            Match nextMatch,
            Conversion nextConversion,
            boolean nextOverridden,
            int nextVersion,
            @Nullable Decision nextDecision) {
        return new ExecutionMapping(
                id, filter, target, nextValue, nextMatch, nextConversion, nextOverridden, nextVersion, nextDecision);
    }
}
