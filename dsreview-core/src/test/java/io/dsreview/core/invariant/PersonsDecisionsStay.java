package io.dsreview.core.invariant;

import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.Topic;
import io.dsreview.api.command.MappingCommand.ClearTemplateValue;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.command.RecoveryCommand.ResolveRecoveryItem;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.command.SemanticCommand.DecideFields;
import io.dsreview.api.command.SemanticCommand.FieldDecisionRequest;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.mapping.VariableValue.Origin;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.ReviewSession;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Invariant 4, for meanings of fields, values of variables and overridden mappings. */
final class PersonsDecisionsStay implements Invariant {

    private static final Set<Origin> BY_PERSON = EnumSet.of(Origin.MANUAL, Origin.ANSWER, Origin.ACCEPTED_DEFAULT);

    @Override
    public Stream<String> violations(Observation seen) {
        return seen.stored().stream()
                .filter(each -> each.before().isPresent())
                .filter(each -> each.touches("recovery", "fields", "values", "mappings", "dormant"))
                .flatMap(each -> violations(each, each.before().get(), each.after()));
    }

    private static Stream<String> violations(Stored stored, ReviewSession before, ReviewSession after) {
        List<String> found = new ArrayList<>();
        if (isAnotherDataset(before, after)) {
            return found.stream();
        }
        for (SemanticField known : before.semantics().fields()) {
            Optional<SemanticField> now = after.semantics().field(known.id());
            if (now.isEmpty()) {
                if (known.isSpokenFor() && !isTakenBack(stored, known)) {
                    found.add("the field " + known.id() + " is gone, although a person decided on it");
                }
            } else if (known.locked() || known.decision().isByPerson()) {
                if (!isAbout(stored, known.id())) {
                    if (known.locked() != now.get().locked()
                            || (!known.decision().equals(now.get().decision())
                                    && !(isAnswering(before) && !known.locked()))) {
                        found.add("the field " + known.id() + " was replaced without a person's word");
                    }
                }
            }
        }
        after.semantics().fields().stream()
                .filter(PersonsDecisionsStay::takesOverWhatWasRejected)
                .forEach(field -> found.add("the field " + field.id() + " takes over what a person rejected"));
        List<VariableValue> values = before.values().stream()
                .filter(known -> !(stored.cause() instanceof ClearTemplateValue cleared
                        && cleared.variable().equals(known.variable())))
                .toList();
        for (VariableValue known : values) {
            boolean replaced = BY_PERSON.contains(known.origin())
                    && after.values().stream()
                            .anyMatch(now ->
                                    now.variable().equals(known.variable()) && !BY_PERSON.contains(now.origin()));
            if (replaced) {
                found.add("the value of " + known.variable() + " was replaced by an imported one");
            }
        }
        for (VariableValue known : values) {
            boolean isGone = known.isApproved()
                    && known.origin() != Origin.ACCEPTED_DEFAULT
                    && after.values().stream().noneMatch(now -> now.variable().equals(known.variable()));
            if (isGone) {
                found.add("the approved value of " + known.variable() + " is gone");
            }
        }
        Set<MappingId> kept = new HashSet<>();
        mappings(after).map(ExecutionMapping::id).forEach(kept::add);
        mappings(before)
                .filter(known -> known.overridden() || known.decision() != null)
                .filter(known -> !(stored.cause() instanceof ResolveRecoveryItem) && !kept.contains(known.id()))
                .forEach(known -> found.add("what a person said of " + known.id() + " is gone"));
        for (ExecutionMapping known : mappings(before).toList()) {
            boolean replaced = known.overridden()
                    && !(stored.cause() instanceof OverrideMapping)
                    && !(stored.cause() instanceof ResolveRecoveryItem)
                    && mappings(after)
                            .anyMatch(now ->
                                    now.id().equals(known.id()) && !now.value().equals(known.value()));
            if (replaced) {
                found.add("the overridden value of " + known.id() + " was replaced");
            }
        }
        return found.stream();
    }

    private static boolean takesOverWhatWasRejected(SemanticField field) {
        return field.decision() instanceof FieldDecision.Imported imported
                && field.rejections().stream()
                        .map(SemanticField.Rejection::candidate)
                        .filter(rejected ->
                                rejected.meaning().equals(imported.candidate().meaning()))
                        .anyMatch(rejected -> rejected.provenance()
                                .source()
                                .equals(imported.candidate().provenance().source()));
    }

    private static Stream<ExecutionMapping> mappings(ReviewSession session) {
        return Stream.concat(session.mappings().stream(), session.dormant().stream());
    }

    private static boolean isAbout(Stored stored, FieldId field) {
        return decisions(stored).anyMatch(each -> each.field().equals(field));
    }

    /** A person took back all that anybody had said of it. */
    private static boolean isTakenBack(Stored stored, SemanticField known) {
        SemanticField left = known;
        for (FieldDecisionRequest each : decisions(stored).toList()) {
            if (each.field().equals(known.id())) {
                left = each.choice() instanceof Choice.Unlock ? left.withLocked(false) : left;
                left = each.choice() instanceof Choice.Clear ? left.withDecision(new FieldDecision.Undecided()) : left;
            }
        }
        return !left.isSpokenFor();
    }

    private static Stream<FieldDecisionRequest> decisions(Stored stored) {
        if (stored.cause() instanceof DecideField one) {
            return Stream.of(new FieldDecisionRequest(one.field(), one.choice()));
        }
        return stored.cause() instanceof DecideFields several ? several.decisions().stream() : Stream.empty();
    }

    /** A person's later word, on all of it: what was decided about one dataset says nothing of another. */
    private static boolean isAnotherDataset(ReviewSession before, ReviewSession after) {
        Question active = before.clarification().active();
        return isAnswering(before)
                && active != null
                && active.topic() == Topic.DATASET
                && before.recovery().datasetId() != null
                && !before.recovery().datasetId().equals(after.recovery().datasetId());
    }

    /** An answer is a person's word too, and counts with whatever is committed next. */
    private static boolean isAnswering(ReviewSession before) {
        return before.clarification().answered();
    }
}
