package io.dsreview.api.command;

import io.dsreview.api.access.Actor;
import io.dsreview.api.id.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/** A command to an existing session. */
public sealed interface SessionCommand extends ReviewCommand
        permits AcceptFinding,
                ClarificationCommand,
                ExecutionCommand,
                LifecycleCommand,
                MappingCommand,
                RecordFeedback,
                RecoveryCommand,
                SemanticCommand {

    /**
     * Returns actor, session, expected version and key.
     *
     * @return the context
     */
    CommandContext context();

    @Override
    default Actor actor() {
        return context().actor();
    }

    @Override
    default @Nullable IdempotencyKey key() {
        return context().key();
    }
}
