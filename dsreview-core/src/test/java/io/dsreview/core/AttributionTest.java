package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.Actor;
import io.dsreview.api.clarification.Answer;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.ExecutionCommand.Launch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.MappingCommand.AcceptTemplateValue;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.ledger.LedgerPayload;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.session.ReviewSession;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Two persons work on two sessions in turn; each thing stays with its person and its session. */
class AttributionTest {

    private static final UserId BEN = World.BEN.user();
    private static final UserId ADA = World.ADA.user();

    private final World world =
            new World(World.twoVariables().urlParameter("floor", "1").build());
    private final SessionId mine = start(World.BEN);
    private final SessionId other = start(World.ADA);

    private SessionId start(Actor actor) {
        return Results.accepted(world.execute(new StartSession(actor, null, World.LINK)))
                .view()
                .session()
                .header()
                .id();
    }

    private void step(Actor actor, SessionId session, Function<CommandContext, SessionCommand> command) {
        long version = session(session).header().version();
        Results.accepted(world.execute(command.apply(new CommandContext(actor, session, version, null))));
    }

    private ReviewSession session(SessionId id) {
        return world.core.find(World.ADA, id).orElseThrow().session();
    }

    @Test
    void RE7_everythingIsRecordedForWhoDidItInTheSessionWhereItWasDone() {
        for (SessionId session : List.of(mine, other)) {
            Actor first = session.equals(mine) ? World.BEN : World.ADA;
            step(
                    first,
                    session,
                    context -> new AnswerQuestion(
                            context, new QuestionId("VARIABLE_VALUE:url_param:region"), "by " + first.user()));
            step(
                    World.ADA,
                    session,
                    context -> new DecideMappings(context, List.of(new MappingId("F-status->column:status")), true));
            step(first, session, context -> new AcceptTemplateValue(context, new VariableId("url_param:floor")));
            step(World.ADA, session, RequestPreview::new);
            step(first, session, world::launching);
        }

        assertAttributed(session(mine), BEN);
        assertAttributed(session(other), ADA);
        assertThat(actors(mine)).containsExactly("ben", "ben", "ben", "ben", "ada", "ben", "ada", "ada", "ben", "ben");
        assertThat(actors(other)).hasSize(10).containsOnly("ada");
    }

    @Test
    void RE7_aRefusalIsRecordedForWhoWasRefused() {
        Results.rejected(world.execute(new Launch(new CommandContext(World.ADA, mine, 2, null), null)));

        assertThat(actors(mine)).containsExactly("ben", "ben", "ada");
        assertThat(actors(other)).containsExactly("ada", "ada");
    }

    private static void assertAttributed(ReviewSession session, UserId first) {
        assertThat(session.header().owner()).isEqualTo(first);
        assertThat(session.clarification().answers())
                .extracting(Answer::by, Answer::value)
                .containsExactly(Tuple.tuple(first, "by " + first));
        assertThat(session.values()).extracting(VariableValue::approval).allSatisfy(approval -> assertThat(
                        Objects.requireNonNull(approval).by())
                .isEqualTo(first));
        assertThat(session.mappings()).singleElement().satisfies(mapping -> assertThat(
                        Objects.requireNonNull(mapping.decision()).by())
                .isEqualTo(ADA));
        assertThat(session.execution().previews())
                .singleElement()
                .satisfies(preview -> assertThat(preview.requestedBy()).isEqualTo(ADA));
        assertThat(session.execution().launches()).singleElement().satisfies(launch -> {
            assertThat(launch.intent().by()).isEqualTo(first);
            assertThat(Objects.requireNonNull(launch.context()).by()).isEqualTo(first);
            assertThat(Objects.requireNonNull(launch.context()).approved().answers())
                    .isEqualTo(session.clarification().answers());
        });
    }

    private List<String> actors(SessionId session) {
        return world.core.ledger(World.ADA, session).stream()
                .map(LedgerRecord::payloads)
                .map(payloads -> payloads.stream()
                        .filter(payload -> payload.field().equals("actor"))
                        .map(LedgerPayload::value)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}
