package io.dsreview.core.decision;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.command.SemanticCommand;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.error.Problem;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.semantic.SemanticSourceResolver.Resolution;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.Semantics;
import io.dsreview.api.session.Semantics.LeftAlone;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.ranking.LockedFields;
import io.dsreview.core.ranking.SourceImport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides about the meaning of fields. */
final class Semantic {

    private Semantic() {}

    static Decision of(ReviewSession session, SemanticCommand command, Facts facts) {
        return command instanceof ApplySemanticSource apply
                ? apply(session, apply, facts)
                : decide(session, (DecideField) command, facts);
    }

    static Decision apply(ReviewSession session, ApplySemanticSource command, Facts facts) {
        if (session.recovery().dataset().isEmpty() || facts.resolution() == null) {
            return Decision.refuse(ReviewProblem.DATASET_NOT_CHOSEN);
        }
        Semantics known = session.semantics();
        SourceId source = command.source().id();
        if (facts.resolution() instanceof Resolution.Resolved resolved) {
            Map<SourceId, Sha256> sources = new HashMap<>(known.sources());
            sources.put(source, resolved.version());
            List<SemanticField> fields = SourceImport.apply(known.fields(), source, resolved.candidates());
            Note note = Note.of(
                    SessionEvent.Type.SEMANTIC_SOURCE_APPLIED,
                    "source",
                    source.value(),
                    "version",
                    resolved.version().hex());
            List<LeftAlone> leftAlone =
                    LockedFields.after(known, source, resolved.version(), resolved.candidates(), fields);
            return changed(session, new Semantics(fields, sources, null, leftAlone), facts, note);
        }
        Problem why = ((Resolution.Unusable) facts.resolution()).problem();
        Note note =
                Note.of(SessionEvent.Type.SEMANTIC_SOURCE_APPLIED, "source", source.value(), "unusable", why.code());
        return changed(session, known.withRejectedSource(why), facts, note);
    }

    static Decision decide(ReviewSession session, DecideField command, Facts facts) {
        Optional<SemanticField> field = session.semantics().field(command.field());
        if (field.isEmpty()) {
            return Decision.refuse(ReviewProblem.FIELD_UNKNOWN);
        }
        Choice choice = command.choice();
        boolean aboutTheLock = choice instanceof Choice.Lock || choice instanceof Choice.Unlock;
        if (field.get().locked() && !aboutTheLock) {
            return Decision.refuse(ReviewProblem.FIELD_LOCKED);
        }
        if (choice instanceof Choice.Lock && field.get().isConflicted()) {
            return Decision.refuse(ReviewProblem.FIELD_CONFLICTED);
        }
        SemanticField decided = decide(field.get(), choice, facts);
        if (decided == null) {
            return Decision.refuse(ReviewProblem.CANDIDATE_UNKNOWN);
        }
        Note note = Note.of(
                SessionEvent.Type.FIELD_DECIDED,
                "field",
                command.field().value(),
                "choice",
                choice.getClass().getSimpleName());
        List<SemanticField> fields = session.semantics().fields().stream()
                .map(each -> each.id().equals(decided.id()) ? decided : each)
                .toList();
        Semantics known = LockedFields.decided(session.semantics(), decided.id());
        return changed(
                session,
                known.withFields(fields),
                facts,
                choice instanceof Choice.Write written ? described(note, written.meaning()) : note);
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

    private static @Nullable SemanticField decide(SemanticField field, Choice choice, Facts facts) {
        if (choice instanceof Choice.Accept accept) {
            return field.candidates().contains(accept.candidate())
                    ? field.withDecision(new FieldDecision.Accepted(accept.candidate(), facts.user(), facts.now()))
                    : null;
        }
        if (choice instanceof Choice.Write write) {
            return field.withDecision(new FieldDecision.Manual(write.meaning(), facts.user(), facts.now()));
        }
        return choice instanceof Choice.Lock ? field.withLocked(true) : SourceImport.derive(field.withLocked(false));
    }

    private static Decision changed(ReviewSession session, Semantics semantics, Facts facts, Note note) {
        return Decision.change(Reevaluation.of(session.withSemantics(semantics), facts.now()), note);
    }
}
