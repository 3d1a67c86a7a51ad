package io.dsreview.core.invariant;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.ExecutionCommand.ChooseTarget;
import io.dsreview.api.command.ExecutionCommand.ConfirmManualLaunch;
import io.dsreview.api.command.ExecutionCommand.HandOffLaunch;
import io.dsreview.api.command.ExecutionCommand.Launch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.ExecutionCommand.StopLaunch;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.execution.ExecutionTarget.ChartQuery;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.execution.LaunchIntent;
import io.dsreview.api.id.FieldId;
import io.dsreview.core.invariant.Fault.Place;
import java.util.List;

/** Commands on previews and launches. */
final class ExecutionMoves {

    private static final int SELDOM = 2;

    static final List<Move> ROWS = List.of(
            Move.command(ChooseTarget.class, sight -> sight.recovered() ? 8 : SELDOM, ExecutionMoves::target),
            Move.command(
                    RequestPreview.class,
                    sight -> !sight.previewable() ? SELDOM : !sight.launched() && sight.freshPreview() ? 8 : 60,
                    (sight, context, choices) -> new RequestPreview(context),
                    Place.REVISION,
                    Place.COMPILER,
                    Place.TERMS),
            Move.command(
                    Launch.class,
                    sight -> sight.launchable() ? 120 : 15,
                    ExecutionMoves::launch,
                    Place.REVISION,
                    Place.LAUNCHER),
            Move.command(
                    StopLaunch.class,
                    sight -> sight.running() ? 100 : SELDOM,
                    (sight, context, choices) -> new StopLaunch(context),
                    Place.STOP),
            Move.command(
                    HandOffLaunch.class,
                    sight -> sight.handOffOffered() ? 150 : SELDOM,
                    (sight, context, choices) -> new HandOffLaunch(context),
                    Place.HAND_OFF_LINK),
            Move.command(
                    ConfirmManualLaunch.class,
                    sight -> sight.waitsForConfirmation() ? 80 : SELDOM,
                    (sight, context, choices) -> new ConfirmManualLaunch(context, "query " + choices.below(3))));

    private ExecutionMoves() {}

    private static ReviewCommand target(Sight sight, CommandContext context, Choices choices) {
        return new ChooseTarget(
                context,
                choices.of(List.of(
                        new DatasetRows(List.of(), 10),
                        new DatasetRows(List.of(new FieldId("region")), 100),
                        new ChartQuery(7),
                        new DatasetRows(List.of(), 1_000),
                        new ChartQuery(99),
                        new DatasetRows(List.of(new FieldId("unheard_of")), 10))));
    }

    /** What is shown is confirmed; now and then nothing, or what was shown to somebody else. */
    private static ReviewCommand launch(Sight sight, CommandContext context, Choices choices) {
        Sha256 shown = sight.shown().orElse(null);
        return switch (choices.below(16)) {
            case 14 -> new Launch(context, null);
            case 15 -> new Launch(context, LaunchIntent.hashOf("something else"));
            default -> new Launch(context, shown);
        };
    }
}
