package io.dsreview.core.ux;

import static io.dsreview.api.session.RecommendedAction.*;
import static io.dsreview.core.ux.ControlledExecution.BEGUN;
import static io.dsreview.core.ux.ControlledExecution.READY;
import static io.dsreview.core.ux.ControlledExecution.approve;
import static io.dsreview.core.ux.Step.*;

import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.access.Role;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.ExecutionCommand.ConfirmManualLaunch;
import io.dsreview.api.command.ExecutionCommand.HandOffLaunch;
import io.dsreview.api.command.ExecutionCommand.Launch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.ExecutionCommand.StopLaunch;
import io.dsreview.api.command.LifecycleCommand.ArchiveSession;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.LifecycleCommand.DeleteSession;
import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.command.LifecycleCommand.UnarchiveSession;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.QueryResults;
import io.dsreview.api.execution.SqlLabReference;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.core.ScriptedStore.End;
import io.dsreview.core.World;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** What becomes of launches, and of the review as a whole. */
final class LaunchPaths {

    static final Function<CommandContext, SessionCommand> HAND_OFF = HandOffLaunch::new;
    static final Function<CommandContext, SessionCommand> CONFIRM =
            context -> new ConfirmManualLaunch(context, "query 4711");
    static final Step EXPLAINS = new Step(walk -> walk.read(
            "Ann asks what keeps the launch gate closed.",
            (view, locale) ->
                    walk.world.core.explain(World.ANN, walk.world.id(), Gate.LAUNCH).orElseThrow().clauses().stream()
                            .filter(state -> !state.holds())
                            .map(state -> state.text(locale))
                            .toList()));
    private static final SqlLabReference QUERY = new SqlLabReference(17, "https://superset.test/sqllab/?queryId=17");
    private static final LaunchOutcome DONE =
            new LaunchOutcome.Succeeded(QUERY, null, new QueryResults(3, 1_000, false, null));

    private LaunchPaths() {}

