package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.MappingCommand.AcceptTemplateValue;
import io.dsreview.api.command.MappingCommand.ClearTemplateValue;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.mapping.VariableValue.Origin;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.test.superset.SampleContext;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What persons said of a variable's value can be taken back: it then has what it would have had without them. */
class ClearedValueTest {

    private static final TemplateVariable REGION = TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null);
    private static final TemplateVariable STATUS =
            TemplateVariable.of(VariableKind.FILTER_VALUES, "status", false, "new");

    private static World of(SampleContext context) {
        return new World(context.build()).start();
    }

    private static World clear(World world, TemplateVariable variable) {
        return world.step(context -> new ClearTemplateValue(context, variable.id()));
    }

    private static EffectiveInputs sent(World world) {
        return world.step(RequestPreview::new)
                .session()
                .execution()
                .preview()
                .orElseThrow()
                .inputs();
    }

    @Test
    void MP2_aFilterReachesTheQueryAgainWithTheApprovalThatItHas() {
        MappingId mapping = new MappingId("F-status->variable:filter_values:status");
        World world = of(new SampleContext().dataset(7, STATUS).filter("F-status", "status", "paid", "open"))
                .approveAll()
                .step(context -> new SetTemplateValue(context, STATUS.id(), "lost"));
        assertThat(sent(world).mappings()).extracting(ExecutionMapping::id).doesNotContain(mapping);

        clear(world, STATUS);

        assertThat(world.clauses()).containsExactly("L7");
        assertThat(sent(world).mappings()).extracting(ExecutionMapping::id).containsExactly(mapping);
        assertThat(world.clauses()).isEmpty();
    }

    @Test
    void MP2_aFilterOfAParameterIsMappedAgain() {
        World world = of(new SampleContext().dataset(7, REGION).filter("F-region", "region", "APAC"))
                .step(context -> new SetTemplateValue(context, REGION.id(), "EMEA"));

        clear(world, REGION).approveAll();

        assertThat(sent(world).urlParameters()).containsEntry("region", "APAC");
    }

    @Test
    void OR7_theLinksValueCountsAgainAndIsNobodysYet() {
        World world = of(new SampleContext().dataset(7, REGION).urlParameter("region", "EMEA"))
                .step(context -> new SetTemplateValue(context, REGION.id(), "APAC"));

        clear(world, REGION);

        assertThat(world.session().values())
                .extracting(VariableValue::value, VariableValue::origin, VariableValue::isApproved)
                .containsExactly(Tuple.tuple("EMEA", Origin.URL, false));
        assertThat(world.clauses()).contains("L4");
        assertThat(world.heard.get(world.heard.size() - 1))
                .returns(SessionEvent.Type.VALUE_CLEARED, SessionEvent::type)
                .satisfies(event -> assertThat(event.data()).containsEntry("variable", "url_param:region"));
    }

    @Test
    void CL5_aRequiredValueIsAskedForAgainAndMayBeAnsweredAsBefore() {
        World world = of(new SampleContext().dataset(7, REGION));
        var question = world.session().clarification().open().get(0).id();
        world.step(context -> new AnswerQuestion(context, question, "EMEA"));
        assertThat(world.session().clarification().open()).isEmpty();

        clear(world, REGION);

        assertThat(world.session().values()).isEmpty();
        assertThat(world.clauses()).contains("L4", "L9");
        world.step(context -> new AnswerQuestion(context, question, "EMEA"));
        assertThat(world.session().values()).extracting(VariableValue::value).containsExactly("EMEA");
    }

    @Test
    void MP5_anAcceptedDefaultIsOnlyTheDefaultAgain() {
        World world = of(new SampleContext().dataset(7, STATUS))
                .step(context -> new AcceptTemplateValue(context, STATUS.id()));

        clear(world, STATUS);

        assertThat(world.session().values()).isEmpty();
    }

    @Test
    void nothingChangesWhereNobodyApprovedAValue() {
        World world = of(new SampleContext().dataset(7, REGION).urlParameter("region", "EMEA"));

        Results.duplicate(world.attempt(World.ANN, context -> new ClearTemplateValue(context, REGION.id())));

        assertThat(Results.codes(world.attempt(
                        World.ANN, context -> new ClearTemplateValue(context, new VariableId("url_param:no")))))
                .containsExactly("VARIABLE_UNKNOWN");
    }
}
