package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.ExecutionCommand.ChooseTarget;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.store.SessionCommit;
import io.dsreview.api.store.StoredPart;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How much a command writes, counted. {@code benchmarks/README.md} says how long it takes. */
class WrittenBytesTest {

    /** Numbers in findings and versions have a digit more where there is more of something. */
    private static final int DIGITS = 32;

    private final ScriptedStore store = new ScriptedStore();

    private World review(int columns) {
        return new World(World.withColumns(World.oneFilter().build(), columns), store, true).start();
    }

    /** The parts that a command writes, with all that follows from it. */
    private List<StoredPart> written(World world, Function<CommandContext, SessionCommand> command) {
        int before = store.commits().size();
        world.step(command);
        Stream<SessionCommit> commits = store.commits().stream().skip(before);
        return commits.flatMap(commit -> commit.changedParts().stream()).toList();
    }

    private long bytes(World world, Function<CommandContext, SessionCommand> command) {
        return written(world, command).stream()
                .mapToLong(part -> part.content().length)
                .sum();
    }

    private static SessionCommand describe(World world, CommandContext context) {
        return new DecideField(
                context,
                world.session().semantics().fields().get(70).id(),
                new DecideField.Choice.Write(new FieldMeaning("Name", "What it holds")));
    }

    @Nested
    class ACommandAboutOneField {

        @Test
        void writesAsMuchInAWideDatasetAsInANarrowOne() {
            World narrow = review(200);
            World wide = review(2_000);

            long inNarrow = bytes(narrow, context -> describe(narrow, context));
            long inWide = bytes(wide, context -> describe(wide, context));

            assertThat(inNarrow).isPositive();
            assertThat(inWide).isLessThanOrEqualTo(inNarrow + DIGITS);
        }

        @Test
        void writesOnePartOfTheFields() {
            World wide = review(2_000);

            assertThat(written(wide, context -> describe(wide, context)))
                    .extracting(StoredPart::name)
                    .filteredOn(name -> name.startsWith("fields"))
                    .containsExactly("fields.1");
        }
    }

    @Nested
    class WhatWasPreviewedBefore {

        private final World world = review(200).approveAll();

        @Test
        void isNotWrittenAgainByTheNextPreview() {
            long first = bytes(world, RequestPreview::new);
            bytes(world, RequestPreview::new);
            long third = bytes(world, RequestPreview::new);

            assertThat(third).isLessThanOrEqualTo(first + DIGITS);
        }

        @Test
        void isNotWrittenAgainByAnotherTarget() {
            world.step(RequestPreview::new);

            assertThat(written(world, context -> new ChooseTarget(context, new DatasetRows(List.of(), 7))))
                    .extracting(StoredPart::name)
                    .contains("execution")
                    .noneMatch(name -> name.startsWith("previews"));
        }
    }
}
