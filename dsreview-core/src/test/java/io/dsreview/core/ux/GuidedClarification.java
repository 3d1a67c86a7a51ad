package io.dsreview.core.ux;

import static io.dsreview.api.session.RecommendedAction.*;
import static io.dsreview.core.ux.Step.*;

import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.access.Role;
import io.dsreview.api.clarification.ClarificationSummaryText;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.Topic;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.ClarificationCommand.DeferQuestion;
import io.dsreview.api.command.ClarificationCommand.PauseClarification;
import io.dsreview.api.command.ClarificationCommand.ReopenQuestion;
import io.dsreview.api.command.ClarificationCommand.ResumeClarification;
import io.dsreview.api.command.ClarificationCommand.SkipQuestion;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.screen.UiState;
import io.dsreview.core.ScriptedStore.End;
import io.dsreview.core.World;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import java.util.function.Function;

/** One question at a time, until nothing is in doubt. */
final class GuidedClarification {

    private static final String ASKING =
            "A review of a dataset whose template requires two values, floor and region, that nothing gives.";
    private static final VariableId REGION_VALUE = new VariableId("url_param:region");
    private static final QuestionId FLOOR = Question.idOf(Topic.VARIABLE_VALUE, "url_param:floor");
    private static final QuestionId REGION = Question.idOf(Topic.VARIABLE_VALUE, "url_param:region");
    private static final QuestionId MEANING = Question.idOf(Topic.FIELD_MEANING, "region");
    private static final QuestionId DATASET = Question.idOf(Topic.DATASET, "");
    private static final Step SUMMARY =
            reads("Ann reads the summary.", (view, locale) -> ClarificationSummaryText.of(view.clarification(), locale)
                    .sentences());

    private GuidedClarification() {}

