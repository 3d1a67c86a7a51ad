package io.dsreview.core.decision;

import io.dsreview.api.command.RecoveryCommand;
import io.dsreview.api.command.RecoveryCommand.CancelRecovery;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.command.RecoveryCommand.ResolveRecoveryItem;
import io.dsreview.api.error.Problem;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.session.Execution;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.RecoveryDecision;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.RecoveryItem.State;
import io.dsreview.api.superset.SupersetContextExtractor;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.mapping.MappingValues;
import io.dsreview.core.mapping.RecoveryItems;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides about recovering the context of a link, and about what recovery left open. */
final class Recoveries {

    private Recoveries() {}

    static Decision of(ReviewSession session, RecoveryCommand command, Facts facts) {
        if (command instanceof CancelRecovery) {
            return RecoveryTasks.cancel(session, facts);
        }
        return command instanceof RecoverContext
                ? again(session, facts)
                : resolve(session, (ResolveRecoveryItem) command, facts);
    }

    static Decision again(ReviewSession session, Facts facts) {
        if (session.intake().link() == null) {
            return Decision.refuse(ReviewProblem.NOTHING_TO_RECOVER);
        }
        if (session.recovery().isWorkedOn(facts.now())) {
            return Decision.refuse(ReviewProblem.RECOVERY_UNDER_WAY);
        }
        return Decision.change(
                RecoveryTasks.next(session, facts),
                new Effect.Recover(),
                Note.of(SessionEvent.Type.SESSION_RESUMED, "work", "recovery"));
    }

    /** Takes the result of a recovery over. Decisions stay; a mapping whose filter has another value gets it. */
    static Decision ended(ReviewSession session, long attempt, SupersetContextExtractor.Recovery result, Instant now) {
        if (session.header().status() != SessionStatus.ACTIVE
                || !session.recovery().isRunning(attempt)) {
            return new Decision.Repeat();
        }
        if (result instanceof SupersetContextExtractor.Recovery.Failed failed) {
            return Decision.change(
                    Reevaluation.of(
                            with(session, Phase.FAILED, session.recovery().context(), failed.problem()), now),
                    Note.of(
                            SessionEvent.Type.RECOVERY_ENDED,
                            "phase",
                            Phase.FAILED.name(),
                            "code",
                            failed.problem().code()));
        }
        RecoveredContext context = ((SupersetContextExtractor.Recovery.Recovered) result).context();
        ReviewSession next = with(session, Phase.RECOVERED, context, null)
                .withMappings(followFilters(session.mappings(), session, context))
                .withDormant(followFilters(session.dormant(), session, context))
                .withExecution(new Execution(
                        session.execution().target(),
                        null,
                        session.execution().previews(),
                        session.execution().launches()));
        return Decision.change(
                Reevaluation.of(next, now),
                Note.of(
                        SessionEvent.Type.RECOVERY_ENDED,
                        "phase",
                        Phase.RECOVERED.name(),
                        "recovered",
                        Long.toString(context.summary().count(State.RECOVERED)),
                        "partial",
                        Long.toString(context.summary().count(State.PARTIAL)),
                        "unresolved",
                        Long.toString(context.summary().count(State.UNRESOLVED))));
    }

    /** Settles an item, also one that is settled: whoever did that may think better of it. */
    static Decision resolve(ReviewSession session, ResolveRecoveryItem command, Facts facts) {
        Optional<RecoveryItem> found = session.recovery().relevantItems().stream()
                .filter(each -> each.required() && each.id().equals(command.item()))
                .findFirst();
        if (found.isEmpty()) {
            return Decision.refuse(ReviewProblem.RECOVERY_ITEM_UNKNOWN);
        }
        RecoveryItem item = found.get();
        Optional<ImportedFilter> filter = filter(session, item);
        boolean absent = command.values().isEmpty();
        ReviewSession next = session;
        if (!absent) {
            if (filter.isEmpty()) {
                return Decision.refuse(ReviewProblem.RECOVERY_ITEM_TAKES_NO_VALUES);
            }
            Optional<FilterValue> value =
                    MappingValues.replace(filter.get(), filter.get().value(), command.values());
            if (value.isEmpty()) {
                return Decision.refuse(
                        ReviewProblem.MAPPING_VALUES_ILLEGAL,
                        "count",
                        Integer.toString(command.values().size()));
            }
            next = withValue(session, filter.get(), value.get(), true);
        } else if (filter.isPresent()
                && session.recovery().suppliedFor(item.id()).isPresent()) {
            next = withValue(session, filter.get(), filter.get().value(), false);
        }
        next = next.withRecovery(session.recovery()
                .with(new RecoveryDecision(
                        item.id(), absent, command.values(), item.state(), item.why(), facts.user(), facts.now())));
        Note note = Note.of(
                        SessionEvent.Type.RECOVERY_ITEM_RESOLVED,
                        "item",
                        command.item().value(),
                        "absent",
                        Boolean.toString(absent))
                .with("values", String.join("\n", command.values()));
        return Decision.change(Reevaluation.of(next, facts.now()), note);
    }

    private static ReviewSession withValue(
            ReviewSession session, ImportedFilter filter, FilterValue value, boolean byPerson) {
        UnaryOperator<ExecutionMapping> change =
                mapping -> mapping.filter().equals(filter.id()) ? mapping.withValue(value, byPerson) : mapping;
        return session.withMappings(Mappings.map(session, change))
                .withDormant(session.dormant().stream().map(change).toList());
    }

    private static ReviewSession with(
            ReviewSession session, Phase phase, @Nullable RecoveredContext context, @Nullable Problem failure) {
        return session.withRecovery(session.recovery().in(phase, context, failure));
    }

    private static List<ExecutionMapping> followFilters(
            List<ExecutionMapping> mappings, ReviewSession session, RecoveredContext context) {
        Map<FilterId, FilterValue> before = values(session.recovery().context());
        Map<FilterId, FilterValue> after = values(context);
        return mappings.stream()
                .map(mapping -> {
                    FilterValue now = after.get(mapping.filter());
                    return mapping.overridden() || now == null || now.equals(before.get(mapping.filter()))
                            ? mapping
                            : mapping.withValue(now, false);
                })
                .toList();
    }

    private static Map<FilterId, FilterValue> values(@Nullable RecoveredContext context) {
        return Optional.ofNullable(context).stream()
                .flatMap(each -> each.filters().stream())
                .collect(Collectors.toMap(ImportedFilter::id, ImportedFilter::value, (first, second) -> first));
    }

    private static Optional<ImportedFilter> filter(ReviewSession session, RecoveryItem item) {
        return filters(session)
                .filter(filter ->
                        item.kind() == RecoveryItem.Kind.FILTER && item.id().equals(RecoveryItems.of(filter)))
                .findFirst();
    }

    private static Stream<ImportedFilter> filters(ReviewSession session) {
        return Optional.ofNullable(session.recovery().context()).stream()
                .flatMap(context -> context.filters().stream());
    }
}
