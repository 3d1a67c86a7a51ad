package io.dsreview.core.gate;

import io.dsreview.api.canonical.BoundedText;
import io.dsreview.api.canonical.CanonicalJson;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.LaunchIntent;
import io.dsreview.api.execution.LaunchSummary;
import io.dsreview.api.execution.LaunchSummary.Approval;
import io.dsreview.api.execution.LaunchSummary.Value;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.mapping.VariableState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a launch would run: the same when a person is shown it, and when the launch is decided. Pure. */
public final class LaunchSummaries {

    private static final String VALUE_TAG = "dsreview-value-v1";

    private LaunchSummaries() {}

    /**
     * Summarises what would be launched.
     *
     * @param facts the session, its preview and its present inputs
     * @param by who would launch
     * @return the summary, or empty unless the current preview is ready and was made for the present inputs
     */
    public static Optional<LaunchSummary> of(LaunchFacts facts, UserId by) {
        return facts.preview()
                .filter(preview ->
                        facts.current().filter(preview.fingerprint()::equals).isPresent())
                .map(preview -> summary(facts.session(), by, preview));
    }

    private static LaunchSummary summary(ReviewSession session, UserId by, CompiledPreview preview) {
        EffectiveInputs inputs = preview.inputs();
        return new LaunchSummary(
                session.header().id(),
                by,
                inputs.environment(),
                inputs.dataset(),
                inputs.revision(),
                inputs.target(),
                values(session),
                preview.id(),
                preview.fingerprint(),
                LaunchIntent.hashOf(Objects.requireNonNull(preview.sql())),
                Objects.requireNonNull(preview.channel()),
                preview.diagnostics(),
                Objects.requireNonNull(preview.terms()));
    }

    private static List<Value> values(ReviewSession session) {
        Map<FilterId, ImportedFilter> filters = filters(session);
        List<Value> values = new ArrayList<>();
        session.approved()
                .reaching()
                .forEach(mapping -> values.add(of(mapping, Optional.ofNullable(filters.get(mapping.filter())))));
        VariableState.mattering(session)
                .flatMap(state -> state.value().stream())
                .forEach(value -> values.add(of(value)));
        return values;
    }

    private static Value of(ExecutionMapping mapping, Optional<ImportedFilter> filter) {
        ExecutionMapping.Decision decision = mapping.status() == MappingStatus.APPROVED ? mapping.decision() : null;
        return new Value(
                mapping.target().key(),
                filter.map(ImportedFilter::name).orElse(mapping.filter().value()),
                BoundedText.of(words(mapping.value())),
                mapping.overridden()
                        ? VariableValue.Origin.MANUAL.name()
                        : filter.map(each -> each.origin().name()).orElse(VariableValue.Origin.SAVED.name()),
                mapping.content(),
                decision == null ? null : new Approval(decision.by(), decision.at()));
    }

    private static Value of(VariableValue value) {
        VariableValue.Approval approval = value.approval();
        return new Value(
                value.variable().value(),
                null,
                BoundedText.of(value.value()),
                value.origin().name(),
                Sha256.of(
                        VALUE_TAG, CanonicalJson.encode(List.of(value.variable().value(), value.value()))),
                approval == null ? null : new Approval(approval.by(), approval.at()));
    }

    private static Map<FilterId, ImportedFilter> filters(ReviewSession session) {
        return Optional.ofNullable(session.recovery().context()).stream()
                .flatMap(context -> context.filters().stream())
                .collect(Collectors.toMap(ImportedFilter::id, filter -> filter, (first, second) -> first));
    }

    private static String words(FilterValue value) {
        Stream<String> conditions = value.conditions().stream().map(LaunchSummaries::words);
        Stream<String> times = Stream.of(
                        Optional.ofNullable(value.timeRange()),
                        Optional.ofNullable(value.timeGrain()),
                        Optional.ofNullable(value.timeColumn()))
                .flatMap(Optional::stream);
        return Stream.concat(conditions, times).collect(Collectors.joining("; "));
    }

    private static String words(FilterCondition condition) {
        String operator = condition.column() + " " + condition.operator();
        return condition.values().isEmpty()
                ? operator
                : condition.values().stream()
                        .map(LaunchSummaries::words)
                        .collect(Collectors.joining(", ", operator + " ", ""));
    }

    private static String words(FilterScalar scalar) {
        return switch (scalar.type()) {
            case TEXT -> "'" + scalar.text() + "'";
            case NUMBER, BOOLEAN -> scalar.text();
            case NULL -> "null";
        };
    }
}
