package io.dsreview.differential;

import java.util.Random;
import java.util.function.Supplier;

/** Makes templates of Jinja's grammar: always balanced, full of scopes, and nearly always legal. */
final class TemplateGenerator {

    private static final String[] NAMES = {
        "a",
        "b",
        "c",
        "x",
        "y",
        "region",
        "conf",
        "ns",
        "loop",
        "caller",
        "varargs",
        "kwargs",
        "self",
        "super",
        "range",
        "dict",
        "namespace",
        "url_param",
        "filter_values",
        "presto",
        "from_dttm",
        "größe",
        "if_",
        "_hidden",
        "is_open"
    };
    private static final String[] TARGETS = {"a", "b", "c", "x", "y", "region", "ns", "caller", "m", "m2", "range"};
    private static final String[] ATTRIBUTES = {"name", "status", "items", "first", "0", "if", "loop"};
    private static final String[] FILTERS = {
        "upper", "default", "d", "join", "where_in", "to_datetime", "length", "map", "selectattr", "site_filter", "a.b"
    };
    private static final String[] TESTS = {
        "defined", "none", "odd", "divisibleby", "in", "sameas", "site_test", "string", "not defined", "not none", "x.y"
    };
    private static final String[] NUMBERS = {
        "0", "1", "7", "1_0", "0x1F", "0b1_0", "0o17", "1.5", "2e1", "1_0.2_5", "3E-2"
    };
    private static final String[] STRINGS = {
        "'a'",
        "\"b\"",
        "''",
        "'it\\'s'",
        "'}}'",
        "\"%}\"",
        "'\\u00e4\\n\\x41'",
        "'two' 'parts'",
        "'größe'",
        "'a\nb'",
        "'\\101\\q'"
    };
    private static final String[] DATA = {
        "SELECT 1 ",
        "\n",
        " WHERE x = '",
        "'",
        "{ { ",
        "100%",
        "}}",
        "%}",
        "# ",
        "\r\n",
        "  ",
        "{# {{ a }} #}",
        "{#- x -#}",
        "{% raw %}{{ b }}{% endraw %}",
        "{%- raw -%} {% if %} {%- endraw -%}",
        "-- ",
        "\t"
    };
    private static final String[] BINARY = {
        " + ",
        " - ",
        "*",
        "/",
        "//",
        " % ",
        " ~ ",
        " == ",
        " != ",
        " < ",
        " <= ",
        " > ",
        " >= ",
        " in ",
        " not in ",
        " and ",
        " or "
    };

    private final Random random;
    private int blocks;

    TemplateGenerator(Random random) {
        this.random = random;
    }

    String template() {
        blocks = 0;
        return body(2 + random.nextInt(2));
    }

    private String body(int depth) {
        StringBuilder body = new StringBuilder();
        for (int parts = 1 + random.nextInt(4); parts > 0; parts--) {
            body.append(part(depth));
        }
        return body.toString();
    }

    private String part(int depth) {
        int kind = random.nextInt(depth > 0 ? 22 : 7);
        return switch (kind) {
            case 0, 1 -> pick(DATA);
            case 2, 3 -> "{{" + sign() + " " + tuple(3) + " }}";
            case 4 -> "{{ " + pick(NAMES) + (random.nextBoolean() ? " -}}" : " }}");
            case 5 -> tag("set " + target() + " = " + tuple(2));
            case 6 -> tag("set ns." + pick("n", "name") + " = " + expression(1));
            case 7, 8, 9 -> condition(depth - 1);
            case 10, 11 -> loop(depth - 1);
            case 12 -> tag("set " + target() + maybe(this::textFilter)) + body(depth - 1) + tag("endset");
            case 13 -> tag("macro m" + signature()) + body(depth - 1) + tag("endmacro");
            case 14 ->
                tag("call" + maybe(this::signature) + " " + pick(NAMES) + arguments(1))
                        + body(depth - 1)
                        + tag("endcall");
            case 15 ->
                tag("with " + pick(TARGETS) + " = " + expression(2) + ", " + pick(TARGETS) + " = " + expression(1))
                        + body(depth - 1)
                        + tag("endwith");
            case 16 -> tag("filter " + filter(1)) + body(depth - 1) + tag("endfilter");
            case 17 -> block(depth - 1);
            case 18, 19 -> "{{ " + expression(2) + " }}";
            case 20 -> tag("autoescape " + expression(1)) + body(depth - 1) + tag("endautoescape");
            default -> tag(loading());
        };
    }

    private String condition(int depth) {
        StringBuilder condition = new StringBuilder(tag("if " + test(3))).append(body(depth));
        while (random.nextInt(3) == 0) {
            condition.append(tag("elif " + test(2))).append(body(depth));
        }
        if (random.nextBoolean()) {
            condition.append(tag("else")).append(body(depth));
        }
        return condition + tag("endif");
    }

    /** A conditional expression needs brackets here. */
    private String test(int depth) {
        String test = expression(depth);
        return test.contains(" if ") ? "(" + test + ")" : test;
    }

    private String loop(int depth) {
        String loop = tag("for " + loopTarget() + " in " + operand(2) + maybe(() -> " if " + expression(2))
                        + (random.nextInt(5) == 0 ? " recursive" : ""))
                + body(depth);
        return loop + (random.nextInt(3) == 0 ? tag("else") + body(depth) : "") + tag("endfor");
    }

    private String block(int depth) {
        String name = random.nextInt(8) == 0 ? "same" : "block" + blocks++;
        return tag("block " + name + (random.nextInt(4) == 0 ? " scoped" : ""))
                + body(depth)
                + tag("endblock" + (random.nextBoolean() ? " " + name : ""));
    }

