package io.dsreview.samples.quickstart.story;

import io.dsreview.Review;
import io.dsreview.ReviewResult;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.command.SemanticCommand.FieldDecisionRequest;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.semantic.FieldDecision.Imported;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.session.Semantics;
import io.dsreview.api.session.Semantics.LeftAlone;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the fields mean: looked up, disputed, locked, looked up again, and confirmed together.
 *
 * @param play what the story works with
 * @param sources who says what they mean
 */
record Meanings(Play play, Sources sources) {

    Review lookUp(Review review) {
        if (sources.first().isEmpty()) {
            return review;
        }
        SemanticSource source = sources.first().get();
        play.step("meanings", "source", source.id());
        Review next = play.as(Cast.BEN, review).apply(source).orElseThrow();
        if (next.session().semantics().rejectedSource() != null) {
            play.findings(next);
            return next;
        }
        play.screen()
                .rows(next.session().semantics().fields().stream()
                        .flatMap(field -> field.decision().meaning().stream()
                                .map(meaning ->
                                        List.of(field.id().value(), meaning.verboseName(), meaning.description())))
                        .toList());
        play.done("meanings");
        return sources.other().isEmpty() ? next : dispute(next, sources.other().get());
    }

    private Review dispute(Review review, SemanticSource other) {
        Review next = review.apply(other).orElseThrow();
        for (SemanticField field : next.session().semantics().fields()) {
            if (field.isConflicted()) {
                play.screen().refused(play.phrases().get("dispute", "field", field.id(), "meanings", meanings(field)));
            }
        }
        play.say("dispute");
        return next;
    }

    private static String meanings(SemanticField field) {
        return field.best().stream()
                .map(each ->
                        each.meaning().verboseName() + " (" + each.provenance().source() + ")")
                .collect(Collectors.joining(", "));
    }

    /** Locks a field that a source described, lets the source come again, and confirms what is left. */
    Review protect(Review review) {
        Review ben = play.as(Cast.BEN, review);
        List<FieldId> described = imported(ben).map(SemanticField::id).toList();
        if (described.isEmpty() || sources.again().isEmpty()) {
            return review;
        }
        FieldId locked = described.get(described.size() - 1);
        SemanticSource again = sources.again().get();
        play.step("lock", "source", again.id());
        ben = ben.fields().lock(locked).orElseThrow();
        play.done("locked", "field", locked);
        Semantics before = ben.session().semantics();
        ben = ben.apply(again).orElseThrow();
        follow(before, ben.session().semantics());
        return confirm(ben);
    }

    private void follow(Semantics before, Semantics after) {
        List<String> followed = after.fields().stream()
                .filter(field -> !before.field(field.id())
                        .flatMap(known -> known.decision().meaning())
                        .equals(field.decision().meaning()))
                .map(field -> field.id().value())
                .toList();
        String source = sources.again().map(again -> again.id().value()).orElse("");
        if (followed.isEmpty() && after.leftAlone().isEmpty()) {
            play.done("nothingNew", "source", source);
        }
        if (!followed.isEmpty()) {
            play.done("followed", "source", source, "fields", String.join(", ", followed));
        }
        if (!after.leftAlone().isEmpty()) {
            List<String> alone = after.leftAlone().stream()
                    .map(LeftAlone::field)
                    .map(FieldId::value)
                    .toList();
            play.done("leftAlone", "fields", String.join(", ", alone));
        }
    }

    private Review confirm(Review review) {
        play.step("confirm");
        ReviewResult all = review.fields().decide(requests(imported(review)));
        play.refusal(all);
        List<FieldDecisionRequest> rest = requests(imported(review).filter(field -> !field.locked()));
        if (rest.isEmpty()) {
            return review;
        }
        play.say("nothingConfirmed");
        Review next = review.fields().decide(rest).orElseThrow();
        play.done("confirmed", "count", rest.size());
        return next;
    }

    private static Stream<SemanticField> imported(Review review) {
        return review.session().semantics().fields().stream().filter(field -> field.decision() instanceof Imported);
    }

    private static List<FieldDecisionRequest> requests(Stream<SemanticField> fields) {
        return fields.map(field -> new FieldDecisionRequest(
                        field.id(), new Choice.Accept(((Imported) field.decision()).candidate())))
                .toList();
    }
}
