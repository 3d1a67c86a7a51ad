package io.dsreview.core.decision;

import io.dsreview.api.command.ExecutionCommand;
import io.dsreview.api.command.ExecutionCommand.ChooseTarget;
import io.dsreview.api.command.ExecutionCommand.ConfirmManualLaunch;
import io.dsreview.api.command.ExecutionCommand.StopLaunch;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.ExecutionTarget.ChartQuery;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.execution.LaunchTerms;
import io.dsreview.api.execution.PreviewClause;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.id.PreviewId;
import io.dsreview.api.session.Execution;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.superset.RecoveredColumn;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredDataset;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.gate.PreviewGate;
import io.dsreview.core.gate.UnderWay;
import io.dsreview.core.mapping.CurrentInputs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides about what will run, and about its preview. */
final class Previews {

    /**
     * How long a preview with a relative time range, such as "Last week", is taken to say what would run. Superset fixes
     * the range when it compiles, so the same inputs mean something else later.
     */
    static final Duration RELATIVE_RANGE_LASTS = Duration.ofHours(1);

    private Previews() {}

    static Decision of(ReviewSession session, ExecutionCommand command, Facts facts) {
        if (command instanceof ChooseTarget it) {
            return chooseTarget(session, it, facts);
        }
        if (command instanceof ConfirmManualLaunch it) {
            return Launches.confirm(session, it, facts);
        }
        return command instanceof StopLaunch ? LaunchEnds.stop(session) : request(session, facts);
    }

    static Decision chooseTarget(ReviewSession session, ChooseTarget command, Facts facts) {
        Optional<RecoveredDataset> dataset = session.recovery().dataset();
        if (dataset.isEmpty()) {
            return Decision.refuse(ReviewProblem.DATASET_NOT_CHOSEN);
        }
        return command.target() instanceof DatasetRows rows
                ? chooseRows(session, dataset.get(), rows, facts)
                : chooseChart(session, dataset.get(), (ChartQuery) command.target(), facts);
    }

    private static Decision chooseRows(ReviewSession session, RecoveredDataset dataset, DatasetRows rows, Facts facts) {
        var unknown = new HashSet<>(rows.columns());
        int wrong = rows.columns().size() - unknown.size();
        dataset.columns().stream().map(RecoveredColumn::id).forEach(unknown::remove);
        wrong += unknown.size();
        if (wrong > 0) {
            return Decision.refuse(ReviewProblem.COLUMN_UNKNOWN, "count", Integer.toString(wrong));
        }
        return chosen(
                session,
                rows,
                facts,
                Note.of(
                        SessionEvent.Type.TARGET_CHOSEN,
                        "columns",
                        Integer.toString(rows.columns().size()),
                        "rowLimit",
                        Integer.toString(rows.rowLimit())));
    }

    private static Decision chooseChart(
            ReviewSession session, RecoveredDataset dataset, ChartQuery query, Facts facts) {
        RecoveredContext context = session.recovery().context();
        boolean draws = context != null
                && context.charts().stream()
                        .anyMatch(chart -> chart.id() == query.chart()
                                && chart.datasetId() == dataset.reference().id());
        return draws
                ? chosen(
                        session,
                        query,
                        facts,
                        Note.of(SessionEvent.Type.TARGET_CHOSEN, "chart", Long.toString(query.chart())))
                : Decision.refuse(ReviewProblem.CHART_UNKNOWN, "chart", Long.toString(query.chart()));
    }

    private static Decision chosen(ReviewSession session, ExecutionTarget target, Facts facts, Note note) {
        Execution known = session.execution();
        ReviewSession next =
                session.withExecution(new Execution(target, known.revision(), known.previews(), known.launches()));
        return Decision.change(Reevaluation.since(session, next, facts.now()), note);
    }

