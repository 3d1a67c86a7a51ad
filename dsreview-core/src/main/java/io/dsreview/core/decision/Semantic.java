package io.dsreview.core.decision;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.command.SemanticCommand;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SemanticCommand.DecideFields;
import io.dsreview.api.command.SemanticCommand.RemoveSemanticSource;
import io.dsreview.api.error.Problem;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.semantic.SemanticSource;
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
import java.util.Set;
import java.util.stream.Stream;

/** Decides about the sources that say what fields mean; about the fields themselves, {@link FieldDecisions} does. */
final class Semantic {

    private Semantic() {}

    static Decision of(ReviewSession session, SemanticCommand command, Facts facts) {
        if (command instanceof ApplySemanticSource it) {
            return apply(session, it, facts);
        }
        if (command instanceof RemoveSemanticSource it) {
            return remove(session, it, facts);
        }
        return command instanceof DecideFields it
                ? FieldDecisions.decide(session, it.decisions(), facts)
                : FieldDecisions.decide(session, (DecideField) command, facts);
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
            List<SemanticCandidate> said = said(session, command.source(), resolved);
            List<SemanticField> fields = SourceImport.apply(known.fields(), source, said);
            Note note = Note.of(
                    SessionEvent.Type.SEMANTIC_SOURCE_APPLIED,
                    "source",
                    source.value(),
                    "version",
                    resolved.version().hex());
            List<LeftAlone> leftAlone = LockedFields.after(known, source, resolved.version(), said, fields);
            return changed(session, new Semantics(fields, sources, null, leftAlone), facts, note);
        }
        Problem why = ((Resolution.Unusable) facts.resolution()).problem();
        Note note =
                Note.of(SessionEvent.Type.SEMANTIC_SOURCE_APPLIED, "source", source.value(), "unusable", why.code());
        return changed(session, known.withRejectedSource(why), facts, note);
    }

    /** A model is not asked again about what was described or decided since. */
    static List<FieldId> asked(ReviewSession session, SemanticSource source) {
        Stream<SemanticField> fields = source instanceof SemanticSource.AiDrafts
                ? session.semantics().presentIn(session.recovery()).stream().filter(SemanticField::needsDraft)
                : session.semantics().fields().stream();
        return fields.map(SemanticField::id).toList();
    }

    /** What a source says now, and, of fields that it was not asked about this time, what it said before. */
    private static List<SemanticCandidate> said(ReviewSession session, SemanticSource source, Resolution.Resolved now) {
        Set<FieldId> asked = Set.copyOf(asked(session, source));
        Stream<SemanticCandidate> before = session.semantics().fields().stream()
                .filter(field -> !asked.contains(field.id()))
                .flatMap(field -> field.candidates().stream())
                .filter(candidate -> candidate.provenance().source().equals(source.id()));
        return Stream.concat(before, now.candidates().stream()).toList();
    }

    static Decision remove(ReviewSession session, RemoveSemanticSource command, Facts facts) {
        Semantics known = session.semantics();
        SourceId source = command.source();
        if (!known.sources().containsKey(source)) {
            return Decision.refuse(ReviewProblem.SEMANTIC_SOURCE_UNKNOWN);
        }
        Map<SourceId, Sha256> sources = new HashMap<>(known.sources());
        sources.remove(source);
        Semantics without = new Semantics(
                SourceImport.remove(known.fields(), source),
                sources,
                known.rejectedSource(),
                LockedFields.without(known.leftAlone(), source));
        return changed(
                session, without, facts, Note.of(SessionEvent.Type.SEMANTIC_SOURCE_REMOVED, "source", source.value()));
    }

    private static Decision changed(ReviewSession session, Semantics semantics, Facts facts, Note note) {
        return Decision.change(Reevaluation.since(session, session.withSemantics(semantics), facts.now()), note);
    }
}
