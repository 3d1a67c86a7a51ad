package io.dsreview.core.invariant;

import io.dsreview.api.command.AcceptFinding;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.RecordFeedback;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.command.SemanticCommand.DecideFields;
import io.dsreview.api.command.SemanticCommand.FieldDecisionRequest;
import io.dsreview.api.command.SemanticCommand.RemoveSemanticSource;
import io.dsreview.api.feedback.Feedback.Thumb;
import io.dsreview.api.feedback.FeedbackTarget;
import io.dsreview.api.feedback.FeedbackTarget.Kind;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FindingId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.invariant.Fault.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Commands on what fields mean, on findings, and on texts. */
final class MeaningMoves {

    private static final int SELDOM = 2;

    static final List<Move> ROWS = List.of(
            Move.command(
                    ApplySemanticSource.class,
                    sight -> sight.previewable() ? 25 : 10,
                    (sight, context, choices) -> new ApplySemanticSource(context, choices.of(Sources.ALL)),
                    Place.RESOLVER),
            Move.command(
                    RemoveSemanticSource.class,
                    sight -> sight.sources().isEmpty() ? 1 : 10,
                    (sight, context, choices) -> new RemoveSemanticSource(
                            context,
                            choices.of(Stream.concat(sight.sources().stream(), Stream.of(new SourceId("unheard-of")))
                                    .toList()))),
            Move.command(DecideFields.class, sight -> sight.recovered() ? 10 : SELDOM, MeaningMoves::decideFields),
            Move.command(DecideField.class, sight -> sight.recovered() ? 25 : SELDOM, MeaningMoves::decideField),
            Move.command(RecordFeedback.class, sight -> sight.recovered() ? 6 : SELDOM, MeaningMoves::feedback),
            Move.command(AcceptFinding.class, sight -> sight.recovered() ? 8 : SELDOM, MeaningMoves::acceptFinding));

    private MeaningMoves() {}

    private static ReviewCommand decideField(Sight sight, CommandContext context, Choices choices) {
        List<SemanticField> fields = sight.found().map(ReviewSession::semantics).stream()
                .flatMap(semantics -> semantics.fields().stream())
                .toList();
        List<Choice> simple = List.of(
                new Choice.Write(new FieldMeaning("Written by hand", "")),
                new Choice.Lock(),
                new Choice.Clear(),
                new Choice.Unlock());
        if (fields.isEmpty() || choices.below(20) == 19) {
            return new DecideField(context, new FieldId("unheard_of"), simple.get(0));
        }
        SemanticField field = choices.of(fields);
        return new DecideField(context, field.id(), choice(field, choices));
    }

    private static Choice choice(SemanticField field, Choices choices) {
        List<Choice> all = new ArrayList<>(List.of(
                new Choice.Write(new FieldMeaning("Written by hand", "")),
                new Choice.Lock(),
                new Choice.Clear(),
                new Choice.Unlock()));
        field.candidates().forEach(candidate -> all.add(new Choice.Accept(candidate)));
        field.candidates().forEach(candidate -> all.add(new Choice.Reject(candidate)));
        return choices.of(all);
    }

    /** Two fields, or one twice, or one and another that is not there. */
    private static ReviewCommand decideFields(Sight sight, CommandContext context, Choices choices) {
        List<SemanticField> fields = new ArrayList<>(sight.found().map(ReviewSession::semantics).stream()
                .flatMap(semantics -> semantics.fields().stream())
                .toList());
        boolean nonsense = fields.isEmpty() || choices.below(8) == 7;
        if (nonsense) {
            fields.add(SemanticField.unknown(new FieldId("unheard_of")));
        }
        SemanticField first = choices.of(fields);
        SemanticField second = nonsense ? fields.get(fields.size() - 1) : choices.of(fields);
        return new DecideFields(
                context,
                List.of(
                        new FieldDecisionRequest(first.id(), choice(first, choices)),
                        new FieldDecisionRequest(second.id(), choice(second, choices))));
    }

    private static ReviewCommand feedback(Sight sight, CommandContext context, Choices choices) {
        List<FeedbackTarget> targets = new ArrayList<>(List.of(new FeedbackTarget(Kind.PROFILE, "")));
        ClarificationMoves.questions(sight).forEach(id -> targets.add(new FeedbackTarget(Kind.QUESTION, id.value())));
        sight.found().ifPresent(session -> {
            session.findings()
                    .forEach(finding -> targets.add(
                            new FeedbackTarget(Kind.FINDING, finding.id().value())));
            session.semantics()
                    .fields()
                    .forEach(field -> targets.add(
                            new FeedbackTarget(Kind.DRAFT, field.id().value())));
        });
        return new RecordFeedback(
                context,
                choices.of(targets),
                choices.of(List.of(Locale.ENGLISH, Locale.forLanguageTag("ru"))),
                choices.of(Thumb.values()),
                choices.of(List.of("", "clear")));
    }

    private static ReviewCommand acceptFinding(Sight sight, CommandContext context, Choices choices) {
        List<FindingId> findings = new ArrayList<>(sight.found().stream()
                .flatMap(session -> session.findings().stream())
                .filter(finding -> finding.status() != FindingStatus.RESOLVED)
                .sorted(Comparator.comparing(finding -> finding.severity() == Severity.BLOCKING))
                .map(Finding::id)
                .toList());
        findings.add(new FindingId("UNHEARD"));
        return new AcceptFinding(context, choices.of(findings), choices.of(List.of("known", "seen")));
    }
}
