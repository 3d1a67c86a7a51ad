package io.dsreview.core.finding;

import static io.dsreview.api.finding.Severity.BLOCKING;
import static io.dsreview.api.finding.Severity.INFO;
import static io.dsreview.api.finding.Severity.WARNING;

import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FindingId;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.RecoveryItem.Kind;
import io.dsreview.api.superset.RecoveryItem.State;
import io.dsreview.core.finding.FindingRule.Doubt;
import io.dsreview.core.mapping.VariableState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All rules that make findings. Their order is the order in which new findings are listed. */
public final class FindingRules {

    private static final List<FindingRule> RULES = List.of(
            FindingRules::unsupportedLink,
            FindingRules::failedRecovery,
            FindingRules::noDataset,
            FindingRules::datasetGone,
            FindingRules::variableFedTwice,
            FindingRules::columnsGone,
            FindingRules::unresolvedTemplate,
            FindingRules::incompleteRecovery,
            FindingRules::changedDataset,
            FindingRules::conflicts,
            FindingRules::rejectedSource,
            FindingRules::failedPreview,
            FindingRules::leftOutOfThePreview,
            FindingRules::filtersOutOfReach,
            FindingRules::unknownFields);

    private FindingRules() {}

    /**
     * Looks at a session and brings its findings up to date: what still holds stays as old as it is, what no longer
     * holds is resolved.
     *
     * @param session the session
     * @param now the time of new and of resolved findings
     * @return all findings, oldest first
     */
    public static List<Finding> evaluate(ReviewSession session, Instant now) {
        Map<FindingId, Finding> present = new LinkedHashMap<>();
        RULES.stream()
                .flatMap(rule -> rule.look(session))
                .map(doubt -> Finding.open(doubt.severity(), doubt.problem(), now))
                .forEach(finding -> present.putIfAbsent(finding.id(), finding));
        List<Finding> result = new ArrayList<>();
        for (Finding known : session.findings()) {
            Finding again = present.remove(known.id());
            if (again == null) {
                result.add(known.status() == FindingStatus.OPEN ? known.resolved(now) : known);
            } else {
                Instant since = known.status() == FindingStatus.OPEN ? known.foundAt() : now;
                result.add(Finding.open(again.severity(), again.problem(), since));
            }
        }
        result.addAll(present.values());
        return result;
    }

    private static Stream<Doubt> unsupportedLink(ReviewSession session) {
        return Optional.ofNullable(session.intake().unsupported()).stream()
                .map(why -> new Doubt(BLOCKING, why.about("link")));
    }

    private static Stream<Doubt> failedRecovery(ReviewSession session) {
        return Optional.ofNullable(session.recovery().failure()).stream()
                .map(why -> new Doubt(BLOCKING, why.about("recovery")));
    }

    private static Stream<Doubt> noDataset(ReviewSession session) {
        var context = session.recovery().context();
        return context != null
                        && session.recovery().phase() == Phase.RECOVERED
                        && context.datasets().isEmpty()
                ? Stream.of(new Doubt(BLOCKING, Problem.of(ReviewProblem.DATASET_NOT_RESOLVABLE)))
                : Stream.empty();
    }

    private static Stream<Doubt> datasetGone(ReviewSession session) {
        boolean gone = session.recovery().phase() == Phase.RECOVERED
                && session.recovery().datasetId() != null
                && session.recovery().dataset().isEmpty();
        return gone ? Stream.of(new Doubt(BLOCKING, Problem.of(ReviewProblem.DATASET_GONE))) : Stream.empty();
    }

    private static Stream<Doubt> variableFedTwice(ReviewSession session) {
        return VariableState.mattering(session)
                .filter(VariableState::isFedTwice)
                .map(state -> new Doubt(
                        BLOCKING,
                        Problem.of(
                                        ReviewProblem.VARIABLE_FED_TWICE,
                                        "count",
                                        Integer.toString(state.mappings().size()))
                                .about(state.variable().id().value())));
    }

