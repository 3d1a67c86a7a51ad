package io.dsreview.superset.jinja;

import io.dsreview.api.id.VariableId;
import io.dsreview.superset.jinja.UnresolvedName.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Jinja's statement grammar, by recursive descent over the blocks; expressions are handed on as they are met. */
final class TemplateParser {

    private static final int MAX_DEPTH = 100;

    private final List<Block> blocks;
    private final Uses uses;
    private final Scope scope;
    private int next;
    private int depth;

    TemplateParser(List<Block> blocks, Uses uses, Scope scope) {
        this.blocks = blocks;
        this.uses = uses;
        this.scope = scope;
    }

    /** Reads all blocks; {@code end} is where the template ends. */
    void read(int end) throws TemplateFault {
        while (next < blocks.size()) {
            body(Set.of(), end);
        }
    }

    /** A closing or dividing tag that ended a body, with its tokens taken up to behind the name. */
    private record Ending(String tag, Tokens tokens) {}

    private Ending body(Set<String> endings, int opening) throws TemplateFault {
        if (++depth > MAX_DEPTH) {
            throw new TemplateFault("nested too deep to be read", opening);
        }
        while (next < blocks.size()) {
            Block block = blocks.get(next++);
            Tokens tokens = new Tokens(block.tokens());
            if (!block.isStatement()) {
                uses.add(new ExpressionParser(tokens).tuple());
                tokens.requireEnd();
                continue;
            }
            String tag = tokens.requireName().text();
            if (endings.contains(tag)) {
                depth--;
                return new Ending(tag, tokens);
            }
            statement(tag, tokens, block.offset());
        }
        depth--;
        if (endings.isEmpty()) {
            return new Ending("", new Tokens(List.of(new Token(Token.Kind.END, "", opening))));
        }
        throw new TemplateFault("missing " + String.join(" or ", new TreeSet<>(endings)), opening);
    }

    private void statement(String tag, Tokens tokens, int offset) throws TemplateFault {
        switch (tag) {
            case "if" -> condition(tokens, offset);
            case "for" -> loop(tokens, offset);
            case "set" -> assignment(tokens, offset);
            case "macro" -> macro(tokens, offset);
            case "call" -> callBlock(tokens, offset);
            case "filter" -> filterBlock(tokens, offset);
            case "with" -> with(tokens, offset);
            case "block" -> namedBlock(tokens, offset);
            case "autoescape" -> {
                uses.add(new ExpressionParser(tokens).expression());
                tokens.requireEnd();
                body(Set.of("endautoescape"), offset);
            }
            case "print" -> {
                uses.add(new ExpressionParser(tokens).tuple());
                tokens.requireEnd();
            }
            case "include", "extends", "import", "from" -> otherTemplate(tag, tokens, offset);
            default -> throw new TemplateFault("unexpected tag", offset);
        }
    }

    private void condition(Tokens tokens, int offset) throws TemplateFault {
        Set<VariableId> failed = new HashSet<>();
        Tokens test = tokens;
        Ending ending;
        do {
            Expression expression = new ExpressionParser(test).tuple();
            test.requireEnd();
            Guards guards = Guards.of(expression);
            scope.guard(Set.copyOf(failed));
            uses.guarded(guards.all(), expression);
            scope.guard(guards.whenTrue());
            ending = body(Set.of("elif", "else", "endif"), offset);
            scope.unguard();
            scope.unguard();
            failed.addAll(guards.whenFalse());
            test = ending.tokens();
        } while (ending.tag().equals("elif"));
        ending.tokens().requireEnd();
        if (ending.tag().equals("else")) {
            scope.guard(failed);
            body(Set.of("endif"), offset).tokens().requireEnd();
            scope.unguard();
        }
    }

    private void loop(Tokens tokens, int offset) throws TemplateFault {
        Set<String> targets = targets(tokens, "in");
        tokens.requireName("in");
        ExpressionParser expressions = new ExpressionParser(tokens);
        uses.add(expressions.tuple(false));
        targets.add("loop");
        scope.enter(targets);
        if (tokens.takeName("if")) {
            uses.add(expressions.expression());
        }
        tokens.takeName("recursive");
        tokens.requireEnd();
        Ending ending = body(Set.of("else", "endfor"), offset);
        scope.leave();
        ending.tokens().requireEnd();
        if (ending.tag().equals("else")) {
            body(Set.of("endfor"), offset).tokens().requireEnd();
        }
    }

