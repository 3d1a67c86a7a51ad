package io.dsreview.superset.jinja.syntax;

import io.dsreview.superset.jinja.syntax.Token.Kind;
import io.dsreview.superset.jinja.tree.Expression;
import io.dsreview.superset.jinja.tree.Expression.Chain;
import io.dsreview.superset.jinja.tree.Link;
import io.dsreview.superset.jinja.tree.Signature;
import io.dsreview.superset.jinja.tree.Span;
import io.dsreview.superset.jinja.tree.Statement;
import io.dsreview.superset.jinja.tree.Statement.Data;
import io.dsreview.superset.jinja.tree.Statement.If;
import io.dsreview.superset.jinja.tree.Statement.Output;
import io.dsreview.superset.jinja.tree.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Jinja's statement grammar, by recursive descent of bounded depth. After a fault, all open blocks end where it is, so that
 * what was read before it is kept.
 */
final class StatementParser {

    private final Source source;
    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final TargetParser targets;
    private final Nesting nesting = new Nesting(Template.DEEPEST_NESTING);
    private @Nullable SyntaxException fault;

    StatementParser(Source source) throws SyntaxException {
        this.source = source;
        tokens = new TokenStream(source);
        expressions = new ExpressionParser(tokens);
        targets = new TargetParser(tokens, expressions);
    }

    @Nullable
    SyntaxException fault() {
        return fault;
    }

    /** What stands up to a closing or dividing tag, and this tag; after a fault, an empty text. */
    private record Part(List<Statement> body, String ending) {}

    List<Statement> parse() {
        List<Statement> body = new ArrayList<>();
        try {
            statements(body, tokens.peek());
        } catch (SyntaxException found) {
            fault = found;
        }
        return body;
    }

    /** Reads from the end of the opening tag on. */
    private Part part(Token opening, String... endings) {
        List<Statement> body = new ArrayList<>();
        try {
            tokens.takeOperator(":");
            tokens.requireEnd(Kind.STATEMENT_END);
            nesting.enter(opening);
            String ending = statements(body, opening, endings);
            nesting.leave();
            return new Part(body, ending);
        } catch (SyntaxException found) {
            fault = found;
            return new Part(body, "");
        }
    }

    private String statements(List<Statement> body, Token opening, String... endings) throws SyntaxException {
        while (fault == null) {
            Token next = tokens.peek();
            switch (next.kind()) {
                case DATA -> body.add(new Data(isBlank(tokens.take())));
                case VARIABLE_BEGIN -> {
                    tokens.take();
                    body.add(new Output(List.of(expressions.tuple())));
                    tokens.requireEnd(Kind.VARIABLE_END);
                }
                case STATEMENT_BEGIN -> {
                    tokens.take();
                    Token tag = tokens.peek();
                    if (tag.is(Kind.NAME) && List.of(endings).contains(tag.text())) {
                        return tokens.take().text();
                    }
                    body.add(statement());
                    if (fault == null) {
                        tokens.requireEnd(Kind.STATEMENT_END);
                    }
                }
                default -> {
                    if (endings.length > 0) {
                        throw missing(endings[endings.length - 1], opening, next);
                    }
                    return "";
                }
            }
        }
        return "";
    }

    private SyntaxException missing(String ending, Token opening, Token end) {
        int line = source.position(opening.start()).line();
        return new SyntaxException("missing " + ending + " for the block in line " + line, end.start());
    }

    private boolean isBlank(Token data) {
        return Characters.afterSpace(source.text(), data.start()) >= data.end();
    }

    private Statement statement() throws SyntaxException {
        Token tag = tokens.peek();
        if (!tag.is(Kind.NAME)) {
            throw new SyntaxException("expected a tag", tag.start());
        }
        return switch (tag.text()) {
            case "if" -> condition(tag);
            case "for" -> loop(tokens.take());
            case "set" -> assignment(tokens.take());
            case "macro" -> macro(tokens.take());
            case "call" -> call(tokens.take());
            case "filter" -> filter(tokens.take());
            case "with" -> with(tokens.take());
            case "block" -> block(tokens.take());
            case "autoescape" -> autoescape(tokens.take());
            case "print" -> {
                tokens.take();
                yield print();
            }
            case "include", "extends", "import", "from" -> loading(tokens.take());
            default -> throw new SyntaxException("unexpected tag", tag.start());
        };
    }

    private Statement condition(Token tag) throws SyntaxException {
        List<If.Branch> branches = new ArrayList<>();
        tokens.take();
        String ending = branch(tag, branches);
        while (ending.equals("elif")) {
            ending = branch(tag, branches);
        }
        List<Statement> otherwise = ending.equals("else") ? part(tag, "endif").body() : List.of();
        return new If(branches, otherwise);
    }