    private static Stream<Doubt> columnsGone(ReviewSession session) {
        if (!(session.execution().target() instanceof DatasetRows rows)) {
            return Stream.empty();
        }
        return session.recovery().dataset().stream()
                .map(dataset -> {
                    Set<FieldId> gone = new HashSet<>(rows.columns());
                    dataset.columns().forEach(column -> gone.remove(column.id()));
                    return gone.size();
                })
                .filter(count -> count > 0)
                .map(count -> new Doubt(
                        BLOCKING, Problem.of(ReviewProblem.COLUMN_UNKNOWN, "count", Integer.toString(count))));
    }

    private static Stream<Doubt> unresolvedTemplate(ReviewSession session) {
        return items(session).filter(item -> item.kind() == Kind.TEMPLATE).map(item -> new Doubt(BLOCKING, why(item)));
    }

    private static Stream<Doubt> incompleteRecovery(ReviewSession session) {
        return items(session)
                .filter(item -> item.kind() != Kind.TEMPLATE)
                .filter(item -> session.recovery().decisionOn(item.id()).isEmpty())
                .map(item -> new Doubt(WARNING, why(item)));
    }

    private static Stream<RecoveryItem> items(ReviewSession session) {
        return session.recovery().relevantItems().stream()
                .filter(item -> item.state() != State.RECOVERED && item.why() != null);
    }

    private static Problem why(RecoveryItem item) {
        return Objects.requireNonNull(item.why()).about(item.id().value());
    }

    private static Stream<Doubt> changedDataset(ReviewSession session) {
        var read = session.execution().revision();
        return session
                .recovery()
                .dataset()
                .filter(dataset -> read != null
                        && !read.revision().equals(dataset.revision().revision()))
                .map(dataset -> new Doubt(BLOCKING, Problem.of(ReviewProblem.DATASET_CHANGED)))
                .stream();
    }

    private static Stream<Doubt> conflicts(ReviewSession session) {
        return session.semantics().fields().stream()
                .filter(SemanticField::isConflicted)
                .map(field -> new Doubt(
                        WARNING,
                        Problem.of(
                                        ReviewProblem.SEMANTIC_CONFLICT,
                                        "count",
                                        Integer.toString(field.best().size()))
                                .about(field.id().value())));
    }

    private static Stream<Doubt> rejectedSource(ReviewSession session) {
        return Optional.ofNullable(session.semantics().rejectedSource()).stream()
                .map(why -> new Doubt(WARNING, why));
    }

    private static Stream<Doubt> failedPreview(ReviewSession session) {
        return session
                .execution()
                .preview()
                .filter(preview ->
                        preview.status() == PreviewStatus.FAILED || preview.status() == PreviewStatus.NOT_CARRIED)
                .map(preview -> new Doubt(
                        WARNING,
                        Problem.of(
                                ReviewProblem.PREVIEW_FAILED,
                                "count",
                                Integer.toString(preview.diagnostics().size()))))
                .stream();
    }

    /** In the words of whoever compiled: which input has no effect, and why. */
    private static Stream<Doubt> leftOutOfThePreview(ReviewSession session) {
        return session.execution().preview().stream()
                .filter(preview -> preview.status() == PreviewStatus.READY)
                .flatMap(preview -> preview.diagnostics().stream())
                .map(problem -> new Doubt(WARNING, problem));
    }

    private static Stream<Doubt> filtersOutOfReach(ReviewSession session) {
        var context = session.recovery().context();
        if (context == null || session.recovery().datasetId() == null) {
            return Stream.empty();
        }
        return context.filters().stream()
                .filter(filter -> !filter.value().isEmpty() && !isMapped(session, filter))
                .map(filter -> new Doubt(
                        INFO,
                        Problem.of(ReviewProblem.FILTER_NOT_APPLICABLE)
                                .about(filter.id().value())));
    }

    private static boolean isMapped(ReviewSession session, ImportedFilter filter) {
        return session.mappings().stream().anyMatch(mapping -> mapping.filter().equals(filter.id()));
    }

    private static Stream<Doubt> unknownFields(ReviewSession session) {
        long unknown = session.semantics().fields().stream()
                .filter(field -> field.decision().meaning().isEmpty())
                .count();
        return unknown == 0
                ? Stream.empty()
                : Stream.of(new Doubt(
                        INFO, Problem.of(ReviewProblem.FIELDS_WITHOUT_MEANING, "count", Long.toString(unknown))));
    }
}
