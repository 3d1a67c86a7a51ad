package io.dsreview.core.ux;

import static io.dsreview.api.session.RecommendedAction.*;
import static io.dsreview.core.ux.Step.*;

import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.access.Role;
import io.dsreview.api.command.AcceptFinding;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.command.RecoveryCommand.CancelRecovery;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.command.RecoveryCommand.ResolveRecoveryItem;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.id.FindingId;
import io.dsreview.api.id.RecoveryItemId;
import io.dsreview.api.screen.UiState;
import io.dsreview.api.session.ProfileText;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.RecoveryProgress;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.core.ManualWork;
import io.dsreview.core.World;
import io.dsreview.core.pipeline.RecoveryWork;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;

/** From a pasted link to a context that can be reviewed, and what its fields mean. */
final class AutomaticReview {

    private static final String NOTHING = "Nobody has pasted a link yet.";
    private static final Function<CommandContext, SessionCommand> DICTIONARY = dictionary(
            "orders.csv",
            "region,Sales region,Where it was booked",
            "status,Status,Paid or not",
            "amount,Amount,In euros");

    private static final SampleContext WHOLE = World.oneFilter()
            .item(recovered("dashboard:1", RecoveryItem.Kind.DASHBOARD))
            .item(recovered("dataset:7", RecoveryItem.Kind.DATASET))
            .item(recovered("filter:F-status", RecoveryItem.Kind.FILTER));

    private AutomaticReview() {}

    static Story story() {
        return new Story(
                "T019",
                "Automatic review",
                """
                A person pastes a link to Superset. dsreview recovers what it shows, without being asked: datasets, filters with their \
                values, template variables. It says what it found, how far that can be relied on, and what is missing. Sources of \
                meanings then say what the fields are. Whatever goes wrong leaves a review that can be used, or no review at all.""",
                AutomaticReview::node,
                Stream.of(intake(), recovery(), MeaningPaths.all())
                        .flatMap(List::stream)
                        .toList());
    }

    private static String node(Row row) {
        UiState screen = row.screen();
        if (screen == null) {
            return "";
        }
        return switch (screen.intake()) {
            case IDLE -> "no link";
            case VALIDATING -> "link is checked";
            case REJECTED -> "link rejected";
            case ACCEPTED ->
                switch (screen.workspace()) {
                    case EMPTY -> "nothing recovered";
                    case IMPORTING -> "importing";
                    case REVIEW -> "review";
                };
        };
    }

