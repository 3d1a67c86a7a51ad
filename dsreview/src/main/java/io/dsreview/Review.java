package io.dsreview;

import io.dsreview.api.access.Actor;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.command.AcceptFinding;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.CommandRefusedException;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.ExecutionCommand.Launch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.RecordFeedback;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.LaunchSummary;
import io.dsreview.api.feedback.Feedback.Thumb;
import io.dsreview.api.feedback.FeedbackTarget;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.id.FindingId;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.session.Readiness;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.ReviewView;
import io.dsreview.core.ReviewCore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A review as one actor sees it at one version: an immutable handle that knows actor, version and idempotency keys, so
 * that a step is one call. Each step gives a new handle; a step taken on an old one ends in a conflict, after which
 * {@link #reload} gives the present one.
 *
 * <p>Here are the steps that each review takes: {@link #apply}, {@link #answer}, {@link #preview}, {@link #launch}. All others
 * are grouped by what they are about: {@link #fields}, {@link #clarification}, {@link #mappings}, {@link #values},
 * {@link #execution}, {@link #recovery}, {@link #lifecycle}; {@link #audit} reads what is written down.
 *
 * <p>A step ends in a {@link ReviewResult}, never in an exception: refusals are data there. It only builds commands for
 * {@link io.dsreview.api.DatasetReviewOrchestrator#execute}. Thread-safe.
 */
public final class Review {

    private final ReviewCore core;
    private final Supplier<IdempotencyKey> keys;
    private final Actor actor;
    private final ReviewView view;

    Review(ReviewCore core, Supplier<IdempotencyKey> keys, Actor actor, ReviewView view) {
        this.core = core;
        this.keys = keys;
        this.actor = actor;
        this.view = view;
    }

    /**
     * Returns the session's id, under which it can be opened again.
     *
     * @return the id
     */
    public SessionId id() {
        return session().header().id();
    }

    /**
     * Returns all that there is to see: session, readiness, profile of the dataset, summary of the clarification.
     *
     * @return the view at the version of this handle
     */
    public ReviewView view() {
        return view;
    }

    /**
     * Returns the session.
     *
     * @return the session at the version of this handle
     */
    public ReviewSession session() {
        return view.session();
    }

    /**
     * Returns what could be done when this handle was made.
     *
     * @return the readiness
     */
    public Readiness readiness() {
        return view.readiness();
    }

    /**
     * Evaluates a gate as of now, without asking Superset.
     *
     * @param gate the gate
     * @return every clause that does not hold, in order; empty if the gate is open
     * @throws CommandRefusedException if the session is deleted or out of reach
     */
    public List<UnmetClause> explain(Gate gate) {
        return present(core.explain(actor, id(), gate)).unmet();
    }

    /**
     * Returns the question that is asked now.
     *
     * @return the question, or empty if there is no doubt left
     */
    public Optional<Question> activeQuestion() {
        return Optional.ofNullable(session().clarification().active());
    }

    /**
     * Returns the SQL of the current preview, exactly as Superset compiled it.
     *
     * @return the SQL
     * @throws IllegalStateException if no preview is ready
     */
    public String compiledSql() {
        return session()
                .execution()
                .readyPreview()
                .map(preview -> String.valueOf(preview.sql()))
                .orElseThrow(() -> new IllegalStateException(
                        "The current preview has no SQL. Request a preview, and look at its diagnostics if it fails."));
    }

    /**
     * Looks the fields up in a source. Decisions of persons and locked fields stay as they are.
     *
     * @param source the source
     * @return how it ended; accepted for a source that cannot be read, too, which leaves a finding and nothing else
     */
    public ReviewResult apply(SemanticSource source) {
        return execute(context -> new ApplySemanticSource(context, source));
    }

    /**
     * Answers the active question.
     *
     * @param question the question
     * @param value one of its options, or free text where it takes it
     * @return how it ended
     */
    public ReviewResult answer(Question question, String value) {
        return execute(context -> new AnswerQuestion(context, question.id(), value));
    }

    /**
     * Has Superset compile the SQL for the present inputs, without running it.
     *
     * @return how it ended; a preview that failed is in the session, with its diagnostics
     */
    public ReviewResult preview() {
        return execute(RequestPreview::new);
    }

    /**
     * Launches the previewed SQL, if the launch gate is open and it is still what was shown.
     *
     * @param shown the {@link Readiness#summary} that the actor has looked at and confirms
     * @return how it ended; how SQL Lab ended is in the session's last launch
     */
    public ReviewResult launch(@Nullable LaunchSummary shown) {
        return execute(context -> new Launch(context, shown == null ? null : shown.hash()));
    }

    /**
     * Returns what else is done with questions: skip, defer, reopen, pause, resume.
     *
     * @return the steps, at the version of this handle
     */
    public ClarificationSteps clarification() {
        return new ClarificationSteps(this, view.clarification());
    }

    /**
     * Returns how the meanings of fields are decided, one or many at once.
     *
     * @return the steps, at the version of this handle
     */
    public FieldSteps fields() {
        return new FieldSteps(this);
    }

    /**
     * Returns how mappings are approved, rejected or changed.
     *
     * @return the steps, at the version of this handle
     */
    public MappingSteps mappings() {
        return new MappingSteps(this);
    }

    /**
     * Returns how template variables get their values.
     *
     * @return the steps, at the version of this handle
     */
    public ValueSteps values() {
        return new ValueSteps(this);
    }

    /**
     * Returns what else is done about what runs: choose it, stop it, run it by hand.
     *
     * @return the steps, at the version of this handle
     */
    public ExecutionSteps execution() {
        return new ExecutionSteps(this);
    }

    /**
     * Returns what is done about the recovery of the link's context.
     *
     * @return the steps, at the version of this handle
     */
    public RecoverySteps recovery() {
        return new RecoverySteps(this);
    }

    /**
     * Returns what is done with the review as a whole: resume, cancel, archive, delete.
     *
     * @return the steps, at the version of this handle
     */
    public LifecycleSteps lifecycle() {
        return new LifecycleSteps(this);
    }

    /**
     * Accepts that what a finding says may stay so. Refused for a blocking one, which can only be resolved.
     *
     * @param finding the finding
     * @param why why it may stay so, in the actor's own words
     * @return how it ended
     */
    public ReviewResult acceptFinding(FindingId finding, String why) {
        return execute(context -> new AcceptFinding(context, finding, why));
    }

    /**
     * Says whether a generated text was any good.
     *
     * @param target the text, of those that the view shows
     * @param language the language in which it was shown
     * @param thumb up or down
     * @param reason why; may be empty
     * @return how it ended
     */
    public ReviewResult recordFeedback(FeedbackTarget target, Locale language, Thumb thumb, String reason) {
        return execute(context -> new RecordFeedback(context, target, language, thumb, reason));
    }

    /**
     * Returns what is written down about the review: events, ledger, reports and exports.
     *
     * @return the audit, read anew by each of its methods
     */
    public Audit audit() {
        return new Audit(core, actor, id());
    }

    /**
     * Returns the review as it is now, such as after a conflict.
     *
     * @return a new handle
     * @throws CommandRefusedException if the session is deleted or out of reach
     */
    public Review reload() {
        return new Review(core, keys, actor, present(core.find(actor, id())));
    }

    /**
     * Takes any step, such as one of a command that the host has built itself.
     *
     * @param command makes the command from actor, session, version and a fresh key, such as {@code CancelSession::new}
     * @return how it ended
     */
    public ReviewResult execute(Function<CommandContext, SessionCommand> command) {
        CommandContext context =
                new CommandContext(actor, id(), session().header().version(), keys.get());
        return ReviewResult.of(
                core.execute(command.apply(context)), done -> new Review(core, keys, actor, done.orElseThrow()));
    }

    static <T> T present(Optional<T> read) {
        return read.orElseThrow(() -> new CommandRefusedException(new CommandResult.NotFound()));
    }
}