    /** Reads a branch from its condition on. A fault in the first condition leaves nothing to keep. */
    private String branch(Token tag, List<If.Branch> branches) throws SyntaxException {
        try {
            int start = tokens.peek().start();
            Expression test = expressions.tupleWithoutChoice();
            Span written = new Span(start, tokens.previousEnd());
            Part part = part(tag, "elif", "else", "endif");
            branches.add(new If.Branch(test, written, part.body()));
            return part.ending();
        } catch (SyntaxException found) {
            if (branches.isEmpty()) {
                throw found;
            }
            fault = found;
            return "";
        }
    }

    private Statement loop(Token tag) throws SyntaxException {
        Target target = targets.target(false);
        tokens.requireName("in");
        Expression elements = expressions.tupleWithoutChoice();
        int start = tokens.previousEnd();
        Expression test = null;
        if (tokens.takeName("if")) {
            start = tokens.peek().start();
            test = expressions.expression();
        }
        Span written = new Span(start, tokens.previousEnd());
        boolean isRecursive = tokens.takeName("recursive");
        Part body = part(tag, "else", "endfor");
        List<Statement> otherwise =
                body.ending().equals("else") ? part(tag, "endfor").body() : List.of();
        return new Statement.For(target, elements, test, written, isRecursive, body.body(), otherwise);
    }

    private Statement assignment(Token tag) throws SyntaxException {
        Target target = targets.target(true);
        if (tokens.takeOperator("=")) {
            return new Statement.Assignment(target, expressions.tuple());
        }
        List<Link> filters = expressions.operands().blockFilters();
        Expression filter = filters.isEmpty() ? null : new Chain(new Expression.Captured(), filters);
        return new Statement.BlockAssignment(target, filter, part(tag, "endset").body());
    }

    private Statement macro(Token tag) throws SyntaxException {
        String name = targets.name().name();
        Signature signature = targets.signature();
        return new Statement.Macro(
                name, tag.start(), null, signature, part(tag, "endmacro").body());
    }

    private Statement call(Token tag) throws SyntaxException {
        Signature signature = tokens.peek().isOperator("(") ? targets.signature() : Signature.NONE;
        Expression call = expressions.expression();
        boolean isCall =
                call instanceof Chain chain && chain.links().get(chain.links().size() - 1) instanceof Link.Call;
        if (!isCall) {
            throw new SyntaxException("expected a call", tag.start());
        }
        return new Statement.Macro(
                null, tag.start(), call, signature, part(tag, "endcall").body());
    }

    private Statement filter(Token tag) throws SyntaxException {
        Expression filter = expressions.operands().filterBlock();
        return new Statement.FilterBlock(filter, part(tag, "endfilter").body());
    }

    private Statement with(Token tag) throws SyntaxException {
        List<Target> names = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        while (!tokens.peek().is(Kind.STATEMENT_END)) {
            if (!names.isEmpty()) {
                tokens.requireOperator(",");
            }
            names.add(targets.target(false));
            tokens.requireOperator("=");
            values.add(expressions.expression());
        }
        return new Statement.With(names, values, part(tag, "endwith").body());
    }

    private Statement block(Token tag) throws SyntaxException {
        String name = tokens.requireName().text();
        boolean isScoped = tokens.takeName("scoped");
        boolean isRequired = tokens.takeName("required");
        if (tokens.peek().isOperator("-")) {
            throw new SyntaxException(
                    "a block's name cannot have a hyphen", tokens.peek().start());
        }
        Part part = part(tag, "endblock");
        boolean isEmpty = part.body().stream().allMatch(each -> each instanceof Data data && data.isBlank());
        if (fault == null && isRequired && !isEmpty) {
            throw new SyntaxException(
                    "a required block must be empty", tokens.peek().start());
        }
        if (fault == null) {
            tokens.takeName(name);
        }
        return new Statement.Block(name, tag.start(), isScoped, part.body());
    }

    private Statement autoescape(Token tag) throws SyntaxException {
        Expression option = expressions.expression();
        return new Statement.Autoescape(option, part(tag, "endautoescape").body());
    }

    private Statement print() throws SyntaxException {
        List<Expression> printed = new ArrayList<>();
        while (!tokens.peek().is(Kind.STATEMENT_END)) {
            if (!printed.isEmpty()) {
                tokens.requireOperator(",");
            }
            printed.add(expressions.expression());
        }
        return new Output(printed);
    }

    private Statement loading(Token tag) throws SyntaxException {
        Expression template = expressions.expression();
        List<String> defined = List.of();
        switch (tag.text()) {
            case "include" -> {
                if (tokens.peek().isName("ignore") && tokens.peekSecond().isName("missing")) {
                    tokens.take();
                    tokens.take();
                }
                targets.takeContext();
            }
            case "import" -> {
                tokens.requireName("as");
                defined = List.of(targets.name().name());
                targets.takeContext();
            }
            case "from" -> {
                tokens.requireName("import");
                defined = targets.imported();
            }
            default -> {
                // Extending defines nothing here.
            }
        }
        return new Statement.Loading(tag.text(), tag.start(), template, defined);
    }
}
