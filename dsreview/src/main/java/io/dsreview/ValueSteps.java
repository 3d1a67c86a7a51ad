package io.dsreview;

import io.dsreview.api.command.MappingCommand.AcceptTemplateValue;
import io.dsreview.api.command.MappingCommand.ClearTemplateValue;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.id.VariableId;

/** What is done about the values of template variables. Immutable and thread-safe. */
public final class ValueSteps {

    private final Review review;

    ValueSteps(Review review) {
        this.review = review;
    }

    /**
     * Sets the value of a variable, in place of any filter that is mapped to it. Who sets it stands for it.
     *
     * @param variable the variable
     * @param value the value
     * @return how it ended
     */
    public ReviewResult set(VariableId variable, String value) {
        return review.execute(context -> new SetTemplateValue(context, variable, value));
    }

    /**
     * Accepts the value that a variable has from the link, or the template's own default where it has none.
     *
     * @param variable the variable; one that a filter is mapped to is accepted by approving that mapping
     * @return how it ended
     */
    public ReviewResult accept(VariableId variable) {
        return review.execute(context -> new AcceptTemplateValue(context, variable));
    }

    /**
     * Takes back what persons set, answered or accepted for a variable: it has then what the link, a filter or its default gives it.
     *
     * @param variable the variable
     * @return how it ended; a duplicate where nobody had approved a value
     */
    public ReviewResult clear(VariableId variable) {
        return review.execute(context -> new ClearTemplateValue(context, variable));
    }
}