    static Story story() {
        return new Story(
                "T027",
                "Guided clarification",
                """
                Whatever nobody can know from the link is asked, one question at a time, the one that holds up most first. A question \
                says why it matters and what would be guessed. It can be answered, skipped, left to an expert, or answered anew; the \
                clarification can be paused, and then says what was achieved and what is left.""",
                GuidedClarification::node,
                List.of(
                        happy(),
                        Path.of(
                                "The link shows several datasets, and the answer is none of them",
                                "CL6 CL7 OR3",
                                "Nobody has pasted a link yet; it shows two datasets.",
                                () -> Given.nothing(new SampleContext()
                                        .dataset(7)
                                        .dataset(8)
                                        .filter("F-status", "status", "paid")),
                                pastes("Ann pastes the link.", ANSWER_QUESTION),
                                refused(
                                        "Ann answers with a dataset that it does not show.",
                                        answer(DATASET, "9"),
                                        "ANSWER_NOT_AN_OPTION",
                                        ANSWER_QUESTION),
                                does("Ann answers with one that it shows.", answer(DATASET, "7"), DECIDE_MAPPING)),
                        Path.of(
                                "A question is skipped",
                                "CL3",
                                ASKING,
                                GuidedClarification::asking,
                                does("Ann skips the first question.", c -> new SkipQuestion(c, FLOOR), ANSWER_QUESTION),
                                SUMMARY,
                                does("Ann answers the second one.", answer(REGION, "EMEA"), ANSWER_QUESTION)),
                        Path.of(
                                "A question is left to an expert",
                                "CL4",
                                ASKING,
                                GuidedClarification::asking,
                                does(
                                        "Ann leaves the first question to an expert.",
                                        c -> new DeferQuestion(c, FLOOR, "ask the landlord"),
                                        ANSWER_QUESTION),
                                does("Ann answers the second one.", answer(REGION, "EMEA"), REOPEN_QUESTION),
                                SUMMARY,
                                does(
                                        "The expert was asked; Ann reopens the question.",
                                        c -> new ReopenQuestion(c, FLOOR),
                                        ANSWER_QUESTION),
                                does("Ann answers it.", answer(FLOOR, "100"), DECIDE_MAPPING)),
                        Path.of(
                                "Only questions for experts are left",
                                "CL4 OR1",
                                "A review in which two sources disagree about a field; all else is approved, and the preview is ready.",
                                () -> Given.review(World.oneFilter(), world -> Given.previewed(world)
                                        .step(AutomaticReview.dictionary("a.csv", "region,Region,Where"))
                                        .step(AutomaticReview.dictionary("b.csv", "region,Area,Where"))),
                                does(
                                        "Ann leaves the question to an expert.",
                                        c -> new DeferQuestion(c, MEANING, "ask sales"),
                                        REOPEN_QUESTION),
                                does(
                                        "The expert was asked; Ann reopens the question.",
                                        c -> new ReopenQuestion(c, MEANING),
                                        ANSWER_QUESTION),
                                new Step(walk -> walk.command(
                                        "Ann answers it.",
                                        answer(
                                                MEANING,
                                                walk.view()
                                                        .session()
                                                        .clarification()
                                                        .open()
                                                        .get(0)
                                                        .options()
                                                        .get(0)
                                                        .value()),
                                        "done",
                                        LAUNCH))),
                        Path.of(
                                "The clarification is paused",
                                "CL8 CL2",
                                ASKING,
                                GuidedClarification::asking,
                                does("Ann answers the first question.", answer(FLOOR, "100"), ANSWER_QUESTION),
                                does("Ann pauses.", PauseClarification::new, RESUME_CLARIFICATION),
                                SUMMARY,
                                refused(
                                        "Ann answers a question that is not asked now.",
                                        answer(REGION, "EMEA"),
                                        "CLARIFICATION_PAUSED",
                                        RESUME_CLARIFICATION),
                                does("Ann goes on the next day.", ResumeClarification::new, ANSWER_QUESTION)),
                        Path.of(
                                "An answer is given twice",
                                "CL5 CL9",
                                ASKING,
                                GuidedClarification::asking,
                                does("Ann answers the first question.", answer(FLOOR, "100"), ANSWER_QUESTION),
                                repeats("The same answer arrives again.", answer(FLOOR, "100"), ANSWER_QUESTION),
                                refused(
                                        "Another answer to it arrives.",
                                        answer(FLOOR, "200"),
                                        "QUESTION_NOT_ACTIVE",
                                        ANSWER_QUESTION),
                                does(
                                        "Ann reopens it, to answer it otherwise.",
                                        c -> new ReopenQuestion(c, FLOOR),
                                        ANSWER_QUESTION),
                                does("Ann answers it anew.", answer(FLOOR, "200"), ANSWER_QUESTION)),
                        Path.of(
                                "An answer can no longer be revised",
                                "CL9",
                                ASKING,
                                GuidedClarification::asking,
                                does("Ann answers the first question.", answer(FLOOR, "100"), ANSWER_QUESTION),
                                does("Ann answers the second one.", answer(REGION, "EMEA"), DECIDE_MAPPING),
                                does(
                                        "Ann sets another value by hand.",
                                        c -> new SetTemplateValue(c, REGION_VALUE, "APAC"),
                                        DECIDE_MAPPING),
                                refused(
                                        "Ann reopens the question.",
                                        c -> new ReopenQuestion(c, REGION),
                                        "ANSWER_NOT_REVISABLE",
                                        DECIDE_MAPPING)),
                        Path.of(
                                "Somebody else was faster",
                                "RE8 AR6",
                                ASKING,
                                GuidedClarification::asking,
                                does(
                                        "Ann answers the first question in one window.",
                                        answer(FLOOR, "100"),
                                        ANSWER_QUESTION),
                                stale(
                                        "Ann skips it in another one, which shows it still.",
                                        c -> new SkipQuestion(c, FLOOR),
                                        ANSWER_QUESTION)),
                        Path.of(
                                "The permission to answer is missing",
                                "AR4",
                                ASKING,
                                GuidedClarification::asking,
                                as(annAs(Role.OPERATOR), "Ann becomes an operator."),
                                refused(
                                        "Ann answers.",
                                        answer(FLOOR, "100"),
                                        "PERMISSION_MISSING",
                                        ASK_FOR_PERMISSION)),
                        Path.of(
                                "The process ends while an answer is saved",
                                "OR6",
                                ASKING,
                                GuidedClarification::asking,
                                unseen(walk -> walk.store.next(End.STORED, End.LOST)),
                                crashes(
                                        "Ann answers; the process is killed just after the answer is stored.",
                                        answer(FLOOR, "100"),
                                        APPLY_ANSWER),
                                does("Ann resumes the review.", ResumeSession::new, ANSWER_QUESTION)),
                        Path.of(
                                "Clarification is switched off",
                                "AR3",
                                "Nobody has pasted a link yet; its dataset requires a value for region that nothing gives.",
                                () -> Given.nothing(
                                        new SampleContext()
                                                .dataset(
                                                        7,
                                                        TemplateVariable.of(
                                                                VariableKind.URL_PARAM, "region", true, null)),
                                        FeatureFlags.ALL_ON.withClarification(false)),
                                pastes("Ann pastes the link.", RESOLVE_FINDING),
                                refused(
                                        "Ann answers all the same.",
                                        answer(REGION, "EMEA"),
                                        "QUESTION_NOT_ACTIVE",
                                        RESOLVE_FINDING),
                                does(
                                        "Ann sets the value, as the finding says.",
                                        c -> new SetTemplateValue(c, REGION_VALUE, "EMEA"),
                                        REQUEST_PREVIEW))));
    }

    private static Path happy() {
        return Path.of(
                "The happy path",
                "CL1 CL6 CL7 CL8",
                ASKING,
                GuidedClarification::asking,
                reads("Ann reads what is asked.", (view, locale) -> News.between(null, view, List.of(), locale).stream()
                        .filter(each -> each.startsWith("**"))
                        .toList()),
                does("Ann answers it.", answer(FLOOR, "100"), ANSWER_QUESTION),
                does("Ann answers the next one.", answer(REGION, "EMEA"), DECIDE_MAPPING),
                SUMMARY);
    }

    private static String node(Row row) {
        UiState screen = row.screen();
        if (screen == null || row.next() == null) {
            return "";
        }
        return switch (screen.question()) {
            case NONE -> "nothing to ask about";
            case ASKING -> "asking";
            case SAVING -> "saving";
            case PAUSED -> "paused";
            case DEFERRED -> "waiting for an expert";
            case COMPLETED -> "completed";
        };
    }

    private static Walk asking() {
        return Given.review(World.twoVariables());
    }

    private static Function<CommandContext, SessionCommand> answer(QuestionId question, String value) {
        return context -> new AnswerQuestion(context, question, value);
    }
}