    static Decision request(ReviewSession session, Facts facts) {
        if (PreviewGate.failing(PreviewClause.P2, session, true).isPresent()) {
            return Decision.refuse(ReviewProblem.DATASET_NOT_CHOSEN);
        }
        Optional<List<String>> missing = PreviewGate.failing(PreviewClause.P3, session, true);
        if (missing.isPresent()) {
            return new Decision.Refuse(
                    missing.get().stream()
                            .map(variable -> Problem.of(ReviewProblem.VARIABLE_WITHOUT_VALUE)
                                    .about(variable))
                            .toList(),
                    List.of());
        }
        ReviewSession read = Revisions.apply(session, facts);
        EffectiveInputs inputs = CurrentInputs.of(read).orElseThrow();
        CompiledPreview pending =
                CompiledPreview.pending(new PreviewId(facts.freshId()), inputs, facts.user(), facts.now());
        Note note = Note.of(
                        SessionEvent.Type.PREVIEW_REQUESTED,
                        "preview",
                        pending.id().value())
                .with("fingerprint", pending.fingerprint().hash().hex());
        Problem unreadable = facts.unreadable();
        return unreadable == null
                ? Decision.change(
                        Reevaluation.since(session, append(read, pending), facts.now()),
                        new Effect.Compile(pending.id()),
                        note)
                : Decision.change(
                        Reevaluation.since(
                                session,
                                append(read, pending.without(PreviewStatus.FAILED, List.of(unreadable))),
                                facts.now()),
                        note,
                        ended(pending.id(), PreviewStatus.FAILED));
    }

    /** Stores what Superset answered, exactly as it answered. */
    static Decision ended(
            ReviewSession session, PreviewId id, Compilation compilation, @Nullable LaunchTerms terms, Instant now) {
        CompiledPreview pending = session.execution().previews().stream()
                .filter(preview -> preview.id().equals(id))
                .findFirst()
                .orElseThrow();
        if (pending.status() != PreviewStatus.PENDING) {
            return new Decision.Repeat();
        }
        CompiledPreview done = apply(pending, compilation, terms, now);
        List<CompiledPreview> previews = session.execution().previews().stream()
                .map(preview -> preview.id().equals(id) ? done : preview)
                .toList();
        return Decision.change(Reevaluation.since(session, with(session, previews), now), ended(id, done.status()));
    }

    /** Fails the previews whose answer nobody can be waiting for any more. */
    static ReviewSession interrupt(ReviewSession session, Instant now) {
        return with(
                session,
                session.execution().previews().stream()
                        .map(preview -> preview.status() == PreviewStatus.PENDING
                                        && UnderWay.isGivenUp(preview.requestedAt(), now)
                                ? preview.without(PreviewStatus.FAILED, List.of(Problem.of(ReviewProblem.INTERRUPTED)))
                                : preview)
                        .toList());
    }

    private static CompiledPreview apply(
            CompiledPreview preview, Compilation compilation, @Nullable LaunchTerms terms, Instant now) {
        if (compilation instanceof Compilation.Compiled compiled) {
            if (compiled.sql().isBlank()) {
                return preview.without(PreviewStatus.FAILED, List.of(Problem.of(ReviewProblem.PREVIEW_EMPTY)));
            }
            Instant until = preview.inputs().isRelative() ? now.plus(RELATIVE_RANGE_LASTS) : null;
            return preview.ready(
                    compiled.sql(), compiled.channel(), Objects.requireNonNull(terms), compiled.leftOut(), until);
        }
        return compilation instanceof Compilation.NotCarried notCarried
                ? preview.without(PreviewStatus.NOT_CARRIED, notCarried.problems())
                : preview.without(PreviewStatus.FAILED, ((Compilation.Failed) compilation).problems());
    }

    private static ReviewSession append(ReviewSession session, CompiledPreview preview) {
        List<CompiledPreview> previews = new ArrayList<>(session.execution().previews());
        previews.add(preview);
        return with(session, previews);
    }

    private static ReviewSession with(ReviewSession session, List<CompiledPreview> previews) {
        Execution known = session.execution();
        return session.withExecution(new Execution(known.target(), known.revision(), previews, known.launches()));
    }

    private static Note ended(PreviewId id, PreviewStatus status) {
        return Note.of(SessionEvent.Type.PREVIEW_ENDED, "preview", id.value(), "status", status.name());
    }
}
