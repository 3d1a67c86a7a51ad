package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.inference.InferenceProvider;
import io.dsreview.api.ledger.AnchorSink;
import io.dsreview.api.privacy.MaskedText;
import io.dsreview.api.privacy.PiiMasker;
import io.dsreview.api.semantic.CandidateText;
import io.dsreview.api.semantic.Confidence;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.MatchKind;
import io.dsreview.api.semantic.PiiClass;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.core.dictionary.DictionaryProblem;
import io.dsreview.core.pipeline.Ports;
import io.dsreview.core.seam.Seams;
import io.dsreview.core.semantic.SemanticSources;
import io.dsreview.test.inference.ScriptedInference;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftsTest {

    private static final FieldId REGION = new FieldId("region");
    private static final PiiMasker TRUSTING = text -> Optional.of(new MaskedText(text.replace("region", "XXX")));

    private final World world = new World(new SampleContext().dataset(7).build()).start();
    private final ScriptedInference model = new ScriptedInference();

    private void drafts(PiiMasker masker) {
        drafts(model, masker);
    }

    private void drafts(InferenceProvider provider, PiiMasker masker) {
        ReviewCore core = new ReviewCore(new Ports(
                world.store,
                world.superset,
                world.superset,
                new SemanticSources(Map.of(), provider, masker),
                AccessPolicy.byRole(),
                tenant -> FeatureFlags.ALL_ON,
                event -> {},
                AnchorSink.noop(),
                new Seams(world.clock, new Random(7))));
        CommandContext context = world.context(World.ANN);
        world.keep(core.execute(new ApplySemanticSource(context, SemanticSource.drafts())));
    }

    private SemanticField region() {
        return world.session().semantics().field(REGION).orElseThrow();
    }

    private Finding finding(String code) {
        return world.session().findings().stream()
                .filter(finding -> finding.problem().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class SE6_withoutATrustedMatch {

        @Test
        void aDraftIsOfferedAndMarkedAsSuch() {
            model.answer(
                    "[{\"field\":\"0\",\"verbose_name\":\"Region\",\"description\":\"Where.\",\"pii\":\"quasi\"}]");

            drafts(TRUSTING);

            assertThat(region().decision()).isEqualTo(new FieldDecision.Undecided());
            assertThat(region().candidates()).singleElement().satisfies(draft -> {
                assertThat(draft.provenance().kind()).isEqualTo(MatchKind.AI_DRAFT);
                assertThat(draft.confidence()).isEqualTo(Confidence.LOW);
                assertThat(draft.meaning().pii()).isEqualTo(PiiClass.QUASI);
                assertThat(CandidateText.of(draft, Locale.ENGLISH))
                        .hasToString("It is a draft that the model script-1 of scripted wrote; nobody has checked it.");
            });
        }

        @Test
        void theModelSeesMaskedNamesOfOpenFieldsOnly() {
            world.step(context -> new ApplySemanticSource(
                    context, World.csv("a.csv", "field,verbose_name,description", "status,Status,How far")));
            model.answer("[]");

            drafts(TRUSTING);

            assertThat(model.prompts()).singleElement().satisfies(prompt -> {
                assertThat(prompt.data().value())
                        .contains("\"name\":\"XXX\"")
                        .doesNotContain("region")
                        .doesNotContain("status");
                assertThat(prompt.instruction()).doesNotContain("region");
            });
            assertThat(region().candidates()).isEmpty();
        }

        @Test
        void nothingLeavesAndAFindingSaysWhyUnlessTheHostSetsAMasker() {
            drafts(PiiMasker.denyAll());

            assertThat(model.prompts()).isEmpty();
            assertThat(region().candidates()).isEmpty();
            Finding finding = finding("DRAFTS_NOT_ALLOWED");
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.problem().target()).isEqualTo("source ai-drafts");
        }

        @Test
        void askingAgainKeepsTheDraftsOfFieldsThatTheModelIsNotAskedAboutAgain() {
            model.answer("[{\"field\":\"0\",\"verbose_name\":\"Drafted\"}]");
            drafts(TRUSTING);
            List<SemanticCandidate> drafted = region().candidates();
            world.step(context -> new DecideField(context, REGION, new DecideField.Choice.Accept(drafted.get(0))));
            model.answer("[]");

            drafts(TRUSTING);

            assertThat(region().candidates()).isEqualTo(drafted);
            assertThat(world.session().semantics().leftAlone()).isEmpty();
        }

        @Test
        void askingAgainReplacesTheDraftsOfFieldsThatTheModelIsAskedAboutAgain() {
            model.answer("[{\"field\":\"0\",\"verbose_name\":\"Drafted\"}]");
            drafts(TRUSTING);
            model.answer("[{\"field\":\"0\",\"verbose_name\":\"Drafted anew\"}]");

            drafts(TRUSTING);

            assertThat(region().candidates())
                    .extracting(draft -> draft.meaning().verboseName())
                    .containsExactly("Drafted anew");
        }

        @Test
        void anExactDictionaryComesBeforeTheDraftAndIsTakenOver() {
            model.answer("[{\"field\":\"0\",\"verbose_name\":\"Drafted\"}]");
            drafts(TRUSTING);

            world.step(context -> new ApplySemanticSource(
                    context, World.csv("z.csv", "field,verbose_name,description", "region,Region,Where")));

            assertThat(region().candidates())
                    .extracting(candidate -> candidate.provenance().kind())
                    .containsExactly(MatchKind.EXACT_DICTIONARY, MatchKind.AI_DRAFT);
            assertThat(region().decision()).isInstanceOf(FieldDecision.Imported.class);
        }
    }

    @Nested
    class SE4_anAnswerThatIsNoListOfDrafts {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "I am sorry.",
                    "{}",
                    "[{\"field\":\"99\",\"verbose_name\":\"x\"}]",
                    "[{\"field\":\"-1\",\"verbose_name\":\"x\"}]",
                    "[{\"field\":\"region\",\"verbose_name\":\"x\"}]",
                    "[{\"field\":\"0\"},{\"field\":\"0\"}]",
                    "[{\"field\":\"0\",\"description\":\"=cmd()\"}]",
                    "[{\"field\":\"0\",\"pii\":\"perhaps\"}]"
                })
        void leavesNothingButAFinding(String answer) {
            model.answer(answer);
            List<SemanticField> before = world.session().semantics().fields();

            drafts(TRUSTING);

            assertThat(world.session().semantics().fields()).isEqualTo(before);
            assertThat(finding("DRAFTS_UNUSABLE").severity()).isEqualTo(Severity.WARNING);
        }

        @Test
        void isSaidToBeMissingWithoutBlamingSupersetWhereTheProviderThrows() {
            drafts(
                    (prompt, actor) -> {
                        throw new IllegalStateException("secret-of-the-provider");
                    },
                    TRUSTING);

            Problem problem = finding("INTERRUPTED").problem();
            assertThat(ProblemText.of(problem, Locale.ENGLISH).message())
                    .isEqualTo("A request to a connected system (Superset, a model or a dictionary) ended without"
                            + " an answer.");
            assertThat(ProblemText.of(problem, Locale.forLanguageTag("ru")).message())
                    .contains("модели");
        }

        @Test
        void leavesTheProvidersOwnProblem() {
            model.fail(Problem.of(DictionaryProblem.SOURCE_NOT_READABLE));

            drafts(TRUSTING);

            assertThat(finding("SOURCE_NOT_READABLE").problem().target()).isEqualTo("source ai-drafts");
        }
    }
}
