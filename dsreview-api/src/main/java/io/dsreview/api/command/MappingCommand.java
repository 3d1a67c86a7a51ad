package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.VariableId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Decides which filter gives which variable its value, and what the value is. */
public sealed interface MappingCommand extends SessionCommand {

    /**
     * Approves or rejects mappings with their present content: all of them, or none.
     *
     * @param context actor, session, expected version and key
     * @param mappings the mappings, each once
     * @param approve true to approve, false to reject
     * @param acceptedLosses the {@linkplain io.dsreview.api.mapping.ExecutionMapping#content() contents}, as they were shown, of those
     *     mappings that are approved although something of their value is {@linkplain io.dsreview.api.mapping.Conversion#warnings()
     *     lost}; such a mapping that is not named here refuses the approval
     */
    record DecideMappings(
            @NotNull @Valid CommandContext context,
            @NotEmpty @Size(max = MAX_ELEMENTS) List<@NotNull MappingId> mappings,
            boolean approve,
            @NotNull @Size(max = MAX_ELEMENTS) List<@NotNull Sha256> acceptedLosses)
            implements MappingCommand {

        /**
         * Accepts no loss.
         *
         * @param context actor, session, expected version and key
         * @param mappings the mappings, each once
         * @param approve true to approve, false to reject
         */
        public DecideMappings(CommandContext context, List<MappingId> mappings, boolean approve) {
            this(context, mappings, approve, List.of());
        }

        @Override
        public Permission permission() {
            return Permission.MAPPING_APPROVE;
        }
    }

    /**
     * Gives a mapping other values. That withdraws its approval and makes the preview stale.
     *
     * @param context actor, session, expected version and key
     * @param mapping the mapping
     * @param values the values: any number for a list filter, else one; a time range in Superset's words for a time filter
     */
    record OverrideMapping(
            @NotNull @Valid CommandContext context,
            @NotNull MappingId mapping,
            @NotEmpty @Size(max = MAX_ELEMENTS) List<@NotNull @Size(max = MAX_TEXT) String> values)
            implements MappingCommand {

        @Override
        public Permission permission() {
            return Permission.MAPPING_APPROVE;
        }
    }

    /**
     * Sets the value of a template variable, in place of any filter that is mapped to it. Who sets it stands for it: it counts
     * as approved.
     *
     * @param context actor, session, expected version and key
     * @param variable the variable
     * @param value the value, at most {@value ReviewCommand#MAX_TEXT} characters
     */
    record SetTemplateValue(
            @NotNull @Valid CommandContext context,
            @NotNull VariableId variable,
            @NotNull @Size(max = MAX_TEXT) String value)
            implements MappingCommand {

        @Override
        public Permission permission() {
            return Permission.VALUES_SET;
        }
    }

    /**
     * Accepts the value that a variable has from the link, or the template's own default where it has none. A variable that a
     * filter is mapped to is accepted by approving that mapping.
     *
     * @param context actor, session, expected version and key
     * @param variable the variable
     */
    record AcceptTemplateValue(
            @NotNull @Valid CommandContext context, @NotNull VariableId variable) implements MappingCommand {

        @Override
        public Permission permission() {
            return Permission.VALUES_SET;
        }
    }

    /**
     * Takes back what persons set, answered or accepted for a variable. It has then what the link gives it, else what a filter that is
     * mapped to it does, else its default; a required one without any of these is asked about again. Where nobody approved a value,
     * nothing changes.
     *
     * @param context actor, session, expected version and key
     * @param variable the variable
     */
    record ClearTemplateValue(
            @NotNull @Valid CommandContext context, @NotNull VariableId variable) implements MappingCommand {

        @Override
        public Permission permission() {
            return Permission.VALUES_SET;
        }
    }
}
