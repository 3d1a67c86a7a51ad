package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.dsreview.api.canonical.JsonText;
import io.dsreview.api.command.AcceptFinding;
import io.dsreview.api.command.ExecutionCommand.ConfirmManualLaunch;
import io.dsreview.api.command.ExecutionCommand.HandOffLaunch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.RecoveryCommand.ResolveRecoveryItem;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.LaunchClause;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FindingId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.RecoveryItemId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.semantic.Confidence;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.MatchKind;
import io.dsreview.api.semantic.PiiClass;
import io.dsreview.api.session.DatasetProfile;
import io.dsreview.api.session.Report;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.SupersetCompilationAdapter;
import io.dsreview.test.superset.SampleContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReportsTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    /** A session in some state, by what it is called. */
    record State(String name, Supplier<World> world) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<State> states() {
        return Stream.of(
                new State("no dataset", () -> new World(new SampleContext().build()).start()),
                new State("which dataset", () -> new World(
                                new SampleContext().dataset(7).dataset(8).build())
                        .start()),
                new State("recovered", () -> new World(World.twoVariables().build()).start()),
                new State("recovered in part", () -> new World(new SampleContext()
                                .dataset(7)
                                .unresolved("filter:a", RecoveryItem.Kind.FILTER, true, Results.problem("GONE"))
                                .build())
                        .start()
                        .step(c -> new ResolveRecoveryItem(c, new RecoveryItemId("filter:a"), List.of()))),
                new State("decided", ReportsTest::decided),
                new State("preview failed", () -> {
                    World world = new World(World.oneFilter().build()).start();
                    world.superset.compile(inputs -> {
                        throw new IllegalStateException("broken");
                    });
                    return world.step(RequestPreview::new);
                }),
                new State("launched", () -> World.readyToLaunch().launch()),
                new State("launched by hand", () -> {
                    World world = World.readyToLaunch();
                    world.superset.launch(sql -> new LaunchOutcome.Refused(Results.problem("PERMISSION_MISSING")));
                    return world.launch().step(HandOffLaunch::new).step(c -> new ConfirmManualLaunch(c, "query 7"));
                }),
                new State("hostile", () -> talkative(Hostile.TEXTS)));
    }

    private static World decided() {
        World world = new World(World.twoVariables().urlParameter("floor", "3").build()).start();
        return world.step(c -> new ApplySemanticSource(
                        c,
                        World.csv("a.csv", "field,verbose_name,description", "region,Region,Where", "status,State,")))
                .step(c -> new ApplySemanticSource(
                        c, World.csv("b.csv", "field,verbose_name,description", "status,Status,Paid or open")))
                .step(c -> new DecideField(
                        c, new FieldId("amount"), new Choice.Write(new FieldMeaning("Amount", "Gross", null, "EUR"))))
                .step(c -> new DecideField(c, new FieldId("amount"), new Choice.Lock()))
                .step(c -> new SetTemplateValue(c, new VariableId("url_param:region"), "EMEA"))
                .approveAll()
                .step(c -> new OverrideMapping(c, new MappingId("F-status->column:status"), List.of("open")))
                .step(c -> new AcceptFinding(
                        c, new FindingId("MAPPING_APPROVAL_WITHDRAWN:F-status->column:status"), "looks right"));
    }

    /** A session in which every text that can be chosen freely is one of the given ones. */
    static World talkative(List<String> texts) {
        SampleContext context =
                new SampleContext().dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null));
        for (int i = 0; i < texts.size(); i++) {
            context.filter("F" + i, "status", texts.get(i));
        }
        World world = new World(context.build()).start();
        for (String text : texts) {
            world.step(c -> new DecideField(
                    c, new FieldId("region"), new Choice.Write(new FieldMeaning(text, text, null, text))));
            world.step(c -> new SetTemplateValue(c, new VariableId("url_param:region"), text));
            world.step(c -> new AcceptFinding(c, new FindingId("FIELDS_WITHOUT_MEANING"), text));
            String quoted = '"' + text.replace("\"", "\"\"") + '"';
            world.step(c -> new ApplySemanticSource(
                    c,
                    World.csv(
                            "a" + texts.indexOf(text) + ".csv",
                            "field,verbose_name,description",
                            "amount," + quoted + "," + quoted)));
        }
        world.superset.compile(inputs -> new SupersetCompilationAdapter.Compilation.Compiled(
                "SELECT '" + String.join("\n", texts) + "'", "fake"));
        return world.step(RequestPreview::new);
    }

    private static String report(World world, Report report, Report.Format format, Locale locale) {
        return world.core.report(World.ANN, world.id(), report, format, locale).orElseThrow();
    }

    @Nested
    class AR1_asJson {

        @ParameterizedTest
        @MethodSource("io.dsreview.core.ReportsTest#states")
        void everyReportIsWhatItsSchemaSays(State state) {
            World world = state.world().get();

            for (Report report : Report.values()) {
                for (Locale locale : List.of(Locale.ENGLISH, RUSSIAN)) {
                    String json = report(world, report, Report.Format.JSON, locale);

                    assertThat(schema(report).validate(json, InputFormat.JSON))
                            .as(json)
                            .isEmpty();
                }
            }
        }

        @ParameterizedTest
        @EnumSource(Report.class)
        void theSchemaRefusesWhatItDoesNotKnow(Report report) {
            String json = report(decided(), report, Report.Format.JSON, Locale.ENGLISH);

            List<Error> surplus = schema(report).validate(json.replaceFirst("\\{", "{\"more\": 1,"), InputFormat.JSON);
            List<Error> lacking =
                    schema(report).validate(json.replaceFirst("\"language\": \"en\",", ""), InputFormat.JSON);

            assertThat(surplus).isNotEmpty();
            assertThat(lacking).isNotEmpty();
        }

        @ParameterizedTest
        @EnumSource(Report.class)
        void theSchemaInTheDocumentationIsThePublishedOne(Report report) throws IOException {
            String name = name(report);

            assertThat(Files.readString(Path.of("../docs/schema").resolve(name)))
                    .as("docs/schema/%s differs; copy it from the resources of dsreview-core", name)
                    .isEqualTo(resource(name));
        }

        @Test
        void theDocumentationSaysWhereMeaningsComeFromAndWhoDecided() {
            Map<?, ?> document = parse(report(decided(), Report.DOCUMENTATION, Report.Format.JSON, Locale.ENGLISH));

            Map<?, ?> region = named(document, "fields", "name", "region");
            assertThat(map(region, "decision").get("kind")).isEqualTo("IMPORTED");
            assertThat(map(region, "provenance").get("source")).isEqualTo("a.csv");
            assertThat(map(region, "provenance").get("evidence")).isEqualTo(List.of("Line 2 of a.csv describes it."));
            Map<?, ?> amount = named(document, "fields", "name", "amount");
            assertThat(map(amount, "decision").get("by")).isEqualTo("ann");
            assertThat(amount.get("locked")).isEqualTo(true);
            assertThat(map(amount, "meaning").get("unit")).isEqualTo("EUR");
            assertThat((List<?>) named(document, "fields", "name", "status").get("candidates"))
                    .hasSize(2);
            assertThat(map(document, "semanticSources").keySet().stream().map(String::valueOf))
                    .containsExactlyInAnyOrder("a.csv", "b.csv");
        }

        @Test
        void theValidationSaysEveryClauseOfEveryGateAndWhoDecided() {
            World world = decided();
            Map<?, ?> document = parse(report(world, Report.VALIDATION, Report.Format.JSON, Locale.ENGLISH));

            Map<?, ?> launch = named(document, "gates", "gate", "LAUNCH");
            assertThat(values(launch, "clauses", "id"))
                    .isEqualTo(Arrays.stream(LaunchClause.values())
                            .map(LaunchClause::id)
                            .toList());
            assertThat(list(launch, "clauses").stream()
                            .filter(clause -> Boolean.FALSE.equals(clause.get("holds")))
                            .map(clause -> String.valueOf(clause.get("id"))))
                    .containsExactlyElementsOf(world.clauses());
            assertThat(list(document, "decisions").stream().map(each -> each.get("kind") + " " + each.get("decision")))
                    .containsExactlyInAnyOrder("FIELD MANUAL", "VALUE MANUAL", "MAPPING WITHDRAWN", "FINDING ACCEPTED");
            Map<?, ?> ledger = map(document, "ledger");
            assertThat(ledger.get("hash"))
                    .isEqualTo(world.core
                            .ledgerHead(World.ANN, world.id())
                            .orElseThrow()
                            .hash()
                            .hex());
            assertThat(ledger.get("verdict")).isEqualTo("VERIFIED");
        }
    }

    @Nested
    class AR1_asMarkdown {

        @ParameterizedTest
        @MethodSource("io.dsreview.core.ReportsTest#states")
        void everyReportRendersWithoutAnythingThatIsNotOurs(State state) {
            World world = state.world().get();
            for (Report report : Report.values()) {
                for (Locale locale : List.of(Locale.ENGLISH, RUSSIAN)) {
                    String markdown = report(world, report, Report.Format.MARKDOWN, locale);

                    Seen seen = Seen.in(markdown);

                    assertThat(seen.foreign).as(markdown).isEmpty();
                    assertThat(seen.headings).isSubsetOf(ourWords(locale)).isNotEmpty();
                    assertThat(tables(markdown)).allSatisfy(table -> assertThat(table.lines()
                                    .map(row ->
                                            row.chars().filter(c -> c == '|').count())
                                    .distinct())
                            .as(table)
                            .hasSize(1));
                    assertThat(markdown)
                            .doesNotContainPattern("[\\p{Cc}&&[^\\n]]|[\\u202a-\\u202e\\u2066-\\u2069\\u200b]");
                }
            }
        }

        @Test
        void hostileTextIsReadAsItWasWritten() {
            String markdown =
                    report(talkative(Hostile.TEXTS), Report.VALIDATION, Report.Format.MARKDOWN, Locale.ENGLISH);
            String read = TextContentRenderer.builder()
                    .build()
                    .render(Seen.parse(report(
                            talkative(List.of(Hostile.READABLE)),
                            Report.VALIDATION,
                            Report.Format.MARKDOWN,
                            Locale.ENGLISH)));

            assertThat(markdown).contains("\\u202e");
            assertThat(read).contains(Hostile.READABLE);
        }

        @Test
        void everyFieldAndFindingIsInIt() {
            World world = decided();
            String documentation = report(world, Report.DOCUMENTATION, Report.Format.MARKDOWN, Locale.ENGLISH);
            String validation = report(world, Report.VALIDATION, Report.Format.MARKDOWN, Locale.ENGLISH);

            assertThat(documentation)
                    .contains("`region`", "`status`", "`amount`", "Gross", "EUR", "Paid or open", "written by hand");
            world.session().findings().forEach(finding -> assertThat(validation)
                    .contains(finding.problem().code()));
            assertThat(validation).contains("looks right").doesNotContain("\n\n\n");
            assertThat(documentation)
                    .contains("Line 2 of `a.csv` describes it.")
                    .doesNotContain("\n\n\n");
        }

        @Test
        void AR5_isInTheReadersLanguage() {
            World world = decided();

            assertThat(report(world, Report.DOCUMENTATION, Report.Format.MARKDOWN, RUSSIAN))
                    .startsWith("# Документация датасета\n")
                    .contains("описано вручную", "взято из источника")
                    .doesNotContain("Trusted", "nobody yet");
            assertThat(report(world, Report.VALIDATION, Report.Format.MARKDOWN, RUSSIAN))
                    .contains("Выполнены не все условия.", "предупреждение", "сеанс активен")
                    .doesNotContain("The gate is closed");
            assertThat(report(world, Report.VALIDATION, Report.Format.MARKDOWN, Locale.FRENCH))
                    .isEqualTo(report(world, Report.VALIDATION, Report.Format.MARKDOWN, Locale.ENGLISH));
        }
    }

    static Stream<Enum<?>> constants() {
        return Stream.<Enum<?>[]>of(
                        DatasetProfile.Trust.values(),
                        SessionStatus.values(),
                        MatchKind.values(),
                        Confidence.values(),
                        PiiClass.values(),
                        ImportedFilter.Source.values(),
                        FilterOrigin.values(),
                        VariableValue.Origin.values(),
                        MappingStatus.values(),
                        FindingTarget.values(),
                        FindingStatus.values(),
                        Severity.values(),
                        Gate.values(),
                        PreviewStatus.values())
                .flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("constants")
    void AR5_everyConstantInAReportHasWords(Enum<?> constant) {
        assertThat(ResourceBundle.getBundle("io.dsreview.core.export.Reports", Locale.ROOT)
                        .getString(constant.getDeclaringClass().getSimpleName() + "." + constant.name()))
                .isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("states")
    void AR1_theSameSessionGivesTheSameBytes(State state) {
        World world = state.world().get();
        World other = state.world().get();
        for (Report report : Report.values()) {
            for (Report.Format format : Report.Format.values()) {
                String first = report(world, report, format, Locale.ENGLISH);
                world.clock.advance(Duration.ofDays(40));

                assertThat(world.core(true).report(World.ANN, world.id(), report, format, Locale.ENGLISH))
                        .contains(first);
                assertThat(report(other, report, format, Locale.ENGLISH)).isEqualTo(first);
            }
        }
    }

    @Test
    void RE3_aReportOfAForeignSessionDoesNotExist() {
        World world = decided();

        assertThat(world.core.report(World.EVE, world.id(), Report.DOCUMENTATION, Report.Format.JSON, Locale.ENGLISH))
                .isEmpty();
    }

    private static Set<String> ourWords(Locale locale) {
        ResourceBundle words = ResourceBundle.getBundle(
                "io.dsreview.core.export.Reports",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return words.keySet().stream().map(words::getString).collect(Collectors.toSet());
    }

    /** Whatever lines begin with a bar and follow each other. */
    private static List<String> tables(String markdown) {
        return Pattern.compile("(?m)(^\\|.*\n)+")
                .matcher(markdown)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static Schema schema(Report report) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource(name(report)), InputFormat.JSON);
    }

    private static String name(Report report) {
        return report.name().toLowerCase(Locale.ROOT) + "-1.schema.json";
    }

    private static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(ReportsTest.class.getResourceAsStream("/io/dsreview/core/export/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<?, ?> parse(String json) {
        return (Map<?, ?>) Objects.requireNonNull(JsonText.parse(json));
    }

    private static Map<?, ?> map(Map<?, ?> of, String key) {
        return (Map<?, ?>) Objects.requireNonNull(of.get(key));
    }

    private static List<Map<?, ?>> list(Map<?, ?> of, String key) {
        List<Map<?, ?>> maps = new ArrayList<>();
        ((List<?>) Objects.requireNonNull(of.get(key))).forEach(each -> maps.add((Map<?, ?>) each));
        return maps;
    }

    private static List<String> values(Map<?, ?> of, String list, String key) {
        return list(of, list).stream()
                .map(each -> String.valueOf(each.get(key)))
                .toList();
    }

    private static Map<?, ?> named(Map<?, ?> document, String list, String key, String value) {
        return list(document, list).stream()
                .filter(each -> value.equals(each.get(key)))
                .findFirst()
                .orElseThrow();
    }

    /** Texts that try to become something else. */
    static final class Hostile {

        static final String READABLE = "1. *bold* _em_ `code` | cell # head > quote [x](y) <b>&amp;</b> \\ ~~no~~ =1+1";

        static final List<String> TEXTS = List.of(
                "# Heading",
                "\n\n# Heading\n\n- item",
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<!-- -->",
                "[click](javascript:alert(1))",
                "![x](https://evil.example/x.png)",
                "[a]: https://evil.example",
                "https://evil.example/?q=1",
                "www.evil.example",
                "ann@evil.example",
                "<https://evil.example>",
                "a | b | c",
                "\\| `x` | \\\\",
                "` `` ``` ````",
                "```\n</code>\n```",
                "=cmd|' /C calc'!A0",
                "+1+1",
                "-2+3",
                "@SUM(A1)",
                "1. first",
                "- item",
                "> quote",
                "---",
                "***bold*** __strong__ ~~gone~~",
                "&lt;b&gt; &#35;",
                "{{ config.items() }} {% raw %}",
                "'; DROP TABLE users; --",
                "safe\u202egpj.exe",
                "\u2066isolated\u2069 \u200bzero\ufeff",
                "a\u0001b\u001b[31mc",
                "line\u2028separator",
                "Привет, мир",
                "שלום",
                "👩‍💻",
                "    indented",
                "tail\\",
                " ` ",
                READABLE);

        private Hostile() {}
    }

    /** What a rendered document consists of. */
    private static final class Seen extends AbstractVisitor {

        private final List<String> foreign = new ArrayList<>();
        private final Set<String> headings = new TreeSet<>();

        static Seen in(String markdown) {
            Seen seen = new Seen();
            parse(markdown).accept(seen);
            return seen;
        }

        static Node parse(String markdown) {
            return Parser.builder()
                    .extensions(List.of(TablesExtension.create(), AutolinkExtension.create()))
                    .build()
                    .parse(markdown);
        }

        private void foreign(Node node) {
            foreign.add(node.toString());
            visitChildren(node);
        }

        @Override
        public void visit(Link node) {
            foreign(node);
        }

        @Override
        public void visit(Image node) {
            foreign(node);
        }

        @Override
        public void visit(HtmlInline node) {
            foreign(node);
        }

        @Override
        public void visit(HtmlBlock node) {
            foreign(node);
        }

        @Override
        public void visit(BlockQuote node) {
            foreign(node);
        }

        @Override
        public void visit(OrderedList node) {
            foreign(node);
        }

        @Override
        public void visit(Emphasis node) {
            foreign(node);
        }

        @Override
        public void visit(ThematicBreak node) {
            foreign(node);
        }

        @Override
        public void visit(IndentedCodeBlock node) {
            foreign(node);
        }

        @Override
        public void visit(LinkReferenceDefinition node) {
            foreign(node);
        }

        @Override
        public void visit(Heading node) {
            headings.add(TextContentRenderer.builder().build().render(node));
            visitChildren(node);
        }
    }
}
