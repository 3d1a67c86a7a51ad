package io.dsreview.benchmarks.cost;

import io.dsreview.api.clarification.Question;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.ExecutionCommand.ChooseTarget;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.session.ReviewSession;
import java.util.List;
import java.util.Objects;

/** What a person does while reviewing, one thing at a time. */
enum Step {
    WRITE_A_MEANING("DecideField, by hand") {
        @Override
        SessionCommand command(CommandContext context, ReviewSession session, int index) {
            return new DecideField(
                    context,
                    field(session, index),
                    new Choice.Write(new FieldMeaning("Name " + index, "What a person wrote about it")));
        }
    },
    LOCK("DecideField, lock") {
        @Override
        SessionCommand command(CommandContext context, ReviewSession session, int index) {
            return new DecideField(context, field(session, index), new Choice.Lock());
        }
    },
    ANSWER("AnswerQuestion") {
        @Override
        SessionCommand command(CommandContext context, ReviewSession session, int index) {
            Question active = Objects.requireNonNull(session.clarification().active());
            return new AnswerQuestion(
                    context,
                    active.id(),
                    active.options().get(index % active.options().size()).value());
        }
    },
    REJECT_A_MAPPING("DecideMappings, one") {
        @Override
        SessionCommand command(CommandContext context, ReviewSession session, int index) {
            return new DecideMappings(context, List.of(mapping(session, index).id()), false);
        }
    },
    OVERRIDE_A_MAPPING("OverrideMapping") {
        @Override
        SessionCommand command(CommandContext context, ReviewSession session, int index) {
            return new OverrideMapping(context, mapping(session, index).id(), List.of("value " + index));
        }
    },
    CHOOSE_ROWS("ChooseTarget") {
        @Override
        SessionCommand command(CommandContext context, ReviewSession session, int index) {
            return new ChooseTarget(context, new DatasetRows(List.of(), 100 + index));
        }
    },
    PREVIEW("RequestPreview") {
        @Override
        SessionCommand command(CommandContext context, ReviewSession session, int index) {
            return new RequestPreview(context);
        }
    };

    private final String title;

    Step(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Returns the command that is given as the index-th of its kind. */
    abstract SessionCommand command(CommandContext context, ReviewSession session, int index);

    /** The fields behind those that two dictionaries contradict each other about. */
    private static FieldId field(ReviewSession session, int index) {
        int size = session.semantics().fields().size();
        return session.semantics().fields().get(size / 2 + index % (size / 2)).id();
    }

    private static ExecutionMapping mapping(ReviewSession session, int index) {
        return session.mappings().get(index % session.mappings().size());
    }
}
