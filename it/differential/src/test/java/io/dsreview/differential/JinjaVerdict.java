package io.dsreview.differential;

import io.dsreview.superset.jinja.CallArguments;
import io.dsreview.superset.jinja.TemplateReader;
import io.dsreview.superset.jinja.TemplateReading;
import io.dsreview.superset.jinja.syntax.Template.Fault;
import io.dsreview.superset.jinja.tree.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What is made of a template, in a form in which both sides can be compared.
 *
 * @param line the line of the fault; empty if the template is taken, or the line is not told
 * @param uses each as text, sorted; without those of names that the template may set
 */
record JinjaVerdict(
        boolean refused, Optional<Integer> line, Set<String> undeclared, List<String> uses, Set<String> unknown) {

    static JinjaVerdict ofJinja(JsonNode answer) {
        if (answer.has("refused")) {
            JsonNode line = answer.get("line");
            return refusal(line.isNull() ? Optional.empty() : Optional.of(line.intValue()));
        }
        List<String> uses = new ArrayList<>();
        answer.path("uses")
                .forEach(use -> uses.add(use(use.get(0).intValue(), use.get(1).stringValue(), call(use.get(2)))));
        return new JinjaVerdict(
                false,
                Optional.empty(),
                new TreeSet<>(texts(answer.get("undeclared"))),
                uses.stream().sorted().toList(),
                new TreeSet<>(texts(answer.path("unknown"))));
    }

    /** Reads a template; uses are compared for the names of which Jinja has told any. */
    static JinjaVerdict ofOurs(String template, JsonNode answer) {
        TemplateReading reading = TemplateReader.read(template);
        Fault fault = reading.fault();
        if (fault != null) {
            return refusal(Optional.of(fault.position().line())
                    .filter(line -> !answer.path("line").isNull()));
        }
        Set<String> compared = new TreeSet<>();
        answer.path("compared").forEach(name -> compared.add(name.stringValue()));
        List<String> uses = reading.uses().stream()
                .filter(use -> compared.contains(use.name()))
                .map(use -> use(use.position().line(), use.dotted(), call(use.call())))
                .sorted()
                .toList();
        Stream<String> unknown = answer.has("unknown")
                ? reading.unknownFilters().stream()
                        .map(each -> each.kind().name().toLowerCase(Locale.ROOT) + " " + each.name())
                : Stream.empty();
        return new JinjaVerdict(false, Optional.empty(), reading.undeclared(), uses, new TreeSet<>(unknown.toList()));
    }

    private static JinjaVerdict refusal(Optional<Integer> line) {
        return new JinjaVerdict(true, line, Set.of(), List.of(), Set.of());
    }

    private static String use(int line, String dotted, String call) {
        return line + " " + dotted + call;
    }

    private static String call(JsonNode call) {
        if (call.isNull()) {
            return "";
        }
        Map<String, String> named = new TreeMap<>();
        call.get(1).properties().forEach(entry -> named.put(entry.getKey(), value(entry.getValue())));
        List<String> positional = new ArrayList<>();
        call.get(0).forEach(each -> positional.add(value(each)));
        return positional.toString() + named + (call.get(2).booleanValue() ? "*" : "");
    }

    private static String call(CallArguments call) {
        if (call == null) {
            return "";
        }
        Map<String, String> named = new TreeMap<>();
        call.named().forEach((name, value) -> named.put(name, value(value)));
        List<String> positional =
                call.positional().stream().map(JinjaVerdict::value).toList();
        return positional.toString() + named + (call.isSpread() ? "*" : "");
    }

    private static String value(JsonNode value) {
        if (value.isObject()) {
            return value.has("number") ? number(value.get("number").stringValue()) : "computed";
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(value(item)));
            return items.toString();
        }
        if (value.isString()) {
            return "'" + value.stringValue() + "'";
        }
        return value.isNull() ? "none" : value.toString();
    }

    private static String value(Value value) {
        if (value instanceof Value.Text text) {
            return "'" + text.text() + "'";
        }
        if (value instanceof Value.Numeral numeral) {
            return number(numeral.digits());
        }
        if (value instanceof Value.Truth truth) {
            return String.valueOf(truth.value());
        }
        if (value instanceof Value.Items items) {
            return items.items().stream().map(JinjaVerdict::value).toList().toString();
        }
        return value instanceof Value.None ? "none" : "computed";
    }

    private static String number(String digits) {
        boolean negative = digits.startsWith("-");
        String absolute = (negative ? digits.substring(1) : digits).toLowerCase(Locale.ROOT);
        int radix =
                switch (absolute.length() > 1 ? absolute.substring(0, 2) : "") {
                    case "0x" -> 16;
                    case "0o" -> 8;
                    case "0b" -> 2;
                    default -> 10;
                };
        boolean isFloat = radix == 10 && !absolute.chars().allMatch(Character::isDigit);
        String value = isFloat
                ? String.valueOf(Double.parseDouble(absolute.replace("inf", "Infinity")))
                : new BigInteger(radix == 10 ? absolute : absolute.substring(2), radix).toString();
        return (negative ? "-" : "") + value;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.stringValue()));
        return texts;
    }
}
