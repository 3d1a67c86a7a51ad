package io.dsreview.core.decision;

import io.dsreview.api.command.MappingCommand;
import io.dsreview.api.command.MappingCommand.AcceptTemplateValue;
import io.dsreview.api.command.MappingCommand.ClearTemplateValue;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.error.Problem;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.MappingTarget;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.mapping.MappingValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides about the ways in which filters reach the query. */
final class Mappings {

    private Mappings() {}

    static Decision of(ReviewSession session, MappingCommand command, Facts facts) {
        if (command instanceof DecideMappings it) {
            return decide(session, it, facts);
        }
        if (command instanceof OverrideMapping it) {
            return override(session, it, facts);
        }
        if (command instanceof SetTemplateValue it) {
            return Values.set(session, it, facts);
        }
        return command instanceof ClearTemplateValue it
                ? Values.clear(session, it, facts)
                : Values.accept(session, (AcceptTemplateValue) command, facts);
    }

    /** All of the named mappings, or none; each that cannot be decided is named. */
    static Decision decide(ReviewSession session, DecideMappings command, Facts facts) {
        Map<MappingId, ExecutionMapping> known = new HashMap<>();
        session.mappings().forEach(mapping -> known.put(mapping.id(), mapping));
        Set<MappingId> wanted = new LinkedHashSet<>();
        List<Problem> problems = new ArrayList<>();
        for (MappingId id : command.mappings()) {
            ExecutionMapping mapping = known.get(id);
            if (mapping == null || !wanted.add(id)) {
                problems.add(Problem.of(ReviewProblem.MAPPING_UNKNOWN).about(id.value()));
            } else if (command.approve() && !isAccepted(mapping, command)) {
                problems.add(Problem.of(ReviewProblem.MAPPING_WARNINGS_NOT_ACCEPTED, "warnings", codes(mapping))
                        .about(id.value()));
            }
        }
        if (!problems.isEmpty()) {
            return new Decision.Refuse(problems, List.of());
        }
        ReviewSession decided = session.withMappings(map(
                session,
                mapping -> wanted.contains(mapping.id())
                        ? mapping.decided(command.approve(), facts.user(), facts.now())
                        : mapping));
        List<Note> notes = new ArrayList<>();
        decided.mappings().stream()
                .filter(mapping -> wanted.contains(mapping.id()))
                .forEach(mapping -> notes.add(note(mapping, command.approve() ? "APPROVED" : "REJECTED")));
        return new Decision.Change(Reevaluation.since(session, decided, facts.now()), notes, new Effect.None());
    }

    /** A mapping that loses something is accepted by the hash of exactly the content that was shown. */
    private static boolean isAccepted(ExecutionMapping mapping, DecideMappings command) {
        return !mapping.conversion().isLossy() || command.acceptedLosses().contains(mapping.content());
    }

    private static String codes(ExecutionMapping mapping) {
        return mapping.conversion().warnings().stream().map(Problem::code).collect(Collectors.joining(", "));
    }

    static Decision override(ReviewSession session, OverrideMapping command, Facts facts) {
        Optional<ExecutionMapping> mapping = session.mappings().stream()
                .filter(each -> each.id().equals(command.mapping()))
                .findFirst();
        if (mapping.isEmpty()) {
            return Decision.refuse(ReviewProblem.MAPPING_UNKNOWN);
        }
        Optional<FilterValue> value = filters(session)
                .filter(filter -> filter.id().equals(mapping.get().filter()))
                .findFirst()
                .flatMap(filter -> isUrlParameter(mapping.get())
                        ? MappingValues.replaceText(filter, command.values())
                        : MappingValues.replace(filter, mapping.get().value(), command.values()));
        if (value.isEmpty()) {
            return Decision.refuse(
                    ReviewProblem.MAPPING_VALUES_ILLEGAL,
                    "count",
                    Integer.toString(command.values().size()));
        }
        ExecutionMapping changed = mapping.get().withValue(value.get(), true);
        ReviewSession next = Reevaluation.since(
                session,
                session.withMappings(map(session, each -> each.id().equals(changed.id()) ? changed : each)),
                facts.now());
        ExecutionMapping found = next.mappings().stream()
                .filter(each -> each.id().equals(changed.id()))
                .findFirst()
                .orElse(changed);
        Note note = note(found, "OVERRIDDEN").with("values", String.join("\n", command.values()));
        return Decision.change(next, note);
    }

    private static boolean isUrlParameter(ExecutionMapping mapping) {
        return mapping.target() instanceof MappingTarget.Variable variable
                && variable.variable().value().startsWith(VariableKind.URL_PARAM.prefix() + ":");
    }

    static List<ExecutionMapping> map(ReviewSession session, UnaryOperator<ExecutionMapping> change) {
        return session.mappings().stream().map(change).toList();
    }

    private static Stream<ImportedFilter> filters(ReviewSession session) {
        return Optional.ofNullable(session.recovery().context()).stream()
                .flatMap(context -> context.filters().stream());
    }

    private static Note note(ExecutionMapping mapping, String decision) {
        return Note.of(
                        SessionEvent.Type.MAPPING_DECIDED,
                        "mapping",
                        mapping.id().value(),
                        "decision",
                        decision,
                        "losses",
                        codes(mapping))
                .with("content", mapping.content().hex());
    }
}
