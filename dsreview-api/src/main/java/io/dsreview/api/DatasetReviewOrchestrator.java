package io.dsreview.api;

import io.dsreview.api.access.Actor;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.ExecutionCommand.Launch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SessionSource;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.execution.LaunchSummary;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.semantic.SemanticSource;
import org.jspecify.annotations.Nullable;

/**
 * The one door through which a review changes. Every command, accepted or refused, is in the session's audit; a refusal
 * without a session, or out of the actor's reach, is an event to the host.
 *
 * <p>Thread-safe. Commands run on the caller's thread, calls to Superset included, and end with a value; an exception
 * means a failing store or a bug.
 */
public interface DatasetReviewOrchestrator {

    /**
     * Carries a command out.
     *
     * @param command the command
     * @return how it ended, with the session after its effects
     */
    CommandResult execute(ReviewCommand command);

    /**
     * Starts a review from a pasted link.
     *
     * @param actor who asks
     * @param link the link
     * @return how it ended
     */
    default CommandResult startSession(Actor actor, String link) {
        return execute(new StartSession(actor, null, link));
    }

    /**
     * Starts a review of a dataset.
     *
     * @param actor who asks
     * @param environment the environment that has it
     * @param dataset Superset's id of the dataset
     * @return how it ended
     */
    default CommandResult startSession(Actor actor, EnvironmentId environment, long dataset) {
        return execute(new StartSession(actor, null, new SessionSource.Dataset(environment, dataset)));
    }

    /**
     * Picks up what a crash left half done.
     *
     * @param context actor, session, expected version and key
     * @return how it ended
     */
    default CommandResult resumeSession(CommandContext context) {
        return execute(new ResumeSession(context));
    }

    /**
     * Looks the fields up in a source.
     *
     * @param context actor, session, expected version and key
     * @param source the source
     * @return how it ended
     */
    default CommandResult applySemanticSource(CommandContext context, SemanticSource source) {
        return execute(new ApplySemanticSource(context, source));
    }

    /**
     * Answers the active question.
     *
     * @param context actor, session, expected version and key
     * @param question the question
     * @param value the answer
     * @return how it ended
     */
    default CommandResult recordClarificationAnswer(CommandContext context, QuestionId question, String value) {
        return execute(new AnswerQuestion(context, question, value));
    }

    /**
     * Has Superset compile the SQL for the present inputs.
     *
     * @param context actor, session, expected version and key
     * @return how it ended
     */
    default CommandResult prepareLaunchPreview(CommandContext context) {
        return execute(new RequestPreview(context));
    }

    /**
     * Launches the previewed SQL.
     *
     * @param context actor, session, expected version and key
     * @param shown what the person was shown and confirms; null if nothing was shown, with which nothing is launched
     * @return how it ended
     */
    default CommandResult launchDataset(CommandContext context, @Nullable LaunchSummary shown) {
        return execute(new Launch(context, shown == null ? null : shown.hash()));
    }
}
