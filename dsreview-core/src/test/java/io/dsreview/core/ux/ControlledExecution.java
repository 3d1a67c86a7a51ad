package io.dsreview.core.ux;

import static io.dsreview.api.session.RecommendedAction.*;
import static io.dsreview.core.ux.Step.*;

import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.MappingCommand.AcceptTemplateValue;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.execution.LaunchSummary;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.screen.UiState;
import io.dsreview.api.session.ReviewView;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.api.superset.SupersetCompilationAdapter.RevisionReading;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.core.World;
import io.dsreview.test.superset.SampleContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** From approved inputs over Superset's own SQL to a launch. */
final class ControlledExecution {

    static final String BEGUN = "A review of a dataset with one filter that nobody has decided on.";
    static final String READY = "A review whose mapping is approved and whose preview is ready.";
    static final MappingId STATUS = new MappingId("F-status->column:status");
    private static final VariableId REGION = new VariableId("url_param:region");

    private static final Step READS_MAPPINGS = reads(
            "Ann reads how filters reach the query.",
            (view, locale) -> News.between(null, view, List.of(), locale).stream()
                    .filter(each -> each.startsWith("`F"))
                    .toList());

    private ControlledExecution() {}

    static Story story() {
        return new Story(
                "T036",
                "Controlled execution",
                """
                A person approves which filter gives which value, has Superset compile the SQL, looks at it, and launches exactly what was \
                shown. Whatever changes in between closes the gate until it was looked at again. What was sent is never sent twice: \
                what nobody knows the end of is looked up, and another launch takes another approval.""",
                ControlledExecution::node,
                Stream.of(List.of(happy()), inputs(), previews(), LaunchPaths.all())
                        .flatMap(List::stream)
                        .toList());
    }

    private static String node(Row row) {
        UiState screen = row.screen();
        return screen == null ? "" : "preview " + lower(screen.preview()) + ", launch " + lower(screen.launch());
    }

    private static Path happy() {
        return Path.of(
                "The happy path",
                "OR7 OR8 OR11 OR15 MP2 AR6",
                BEGUN,
                () -> Given.review(World.oneFilter()),
                LaunchPaths.EXPLAINS,
                does("Ann approves the mapping.", approve(), REQUEST_PREVIEW),
                unseen(walk -> walk.world.superset.compile(inputs -> {
                    walk.look("Ann requests a preview; Superset is asked.", WAIT_FOR_PREVIEW);
                    return new Compilation.Compiled("SELECT status FROM orders", "chart data");
                })),
                does("Superset has compiled it.", RequestPreview::new, LAUNCH),
                reads("Ann looks at the summary of the launch.", ControlledExecution::summary),
                new Step(walk -> walk.command(
                        "Ann launches what she was shown.", walk.world::launching, "done", REVIEW_RESULT)));
    }

