package io.dsreview.differential;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values and texts to compare on, drawn from a seed. */
final class RisonSamples {

    /** Every character that means something to one of the references, and some that do not. */
    private static final int[] CHARACTERS = IntStream.concat(
                    IntStream.range(0, 128), "äßéŁЖ中\u00A0\u0085\u2028\uFFFD\uFEFF😀𝒳".codePoints())
            .toArray();

    private static final List<String> WORDS = List.of(
            "region", "NATIVE_FILTER-a1B", "col", "IN", "val", "North", "it's", "a=b", "Last week", "100%", "a\nb");

    private static final List<String> TOKENS = List.of(
            "(",
            ")",
            "!(",
            "!",
            "!t",
            "!f",
            "!n",
            "'",
            "''",
            ":",
            ",",
            "a",
            "b-1",
            "'c d'",
            "!!",
            "!'",
            "-",
            "0",
            "12",
            "01",
            "1.5",
            "1.",
            "-.5",
            ".",
            "e",
            "E",
            "1e5",
            "1e-5",
            "*",
            "@",
            "$",
            " ",
            "=",
            "%",
            "+",
            "\\",
            "\n",
            "\u0000",
            "é",
            "😀",
            "(a:b)",
            "!(1,2)",
            "()",
            "!()",
            "(1:a)",
            "(!t:a)",
            "9007199254740993");

    private final Random random;

    RisonSamples(long seed) {
        this.random = new Random(seed);
    }

    @Nullable
    Object value() {
        return value(4);
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 6)) {
            case 0 -> random.nextBoolean() ? (Object) random.nextBoolean() : null;
            case 1, 2 -> number();
            case 3, 4, 5 -> text();
            case 6, 7 -> list(depth - 1);
            default -> object(depth - 1);
        };
    }

    private List<@Nullable Object> list(int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> value(depth))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Map<String, @Nullable Object> object(int depth) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            members.put(text(), value(depth));
        }
        return members;
    }

    private String text() {
        return random.nextInt(3) == 0
                ? WORDS.get(random.nextInt(WORDS.size()))
                : characters(random.nextInt(random.nextInt(4) == 0 ? 20 : 3));
    }

    private String characters(int length) {
        return IntStream.range(0, length)
                .map(i -> random.nextBoolean() ? 'a' + random.nextInt(26) : character())
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private int character() {
        return CHARACTERS[random.nextInt(CHARACTERS.length)];
    }

    /** A number that a double holds exactly as written, or a whole one of any size. */
    private BigDecimal number() {
        return switch (random.nextInt(6)) {
            case 0 -> new BigDecimal(random.nextInt(100));
            case 1 -> new BigDecimal(random.nextLong() >> 11);
            case 2 -> new BigDecimal(new BigInteger(random.nextInt(120), random)).negate();
            case 3 -> new BigDecimal(BigInteger.valueOf(random.nextInt()), random.nextInt(12));
            case 4 -> new BigDecimal(BigInteger.valueOf(random.nextInt(1_000)), random.nextInt(80) - 40);
            default -> new BigDecimal(Double.toString(finite()));
        };
    }

    private double finite() {
        double any = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(any) ? any : random.nextDouble();
    }

    /** A text made of the pieces of Rison, in any order. */
    String soup() {
        return IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(i -> TOKENS.get(random.nextInt(TOKENS.size())))
                .collect(Collectors.joining());
    }

    /** A text with whole grammar, and with the forms that no library writes: numbers as keys, keys twice, other digits. */
    String grammatical() {
        return grammatical(4);
    }

    private String grammatical(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0, 1, 2 -> TOKENS.get(random.nextInt(TOKENS.size()));
            case 3 -> "'" + characters(random.nextInt(5)).replaceAll("['!]", "!$0") + "'";
            case 4 -> characters(1 + random.nextInt(3));
            case 5 -> number().toString().replaceAll("E\\+?", random.nextInt(9) == 0 ? "E" : "e");
            case 6 -> several("!(", i -> grammatical(depth - 1));
            default ->
                several(
                        "(",
                        i -> (random.nextBoolean() ? "k" + random.nextInt(2) : grammatical(0)) + ":"
                                + grammatical(depth - 1));
        };
    }

    private String several(String open, IntFunction<String> part) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(part).collect(Collectors.joining(",", open, ")"));
    }

    /** The text with a few characters removed, replaced, inserted or swapped; whole characters only. */
    String damaged(String text) {
        List<Integer> characters = text.codePoints().boxed().collect(Collectors.toCollection(ArrayList::new));
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(characters.size() + 1);
            List<Integer> insertion = TOKENS.get(random.nextInt(TOKENS.size()))
                    .codePoints()
                    .boxed()
                    .toList();
            if (random.nextInt(3) == 0 || at == characters.size()) {
                characters.addAll(at, insertion);
            } else if (random.nextBoolean()) {
                characters.remove(at);
            } else {
                Collections.swap(characters, at, random.nextInt(characters.size()));
            }
        }
        int[] left = characters.stream().mapToInt(Integer::intValue).toArray();
        return new String(left, 0, left.length);
    }
}
