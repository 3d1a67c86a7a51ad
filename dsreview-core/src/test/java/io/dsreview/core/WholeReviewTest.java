package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.MappingCommand.AcceptTemplateValue;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.ledger.Verification;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeReviewTest {

    private final World world = new World(new SampleContext()
            .dataset(
                    7,
                    TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null),
                    TemplateVariable.of(VariableKind.URL_PARAM, "floor", true, null))
            .filter("F-status", "status", "paid")
            .urlParameter("floor", "100")
            .build());

    @Test
    void goesFromALinkToALaunch() {
        world.start();
        assertThat(clauses()).containsExactly("L4", "L5", "L6", "L9");
        assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.ANSWER_QUESTION);

        world.step(context -> new ApplySemanticSource(
                context,
                World.csv("orders.csv", "field,verbose_name,description", "region,Sales region,Where it was booked")));
        var question = world.session().clarification().active();
        assertThat(question).isNotNull();
        world.step(context -> new AnswerQuestion(context, question.id(), "EMEA"));
        assertThat(world.session().clarification().active()).isNull();
        world.step(context -> new AcceptTemplateValue(context, VariableKind.URL_PARAM.variable("floor")));
        world.approveAll();
        world.step(RequestPreview::new);
        assertThat(clauses()).isEmpty();

        world.step(context -> new SetTemplateValue(context, VariableKind.URL_PARAM.variable("floor"), "200"));
        assertThat(clauses()).containsExactly("L7");
        assertThat(world.attemptLaunch(World.ANN)).isInstanceOf(CommandResult.Rejected.class);

        world.step(RequestPreview::new);
        world.launch();
        assertThat(world.session().execution().lastLaunch().orElseThrow().outcome())
                .isInstanceOf(LaunchOutcome.Succeeded.class);
        assertThat(world.superset.launched())
                .containsExactly(
                        world.session().execution().readyPreview().orElseThrow().sql());
        assertThat(world.core.verifyLedger(World.ANN, world.session().header().id()))
                .hasValueSatisfying(found -> assertThat(found).isInstanceOf(Verification.Verified.class));
        assertThat(world.core.exportJson(World.ANN, world.session().header().id()))
                .hasValueSatisfying(json -> assertThat(json)
                        .containsSubsequence(
                                "{\n  \"format\"", "\"Sales region\"", "\"chain\"", "\"seq\"", "\"hash\""));
    }

    private List<String> clauses() {
        return world.view().readiness().launch().unmet().stream()
                .map(UnmetClause::clause)
                .map(clause -> clause.id())
                .toList();
    }
}
