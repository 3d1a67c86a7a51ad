package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.command.AcceptFinding;
import io.dsreview.api.command.CommandResult.Duplicate;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.id.FindingId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.test.superset.SampleContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AcceptFindingTest {

    private static final FindingId UNKNOWN_FIELDS = new FindingId("FIELDS_WITHOUT_MEANING");

    private final World world = new World(new SampleContext().dataset(7).build()).start();

    private void accept(String why) {
        world.step(context -> new AcceptFinding(context, UNKNOWN_FIELDS, why));
    }

    private Finding finding() {
        return find(world, UNKNOWN_FIELDS.value());
    }

    private static Finding find(World world, String id) {
        return world.session().findings().stream()
                .filter(finding -> finding.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class AnAcceptedFinding {

        @Test
        void saysWhoAcceptedItWhenAndWhy() {
            world.clock.advance(Duration.ofMinutes(5));

            accept("They are explained in the wiki.");

            assertThat(finding().status()).isEqualTo(FindingStatus.ACCEPTED);
            assertThat(finding().acceptance())
                    .isEqualTo(new Finding.Acceptance(
                            new UserId("ann"), world.clock.instant(), "They are explained in the wiki."));
            assertThat(finding().foundAt()).isBefore(world.clock.instant());
            assertThat(finding().resolvedAt()).isNull();
            assertThat(world.reload().session().findings()).contains(finding());
        }

        @Test
        void staysAcceptedWhileItSaysTheSame() {
            accept("known");
            Finding accepted = finding();

            world.step(context -> new ApplySemanticSource(context, dictionary()));

            assertThat(finding()).isEqualTo(accepted);
        }

        @Test
        void isOpenAgainOnceItSaysSomethingElse() {
            accept("known");

            world.step(context -> new ApplySemanticSource(context, dictionary("region,Region,Where")));

            assertThat(finding().problem().arguments()).containsEntry("count", "2");
            assertThat(finding().status()).isEqualTo(FindingStatus.OPEN);
            assertThat(finding().acceptance()).isNull();
        }

        @Test
        void isResolvedOnceItNoLongerHoldsAndKeepsItsHistory() {
            accept("known");

            world.step(context -> new ApplySemanticSource(context, dictionary("region,R,", "status,S,", "amount,A,")));

            assertThat(finding().status()).isEqualTo(FindingStatus.RESOLVED);
            assertThat(finding().resolvedAt()).isEqualTo(world.clock.instant());
            assertThat(finding().acceptance()).isNotNull();
            assertThat(Results.codes(
                            world.attempt(World.ANN, context -> new AcceptFinding(context, UNKNOWN_FIELDS, "known"))))
                    .containsExactly("FINDING_UNKNOWN");
        }

        @Test
        void isNotAcceptedAnyMoreIfItComesBackAfterItWasResolved() {
            accept("known");
            world.step(context -> new ApplySemanticSource(context, dictionary("region,R,", "status,S,", "amount,A,")));

            world.step(context -> new ApplySemanticSource(context, dictionary()));

            assertThat(finding().status()).isEqualTo(FindingStatus.OPEN);
            assertThat(finding().acceptance()).isNull();
        }

        @Test
        void AR2_isInTheAuditWhoseEventsHoldNoWordOfThePerson() {
            accept("because of Jane Roe");

            assertThat(world.heard).last().satisfies(event -> {
                assertThat(event.type()).isEqualTo(SessionEvent.Type.FINDING_ACCEPTED);
                assertThat(event.data())
                        .containsEntry("code", "FIELDS_WITHOUT_MEANING")
                        .doesNotContainValue("because of Jane Roe");
            });
            var last = world.core.ledger(World.ANN, world.id());
            assertThat(last.get(last.size() - 1).document()).doesNotContain("Jane Roe");
            assertThat(last.get(last.size() - 1).payloads())
                    .anySatisfy(payload -> assertThat(payload.value()).isEqualTo("because of Jane Roe"));
        }
    }

    @Nested
    class AcceptingAFinding {

        @Test
        void twiceForTheSameReasonIsARepetition() {
            accept("known");

            assertThat(world.attempt(World.ANN, context -> new AcceptFinding(context, UNKNOWN_FIELDS, "known")))
                    .isInstanceOf(Duplicate.class);
        }

        @Test
        void againForAnotherReasonOrBySomebodyElseReplacesTheReason() {
            accept("known");

            Results.accepted(world.attempt(World.ADA, context -> new AcceptFinding(context, UNKNOWN_FIELDS, "known")));
            world.reload();
            assertThat(finding().acceptance().by()).isEqualTo(new UserId("ada"));

            accept("known for long");
            assertThat(finding().acceptance().why()).isEqualTo("known for long");
        }

        @Test
        void isRefusedIfItBlocks() {
            World empty = new World(new SampleContext().build()).start();
            Finding blocking = find(empty, "DATASET_NOT_RESOLVABLE");

            var result = empty.attempt(World.ADA, context -> new AcceptFinding(context, blocking.id(), "never mind"));

            assertThat(blocking.severity()).isEqualTo(Severity.BLOCKING);
            assertThat(Results.codes(result)).containsExactly("FINDING_BLOCKS");
            assertThat(find(empty.reload(), "DATASET_NOT_RESOLVABLE")).isEqualTo(blocking);
        }

        @Test
        void isRefusedIfItIsResolvedOrUnheardOf() {
            world.step(context -> new ApplySemanticSource(context, dictionary("region,R,", "status,S,", "amount,A,")));

            for (FindingId id : List.of(UNKNOWN_FIELDS, new FindingId("NOTHING"))) {
                assertThat(Results.codes(world.attempt(World.ANN, context -> new AcceptFinding(context, id, "known"))))
                        .containsExactly("FINDING_UNKNOWN");
            }
        }

        @Test
        void doesNotOpenTheGateForWhatRecoveryRequires() {
            World open = new World(new SampleContext()
                            .dataset(7)
                            .unresolved("filter:a", RecoveryItem.Kind.FILTER, true, Results.problem("GONE"))
                            .build())
                    .start();
            List<String> before = open.clauses();

            open.step(context -> new AcceptFinding(context, new FindingId("GONE:filter:a"), "never mind"));

            assertThat(before).contains("L2");
            assertThat(open.clauses()).isEqualTo(before);
        }

        @Test
        void AR4_isNotForViewers() {
            Actor vic = Actor.of("acme", "ann", Role.VIEWER);

            assertThat(Results.codes(
                            world.attempt(vic, context -> new AcceptFinding(context, UNKNOWN_FIELDS, "known"))))
                    .containsExactly("PERMISSION_MISSING");
        }
    }

    private static SemanticSource dictionary(String... rows) {
        String header = "field,verbose_name,description";
        return World.csv(
                "a.csv", Stream.concat(Stream.of(header), Arrays.stream(rows)).toArray(String[]::new));
    }
}
