package io.dsreview.superset.jinja.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a template consists of. The parser bounds how deep statements are nested. */
public sealed interface Statement {

    /**
     * Hands over what is directly inside.
     *
     * @param visitor who takes it
     */
    void visit(StatementVisitor visitor);

    /**
     * Text between blocks.
     *
     * @param isBlank true if it is only whitespace
     */
    record Data(boolean isBlank) implements Statement {
        @Override
        public void visit(StatementVisitor visitor) {
            // Nothing is inside.
        }
    }

    /**
     * {@code {{ … }}} or <code>{% print … %}</code>.
     *
     * @param printed what is printed, in order; copied
     */
    record Output(List<Expression> printed) implements Statement {
        /** Copies the list. */
        public Output {
            printed = List.copyOf(printed);
        }

        @Override
        public void visit(StatementVisitor visitor) {
            printed.forEach(visitor::expression);
        }
    }

    /**
     * A tag that loads another template: {@code extends}, {@code include}, {@code import} or {@code from}.
     *
     * @param tag which of them
     * @param offset where the tag stands
     * @param template the name of the other template
     * @param defined the names that it defines here; copied
     */
    record Loading(String tag, int offset, Expression template, List<String> defined) implements Statement {
        /** Copies the list. */
        public Loading {
            defined = List.copyOf(defined);
        }

        @Override
        public void visit(StatementVisitor visitor) {
            visitor.expression(template);
        }
    }

    /**
     * <code>{% set a = b %}</code>.
     *
     * @param target what gets the value
     * @param value the value
     */
    record Assignment(Target target, Expression value) implements Statement {
        @Override
        public void visit(StatementVisitor visitor) {
            visitor.store(target);
            visitor.expression(value);
        }
    }

    /**
     * <code>{% set a %}…{% endset %}</code>.
     *
     * @param target what gets the text
     * @param filter the filters on the text, or null
     * @param body what makes the text; copied
     */
    record BlockAssignment(Target target, @Nullable Expression filter, List<Statement> body) implements Statement {
        /** Copies the list. */
        public BlockAssignment {
            body = List.copyOf(body);
        }

        @Override
        public void visit(StatementVisitor visitor) {
            visitor.store(target);
            if (filter != null) {
                visitor.expression(filter);
            }
            body.forEach(visitor::statement);
        }
    }

    /**
     * <code>{% if … %}</code>.
     *
     * @param branches the branches with a condition, in order; copied
     * @param otherwise the branch without; copied
     */
    record If(List<Branch> branches, List<Statement> otherwise) implements Statement {

        /**
         * A branch.
         *
         * @param test its condition
         * @param written where the condition is written
         * @param body what is in the branch; copied
         */
        public record Branch(Expression test, Span written, List<Statement> body) {
            /** Copies the list. */
            public Branch {
                body = List.copyOf(body);
            }
        }

        /** Copies the lists. */
        public If {
            branches = List.copyOf(branches);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public void visit(StatementVisitor visitor) {
            branches.forEach(branch -> {
                visitor.expression(branch.test());
                branch.body().forEach(visitor::statement);
            });
            otherwise.forEach(visitor::statement);
        }
    }

    /**
     * <code>{% for … %}</code>.
     *
     * @param target what gets each element
     * @param elements the elements
     * @param test which elements are taken, or null
     * @param written where that condition is written; without one, nowhere
     * @param isRecursive true if the loop can be called
     * @param body what is done with each; copied
     * @param otherwise what is done if there is none; copied
     */
    record For(
            Target target,
            Expression elements,
            @Nullable Expression test,
            Span written,
            boolean isRecursive,
            List<Statement> body,
            List<Statement> otherwise)
            implements Statement {
        /** Copies the lists. */
        public For {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public void visit(StatementVisitor visitor) {
            visitor.store(target);
            visitor.expression(elements);
            body.forEach(visitor::statement);
            otherwise.forEach(visitor::statement);
            if (test != null) {
                visitor.expression(test);
            }
        }
    }

    /**
     * A body with parameters: <code>{% macro … %}</code>, or <code>{% call … %}</code>.
     *
     * @param name the name of the macro, or null for a call
     * @param offset where the tag stands
     * @param call the call that gets the body, or null for a macro
     * @param signature the parameters
     * @param body the body; copied
     */
    record Macro(
            @Nullable String name, int offset, @Nullable Expression call, Signature signature, List<Statement> body)
            implements Statement {
        /** Copies the list. */
        public Macro {
            body = List.copyOf(body);
        }

        @Override
        public void visit(StatementVisitor visitor) {
            if (call != null) {
                visitor.expression(call);
            }
            signature.parameters().forEach(parameter -> visitor.parameter(parameter.name()));
            signature.defaults().forEach(visitor::expression);
            body.forEach(visitor::statement);
        }
    }

    /**
     * <code>{% filter … %}</code>.
     *
     * @param filter the filters, applied to {@link Expression.Captured}
     * @param body what makes the text; copied
     */
    record FilterBlock(Expression filter, List<Statement> body) implements Statement {
        /** Copies the list. */
        public FilterBlock {
            body = List.copyOf(body);
        }

        @Override
        public void visit(StatementVisitor visitor) {
            body.forEach(visitor::statement);
            visitor.expression(filter);
        }
    }

    /**
     * <code>{% with … %}</code>.
     *
     * @param targets what gets values; copied
     * @param values the values, as many; copied
     * @param body where the names have these values; copied
     */
    record With(List<Target> targets, List<Expression> values, List<Statement> body) implements Statement {
        /** Copies the lists. */
        public With {
            targets = List.copyOf(targets);
            values = List.copyOf(values);
            body = List.copyOf(body);
        }

        @Override
        public void visit(StatementVisitor visitor) {
            targets.forEach(target -> target.names().forEach(visitor::parameter));
            values.forEach(visitor::expression);
            body.forEach(visitor::statement);
        }
    }

    /**
     * <code>{% block … %}</code>.
     *
     * @param name the name of the block
     * @param offset where the tag stands
     * @param isScoped true if it is marked so
     * @param body what is in it; copied
     */
    record Block(String name, int offset, boolean isScoped, List<Statement> body) implements Statement {
        /** Copies the list. */
        public Block {
            body = List.copyOf(body);
        }

        @Override
        public void visit(StatementVisitor visitor) {
            body.forEach(visitor::statement);
        }
    }

    /**
     * <code>{% autoescape … %}</code>.
     *
     * @param option whether to escape
     * @param body where this holds; copied
     */
    record Autoescape(Expression option, List<Statement> body) implements Statement {
        /** Copies the list. */
        public Autoescape {
            body = List.copyOf(body);
        }

        @Override
        public void visit(StatementVisitor visitor) {
            visitor.expression(option);
            body.forEach(visitor::statement);
        }
    }
}
