package io.dsreview.core.invariant;

import io.dsreview.api.clarification.Option;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.ClarificationCommand.DeferQuestion;
import io.dsreview.api.command.ClarificationCommand.PauseClarification;
import io.dsreview.api.command.ClarificationCommand.ReopenQuestion;
import io.dsreview.api.command.ClarificationCommand.ResumeClarification;
import io.dsreview.api.command.ClarificationCommand.SkipQuestion;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.id.QuestionId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Commands on questions. */
final class ClarificationMoves {

    private static final int SELDOM = 2;

    static final List<Move> ROWS = List.of(
            Move.command(
                    AnswerQuestion.class,
                    sight -> sight.question().isPresent() ? 120 : SELDOM,
                    ClarificationMoves::answer),
            Move.command(SkipQuestion.class, sight -> sight.question().isPresent() ? 20 : 1, ClarificationMoves::skip),
            Move.command(
                    DeferQuestion.class, sight -> sight.question().isPresent() ? 25 : 1, ClarificationMoves::defer),
            Move.command(
                    ReopenQuestion.class, sight -> sight.reopenable().isEmpty() ? 1 : 15, ClarificationMoves::reopen),
            Move.command(
                    PauseClarification.class,
                    sight -> sight.recovered() ? 5 : 1,
                    (sight, context, choices) -> new PauseClarification(context)),
            Move.command(
                    ResumeClarification.class,
                    sight -> sight.paused() ? 60 : 1,
                    (sight, context, choices) -> new ResumeClarification(context)));

    private ClarificationMoves() {}

    private static ReviewCommand answer(Sight sight, CommandContext context, Choices choices) {
        List<QuestionId> questions = new ArrayList<>();
        List<String> values = new ArrayList<>();
        sight.question().ifPresent(active -> {
            questions.add(active.id());
            active.options().stream().map(Option::value).forEach(values::add);
        });
        sight.found().ifPresent(session -> {
            session.clarification().waiting().stream().map(Question::id).forEach(questions::add);
            session.clarification().answers().forEach(given -> questions.add(given.question()));
        });
        questions.add(new QuestionId("UNHEARD"));
        values.add("EMEA");
        values.add("another");
        return new AnswerQuestion(
                context, choices.below(6) == 5 ? choices.of(questions) : questions.get(0), choices.of(values));
    }

    private static ReviewCommand skip(Sight sight, CommandContext context, Choices choices) {
        return new SkipQuestion(context, choices.of(questions(sight)));
    }

    private static ReviewCommand defer(Sight sight, CommandContext context, Choices choices) {
        return new DeferQuestion(context, choices.of(questions(sight)), choices.of(List.of("", "ask the owner")));
    }

    private static ReviewCommand reopen(Sight sight, CommandContext context, Choices choices) {
        List<QuestionId> questions = new ArrayList<>(sight.reopenable());
        questions.addAll(questions(sight));
        return new ReopenQuestion(context, choices.of(questions));
    }

    /** The active question, those that wait, and one that is none. */
    static List<QuestionId> questions(Sight sight) {
        Stream<QuestionId> open = sight.found().stream()
                .flatMap(session -> session.clarification().open().stream())
                .map(Question::id);
        return Stream.concat(open, Stream.of(new QuestionId("UNHEARD"))).toList();
    }
}