    private static List<Path> intake() {
        return List.of(
                Path.of(
                        "The happy path",
                        "OR1 OR4 OR12 OR14 SE7 AR6",
                        NOTHING,
                        () -> Given.nothing(WHOLE).onThreads(),
                        shows("The pasted link is being checked.", UiState.VALIDATING),
                        pastes("Ann pastes the link of a dashboard.", WAIT_FOR_RECOVERY),
                        unseen(walk -> walk.world.superset.recover((link, monitor) -> {
                            monitor.report(new RecoveryProgress(RecoveryProgress.Stage.DATASETS, 3, 4));
                            walk.look("Superset has answered three of four requests.", WAIT_FOR_RECOVERY);
                            return new Recovery.Recovered(WHOLE.build());
                        })),
                        happens(
                                "Superset has answered everything.",
                                walk -> walk.work().runAll(),
                                DECIDE_MAPPING),
                        reads("Ann reads what was found out.", (view, locale) -> ProfileText.of(view.profile(), locale)
                                .sentences()),
                        does("Ann applies a dictionary that describes every field.", DICTIONARY, DECIDE_MAPPING)),
                Path.of(
                        "The link is refused",
                        "OR2",
                        NOTHING,
                        () -> Given.nothing(World.oneFilter()),
                        pasted("Ann pastes nothing but blanks.", " ", "INPUT_BLANK"),
                        unseen(walk -> walk.world.superset.read(pasted -> new LinkReading.Refused(
                                Given.superset("LINK_ENVIRONMENT_UNKNOWN", "environments", "test")))),
                        pasted(
                                "Ann pastes a link of some other site.",
                                "https://elsewhere.test/superset/dashboard/1/",
                                "LINK_ENVIRONMENT_UNKNOWN")),
                Path.of(
                        "The link has a shape that is not supported",
                        "SX3 OR3",
                        NOTHING,
                        () -> Given.nothing(World.oneFilter()),
                        unseen(walk -> walk.world.superset.read(pasted -> new LinkReading.UnsupportedShape(
                                SampleContext.ENVIRONMENT,
                                Given.superset("LINK_IS_A_LIST", "shape", "DASHBOARD_LIST", "supported", "SHAPES")))),
                        pastes("Ann pastes the link of the list of dashboards.", START_WITH_ANOTHER_LINK),
                        refused(
                                "Ann tries to recover it all the same.",
                                RecoverContext::new,
                                "NOTHING_TO_RECOVER",
                                START_WITH_ANOTHER_LINK)),
                Path.of(
                        "The environment cannot be reached",
                        "OR2",
                        NOTHING,
                        () -> Given.nothing(World.oneFilter()),
                        unseen(walk -> walk.world.superset.unreachable(Given.superset(
                                "SUPERSET_UNREACHABLE", "environment", "test", "request", "GET /health"))),
                        pasted("Ann pastes a link while Superset is down.", World.LINK, "SUPERSET_UNREACHABLE"),
                        unseen(walk -> walk.world.superset.unreachable(null)),
                        pastes("Ann pastes it again when Superset is back.", DECIDE_MAPPING)),
                Path.of(
                        "The permission to start is missing",
                        "AR4",
                        NOTHING,
                        () -> Given.nothing(World.oneFilter()),
                        as(annAs(Role.VIEWER), "Ann is a viewer."),
                        pasted("Ann, who is a viewer, pastes a link.", World.LINK, "PERMISSION_MISSING")),
                Path.of(
                        "Automatic review is switched off",
                        "AR3",
                        NOTHING,
                        () -> Given.nothing(World.oneFilter(), FeatureFlags.ALL_ON.withAutomaticReview(false)),
                        pastes("Ann pastes a link.", RECOVER),
                        does("Ann has its context recovered.", RecoverContext::new, DECIDE_MAPPING)));
    }