    private void assignment(Tokens tokens, int offset) throws TemplateFault {
        Set<String> targets = targets(tokens, "=");
        ExpressionParser expressions = new ExpressionParser(tokens);
        if (tokens.takeOperator("=")) {
            uses.add(expressions.tuple());
            tokens.requireEnd();
        } else {
            filters(expressions);
            tokens.requireEnd();
            scope.enter(Set.of());
            body(Set.of("endset"), offset).tokens().requireEnd();
            scope.leave();
        }
        targets.forEach(scope::define);
    }

    private void filters(ExpressionParser expressions) throws TemplateFault {
        List<Expression> parts = new ArrayList<>();
        parts.add(new Expression.Group(List.of()));
        expressions.filters(parts);
        parts.forEach(uses::add);
    }

    /** Reads the names that a loop or assignment defines; of {@code space.name} none, since the space must exist. */
    private Set<String> targets(Tokens tokens, String end) throws TemplateFault {
        Set<String> targets = new HashSet<>();
        while (!tokens.isEnd() && !tokens.peek().isName(end) && !tokens.peek().isOperator(end)) {
            if (tokens.peek().isOperator("|")) {
                return targets;
            }
            if (tokens.takeOperator(",") || tokens.takeOperator("(") || tokens.takeOperator(")")) {
                continue;
            }
            Token name = tokens.requireName();
            if (tokens.takeOperator(".")) {
                tokens.requireName();
                uses.add(new Expression.Name(name.text(), name.offset()));
            } else {
                targets.add(name.text());
            }
        }
        return targets;
    }

    private Set<String> parameters(Tokens tokens) throws TemplateFault {
        Set<String> parameters = new HashSet<>();
        tokens.requireOperator("(");
        while (!tokens.takeOperator(")")) {
            if (!parameters.isEmpty()) {
                tokens.requireOperator(",");
            }
            parameters.add(tokens.requireName().text());
            if (tokens.takeOperator("=")) {
                uses.add(new ExpressionParser(tokens).expression());
            }
        }
        return parameters;
    }

    private void macro(Tokens tokens, int offset) throws TemplateFault {
        scope.define(tokens.requireName().text());
        Set<String> parameters = parameters(tokens);
        tokens.requireEnd();
        parameters.addAll(Set.of("caller", "varargs", "kwargs"));
        scope.enter(parameters);
        body(Set.of("endmacro"), offset).tokens().requireEnd();
        scope.leave();
    }

    private void callBlock(Tokens tokens, int offset) throws TemplateFault {
        Set<String> parameters = tokens.peek().isOperator("(") ? parameters(tokens) : Set.of();
        uses.add(new ExpressionParser(tokens).expression());
        tokens.requireEnd();
        scope.enter(parameters);
        body(Set.of("endcall"), offset).tokens().requireEnd();
        scope.leave();
    }

    private void filterBlock(Tokens tokens, int offset) throws TemplateFault {
        uses.add(new ExpressionParser(tokens).filterChain());
        tokens.requireEnd();
        scope.enter(Set.of());
        body(Set.of("endfilter"), offset).tokens().requireEnd();
        scope.leave();
    }

    private void with(Tokens tokens, int offset) throws TemplateFault {
        Set<String> names = new HashSet<>();
        while (!tokens.isEnd()) {
            if (!names.isEmpty()) {
                tokens.requireOperator(",");
            }
            names.add(tokens.requireName().text());
            tokens.requireOperator("=");
            uses.add(new ExpressionParser(tokens).expression());
        }
        scope.enter(names);
        body(Set.of("endwith"), offset).tokens().requireEnd();
        scope.leave();
    }

    private void namedBlock(Tokens tokens, int offset) throws TemplateFault {
        tokens.requireName();
        tokens.takeName("scoped");
        tokens.takeName("required");
        tokens.requireEnd();
        scope.enter(Set.of("self", "super"));
        Ending ending = body(Set.of("endblock"), offset);
        if (!ending.tokens().isEnd()) {
            ending.tokens().requireName();
        }
        ending.tokens().requireEnd();
        scope.leave();
    }

    /** Superset loads no other templates; the names they would define are taken as defined. */
    private void otherTemplate(String tag, Tokens tokens, int offset) {
        uses.report(Kind.MACRO, tag, offset);
        while (!tokens.isEnd()) {
            Token token = tokens.take();
            if (token.kind() == Token.Kind.NAME) {
                scope.define(token.text());
            }
        }
    }
}
