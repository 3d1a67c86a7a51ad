package io.dsreview;

import io.dsreview.api.access.Actor;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.ExecutionCommand;
import io.dsreview.api.command.MappingCommand;
import io.dsreview.api.command.RecoveryCommand.ResolveRecoveryItem;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.LaunchSummary;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.RecoveryItemId;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.ledger.Verification;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.session.Readiness;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.ReviewView;
import io.dsreview.core.ReviewCore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A review as one actor sees it at one version: an immutable handle that knows actor, version and idempotency keys, so
 * that a step is one call. Each step gives a new handle; a step taken on an old one ends in a conflict.
 *
 * <p>It only builds commands for {@link io.dsreview.api.DatasetReviewOrchestrator#execute}. Thread-safe.
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
     */
    public List<UnmetClause> explain(Gate gate) {
        return core.explain(actor, id(), gate).orElseThrow().unmet();
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
     * Looks the fields up in a source.
     *
     * @param source the source
     * @return how it ended
     */
    public ReviewResult apply(SemanticSource source) {
        return execute(context -> new ApplySemanticSource(context, source));
    }

    /**
     * Decides the meaning of a field, or locks or unlocks it.
     *
     * @param field the field
     * @param choice what to do with it
     * @return how it ended
     */
    public ReviewResult decide(FieldId field, DecideField.Choice choice) {
        return execute(context -> new DecideField(context, field, choice));
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
     * Returns what else can be done with questions: skip, defer, reopen, pause, resume.
     *
     * @return the clarification at the version of this handle
     */
    public Clarification clarification() {
        return new Clarification(this, view.clarification());
    }

    /**
     * Settles something that recovery left open.
     *
     * @param item the item
     * @param values its values; none to accept it as absent
     * @return how it ended
     */
    public ReviewResult resolve(RecoveryItemId item, String... values) {
        return execute(context -> new ResolveRecoveryItem(context, item, List.of(values)));
    }

    /**
     * Sets the value of a template variable.
     *
     * @param variable the variable
     * @param value the value
     * @return how it ended
     */
    public ReviewResult setValue(VariableId variable, String value) {
        return execute(context -> new MappingCommand.SetTemplateValue(context, variable, value));
    }

    /**
     * Accepts the value a template variable has from the link, or its default.
     *
     * @param variable the variable
     * @return how it ended
     */
    public ReviewResult acceptValue(VariableId variable) {
        return execute(context -> new MappingCommand.AcceptTemplateValue(context, variable));
    }

    /**
     * Chooses what will run.
     *
     * @param target what will run
     * @return how it ended
     */
    public ReviewResult choose(ExecutionTarget target) {
        return execute(context -> new ExecutionCommand.ChooseTarget(context, target));
    }

    /**
     * Approves every mapping that reaches the query and is not approved yet: all of them, or none. Refused where one loses
     * something of its value, which {@link MappingCommand.DecideMappings} can accept.
     *
     * @return how it ended; this review itself if there was nothing to approve
     */
    public ReviewResult approveAllMappings() {
        List<MappingId> open = session().mappings().stream()
                .filter(ExecutionMapping::isEffective)
                .filter(mapping -> mapping.status() != MappingStatus.APPROVED)
                .map(ExecutionMapping::id)
                .toList();
        if (open.isEmpty()) {
            return ReviewResult.of(
                    new CommandResult.Duplicate(session().header().version(), view), same -> this);
        }
        return execute(context -> new MappingCommand.DecideMappings(context, open, true));
    }

    /**
     * Gives a mapping other values.
     *
     * @param mapping the mapping
     * @param values the values
     * @return how it ended
     */
    public ReviewResult override(MappingId mapping, String... values) {
        return execute(context -> new MappingCommand.OverrideMapping(context, mapping, List.of(values)));
    }

    /**
     * Has Superset compile the SQL for the present inputs.
     *
     * @return how it ended; a preview that failed is in the session, with its diagnostics
     */
    public ReviewResult preview() {
        return execute(ExecutionCommand.RequestPreview::new);
    }

    /**
     * Launches the previewed SQL, if the launch gate is open and it is still what was shown.
     *
     * @param shown the {@link Readiness#summary} that the actor has looked at and confirms
     * @return how it ended; how SQL Lab ended is in the session's last launch
     */
    public ReviewResult launch(@Nullable LaunchSummary shown) {
        return execute(context -> new ExecutionCommand.Launch(context, shown == null ? null : shown.hash()));
    }

    /**
     * Takes the launch over by hand.
     *
     * @return how it ended; what was handed over is in the session's last launch
     */
    public ReviewResult handOff() {
        return execute(ExecutionCommand.HandOffLaunch::new);
    }

    /**
     * Confirms that a launch that was taken over has run.
     *
     * @param reference evidence of the run, such as SQL Lab's link
     * @return how it ended
     */
    public ReviewResult confirmLaunch(String reference) {
        return execute(context -> new ExecutionCommand.ConfirmManualLaunch(context, reference));
    }

    /**
     * Verifies the audit.
     *
     * @return what was found
     */
    public Verification verifyLedger() {
        return core.verifyLedger(actor, id()).orElseThrow();
    }

    /**
     * Exports the session with its audit.
     *
     * @return JSON text
     */
    public String exportJson() {
        return core.exportJson(actor, id()).orElseThrow();
    }

    /**
     * Takes any other step.
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
}
