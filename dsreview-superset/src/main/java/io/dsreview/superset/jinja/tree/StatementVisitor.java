package io.dsreview.superset.jinja.tree;

/** Takes what is directly inside a statement, in the order in which Jinja walks it. */
public interface StatementVisitor {
    /**
     * Takes an expression.
     *
     * @param expression what is evaluated
     */
    void expression(Expression expression);

    /**
     * Takes what gets a value.
     *
     * @param target the names that are stored
     */
    void store(Target target);

    /**
     * Takes what gets a value for what is inside the statement only.
     *
     * @param name the name of a parameter
     */
    void parameter(String name);

    /**
     * Takes a statement.
     *
     * @param statement what is inside
     */
    void statement(Statement statement);
}
