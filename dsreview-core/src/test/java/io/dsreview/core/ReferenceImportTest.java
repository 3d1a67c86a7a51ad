package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.ledger.AnchorSink;
import io.dsreview.api.semantic.Endorsement;
import io.dsreview.api.semantic.Endorsement.Certification;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.FieldFormat;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.MatchKind;
import io.dsreview.api.semantic.Place;
import io.dsreview.api.semantic.Provenance;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.semantic.SemanticSourceResolver;
import io.dsreview.api.semantic.SemanticSourceResolver.Resolution;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.core.pipeline.Ports;
import io.dsreview.core.seam.Seams;
import io.dsreview.core.semantic.SemanticSources;
import io.dsreview.test.superset.SampleContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a session makes of what a reference dataset says. */
class ReferenceImportTest {

    private static final FieldId REGION = new FieldId("region");
    private static final SemanticSource REFERENCE = SemanticSource.dataset("prod", 12);
    private static final SemanticSource OTHER = SemanticSource.dataset("prod", 14);
    private static final FieldMeaning MEANING =
            new FieldMeaning("Sales region", "Where", new FieldFormat(FieldFormat.Notation.STRFTIME, "%Y"), "EUR");
    private static final Endorsement ENDORSEMENT =
            new Endorsement(new Certification("Data Office", "audited"), List.of("net"), List.of("Ada Admin"));

    private final World world = new World(new SampleContext().dataset(7).build()).start();
    private final List<SemanticSource> asked = new ArrayList<>();

    private static Resolution says(SemanticSource source, Place.Kind kind, FieldMeaning meaning) {
        Sha256 version = Sha256.of("dsreview-test", source.id().value().getBytes(StandardCharsets.UTF_8));
        Place place = new Place.DatasetField(
                new EnvironmentId("prod"), 12, "orders", kind, REGION.value(), "2026-01-01T00:00:00");
        return new Resolution.Resolved(
                version,
                List.of(new SemanticCandidate(
                        REGION,
                        meaning,
                        ENDORSEMENT,
                        new Provenance(source.id(), version, MatchKind.REFERENCE_IMPORT, place))));
    }

    /** Applies a source, of which the reference resolver says the given thing. */
    private void apply(SemanticSource source, Resolution said) {
        SemanticSourceResolver references = (reference, fields, actor) -> {
            asked.add(reference);
            assertThat(fields).contains(REGION);
            assertThat(actor).isEqualTo(World.ANN);
            return said;
        };
        ReviewCore core = new ReviewCore(new Ports(
                world.store,
                world.superset,
                world.superset,
                SemanticSourceResolver.of(new SemanticSources(), references),
                AccessPolicy.byRole(),
                tenant -> FeatureFlags.ALL_ON,
                world.heard::add,
                AnchorSink.noop(),
                new Seams(world.clock, new Random(7))));
        var result = core.execute(new ApplySemanticSource(world.context(World.ANN), source));
        if (result instanceof CommandResult.Accepted) {
            world.keep(result);
        }
    }

    private SemanticField region() {
        return world.session().semantics().field(REGION).orElseThrow();
    }

    @Test
    void SE7_isTakenOverWithFormatUnitAndEndorsement() {
        apply(REFERENCE, says(REFERENCE, Place.Kind.COLUMN, MEANING));
        world.reload();

        assertThat(region().decision().meaning()).contains(MEANING);
        assertThat(region().candidates().get(0).endorsement()).isEqualTo(ENDORSEMENT);
        assertThat(world.session().semantics().sources()).containsOnlyKeys(REFERENCE.id());
    }

    @Test
    void SE1_ranksBehindADictionaryThatNamesTheFieldAndTakesItsPlaceOnlyWhereThereIsNone() {
        apply(REFERENCE, says(REFERENCE, Place.Kind.COLUMN, MEANING));
        world.step(context -> new ApplySemanticSource(
                context, World.csv("z.csv", "field,verbose_name,description", "region,Area,Exactly")));

        assertThat(region().candidates())
                .extracting(candidate -> candidate.provenance().kind())
                .containsExactly(MatchKind.EXACT_DICTIONARY, MatchKind.REFERENCE_IMPORT);
        assertThat(region().decision().meaning()).contains(new FieldMeaning("Area", "Exactly"));
        assertThat(region().isConflicted()).isFalse();
    }

    @Test
    void SE3_aMetricOfThatNameIsOfferedAndNeverTakenOver() {
        apply(REFERENCE, says(REFERENCE, Place.Kind.METRIC, MEANING));

        assertThat(region().candidates()).hasSize(1);
        assertThat(region().decision()).isEqualTo(new FieldDecision.Undecided());
    }

    @Test
    void SE5_twoThatDisagreeLeaveAQuestionWhoseOptionsNameThem() {
        apply(REFERENCE, says(REFERENCE, Place.Kind.COLUMN, MEANING));
        apply(OTHER, says(OTHER, Place.Kind.COLUMN, new FieldMeaning("Area", "")));

        assertThat(region().isConflicted()).isTrue();
        var question = world.session().clarification().active();
        assertThat(question).isNotNull();
        assertThat(question.options())
                .extracting(option -> option.value() + " " + option.label())
                .containsExactly(
                        "prod/dataset/12:column Sales region: Where (prod/dataset/12:column)",
                        "prod/dataset/14:column Area (prod/dataset/14:column)");
    }

    @Test
    void SE4_oneThatCannotBeUsedLeavesAFindingAndChangesNothingElse() {
        apply(REFERENCE, says(REFERENCE, Place.Kind.COLUMN, MEANING));
        var before = world.session().semantics();

        apply(REFERENCE, new Resolution.Unusable(Results.problem("REFERENCE_HIDDEN")));

        assertThat(world.session().semantics().fields()).isEqualTo(before.fields());
        assertThat(world.session().semantics().sources()).isEqualTo(before.sources());
        assertThat(world.session().findings())
                .filteredOn(finding -> finding.problem().code().equals("REFERENCE_HIDDEN"))
                .hasSize(1);
        assertThat(world.heard)
                .filteredOn(event -> event.type() == SessionEvent.Type.SEMANTIC_SOURCE_APPLIED)
                .last()
                .satisfies(event -> assertThat(event.data())
                        .containsEntry("unusable", "REFERENCE_HIDDEN")
                        .doesNotContainKey("version"));
    }

    @Test
    void OR5_isNotAskedForATerminalSession() {
        world.step(CancelSession::new);

        apply(REFERENCE, says(REFERENCE, Place.Kind.COLUMN, MEANING));

        assertThat(asked).isEmpty();
    }
}
