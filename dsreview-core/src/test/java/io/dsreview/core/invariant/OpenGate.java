package io.dsreview.core.invariant;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Permission;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.command.ExecutionCommand.Launch;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchIntent;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.mapping.MappingTarget;
import io.dsreview.api.mapping.MatchReason.Kind;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Invariant 1. Reads the clauses off the stored session and the true state of Superset; asks nothing of the gate itself. */
final class OpenGate implements Invariant {

    private final Set<String> intended = new HashSet<>();
    private final Set<String> sent = new HashSet<>();
    private final List<LaunchIntent> earlier = new ArrayList<>();
    private final Set<Sha256> acceptedLosses = new HashSet<>();
    private final Map<List<Object>, FilterValue> approved = new HashMap<>();

    @Override
    public Stream<String> violations(Observation seen) {
        List<String> found = new ArrayList<>();
        for (Stored each : seen.stored()) {
            if (each.touches("mappings")) {
                rememberApprovals(each.after());
                found.addAll(lossesNobodyAccepted(each));
            }
            each.after().execution().launches().stream()
                    .skip(each.before()
                            .map(session -> session.execution().launches().size())
                            .orElse(0))
                    .map(LaunchAttempt::intent)
                    .forEach(intent -> found.addAll(intended(each, intent, seen)));
        }
        for (Weather.Request request : seen.requests()) {
            if (!intended.contains(request.clientId())) {
                found.add("SQL Lab got a launch that was never stored as intended");
            }
            if (!sent.add(request.clientId())) {
                found.add("SQL Lab got one launch twice");
            }
        }
        return found.stream();
    }

    /** What each approval was given to: the value that the mapping had in the commit that brought the approval. */
    private void rememberApprovals(ReviewSession session) {
        session.mappings().stream()
                .filter(mapping -> mapping.decision() != null)
                .forEach(mapping -> approved.putIfAbsent(approval(session, mapping), mapping.value()));
    }

    /** A value that loses something on its way is approved only by who was shown that. */
    private List<String> lossesNobodyAccepted(Stored stored) {
        List<String> found = new ArrayList<>();
        if (stored.cause() instanceof DecideMappings decide) {
            acceptedLosses.addAll(decide.acceptedLosses());
        }
        for (ExecutionMapping mapping : stored.after().mappings()) {
            boolean isNew = mapping.status() == MappingStatus.APPROVED
                    && !mapping.conversion().warnings().isEmpty()
                    && stored.before().stream()
                            .flatMap(before -> before.mappings().stream())
                            .noneMatch(before ->
                                    before.id().equals(mapping.id()) && before.status() == MappingStatus.APPROVED);
            if (isNew && !acceptedLosses.contains(mapping.content())) {
                found.add("a loss was approved that nobody accepted");
            }
        }
        return found;
    }

    private static List<Object> approval(ReviewSession session, ExecutionMapping mapping) {
        return List.of(
                session.header().id(),
                mapping.id(),
                Objects.requireNonNull(mapping.decision()).at());
    }

    private boolean isEachApprovedAsItIs(ReviewSession session) {
        return reaching(session).filter(mapping -> mapping.decision() != null).allMatch(mapping -> mapping.value()
                .equals(approved.get(approval(session, mapping))));
    }

    private List<String> intended(Stored stored, LaunchIntent intent, Observation seen) {
        List<String> found = new ArrayList<>();
        boolean withSql = intent.sql() != null;
        closed(stored, intent, seen, withSql).forEach(clause -> found.add("a launch was begun although " + clause));
        if (!intent.manual()) {
            if (intent.summary() == null
                    || !(stored.cause() instanceof Launch launch)
                    || !intent.summary().equals(launch.shown())) {
                found.add("something else was launched than what was confirmed");
            }
            earlier.stream()
                    .filter(before -> isSameApproved(before, intent))
                    .forEach(before -> found.add("one approved state was launched twice"));
            earlier.add(intent);
            intended.add(intent.clientId());
        }
        return found;
    }

    /** Nothing that reaches the query was approved since, and without any approval it is the same preview. */
    private static boolean isSameApproved(LaunchIntent one, LaunchIntent other) {
        Set<Object> approvals = approvals(one);
        return one.fingerprint().equals(other.fingerprint())
                && approvals.equals(approvals(other))
                && (!approvals.isEmpty() || one.preview().equals(other.preview()));
    }

    private static Set<Object> approvals(LaunchIntent intent) {
        Set<Object> approvals = new HashSet<>();
        reaching(intent.approved().mappings(), intent.approved().values())
                .forEach(mapping -> Optional.ofNullable(mapping.decision())
                        .ifPresent(decision -> approvals.add(List.of(mapping.id(), decision.by(), decision.at()))));
        intent.approved().values().forEach(value -> Optional.ofNullable(value.approval())
                .ifPresent(approval -> approvals.add(List.of(value.variable(), approval.by(), approval.at()))));
        return approvals;
    }

    private List<String> closed(Stored stored, LaunchIntent intent, Observation seen, boolean withSql) {
        ReviewSession session = stored.after();
        Optional<CompiledPreview> preview = session.execution().preview();
        List<String> closed = new ArrayList<>();
        check(closed, session.header().status() == SessionStatus.ACTIVE, "L1: the session is not active");
        check(closed, session.recovery().phase() == Phase.RECOVERED, "L2: the context is not recovered");
        check(closed, session.recovery().unsettled().isEmpty(), "L2: recovery left something to settle");
        check(closed, session.findings().stream().noneMatch(Finding::blocks), "L3: a blocking finding is open");
        check(closed, variables(session).allMatch(each -> isSettled(session, each)), "L4: a value is not approved");
        check(closed, isEachMappingApproved(session), "L5: a mapping is not approved");
        check(closed, isEachApprovedAsItIs(session), "L5: a mapping was changed since its approval");
        check(
                closed,
                session.clarification().open().stream().noneMatch(Question::blocking),
                "L9: a blocking question is open");
        check(closed, mayLaunch(stored.cause().actor(), intent) && stored.executionOn(), "L10: it is not allowed");
        if (withSql) {
            closed.addAll(preview.map(each -> stale(stored, each, seen)).orElse(List.of("L6: there is no preview")));
        }
        return closed;
    }

