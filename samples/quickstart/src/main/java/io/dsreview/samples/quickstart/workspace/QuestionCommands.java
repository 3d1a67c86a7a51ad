package io.dsreview.samples.quickstart.workspace;

import io.dsreview.Review;
import io.dsreview.api.clarification.ClarificationSummaryText;
import io.dsreview.api.clarification.Option;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.id.QuestionId;
import io.dsreview.samples.quickstart.terminal.Complaint;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is done with questions.
 *
 * @param desk the open review
 */
record QuestionCommands(Desk desk) {

    List<WorkspaceCommand> all() {
        return List.of(
                new WorkspaceCommand("question", "the question that is asked now", none -> question()),
                new WorkspaceCommand("answer VALUE…", "answer it", this::answer),
                new WorkspaceCommand("skip", "do not answer it now; it is asked again last", none -> skip()),
                new WorkspaceCommand("defer [NOTE]…", "leave it to an expert", this::defer),
                new WorkspaceCommand("questions", "all open questions", none -> questions()),
                new WorkspaceCommand(
                        "reopen QUESTION", "ask a question again that was set aside or answered", this::reopen),
                new WorkspaceCommand("pause", "ask nothing for now, and say what was achieved", none -> pause()),
                new WorkspaceCommand("ask-again", "go on asking after a pause", none -> {
                    if (desk.step("the questions go on", review -> review.clarification()
                            .resume())) {
                        question();
                    }
                }));
    }

    private void question() {
        desk.review()
                .activeQuestion()
                .ifPresentOrElse(asked -> ReviewReport.question(asked, desk.screen()), () -> desk.screen()
                        .say("There is no question."));
    }

    private Question asked() {
        return desk.review().activeQuestion().orElseThrow(() -> new Complaint("There is no question to answer."));
    }

    private void answer(List<String> arguments) {
        Review review = desk.review();
        Question asked = asked();
        String typed = String.join(" ", arguments);
        String value = asked.options().stream()
                .filter(option -> option.value().equals(typed) || option.label().startsWith(typed + " "))
                .map(Option::value)
                .findFirst()
                .orElse(typed);
        if (desk.show("answered: " + value, review.answer(asked, value))) {
            question();
        }
    }

    private void skip() {
        Question asked = asked();
        if (desk.step("skipped", review -> review.clarification().skip(asked))) {
            question();
        }
    }

    private void defer(List<String> note) {
        Question asked = asked();
        if (desk.step("left to an expert", review -> review.clarification().defer(asked, String.join(" ", note)))) {
            question();
        }
    }

    private void questions() {
        desk.screen()
                .table(
                        List.of("N", "QUESTION", "BLOCKS"),
                        ReviewReport.numbered(
                                desk.review().session().clarification().open(),
                                each -> Stream.of(each.id().value(), each.blocking() ? "yes" : "no")));
    }

    private void reopen(List<String> arguments) {
        QuestionId question = new QuestionId(arguments.get(0));
        if (desk.step("asked again", review -> review.clarification().reopen(question))) {
            question();
        }
    }

    private void pause() {
        if (desk.step("paused", review -> review.clarification().pause())) {
            ClarificationSummaryText.of(desk.review().clarification().summary(), Desk.LANGUAGE)
                    .sentences()
                    .forEach(desk.screen()::say);
        }
    }
}
