package io.dsreview.core.decision;

import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.command.SemanticCommand.FieldDecisionRequest;
import io.dsreview.api.error.Problem;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.semantic.SemanticField.Rejection;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.Semantics;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.ranking.LockedFields;
import io.dsreview.core.ranking.SourceImport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides about the meaning of fields, one after the other: all of them, or none. */
final class FieldDecisions {

    private final Facts facts;
    private final Map<FieldId, SemanticField> fields = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    private FieldDecisions(Semantics semantics, Set<FieldId> asked, Facts facts) {
        this.facts = facts;
        semantics.fields().stream()
                .filter(field -> asked.contains(field.id()))
                .forEach(field -> fields.put(field.id(), field));
    }

    static Decision decide(ReviewSession session, DecideField command, Facts facts) {
        return decide(session, List.of(new FieldDecisionRequest(command.field(), command.choice())), facts);
    }

    static Decision decide(ReviewSession session, List<FieldDecisionRequest> requests, Facts facts) {
        Set<FieldId> asked = requests.stream().map(FieldDecisionRequest::field).collect(Collectors.toSet());
        FieldDecisions decisions = new FieldDecisions(session.semantics(), asked, facts);
        requests.forEach(decisions::decide);
        if (!decisions.problems.isEmpty()) {
            return new Decision.Refuse(decisions.problems, List.of());
        }
        List<SemanticField> fields = session.semantics().fields().stream()
                .map(field -> decisions.fields.getOrDefault(field.id(), field))
                .toList();
        Semantics decided = LockedFields.decided(session.semantics().withFields(fields), asked);
        return new Decision.Change(
                Reevaluation.since(session, session.withSemantics(decided), facts.now()),
                decisions.notes,
                new Effect.None());
    }

    private void decide(FieldDecisionRequest request) {
        SemanticField field = fields.get(request.field());
        Optional<ReviewProblem> why =
                field == null ? Optional.of(ReviewProblem.FIELD_UNKNOWN) : objection(field, request.choice());
        if (field == null || why.isPresent()) {
            problems.add(Problem.of(why.orElseThrow()).about(request.field().value()));
            return;
        }
        fields.put(field.id(), decided(field, request.choice()));
        notes.add(note(request));
    }

    private static Optional<ReviewProblem> objection(SemanticField field, Choice choice) {
        boolean aboutTheLock = choice instanceof Choice.Lock || choice instanceof Choice.Unlock;
        if (field.locked() && !aboutTheLock) {
            return Optional.of(ReviewProblem.FIELD_LOCKED);
        }
        if (choice instanceof Choice.Lock && field.isConflicted()) {
            return Optional.of(ReviewProblem.FIELD_CONFLICTED);
        }
        boolean isKnown =
                !(choice instanceof Choice.Accept accept && !field.candidates().contains(accept.candidate()))
                        && !(choice instanceof Choice.Reject reject
                                && !field.candidates().contains(reject.candidate()));
        return isKnown ? Optional.empty() : Optional.of(ReviewProblem.CANDIDATE_UNKNOWN);
    }

    private SemanticField decided(SemanticField field, Choice choice) {
        if (choice instanceof Choice.Accept accept) {
            return field.withRejections(without(field, accept.candidate()).toList())
                    .withDecision(new FieldDecision.Accepted(accept.candidate(), facts.user(), facts.now()));
        }
        if (choice instanceof Choice.Reject reject) {
            return rejected(field, reject.candidate());
        }
        if (choice instanceof Choice.Write write) {
            return field.withDecision(new FieldDecision.Manual(write.meaning(), facts.user(), facts.now()));
        }
        if (choice instanceof Choice.Clear) {
            return SourceImport.derive(field.withDecision(new FieldDecision.Undecided()));
        }
        return choice instanceof Choice.Lock ? field.withLocked(true) : SourceImport.derive(field.withLocked(false));
    }

    /** Who rejects what was accepted takes the acceptance back; a meaning that was written by hand stays. */
    private SemanticField rejected(SemanticField field, SemanticCandidate candidate) {
        Rejection rejection = new Rejection(candidate, facts.user(), facts.now());
        SemanticField without = field.isRejected(candidate)
                ? field
                : field.withRejections(Stream.concat(field.rejections().stream(), Stream.of(rejection))
                        .toList());
        boolean wasAccepted = field.decision() instanceof FieldDecision.Accepted accepted
                && accepted.candidate().proposesTheSameAs(candidate);
        return SourceImport.derive(wasAccepted ? without.withDecision(new FieldDecision.Undecided()) : without);
    }

    private static Stream<Rejection> without(SemanticField field, SemanticCandidate candidate) {
        return field.rejections().stream()
                .filter(rejection -> !rejection.candidate().proposesTheSameAs(candidate));
    }

    private static Note note(FieldDecisionRequest request) {
        Note note = Note.of(
                SessionEvent.Type.FIELD_DECIDED,
                "field",
                request.field().value(),
                "choice",
                request.choice().getClass().getSimpleName());
        if (request.choice() instanceof Choice.Accept accept) {
            return of(note, accept.candidate());
        }
        if (request.choice() instanceof Choice.Reject reject) {
            return of(note, reject.candidate());
        }
        return request.choice() instanceof Choice.Write written ? described(note, written.meaning()) : note;
    }

    private static Note of(Note note, SemanticCandidate candidate) {
        return note.with("source", candidate.provenance().source().value())
                .with("place", candidate.provenance().place().key());
    }

    private static Note described(Note note, FieldMeaning meaning) {
        Note named = note.with("verboseName", meaning.verboseName()).with("description", meaning.description());
        Note formatted = meaning.format() == null
                ? named
                : named.with("format", meaning.format().pattern());
        Note measured = meaning.unit().isEmpty() ? formatted : formatted.with("unit", meaning.unit());
        return meaning.pii() == null
                ? measured
                : measured.with("pii", meaning.pii().name());
    }
}