    private static List<Path> recovery() {
        return List.of(
                Path.of(
                        "The recovery fails",
                        "OR3 OR4",
                        NOTHING,
                        () -> Given.nothing(World.oneFilter()),
                        unseen(walk -> walk.world.superset.recover(link -> new Recovery.Failed(Given.superset(
                                "SUPERSET_TIMEOUT",
                                "environment",
                                "test",
                                "milliseconds",
                                "30000",
                                "request",
                                "GET /api/v1/dashboard/1")))),
                        pastes("Ann pastes a link; Superset stops answering.", RECOVER_AGAIN),
                        unseen(AutomaticReview::answersAgain),
                        does("Ann tries again when Superset answers.", RecoverContext::new, DECIDE_MAPPING)),
                Path.of(
                        "The recovery is cancelled",
                        "OR4",
                        NOTHING,
                        () -> Given.nothing(World.oneFilter()).onThreads(),
                        pastes("Ann pastes a link.", WAIT_FOR_RECOVERY),
                        refused(
                                "Ann asks for it once more.",
                                RecoverContext::new,
                                "RECOVERY_UNDER_WAY",
                                WAIT_FOR_RECOVERY),
                        does("Ann cancels it.", CancelRecovery::new, RECOVER_AGAIN),
                        repeats("Ann cancels it twice.", CancelRecovery::new, RECOVER_AGAIN),
                        does("Ann has it recovered after all.", RecoverContext::new, WAIT_FOR_RECOVERY),
                        happens(
                                "Superset has answered everything.",
                                walk -> walk.work().runAll(),
                                DECIDE_MAPPING)),
                Path.of(
                        "The recovery takes too long",
                        "OR4",
                        NOTHING,
                        () -> Given.nothing(World.oneFilter()).onThreads(),
                        pastes("Ann pastes a link.", WAIT_FOR_RECOVERY),
                        happens(
                                "Five minutes pass.",
                                walk -> walk.work().ring(ManualWork.TERMS.timeout()),
                                RECOVER_AGAIN)),
                Path.of(
                        "The host has no thread for it",
                        "OR4",
                        NOTHING,
                        AutomaticReview::withoutThreads,
                        pastes("Ann pastes a link.", RECOVER_AGAIN)),
                Path.of(
                        "The process ends during the recovery",
                        "OR4",
                        NOTHING,
                        () -> Given.nothing(World.oneFilter()).onThreads(),
                        pastes("Ann pastes a link.", WAIT_FOR_RECOVERY),
                        happens(
                                "The process is killed; half a minute later nobody works on it any more.",
                                walk -> {
                                    walk.onThreads();
                                    walk.world.clock.advance(ManualWork.TERMS.lease());
                                },
                                RECOVER_AGAIN),
                        does("Ann resumes the review in another process.", ResumeSession::new, WAIT_FOR_RECOVERY),
                        happens(
                                "Superset has answered everything.",
                                walk -> walk.work().runAll(),
                                DECIDE_MAPPING)),
                Path.of(
                        "Only a part is recovered",
                        "SX2 SX5 SX7",
                        NOTHING,
                        () -> Given.nothing(World.oneFilter()
                                .unresolved(
                                        "state", RecoveryItem.Kind.STATE, true, Given.superset("RECOVERY_STATE_LOST"))
                                .item(new RecoveryItem(
                                        new RecoveryItemId("chart:9"),
                                        RecoveryItem.Kind.CHART,
                                        "Chart 9",
                                        RecoveryItem.State.PARTIAL,
                                        null,
                                        false,
                                        Given.superset("RECOVERY_CHART_WITHOUT_DATASET")))),
                        pastes("Ann pastes a link whose saved filter state has expired.", RESOLVE_RECOVERY_ITEM),
                        refused(
                                "Ann supplies a value for the state as a whole.",
                                c -> new ResolveRecoveryItem(c, new RecoveryItemId("state"), List.of("x")),
                                "RECOVERY_ITEM_TAKES_NO_VALUES",
                                RESOLVE_RECOVERY_ITEM),
                        does(
                                "Ann accepts the state as absent.",
                                c -> new ResolveRecoveryItem(c, new RecoveryItemId("state"), List.of()),
                                DECIDE_MAPPING),
                        does(
                                "Ann lets the other finding stay, with a reason.",
                                c -> new AcceptFinding(
                                        c, new FindingId("RECOVERY_CHART_WITHOUT_DATASET:chart:9"), "a headline only"),
                                DECIDE_MAPPING)),
                Path.of(
                        "No dataset can be read",
                        "OR3",
                        NOTHING,
                        () -> Given.nothing(new SampleContext()),
                        pastes("Ann pastes the link of a dashboard that draws nothing she may see.", RESOLVE_FINDING),
                        unseen(AutomaticReview::answersAgain),
                        does("Ann was given access, and tries again.", RecoverContext::new, DECIDE_MAPPING)));
    }

    private static RecoveryItem recovered(String id, RecoveryItem.Kind kind) {
        return new RecoveryItem(new RecoveryItemId(id), kind, id, RecoveryItem.State.RECOVERED, null, false, null);
    }

    private static Walk withoutThreads() {
        Walk walk = Given.nothing(World.oneFilter());
        ManualWork work = new ManualWork();
        return walk.on(walk.world.core(new RecoveryWork(
                task -> {
                    throw new RejectedExecutionException("full");
                },
                ManualWork.TERMS,
                work.work().alarm())));
    }

    private static void answersAgain(Walk walk) {
        walk.world.superset.recover(
                link -> new Recovery.Recovered(World.oneFilter().build()));
    }

    static Function<CommandContext, SessionCommand> dictionary(String name, String... rows) {
        String[] lines = Stream.concat(Stream.of("field,verbose_name,description"), Stream.of(rows))
                .toArray(String[]::new);
        return context -> new ApplySemanticSource(context, World.csv(name, lines));
    }
}