    private static List<Path> inputs() {
        return List.of(
                Path.of(
                        "A mapping is rejected",
                        "MP1 MP2",
                        BEGUN,
                        () -> Given.review(World.oneFilter()),
                        does(
                                "Ann rejects the mapping: the filter shall not reach the query.",
                                c -> new DecideMappings(c, List.of(STATUS), false),
                                REQUEST_PREVIEW)),
                Path.of(
                        "Something of a value is lost on its way",
                        "MP3 MP4",
                        "A review whose filter gives a column of numbers a text.",
                        () -> Given.review(new SampleContext().dataset(7).filter("F", "amount", "many")),
                        READS_MAPPINGS,
                        refused(
                                "Ann approves the mapping without a look at its warning.",
                                c -> new DecideMappings(c, List.of(new MappingId("F->column:amount")), true),
                                "MAPPING_WARNINGS_NOT_ACCEPTED",
                                DECIDE_MAPPING),
                        new Step(walk -> walk.command(
                                "Ann approves it together with what is lost.",
                                c -> new DecideMappings(
                                        c,
                                        List.of(new MappingId("F->column:amount")),
                                        true,
                                        walk.view().session().mappings().stream()
                                                .map(ExecutionMapping::content)
                                                .toList()),
                                "done",
                                REQUEST_PREVIEW))),
                Path.of(
                        "A filter is only offered to a parameter",
                        "MP1 MP3",
                        "A review of a dataset whose template requires a value for region, and a filter on region with two values.",
                        () -> Given.review(new SampleContext()
                                .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null))
                                .filter("F", "region", "EMEA", "APAC")),
                        READS_MAPPINGS,
                        new Step(walk -> walk.command(
                                "Ann approves what is offered, with what is lost.",
                                c -> new DecideMappings(
                                        c,
                                        walk.view().session().mappings().stream()
                                                .map(ExecutionMapping::id)
                                                .toList(),
                                        true,
                                        walk.view().session().mappings().stream()
                                                .map(ExecutionMapping::content)
                                                .toList()),
                                "done",
                                REQUEST_PREVIEW))),
                Path.of(
                        "A required variable takes its value from the link",
                        "OR7 MP1",
                        "A review of a dataset whose template requires a value for region, which the link gives.",
                        () -> Given.review(new SampleContext()
                                .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null))
                                .urlParameter("region", "EMEA")),
                        new Step(walk -> walk.command(
                                "Ann launches at once.", walk.world::launching, "refused: L4 L6", SET_VALUE)),
                        does("Ann accepts the value.", c -> new AcceptTemplateValue(c, REGION), REQUEST_PREVIEW)),
                Path.of(
                        "A required variable has no value",
                        "OR7",
                        "A review of a dataset whose template requires a value for region; the question is open.",
                        () -> Given.review(new SampleContext()
                                .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null))),
                        refused(
                                "Ann requests a preview.",
                                RequestPreview::new,
                                "VARIABLE_WITHOUT_VALUE",
                                ANSWER_QUESTION),
                        does("Ann sets the value.", c -> new SetTemplateValue(c, REGION, "EMEA"), REQUEST_PREVIEW),
                        does("Ann requests the preview again.", RequestPreview::new, LAUNCH)));
    }

    private static List<Path> previews() {
        return List.of(
                Path.of(
                        "The preview fails",
                        "SC3 SC4 OR7",
                        "A review of a dataset with one filter, whose mapping is approved.",
                        () -> Given.review(World.oneFilter(), World::approveAll),
                        unseen(walk -> walk.world.superset.compile(inputs -> new Compilation.Failed(List.of(
                                Given.superset("PREVIEW_NOT_COMPILED", "serverSays", "column “status” does not exist")
                                        .about("column:status"))))),
                        does(
                                "Ann requests a preview; Superset cannot compile it.",
                                RequestPreview::new,
                                REQUEST_PREVIEW),
                        unseen(walk -> walk.world.superset.compile(
                                inputs -> new Compilation.Compiled("SELECT status FROM orders", "chart data"))),
                        does("The column is back, and Ann requests the preview again.", RequestPreview::new, LAUNCH)),
                Path.of(
                        "No way of compiling carries all inputs",
                        "SC7 OR13",
                        "A review of a dataset whose template asks for a variable that this Superset cannot be given; it has a value.",
                        () -> Given.review(
                                new SampleContext()
                                        .dataset(7, TemplateVariable.of(VariableKind.VARIABLE, "floor", true, null)),
                                world -> world.step(
                                        c -> new SetTemplateValue(c, VariableKind.VARIABLE.variable("floor"), "100"))),
                        unseen(walk ->
                                walk.world.superset.compile(inputs -> new Compilation.NotCarried(List.of(Given.superset(
                                                "PREVIEW_INPUT_NOT_CARRIED",
                                                "input",
                                                "variable variable:floor",
                                                "reason",
                                                "VERSION_CANNOT_RENDER")
                                        .about("variable variable:floor"))))),
                        does("Ann requests a preview.", RequestPreview::new, LAUNCH_BY_HAND),
                        does(
                                "Ann takes the launch over by hand, without SQL.",
                                LaunchPaths.HAND_OFF,
                                CONFIRM_MANUAL_LAUNCH),
                        does("Ann confirms that it has run.", LaunchPaths.CONFIRM, REVIEW_RESULT)),
                Path.of(
                        "The preview is stale",
                        "OR9 MP2 MP5",
                        READY,
                        Given::readyToLaunch,
                        does(
                                "Ann gives the mapping another value.",
                                c -> new OverrideMapping(c, STATUS, List.of("open")),
                                DECIDE_MAPPING),
                        new Step(walk -> walk.command(
                                "Ann launches all the same.", walk.world::launching, "refused: L5 L7", DECIDE_MAPPING)),
                        does("Ann approves the mapping with its present value.", approve(), REQUEST_PREVIEW),
                        does("Ann requests the preview again.", RequestPreview::new, LAUNCH)),
                Path.of(
                        "A relative range has moved on",
                        "OR9",
                        "A review with a time filter for the last week, whose mapping is approved and whose preview is ready.",
                        () -> Given.review(
                                new SampleContext().dataset(7).filter(Given.time("Last week")), Given::previewed),
                        happens(
                                "An hour passes.",
                                walk -> walk.world.clock.advance(Duration.ofHours(1)),
                                REQUEST_PREVIEW),
                        does("Ann requests the preview again.", RequestPreview::new, LAUNCH)),
                Path.of(
                        "The dataset changes in Superset",
                        "SC6 SC2",
                        READY,
                        Given::readyToLaunch,
                        unseen(ControlledExecution::changes),
                        new Step(walk -> walk.command(
                                "Ann launches; somebody has changed the dataset.",
                                walk.world::launching,
                                "refused: L7",
                                LAUNCH)),
                        does("Ann requests the preview again.", RequestPreview::new, RESOLVE_FINDING),
                        does("Ann has the context recovered again.", RecoverContext::new, LAUNCH)));
    }

    private static void changes(Walk walk) {
        DatasetRevision changed = DatasetRevision.of("2", SampleContext.IDENTITY);
        walk.world.superset.revision(new RevisionReading.Known(changed));
        walk.world.superset.recover(link ->
                new Recovery.Recovered(World.withRevision(World.oneFilter().build(), changed)));
    }

    static Function<CommandContext, SessionCommand> approve() {
        return context -> new DecideMappings(context, List.of(STATUS), true);
    }

    /** What a host shows before a launch; its words are the host's. */
    private static List<String> summary(ReviewView view, Locale locale) {
        LaunchSummary summary = Objects.requireNonNull(view.readiness().summary());
        String values = summary.values().stream()
                .map(value -> "`" + value.name() + "` = " + value.value() + " ("
                        + (value.approval() == null
                                ? "–"
                                : value.approval().by().value()) + ")")
                .reduce((one, other) -> one + ", " + other)
                .orElse("–");
        return List.of("`" + summary.dataset().name() + "` @ `"
                + summary.environment().value() + "`: " + values + "; "
                + summary.revision().supersetIdentity() + ", ≤ "
                + summary.terms().rowLimit());
    }

    private static String lower(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