    private static List<String> stale(Stored stored, CompiledPreview preview, Observation seen) {
        ReviewSession session = stored.after();
        String sql = String.valueOf(preview.sql());
        List<String> closed = new ArrayList<>();
        check(closed, preview.status() == PreviewStatus.READY, "L6: the preview is not ready");
        check(
                closed,
                preview.inputs().revision().equals(seen.stage().weather().revision()),
                "L7: the dataset was changed after the preview");
        check(
                closed,
                Optional.ofNullable(preview.validUntil()).stream().allMatch(stored.at()::isBefore),
                "L7: the preview has expired");
        check(closed, isOfThisTarget(session, preview), "L7: the target is another than the preview's");
        check(closed, hasTheseValues(session, preview), "L7: the values are others than the preview's");
        check(closed, hasTheseMappings(session, preview), "L7: the mappings are others than the preview's");
        check(closed, !sql.contains("{{") && !sql.contains("{%") && !sql.contains("{#"), "L8: a template is left");
        return closed;
    }

    private static boolean isOfThisTarget(ReviewSession session, CompiledPreview preview) {
        boolean all = session.execution().target() instanceof DatasetRows rows
                && rows.columns().isEmpty()
                && preview.inputs().target() instanceof DatasetRows named
                && named.rowLimit() == rows.rowLimit();
        return all || session.execution().target().equals(preview.inputs().target());
    }

    private static boolean hasTheseValues(ReviewSession session, CompiledPreview preview) {
        return session.values().stream()
                .filter(value -> value.origin() != VariableValue.Origin.ACCEPTED_DEFAULT)
                .filter(value -> variables(session).anyMatch(each -> each.id().equals(value.variable())))
                .allMatch(value -> preview.inputs().urlParameters().containsValue(value.value()));
    }

    private static boolean hasTheseMappings(ReviewSession session, CompiledPreview preview) {
        Set<Object> sent = new HashSet<>();
        preview.inputs().mappings().forEach(mapping -> sent.add(List.of(mapping.id(), mapping.value())));
        Set<Object> now = new HashSet<>();
        reaching(session).forEach(mapping -> now.add(List.of(mapping.id(), mapping.value())));
        return sent.equals(now);
    }

    private static boolean isEachMappingApproved(ReviewSession session) {
        return reaching(session).allMatch(mapping -> mapping.status() == MappingStatus.APPROVED);
    }

    private static Stream<ExecutionMapping> reaching(ReviewSession session) {
        return reaching(session.mappings(), session.values());
    }

    private static Stream<ExecutionMapping> reaching(List<ExecutionMapping> mappings, List<VariableValue> values) {
        return mappings.stream()
                .filter(mapping -> mapping.status() != MappingStatus.REJECTED
                        && !mapping.value().isEmpty()
                        && !isOffered(mapping))
                .filter(mapping -> !(mapping.target() instanceof MappingTarget.Variable variable)
                        || values.stream()
                                .filter(value -> value.origin() != VariableValue.Origin.ACCEPTED_DEFAULT)
                                .noneMatch(value -> value.variable().equals(variable.variable())));
    }

    /** What Superset does not do by itself and is not plain either is an offer: it reaches nothing until it is approved. */
    private static boolean isOffered(ExecutionMapping mapping) {
        Set<Kind> reasons = EnumSet.noneOf(Kind.class);
        mapping.match().reasons().forEach(reason -> reasons.add(reason.kind()));
        boolean bySuperset = reasons.isEmpty()
                || reasons.contains(Kind.COLUMN_OF_DATASET)
                || reasons.contains(Kind.READ_BY_TEMPLATE)
                || reasons.contains(Kind.TIME_OF_QUERY);
        boolean plain = reasons.contains(Kind.SAME_NAME)
                && mapping.conversion().warnings().isEmpty();
        return mapping.decision() == null && !bySuperset && !plain;
    }

    /** All variables of these contexts stand in the dataset's SQL, so that each matters. */
    private static Stream<TemplateVariable> variables(ReviewSession session) {
        return session.recovery().dataset().stream()
                .flatMap(dataset -> dataset.variables().stream())
                .filter(variable -> variable.kind() == VariableKind.URL_PARAM);
    }

    private static boolean isSettled(ReviewSession session, TemplateVariable variable) {
        Optional<VariableValue> value = session.values().stream()
                .filter(each -> each.variable().equals(variable.id()))
                .findFirst();
        return value.map(each -> each.isApproved()
                        && (each.origin() != VariableValue.Origin.ACCEPTED_DEFAULT
                                || each.value().equals(variable.defaultValue())))
                .orElseGet(() -> !variable.required()
                        || session.mappings().stream()
                                .anyMatch(mapping -> mapping.status() == MappingStatus.APPROVED
                                        && mapping.target().equals(new MappingTarget.Variable(variable.id()))));
    }

    private static boolean mayLaunch(Actor actor, LaunchIntent intent) {
        Permission needed = intent.manual() ? Permission.LAUNCH_MANUAL : Permission.LAUNCH_EXECUTE;
        return actor.roles().stream().anyMatch(role -> role.permissions().contains(needed));
    }

    private static void check(List<String> closed, boolean holds, String clause) {
        if (!holds) {
            closed.add(clause);
        }
    }
}