    private String loading() {
        String context = random.nextInt(3) == 0 ? " with context" : "";
        return switch (random.nextInt(5)) {
            case 0 -> "include " + expression(1) + maybe(() -> " ignore missing") + context;
            case 1 -> "import 'other' as " + pick(TARGETS) + context;
            case 2 -> "from " + expression(0) + " import " + pick(TARGETS) + ", item as " + pick(TARGETS) + context;
            case 3 -> "print " + expression(1) + ", " + expression(1);
            default -> random.nextInt(6) == 0 ? "extends " + expression(0) : "include 'other'";
        };
    }

    private String signature() {
        return switch (random.nextInt(4)) {
            case 0 -> "()";
            case 1 -> "(" + pick(TARGETS) + ")";
            case 2 -> "(a, b=" + expression(1) + ")";
            default -> "(x, " + pick(TARGETS) + "=" + expression(1) + ", caller=none)";
        };
    }

    private String target() {
        return switch (random.nextInt(6)) {
            case 0 -> pick(TARGETS) + ", " + pick(TARGETS);
            case 1 -> "(" + pick(TARGETS) + ", " + pick(TARGETS) + ")";
            case 2 -> "ns.n, " + pick(TARGETS);
            default -> pick(TARGETS);
        };
    }

    private String loopTarget() {
        return random.nextInt(3) == 0 ? pick(TARGETS) + ", " + pick(TARGETS) : pick(TARGETS);
    }

    private String tuple(int depth) {
        return random.nextInt(10) == 0 ? expression(depth) + ", " + expression(0) : expression(depth);
    }

    private String expression(int depth) {
        if (depth == 0) {
            return operand(0);
        }
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> operand(depth - 1) + pick(BINARY) + operand(depth - 1);
            case 3 -> "not " + expression(depth - 1);
            case 4 -> operand(depth - 1) + " if " + operand(depth - 1) + maybe(() -> " else " + expression(depth - 1));
            case 5 -> operand(depth - 1) + " is " + pick(TESTS) + maybe(() -> arguments(depth - 1));
            case 6 -> operand(depth - 1) + " is divisibleby " + primary(depth - 1);
            case 7 -> operand(depth - 1) + pick(BINARY) + operand(depth - 1) + pick(BINARY) + operand(depth - 1);
            case 8 -> operand(depth - 1) + " ** " + pick(NAMES);
            default -> operand(depth);
        };
    }

    private String operand(int depth) {
        StringBuilder operand = new StringBuilder(random.nextInt(12) == 0 ? "-" : "").append(primary(depth));
        if (depth > 0) {
            while (random.nextInt(3) == 0) {
                operand.append(link(depth - 1));
            }
            while (random.nextInt(4) == 0) {
                operand.append(" | ").append(filter(depth - 1));
            }
        }
        return operand.toString();
    }

    private String link(int depth) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> "." + pick(ATTRIBUTES);
            case 2 -> "[" + expression(depth) + "]";
            case 3 -> "[" + maybe(() -> expression(depth)) + ":" + maybe(() -> expression(depth)) + "]";
            default -> arguments(depth);
        };
    }

    private String primary(int depth) {
        if (depth == 0) {
            return switch (random.nextInt(8)) {
                case 0 -> pick(NUMBERS);
                case 1, 2 -> pick(STRINGS);
                case 3 -> pick("true", "False", "none", "[]", "()");
                default -> pick(NAMES);
            };
        }
        return switch (random.nextInt(10)) {
            case 0 -> "(" + expression(depth - 1) + ")";
            case 1 -> "(" + expression(depth - 1) + ", " + expression(0) + ")";
            case 2 -> "[" + expression(depth - 1) + ", " + primary(0) + ",]";
            case 3 -> "{'k': " + expression(depth - 1) + ", " + pick(STRINGS) + ": {}}";
            case 4, 5 -> pick(NAMES) + arguments(depth - 1);
            case 6 -> "presto." + pick("latest_partition", "first") + arguments(depth - 1);
            default -> primary(0);
        };
    }

    private String arguments(int depth) {
        return switch (random.nextInt(9)) {
            case 0 -> "()";
            case 1 -> "(" + pick(STRINGS) + ", default=" + expression(depth) + ")";
            case 2 -> "(" + expression(depth) + ", " + pick("-1", "[1, 'a', none]", "-0x2", "('a',)") + ")";
            case 3 -> "(*" + expression(depth) + ")";
            case 4 -> "(key=" + expression(depth) + ", **" + expression(0) + ")";
            case 5 -> "(" + expression(depth) + ",)";
            default -> "(" + pick(STRINGS) + ")";
        };
    }

    private String filter(int depth) {
        return pick(FILTERS) + maybe(() -> arguments(depth)) + (random.nextInt(5) == 0 ? " | upper" : "");
    }

    /**
     * A filter on the text of a block. Jinja fails over names in it that are used nowhere else, unless it has computed them
     * away at compile time, as in {@code 1 or a}, which our reader does not do. So there are no operators here.
     */
    private String textFilter() {
        return " | " + pick(FILTERS) + maybe(() -> "(" + pick(NAMES) + ")");
    }

    private String tag(String inside) {
        return "{%" + sign() + " " + inside + (random.nextInt(10) == 0 ? " -%}" : " %}");
    }

    private String sign() {
        return random.nextInt(10) == 0 ? pick("-", "+") : "";
    }

    private String maybe(Supplier<String> text) {
        return random.nextBoolean() ? text.get() : "";
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
