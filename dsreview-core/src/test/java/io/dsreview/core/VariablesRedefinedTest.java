package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.MappingCommand.AcceptTemplateValue;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.mapping.TemplateField;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a variable's value when a later recovery finds the variable defined otherwise. */
class VariablesRedefinedTest {

    private static final TemplateVariable EMEA = region(true, "EMEA");

    private static TemplateVariable region(boolean required, String fallback) {
        return TemplateVariable.of(VariableKind.URL_PARAM, "region", required, fallback);
    }

    private static SampleContext with(TemplateVariable... variables) {
        return new SampleContext().dataset(7, variables);
    }

    private static World recover(World world, SampleContext context) {
        world.superset.recover(link -> new Recovery.Recovered(context.build()));
        return world.step(RecoverContext::new);
    }

    private static World accepted() {
        return new World(with(EMEA).build())
                .start()
                .step(context -> new AcceptTemplateValue(context, EMEA.id()))
                .step(RequestPreview::new);
    }

    @Test
    void OR8_anAcceptedDefaultIsAcceptedNoMoreOnceTheDefaultIsAnother() {
        World world = accepted();
        assertThat(world.clauses()).isEmpty();

        recover(world, with(region(true, "APAC")));

        assertThat(world.session().values()).isEmpty();
        assertThat(world.clauses()).contains("L4");
    }

    @Test
    void OR7_norWhereTheVariableHasNoDefaultAnyMore() {
        World world = accepted();

        recover(
                world,
                with(new TemplateVariable(
                        EMEA.id(),
                        EMEA.kind(),
                        "region",
                        true,
                        null,
                        List.of(TemplateField.of(TemplateField.Kind.ROW_LEVEL_RULE)),
                        List.of())));

        assertThat(world.clauses()).contains("L4");
        assertThat(Results.codes(world.attempt(World.ANN, RequestPreview::new)))
                .containsExactly("VARIABLE_WITHOUT_VALUE");
    }

    @Test
    void OR8_anAcceptedDefaultStaysWhileItIsTheDefault() {
        World world = accepted();

        recover(world, with(region(false, "EMEA")));

        assertThat(world.session().values()).singleElement().returns(true, VariableValue::isApproved);
        assertThat(world.clauses()).isEmpty();
    }

    @Test
    void OR8_aValueThatAPersonSetIsSentWhateverTheDefault() {
        World world = new World(with(EMEA).build())
                .start()
                .step(context -> new SetTemplateValue(context, EMEA.id(), "LATAM"));

        recover(world, with(region(true, "APAC"))).step(RequestPreview::new);

        assertThat(world.clauses()).isEmpty();
        assertThat(world.superset.compiled()).singleElement().satisfies(inputs -> assertThat(inputs.urlParameters())
                .containsOnly(entry("region", "LATAM")));
    }

    @Test
    void MP1_aValueOfTheLinkThatNobodyApprovedFollowsTheLink() {
        World world = new World(with(EMEA).urlParameter("region", "north").build()).start();

        recover(world, with(EMEA).urlParameter("region", "south"));

        assertThat(world.session().values()).extracting(VariableValue::value).containsExactly("south");
    }

    @Test
    void RE1_aValueThatAPersonSetOutlastsTheAbsenceOfItsVariable() {
        World world = new World(with(EMEA).urlParameter("region", "of the link").build())
                .start()
                .step(context -> new SetTemplateValue(context, EMEA.id(), "mine"));
        VariableValue mine = world.session().values().get(0);

        recover(world, with().urlParameter("region", "of the link")).step(RequestPreview::new);

        assertThat(world.clauses()).isEmpty();
        assertThat(world.superset.compiled()).singleElement().satisfies(inputs -> assertThat(inputs.urlParameters())
                .isEmpty());
        assertThat(world.session().approved().values()).isEmpty();

        recover(world, with(EMEA).urlParameter("region", "of the link"));

        assertThat(world.session().values()).containsExactly(mine);
    }

    @Test
    void OR8_anApprovalOfWhatIsAwayDoesNotKeepALaunchFromBeingRepeated() {
        World world =
                new World(with(EMEA).build()).start().step(context -> new SetTemplateValue(context, EMEA.id(), "mine"));
        recover(world, with()).step(RequestPreview::new).launch();

        world.step(RequestPreview::new).launch();

        assertThat(world.superset.launched()).hasSize(2);
    }
}
