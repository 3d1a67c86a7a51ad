package io.dsreview.api.screen;

import io.dsreview.api.clarification.ClarificationState;
import io.dsreview.api.clarification.SetAside.Reason;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.PreviewState;
import io.dsreview.api.session.Recovery;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.ReviewView;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What each part of a screen shows of a review. Computed from the view, never stored, so that it cannot contradict it.
 *
 * @param intake where the source stands
 * @param workspace what the workspace holds
 * @param findings the most severe finding that is open
 * @param fields the fields, in the dataset's order; copied
 * @param question where the clarification stands
 * @param mappings the mappings, in their order; copied
 * @param preview the current preview
 * @param launch whether it can be launched
 */
public record UiState(
        Intake intake,
        Workspace workspace,
        Findings findings,
        Map<FieldId, Field> fields,
        Question question,
        Map<MappingId, Mapping> mappings,
        Preview preview,
        Launch launch) {

    /** Nobody has given a source yet. */
    public static final UiState IDLE = withoutSession(Intake.IDLE);

    /** A source was given, and {@code StartSession} has not ended yet. */
    public static final UiState VALIDATING = withoutSession(Intake.VALIDATING);

    /** {@code StartSession} was refused: there is no session. */
    public static final UiState REJECTED = withoutSession(Intake.REJECTED);

    /** Where the source stands. */
    public enum Intake {
        /** There is none yet. */
        IDLE,
        /** It is being checked. */
        VALIDATING,
        /** It was refused, or nothing can be recovered from it. */
        REJECTED,
        /** It has a session. */
        ACCEPTED
    }

    /** What the workspace holds. */
    public enum Workspace {
        /** Nothing yet. */
        EMPTY,
        /** The context is being recovered. */
        IMPORTING,
        /** A context to review. */
        REVIEW
    }

    /** The most severe finding that is open. */
    public enum Findings {
        /** None is. */
        NONE,
        /** One that is good to know. */
        INFO,
        /** One to be looked at before launching. */
        WARNING,
        /** One that closes the launch gate. */
        BLOCKING
    }

    /** What is known of a field's meaning. */
    public enum Field {
        /** Nothing is decided. */
        UNDECIDED,
        /** Trusted sources disagree, and a person must decide. */
        CONFLICTED,
        /** It was taken over from a source. */
        IMPORTED,
        /** A person accepted what a source says. */
        ACCEPTED,
        /** A person wrote it by hand. */
        MANUAL
    }

    /** Where the clarification stands. */
    public enum Question {
        /** There is no context to ask about yet. */
        NONE,
        /** A question is asked. */
        ASKING,
        /** The answer is stored, and its consequences are not drawn yet. */
        SAVING,
        /** Questions are left, and nobody wants to be asked now. */
        PAUSED,
        /** Only questions that wait for an expert are left. */
        DEFERRED,
        /** No question is left. */
        COMPLETED
    }

    /** Where a mapping stands. */
    public enum Mapping {
        /** It reaches the query, and nobody stands for it. */
        WARNING,
        /** It is approved with its present content. */
        APPROVED,
        /** It is rejected, so it does not reach the query. */
        REJECTED
    }

    /** The current preview. */
    public enum Preview {
        /** None was asked for. */
        NONE,
        /** Superset has not answered yet. */
        PENDING,
        /** It says what would run. */
        READY,
        /** It says what would have run: an input changed, or it expired. */
        STALE,
        /** There is no SQL. */
        ERROR
    }

    /** Whether it can be launched. */
    public enum Launch {
        /** The launch gate is closed. */
        BLOCKED,
        /** The launch gate is open. */
        READY,
        /** What is approved was sent, or handed to a person. It is not launched again, whatever came of it. */
        SUBMITTED
    }

    /** Copies both maps. */
    public UiState {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        mappings = Collections.unmodifiableMap(new LinkedHashMap<>(mappings));
    }

    /**
     * Computes what a screen shows.
     *
     * @param view the session as its reader sees it
     * @return the state
     */
    public static UiState of(ReviewView view) {
        ReviewSession session = view.session();
        Recovery recovery = session.recovery();
        Map<FieldId, Field> fields = new LinkedHashMap<>();
        session.semantics().fields().forEach(field -> fields.put(field.id(), field(field)));
        Map<MappingId, Mapping> mappings = new LinkedHashMap<>();
        session.mappings().forEach(mapping -> mappings.put(mapping.id(), mapping(mapping)));
        return new UiState(
                recovery.phase() == Recovery.Phase.UNSUPPORTED ? Intake.REJECTED : Intake.ACCEPTED,
                workspace(recovery),
                findings(session),
                fields,
                question(recovery, session.clarification()),
                mappings,
                preview(view.readiness().preview()),
                launch(view));
    }

    private static UiState withoutSession(Intake intake) {
        return new UiState(
                intake,
                Workspace.EMPTY,
                Findings.NONE,
                Map.of(),
                Question.NONE,
                Map.of(),
                Preview.NONE,
                Launch.BLOCKED);
    }

    private static Workspace workspace(Recovery recovery) {
        if (recovery.phase() == Recovery.Phase.RUNNING) {
            return Workspace.IMPORTING;
        }
        return recovery.context() == null ? Workspace.EMPTY : Workspace.REVIEW;
    }

    private static Findings findings(ReviewSession session) {
        Optional<Severity> worst = session.findings().stream()
                .filter(finding -> finding.status() == FindingStatus.OPEN)
                .map(Finding::severity)
                .min(Enum::compareTo);
        return worst.map(severity -> switch (severity) {
                    case BLOCKING -> Findings.BLOCKING;
                    case WARNING -> Findings.WARNING;
                    case INFO -> Findings.INFO;
                })
                .orElse(Findings.NONE);
    }

    private static Field field(SemanticField field) {
        if (field.isConflicted()) {
            return Field.CONFLICTED;
        }
        if (field.decision() instanceof FieldDecision.Manual) {
            return Field.MANUAL;
        }
        if (field.decision() instanceof FieldDecision.Accepted) {
            return Field.ACCEPTED;
        }
        return field.decision() instanceof FieldDecision.Imported ? Field.IMPORTED : Field.UNDECIDED;
    }

    private static Question question(Recovery recovery, ClarificationState clarification) {
        if (clarification.active() != null) {
            return clarification.answered() ? Question.SAVING : Question.ASKING;
        }
        if (recovery.context() == null) {
            return Question.NONE;
        }
        int left = clarification.open().size();
        if (left == clarification.open(Reason.DEFERRED).size()) {
            return left == 0 ? Question.COMPLETED : Question.DEFERRED;
        }
        return Question.PAUSED;
    }

    private static Mapping mapping(ExecutionMapping mapping) {
        MappingStatus status = mapping.status();
        if (status == MappingStatus.APPROVED) {
            return Mapping.APPROVED;
        }
        return status == MappingStatus.REJECTED ? Mapping.REJECTED : Mapping.WARNING;
    }

    private static Preview preview(PreviewState state) {
        return switch (state) {
            case NONE -> Preview.NONE;
            case PENDING -> Preview.PENDING;
            case READY -> Preview.READY;
            case STALE -> Preview.STALE;
            case FAILED -> Preview.ERROR;
        };
    }

    private static Launch launch(ReviewView view) {
        boolean stale = view.readiness().preview() == PreviewState.STALE;
        if (!stale && view.session().launched().isPresent()) {
            return Launch.SUBMITTED;
        }
        return view.readiness().launch().isOpen() ? Launch.READY : Launch.BLOCKED;
    }
}
