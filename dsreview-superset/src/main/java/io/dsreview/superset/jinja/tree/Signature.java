package io.dsreview.superset.jinja.tree;

import io.dsreview.superset.jinja.tree.Expression.Name;
import java.util.List;

/**
 * The parameters of a macro or of a call block.
 *
 * @param parameters their names; copied
 * @param defaults the defaults of the last of them, at most as many; copied
 */
public record Signature(List<Name> parameters, List<Expression> defaults) {

    /** No parameters. */
    public static final Signature NONE = new Signature(List.of(), List.of());

    /** Copies the lists. */
    public Signature {
        parameters = List.copyOf(parameters);
        defaults = List.copyOf(defaults);
    }
}
