package io.dsreview.core.invariant;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Permission;
import io.dsreview.api.access.Role;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.CommandResult.NotFound;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.session.SessionHeader;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.api.store.ReviewStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Invariant 8: commands and every query, each step by another actor on another session. */
final class OutOfReach implements Invariant {

    private static final SessionQuery EVERYTHING = SessionQuery.DEFAULT
            .withStatuses(SessionStatus.ACTIVE, SessionStatus.values())
            .withLimit(100);
    private static final List<Party> PARTIES = List.of(Party.values());

    private final Set<SessionId> deleted = new HashSet<>();
    private int turn;

    @Override
    public Stream<String> violations(Observation seen) {
        List<String> found = new ArrayList<>();
        Actor actor = seen.command().actor();
        Stage stage = seen.stage();
        if (seen.command() instanceof SessionCommand to) {
            Optional<SessionHeader> header =
                    stage.store().state(to.context().session()).map(session -> session.header());
            boolean reaches = header.filter(each -> isWithinReach(actor, each))
                    .filter(each -> !deleted.contains(each.id()))
                    .isPresent();
            if (!reaches && !seen.own().isEmpty()) {
                found.add("a command from outside was stored");
            }
            if (!reaches
                    && seen.result()
                            .filter(result -> !(result instanceof NotFound))
                            .isPresent()) {
                found.add("a command from outside was told more than that there is nothing");
            }
        }
        seen.result().ifPresent(result -> shown(result, actor, found));
        seen.own().stream()
                .filter(each -> !isWithinReach(actor, each.after().header()))
                .forEach(each -> found.add("a session out of reach was written"));
        for (Stored each : seen.stored()) {
            if (deleted.contains(each.after().header().id())) {
                found.add("a session was written after it was deleted");
            }
            if (each.isDeletion()) {
                erased(stage, each, found);
            }
        }
        try {
            look(stage, found);
        } catch (RuntimeException failing) {
            found.add("a query ended with an exception: " + failing);
        }
        return found.stream();
    }

    /** Of what was deleted nothing is left but the ledger's documents, and the values of its last entry. */
    private void erased(Stage stage, Stored deletion, List<String> found) {
        SessionHeader header = deletion.after().header();
        deleted.add(header.id());
        ReviewStore store = stage.hostsStore();
        boolean left = store.load(header.tenant(), header.id())
                        .filter(stored -> !stored.parts().isEmpty()
                                || !stored.header().title().isEmpty())
                        .isPresent()
                || !store.history(header.tenant(), header.id()).events().isEmpty();
        if (left) {
            found.add("something is left of a session that was deleted");
        }
    }

    private static void shown(CommandResult result, Actor actor, List<String> found) {
        Optional<SessionHeader> header = result.fold(
                accepted -> Optional.of(accepted.view().session().header()),
                rejected -> Optional.empty(),
                conflict -> Optional.empty(),
                duplicate -> Optional.of(duplicate.view().session().header()),
                notFound -> Optional.empty());
        if (header.filter(each -> !isWithinReach(actor, each)).isPresent()) {
            found.add("a result shows a session out of reach");
        }
    }

    /** Everybody looks at everything, in turns. */
    private void look(Stage stage, List<String> found) {
        List<SessionId> sessions = stage.store().sessions();
        if (sessions.isEmpty()) {
            return;
        }
        turn++;
        Party party = PARTIES.get(turn % PARTIES.size());
        SessionId id = sessions.get(turn % sessions.size());
        SessionHeader header = stage.store().state(id).orElseThrow().header();
        Actor actor = party.actor();
        if (stage.core().list(actor, EVERYTHING).sessions().stream()
                .anyMatch(each -> !isWithinReach(actor, each.header())
                        || deleted.contains(each.header().id()))) {
            found.add("a list names a session out of reach");
        }
        boolean within = isWithinReach(actor, header);
        if (within && !deleted.contains(id)) {
            return;
        }
        boolean reached = stage.core().find(actor, id).isPresent()
                || stage.core().explain(actor, id, Gate.LAUNCH).isPresent()
                || !stage.core().events(actor, id).isEmpty()
                || stage.core().exportJson(actor, id).isPresent();
        boolean mayAudit = within
                && actor.roles().stream().anyMatch(role -> role.permissions().contains(Permission.LEDGER_OF_DELETED));
        boolean audited = !stage.core().ledger(actor, id).isEmpty()
                || stage.core().ledgerHead(actor, id).isPresent()
                || stage.core().verifyLedger(actor, id).isPresent();
        if (audited && !mayAudit) {
            found.add("a ledger out of reach was shown");
        }
        if (reached) {
            found.add("a query reached a session out of reach");
        }
    }

    private static boolean isWithinReach(Actor actor, SessionHeader header) {
        boolean wholeTenant =
                actor.roles().contains(Role.ADMIN) || actor.roles().contains(Role.OPERATOR);
        return header.tenant().equals(actor.tenant())
                && (wholeTenant || header.owner().equals(actor.user()));
    }
}
