package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.dsreview.api.canonical.JsonText;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.ExecutionCommand.ConfirmManualLaunch;
import io.dsreview.api.command.ExecutionCommand.HandOffLaunch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.LaunchTerms;
import io.dsreview.api.id.LaunchId;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.core.export.Reports;
import io.dsreview.core.seam.LibraryVersion;
import io.dsreview.test.superset.FakeSuperset.LaunchRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RunContextTest {

    private static final String SCHEMA = "run-context-1.schema.json";
    private static final String SQL = "SELECT 'ä \\\" 😀'\n-- 1";

    private static World launched() {
        World world = new World(World.twoVariables().urlParameter("floor", "1").build()).start();
        world.superset.compile(inputs -> new Compilation.Compiled(SQL, "fake"));
        world.superset.terms(new LaunchTerms(250, true, "6.1.0"));
        world.step(context -> new AnswerQuestion(context, new QuestionId("VARIABLE_VALUE:url_param:region"), "EMEA"))
                .step(context -> new ApplySemanticSource(
                        context, World.csv("a.csv", "field,verbose_name,description", "region,Region,Where")))
                .step(context -> new SetTemplateValue(context, VariableKind.URL_PARAM.variable("floor"), "9"));
        return world.approveAll().step(RequestPreview::new).launch();
    }

    private static LaunchAttempt attempt(World world) {
        return world.session().execution().lastLaunch().orElseThrow();
    }

    private static String json(World world) {
        return world.core
                .runContextJson(World.ANN, world.id(), attempt(world).intent().id())
                .orElseThrow();
    }

    private static Map<?, ?> read(String json) {
        return (Map<?, ?>) Objects.requireNonNull(JsonText.parse(json));
    }

    private static Map<?, ?> map(Map<?, ?> parent, String name) {
        return (Map<?, ?>) Objects.requireNonNull(parent.get(name));
    }

    @Test
    void OR16_theExportAloneGivesTheVeryRequestThatWasSent() {
        World world = launched();
        LaunchRequest sent = world.superset.launchRequests().get(0);

        Map<?, ?> request = map(read(json(world)), "request");

        assertThat(request.get("environment"))
                .isEqualTo(sent.inputs().environment().value());
        assertThat(request.get("databaseId")).isEqualTo(sent.inputs().dataset().databaseId());
        assertThat(request.get("schema")).isEqualTo(sent.inputs().dataset().schema());
        assertThat(request.get("sql")).isEqualTo(sent.sql()).isEqualTo(SQL);
        assertThat(request.get("clientId")).isEqualTo(sent.clientId());
        assertThat(request.get("rowLimit")).isEqualTo(250L);
        assertThat(request.get("onWorker")).isEqualTo(true);
        assertThat(request.get("tab")).isEqualTo("dsreview");
        assertThat(sent.terms()).isEqualTo(new LaunchTerms(250, true, "6.1.0"));
        assertThat(request).hasSize(8);
    }

    @Test
    void OR16_theExportSaysWhatWasDecidedByWhomWithWhichVersions() {
        World world = launched();

        Map<?, ?> run = read(json(world));

        assertThat(run.get("session")).isEqualTo(world.id().value());
        assertThat(run.get("launch")).isEqualTo(attempt(world).intent().id().value());
        assertThat(run.get("by")).isEqualTo("ann");
        assertThat(run.get("at")).isEqualTo(world.clock.instant().toString());
        assertThat(run.get("library")).isEqualTo(LibraryVersion.get());
        assertThat(LibraryVersion.get()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(run.get("superset")).isEqualTo("6.1.0");
        assertThat(run.get("channel")).isEqualTo("fake");
        assertThat(run.get("sql")).isNull();
        assertThat(run.get("summary"))
                .isEqualTo(Objects.requireNonNull(attempt(world).intent().summary())
                        .hex());
        assertThat(run.get("fingerprint"))
                .isEqualTo(attempt(world).intent().fingerprint().hash().hex());
        assertThat(map(map(run, "inputs"), "urlParameters")).isEqualTo(Map.of("region", "EMEA", "floor", "9"));
        assertThat(map(map(run, "inputs"), "revision").get("supersetIdentity")).isEqualTo("service");
        Map<?, ?> approved = map(run, "approved");
        assertThat((List<?>) approved.get("mappings")).hasSize(1);
        assertThat((List<?>) approved.get("values")).hasSize(2);
        assertThat((List<?>) approved.get("fields")).isNotEmpty();
        assertThat((List<?>) approved.get("answers")).hasSize(1);
    }

    @Test
    void OR16_theExportIsTheSameAfterARestartAndWhateverIsDecidedLater() {
        World world = launched();
        String before = json(world);
        LaunchId launch = attempt(world).intent().id();

        world.step(context -> new SetTemplateValue(context, VariableKind.URL_PARAM.variable("floor"), "10"));

        assertThat(world.core(true).runContextJson(World.ANN, world.id(), launch))
                .contains(before);
    }

    @Test
    void OR16_theExportIsAsItsPublishedSchemaSays() throws IOException {
        Schema schema = schema();
        World byHand = World.readyToLaunch();
        byHand.superset.launch(sql -> new LaunchOutcome.Refused(Results.problem("NO")));
        byHand.launch().step(HandOffLaunch::new).step(context -> new ConfirmManualLaunch(context, "query 4711"));

        assertThat(schema.validate(json(launched()), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(json(byHand), InputFormat.JSON)).isEmpty();
        assertThat(read(json(byHand)).get("request")).isNull();
        assertThat(read(json(byHand)).get("sql"))
                .isEqualTo(byHand.superset.launched().get(0));
        assertThat(schema.validate(json(launched()).replaceFirst("\\{", "{\"more\": 1,"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(Files.readString(Path.of("../docs/schema").resolve(SCHEMA))).isEqualTo(resource());
    }

    @Test
    void OR16_thereIsNoneOfALaunchThatDidNotRunOrIsOutOfReach() {
        World failed = World.readyToLaunch();
        failed.superset.launch(sql -> new LaunchOutcome.Failed(Results.problem("NO")));
        failed.launch();
        World world = launched();

        assertThat(failed.core.runContextJson(
                        World.ANN, failed.id(), attempt(failed).intent().id()))
                .isEmpty();
        assertThat(world.core.runContextJson(World.ANN, world.id(), new LaunchId("another")))
                .isEmpty();
        assertThat(world.core.runContextJson(
                        World.EVE, world.id(), attempt(world).intent().id()))
                .isEmpty();
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource(), InputFormat.JSON);
    }

    private static String resource() throws IOException {
        try (InputStream file = Objects.requireNonNull(Reports.class.getResourceAsStream(SCHEMA))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
