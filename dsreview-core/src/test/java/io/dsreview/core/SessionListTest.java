package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.LifecycleCommand.DeleteSession;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.session.SessionPage;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.api.session.SessionSummary;
import io.dsreview.test.superset.SampleContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionListTest {

    private final World world = new World(World.oneFilter().build());
    private final List<SessionId> started = new ArrayList<>();

    private SessionListTest start(int count, Actor actor) {
        for (int i = 0; i < count; i++) {
            world.clock.advance(Duration.ofMinutes(1));
            started.add(0, id(world.execute(new StartSession(actor, null, World.LINK))));
        }
        return this;
    }

    @Test
    void comesInPagesThatEndWithoutANextOne() {
        start(5, World.ANN);

        SessionPage first = world.core.list(World.ANN, SessionQuery.DEFAULT.withLimit(2));
        SessionPage second = world.core.list(World.ANN, first.next());
        SessionPage third = world.core.list(World.ANN, second.next());

        assertThat(ids(first)).isEqualTo(started.subList(0, 2));
        assertThat(ids(second)).isEqualTo(started.subList(2, 4));
        assertThat(ids(third)).isEqualTo(started.subList(4, 5));
        assertThat(third.next()).isNull();
    }

    @Test
    void neitherSkipsNorRepeatsASessionThatIsChangedOrStartedBetweenTwoPages() {
        start(4, World.ANN);
        SessionPage first = world.core.list(World.ANN, SessionQuery.DEFAULT.withLimit(2));

        cancel(started.get(3));
        cancel(started.get(0));
        List<SessionId> known = List.copyOf(started);
        start(1, World.ANN);

        assertThat(ids(world.core.list(World.ANN, first.next()))).isEqualTo(known.subList(2, 4));
    }

    @Test
    void goesOnBehindAPageThatADeletedSessionIsMissingFrom() {
        start(4, World.ANN);
        SessionId deleted = started.get(0);
        Results.accepted(world.execute(new DeleteSession(new CommandContext(
                World.ANN,
                deleted,
                world.core
                        .find(World.ANN, deleted)
                        .orElseThrow()
                        .session()
                        .header()
                        .version(),
                null))));
        SessionQuery all = SessionQuery.DEFAULT
                .withStatuses(SessionStatus.ACTIVE, SessionStatus.values())
                .withLimit(2);

        SessionPage first = world.core.list(World.ANN, all);
        SessionPage second = world.core.list(World.ANN, first.next());

        assertThat(ids(first)).isEqualTo(started.subList(1, 2));
        assertThat(ids(second)).isEqualTo(started.subList(2, 4));
    }

    @Test
    void isInDescendingOrderOfTheIdsEvenWithinOneMoment() {
        for (int i = 0; i < 6; i++) {
            started.add(id(world.execute(new StartSession(World.ANN, null, World.LINK))));
        }

        assertThat(ids(world.core.list(World.ANN, SessionQuery.DEFAULT)))
                .isEqualTo(started.stream()
                        .sorted(Comparator.comparing(SessionId::value).reversed())
                        .toList());
    }

    @Test
    void showsWhatItIsAboutAndWhatIsAsked() {
        World asking = new World(World.twoVariables().build()).start();

        SessionSummary line =
                asking.core.list(World.ANN, SessionQuery.DEFAULT).sessions().get(0);

        assertThat(line.title()).isEqualTo("dataset_7");
        assertThat(line.environment()).isEqualTo(SampleContext.ENVIRONMENT);
        assertThat(line.header()).isEqualTo(asking.session().header());
        assertThat(line.activeQuestion()).isEqualTo("VARIABLE_VALUE:url_param:floor");
    }

    @Test
    void callsASessionByTheTitleOfItsLinkUntilTheDatasetIsKnown() {
        World undecided = new World(new SampleContext().dataset(7).dataset(8).build()).start();

        assertThat(undecided.core.list(World.ANN, SessionQuery.DEFAULT).sessions())
                .extracting(SessionSummary::title)
                .containsExactly("Sample");
    }

    @Test
    void isFilteredByStatusEnvironmentTextAndLastChange() {
        start(3, World.ANN);
        Instant later = world.clock.instant().plusSeconds(60);
        world.clock.advance(Duration.ofMinutes(1));
        cancel(started.get(1));

        SessionQuery all = SessionQuery.DEFAULT;
        assertThat(ids(all)).isEqualTo(started);
        assertThat(ids(all.withStatuses(SessionStatus.CANCELLED))).containsExactly(started.get(1));
        assertThat(ids(all.withStatuses(SessionStatus.ACTIVE))).containsExactly(started.get(0), started.get(2));
        assertThat(ids(all.withEnvironment(SampleContext.ENVIRONMENT))).hasSize(3);
        assertThat(ids(all.withEnvironment(new EnvironmentId("other")))).isEmpty();
        assertThat(ids(all.withText("DataSet_7"))).hasSize(3);
        assertThat(ids(all.withText("dataset_8"))).isEmpty();
        assertThat(ids(all.withUpdatedSince(later.plusSeconds(1)))).containsExactly(started.get(1));
        assertThat(ids(all.withUpdatedSince(later.plusMillis(1_001)))).isEmpty();
        assertThat(ids(all.withAfter(started.get(0)))).isEqualTo(started.subList(1, 3));
    }

    @Test
    void RE3_holdsOnlyWhatIsWithinReach() {
        start(1, World.ANN).start(1, World.BEN).start(1, World.EVE);

        assertThat(ids(world.core.list(World.ANN, SessionQuery.DEFAULT))).containsExactly(started.get(2));
        assertThat(ids(world.core.list(World.ADA, SessionQuery.DEFAULT)))
                .containsExactly(started.get(1), started.get(2));
        assertThat(ids(world.core.list(Actor.of("acme", "oscar", Role.OPERATOR), SessionQuery.DEFAULT)))
                .hasSize(2);
    }

    @Test
    void refusesALimitThatIsOutOfRange() {
        for (int limit : List.of(0, -1, 1_001)) {
            assertThatThrownBy(() -> SessionQuery.DEFAULT.withLimit(limit))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the limit " + limit + " is out of range; it is 1 to 1000");
        }
        assertThat(SessionQuery.DEFAULT.withLimit(1_000).limit()).isEqualTo(1_000);
    }

    private void cancel(SessionId id) {
        world.clock.advance(Duration.ofSeconds(1));
        long version =
                world.core.find(World.ANN, id).orElseThrow().session().header().version();
        Results.accepted(world.execute(new CancelSession(new CommandContext(World.ANN, id, version, null))));
    }

    private List<SessionId> ids(SessionQuery query) {
        return ids(world.core.list(World.ANN, query));
    }

    private static List<SessionId> ids(SessionPage page) {
        return page.sessions().stream().map(each -> each.header().id()).toList();
    }

    private static SessionId id(CommandResult result) {
        return Results.accepted(result).view().session().header().id();
    }
}
