package io.dsreview.core.invariant;

import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.LifecycleCommand.ArchiveSession;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.LifecycleCommand.DeleteSession;
import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.command.LifecycleCommand.UnarchiveSession;
import io.dsreview.api.command.RecoveryCommand.CancelRecovery;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.command.RecoveryCommand.ResolveRecoveryItem;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.id.RecoveryItemId;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.core.invariant.Fault.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Commands that begin, end and recover sessions. */
final class SessionMoves {

    private static final int SELDOM = 2;

    static final List<Move> ROWS = List.of(
            Move.command(
                    StartSession.class,
                    sight -> sight.mine() && sight.active() ? SELDOM : 120,
                    SessionMoves::start,
                    Place.LINK_READER,
                    Place.PROBE,
                    Place.EXTRACTOR),
            Move.command(
                    ResumeSession.class,
                    sight -> sight.interrupted() ? 150 : 5,
                    (sight, context, choices) -> new ResumeSession(context),
                    Place.EXTRACTOR,
                    Place.LOOK_UP),
            Move.command(
                    ArchiveSession.class,
                    sight -> sight.archived() ? 1 : SELDOM,
                    (sight, context, choices) -> new ArchiveSession(context)),
            Move.command(
                    UnarchiveSession.class,
                    sight -> sight.archived() ? 150 : 1,
                    (sight, context, choices) -> new UnarchiveSession(context)),
            Move.command(
                    DeleteSession.class,
                    sight -> sight.active() ? 1 : SELDOM,
                    (sight, context, choices) -> new DeleteSession(context)),
            Move.command(
                    CancelSession.class,
                    sight -> sight.active() ? SELDOM : 1,
                    (sight, context, choices) -> new CancelSession(context)),
            Move.command(
                    RecoverContext.class,
                    sight -> sight.recovered() ? 4 : 60,
                    (sight, context, choices) -> new RecoverContext(context),
                    Place.EXTRACTOR),
            Move.command(
                    CancelRecovery.class,
                    sight -> sight.recovering() ? 300 : 1,
                    (sight, context, choices) -> new CancelRecovery(context)),
            Move.command(ResolveRecoveryItem.class, sight -> sight.unsettled() ? 120 : SELDOM, SessionMoves::resolve));

    private SessionMoves() {}

    private static ReviewCommand start(Sight sight, CommandContext context, Choices choices) {
        String link = choices.of(List.of(Weather.LINK, Weather.LINK, Weather.LINK, Weather.UNSUPPORTED, "elsewhere"));
        return new StartSession(context.actor(), context.key(), link);
    }

    private static ReviewCommand resolve(Sight sight, CommandContext context, Choices choices) {
        List<RecoveryItemId> items = new ArrayList<>(sight.found().stream()
                .flatMap(session -> Stream.concat(
                        session.recovery().unsettled().stream(), session.recovery().relevantItems().stream()))
                .map(RecoveryItem::id)
                .toList());
        items.add(new RecoveryItemId("unheard-of"));
        return new ResolveRecoveryItem(
                context, choices.of(items), choices.of(List.of(List.of(), List.of("open"), List.of("open", "paid"))));
    }
}
