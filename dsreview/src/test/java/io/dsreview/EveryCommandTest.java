package io.dsreview;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Permission;
import io.dsreview.api.access.Role;
import io.dsreview.api.access.Scope;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.command.SemanticCommand.FieldDecisionRequest;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.execution.ExecutionTarget.ChartQuery;
import io.dsreview.api.feedback.Feedback.Thumb;
import io.dsreview.api.feedback.FeedbackTarget;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FindingId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.RecoveryItemId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.core.store.InMemoryReviewStore;
import io.dsreview.test.superset.FakeSuperset;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every command to a session has a method where a user of the library would look for it. */
class EveryCommandTest {

    private static final Actor ANN = Actor.of("acme", "ann", Role.MAINTAINER);
    private static final FieldId REGION = new FieldId("region");
    private static final MappingId MAPPING = new MappingId("m");

    private static final List<Function<Review, ReviewResult>> STEPS = List.of(
            review -> review.apply(SemanticSource.drafts()),
            review -> review.answer(review.activeQuestion().orElseThrow(), "EMEA"),
            Review::preview,
            // Whether somebody may launch is a clause of the gate, whose refusal names the command just as well.
            review -> review.launch(null),
            review -> review.acceptFinding(new FindingId("f"), "known"),
            review -> review.recordFeedback(
                    new FeedbackTarget(FeedbackTarget.Kind.PROFILE, ""), Locale.ENGLISH, Thumb.UP, ""),
            review -> review.clarification().skip(review.activeQuestion().orElseThrow()),
            review -> review.clarification().defer(review.activeQuestion().orElseThrow(), ""),
            review -> review.clarification()
                    .reopen(review.activeQuestion().orElseThrow().id()),
            review -> review.clarification().pause(),
            review -> review.clarification().resume(),
            review -> review.fields().write(REGION, new FieldMeaning("Region", "")),
            review -> review.fields().decide(List.of(new FieldDecisionRequest(REGION, new Choice.Lock()))),
            review -> review.fields().removeSource(new SourceId("orders.csv")),
            review -> review.mappings().approve(MAPPING),
            review -> review.mappings().override(MAPPING, "new"),
            review -> review.values().set(VariableKind.URL_PARAM.variable("region"), "EMEA"),
            review -> review.values().accept(VariableKind.URL_PARAM.variable("region")),
            review -> review.values().clear(VariableKind.URL_PARAM.variable("region")),
            review -> review.execution().choose(new ChartQuery(7)),
            review -> review.execution().stopLaunch(),
            review -> review.execution().handOff(),
            review -> review.execution().confirmLaunch("seen"),
            review -> review.recovery().recover(),
            review -> review.recovery().cancel(),
            review -> review.recovery().resolve(new RecoveryItemId("i")),
            review -> review.lifecycle().resume(),
            review -> review.lifecycle().cancel(),
            review -> review.lifecycle().archive(),
            review -> review.lifecycle().unarchive(),
            review -> review.lifecycle().delete());

    /** Lets everybody start and read, and nothing else, so that each step is refused and leaves its command's name. */
    private static final AccessPolicy READING = new AccessPolicy() {
        @Override
        public boolean permits(Actor actor, Permission permission) {
            return permission == Permission.SESSION_CREATE || permission == Permission.SESSION_READ;
        }

        @Override
        public Scope scopeOf(Actor actor) {
            return AccessPolicy.byRole().scopeOf(actor);
        }
    };

    @Test
    void isOneStepOfAReview() {
        FakeSuperset superset = new FakeSuperset(new SampleContext()
                .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null))
                .build());
        Review review = DsReview.builder()
                .superset(superset, superset)
                .store(new InMemoryReviewStore())
                .accessPolicy(READING)
                .build()
                .start(ANN, "https://superset.test/superset/dashboard/1/")
                .orElseThrow();

        List<ReviewResult> results =
                STEPS.stream().map(step -> step.apply(review)).toList();

        assertThat(results).allMatch(result -> result.review().isEmpty());
        assertThat(review.audit().events())
                .filteredOn(event -> event.type() == SessionEvent.Type.REFUSED)
                .extracting(event -> event.data().get("command"))
                .containsExactlyInAnyOrderElementsOf(
                        commands(SessionCommand.class).map(Class::getSimpleName).toList());
    }

    private static Stream<Class<?>> commands(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(EveryCommandTest::commands);
    }
}
