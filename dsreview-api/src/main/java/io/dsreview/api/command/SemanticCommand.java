package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticSource;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Decides what fields mean. */
public sealed interface SemanticCommand extends SessionCommand {

    /**
     * Looks the fields up in a source. Decisions of persons and locked fields stay as they are; a source that cannot be read
     * leaves a finding and changes nothing else.
     *
     * @param context actor, session, expected version and key
     * @param source the source
     */
    record ApplySemanticSource(
            @NotNull @Valid CommandContext context,
            @NotNull @Valid SemanticSource source) implements SemanticCommand {

        @Override
        public Permission permission() {
            return Permission.SEMANTICS_APPLY;
        }
    }

    /**
     * Takes back what a source said, as if it had never been applied. Decisions of persons and locked fields stay as they are; what the
     * source alone decided follows the others again.
     *
     * @param context actor, session, expected version and key
     * @param source the source, one of those that the session names
     */
    record RemoveSemanticSource(
            @NotNull @Valid CommandContext context, @NotNull SourceId source) implements SemanticCommand {

        @Override
        public Permission permission() {
            return Permission.SEMANTICS_APPLY;
        }
    }

    /**
     * Decides several fields, in order: all of it, or nothing. Each item that is refused is named, all at once.
     *
     * @param context actor, session, expected version and key
     * @param decisions what to do with which field; a field may be named again, such as to lock what was accepted
     */
    record DecideFields(
            @NotNull @Valid CommandContext context,
            @NotEmpty @Size(max = MAX_ELEMENTS) List<@NotNull @Valid FieldDecisionRequest> decisions)
            implements SemanticCommand {

        @Override
        public Permission permission() {
            return Permission.SEMANTICS_DECIDE;
        }
    }

    /**
     * What to do with one field of several.
     *
     * @param field the field
     * @param choice what to do with it
     */
    record FieldDecisionRequest(
            @NotNull FieldId field, @NotNull @Valid Choice choice) {}

    /**
     * Decides the meaning of a field, or locks or unlocks it.
     *
     * @param context actor, session, expected version and key
     * @param field the field
     * @param choice what to do with it
     */
    record DecideField(
            @NotNull @Valid CommandContext context,
            @NotNull FieldId field,
            @NotNull @Valid Choice choice) implements SemanticCommand {

        /** What can be done with a field. */
        public sealed interface Choice {

            /**
             * Take one of its candidates.
             *
             * @param candidate the candidate, as the session shows it
             */
            record Accept(@NotNull @Valid SemanticCandidate candidate) implements Choice {}

            /**
             * Reject one of its candidates: it stays visible, and is neither suggested nor taken over while its source says the
             * same. Where it was decided on, the others decide again.
             *
             * @param candidate the candidate, as the session shows it
             */
            record Reject(@NotNull @Valid SemanticCandidate candidate) implements Choice {}

            /**
             * Write the meaning by hand.
             *
             * @param meaning the meaning, which says something
             */
            record Write(@NotNull @NotBlankMeaning @Valid FieldMeaning meaning) implements Choice {}

            /** Take back what was accepted or written: the candidates decide again. Rejections stay. */
            record Clear() implements Choice {}

            /** Let nothing change the decision until it is unlocked. */
            record Lock() implements Choice {}

            /** Let decisions be changed again. */
            record Unlock() implements Choice {}
        }

        @Override
        public Permission permission() {
            return Permission.SEMANTICS_DECIDE;
        }
    }
}