    static List<Path> all() {
        return List.of(
                Path.of(
                        "The launch gate is closed",
                        "OR8",
                        BEGUN,
                        () -> Given.review(World.oneFilter()),
                        launches("Ann launches.", "refused: L5 L6", DECIDE_MAPPING)),
                Path.of(
                        "Another state would be launched than was shown",
                        "OR15",
                        READY,
                        Given::readyToLaunch,
                        refused(
                                "Ann confirms a summary that is not the present one.",
                                c -> new Launch(c, null),
                                "LAUNCH_NOT_AS_SHOWN",
                                LAUNCH),
                        launches("Ann looks again, and launches what she is shown.", "done", REVIEW_RESULT)),
                Path.of(
                        "The permission to launch is missing",
                        "AR4 OR8",
                        READY,
                        Given::readyToLaunch,
                        as(annAs(Role.ANALYST), "Ann becomes an analyst."),
                        launches("Ann launches.", "refused: L10", ASK_FOR_PERMISSION)),
                Path.of(
                        "Execution is switched off",
                        "AR3 OR8",
                        "A review whose mapping is approved and whose preview is ready, on a host that does not execute.",
                        () -> {
                            Walk walk = Given.nothing(World.oneFilter(), FeatureFlags.ALL_ON.withExecution(false));
                            Given.previewed(walk.world.start());
                            return walk.begun();
                        },
                        launches("Ann launches.", "refused: L10", SWITCH_EXECUTION_ON)),
                Path.of(
                        "SQL Lab refuses, and the launch is made by hand",
                        "OR13",
                        READY,
                        Given::readyToLaunch,
                        unseen(walk -> walk.world.superset.launch(sql -> new LaunchOutcome.Refused(sqlLab(
                                "SQLLAB_REFUSED", "QUERY_SECURITY_ACCESS_ERROR", "You may not run queries here.")))),
                        launches("Ann launches; Superset does not let her.", "done", LAUNCH_BY_HAND),
                        does("Ann takes the launch over by hand.", HAND_OFF, CONFIRM_MANUAL_LAUNCH),
                        launches("Ann launches beside it.", "refused: LAUNCH_UNDER_WAY", CONFIRM_MANUAL_LAUNCH),
                        does("Ann confirms that it has run.", CONFIRM, REVIEW_RESULT)),
                Path.of(
                        "The launch fails",
                        "OR10 SC5",
                        READY,
                        Given::readyToLaunch,
                        unseen(walk -> walk.world.superset.launch(sql -> new LaunchOutcome.Failed(
                                sqlLab("SQLLAB_FAILED", "GENERIC_DB_ENGINE_ERROR", "division by zero")))),
                        launches("Ann launches; the query fails.", "done", APPROVE_ANEW),
                        launches("Ann launches the same again.", "refused: ALREADY_LAUNCHED", APPROVE_ANEW),
                        does("Ann requests a new preview.", RequestPreview::new, APPROVE_ANEW),
                        launches("Ann launches it.", "refused: ALREADY_LAUNCHED", APPROVE_ANEW),
                        unseen(walk -> walk.world.clock.advance(Duration.ofMinutes(1))),
                        does("The query was mended. Ann approves the mapping anew.", approve(), LAUNCH)),
                Path.of(
                        "Nobody knows how the launch ended",
                        "OR10 OR11",
                        READY,
                        Given::readyToLaunch,
                        unseen(walk -> {
                            walk.world.superset.launch(sql -> new LaunchOutcome.Unknown(
                                    sqlLab("SQLLAB_OUTCOME_UNKNOWN", "SUPERSET_TIMEOUT", "-")));
                            walk.world.superset.lookUp(launch -> DONE);
                        }),
                        launches("Ann launches; the answer is lost.", "done", LOOK_UP_LAUNCH),
                        launches("Ann launches again.", "refused: ALREADY_LAUNCHED", LOOK_UP_LAUNCH),
                        does("Ann resumes the review, which looks it up.", ResumeSession::new, REVIEW_RESULT)),
                Path.of(
                        "The process ends during the launch",
                        "OR12 OR10",
                        READY,
                        Given::readyToLaunch,
                        unseen(walk -> walk.store.next(End.STORED_UNHEARD)),
                        new Step(walk -> walk.crash(
                                "Ann launches; the process is killed before it hears anything.",
                                walk.world::launching,
                                LOOK_UP_LAUNCH)),
                        does(
                                "Ann resumes the review: Superset does not know the launch, which may still be on its way.",
                                ResumeSession::new,
                                LOOK_UP_LAUNCH),
                        launches("Ann launches beside it.", "refused: LAUNCH_UNDER_WAY", LOOK_UP_LAUNCH),
                        happens(
                                "Ten minutes pass.",
                                walk -> walk.world.clock.advance(Duration.ofMinutes(10)),
                                LOOK_UP_LAUNCH),
                        does("Ann resumes the review: the launch is given up.", ResumeSession::new, LOOK_UP_LAUNCH),
                        does("Ann approves the mapping anew.", approve(), LAUNCH),
                        launches("Ann launches what she has approved anew.", "done", REVIEW_RESULT)),
                Path.of(
                        "The launch takes long, and is stopped",
                        "OR10",
                        READY,
                        Given::readyToLaunch,
                        runsOnUntilItIsStopped(),
                        launches("Ann launches; the query runs on.", "done", LOOK_UP_LAUNCH),
                        does("Ann has it stopped.", StopLaunch::new, APPROVE_ANEW)),
                Path.of(
                        "The launch takes long, and the review is cancelled",
                        "OR8 OR10",
                        READY,
                        Given::readyToLaunch,
                        runsOnUntilItIsStopped(),
                        launches("Ann launches; the query runs on.", "done", LOOK_UP_LAUNCH),
                        does("Ann cancels the review.", CancelSession::new, LOOK_UP_LAUNCH),
                        does("Ann has the query stopped all the same.", StopLaunch::new, READ_ONLY)),
                Path.of(
                        "The review is archived",
                        "OR8 AR6",
                        READY,
                        Given::readyToLaunch,
                        does("Ann archives the review.", ArchiveSession::new, READ_ONLY),
                        refused("Ann requests a preview.", RequestPreview::new, "SESSION_ARCHIVED", READ_ONLY),
                        does("Ann takes it out of the archive.", UnarchiveSession::new, LAUNCH)),
                Path.of(
                        "The review is cancelled",
                        "OR8",
                        READY,
                        Given::readyToLaunch,
                        does("Ann cancels the review.", CancelSession::new, READ_ONLY),
                        refused("Ann requests a preview.", RequestPreview::new, "SESSION_NOT_ACTIVE", READ_ONLY)),
                Path.of(
                        "The review is deleted",
                        "AR4 RE4",
                        READY,
                        Given::readyToLaunch,
                        does("Ann deletes the review.", DeleteSession::new, null),
                        unreachable("Ann requests a preview.", RequestPreview::new)),
                Path.of(
                        "The review belongs to somebody else",
                        "RE3",
                        READY,
                        Given::readyToLaunch,
                        as(World.BEN, "Ben looks for it."),
                        unreachable(
                                "Ben, a colleague with all permissions, requests a preview.", RequestPreview::new)));
    }

    private static Step runsOnUntilItIsStopped() {
        return unseen(walk -> {
            walk.world.superset.launch(sql ->
                    new LaunchOutcome.Running(QUERY, Given.superset("SQLLAB_STILL_RUNNING", "state", "running")));
            walk.world.superset.stop(launch -> new LaunchOutcome.Failed(Given.superset("SQLLAB_STOPPED")));
        });
    }

    private static Step launches(String what, String ending, RecommendedAction next) {
        return new Step(walk -> walk.command(what, walk.world::launching, ending, next));
    }

    private static Problem sqlLab(String code, String cause, String says) {
        return Given.superset(code, "cause", cause, "serverSays", says);
    }
}
