package io.dsreview.superset.rison;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.superset.rison.RisonReading.Refused;
import io.dsreview.superset.rison.RisonReading.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RisonPropertyTest {

    @Property
    void readsBackWhatItWrites(@ForAll("values") Object value) {
        assertThat(Rison.read(Rison.write(value))).isEqualTo(new Value(value));
    }

    @Property
    void writesTheSameAgainAfterReading(@ForAll("fragments") String text) {
        if (Rison.read(text) instanceof Value read) {
            String written = Rison.write(read.value());

            assertThat(Rison.read(written))
                    .isInstanceOfSatisfying(Value.class, again -> assertThat(Rison.write(again.value()))
                            .isEqualTo(written));
        }
    }

    @Property
    void readsAnyFragmentsToAnOutcome(@ForAll("fragments") String text) {
        assertOutcome(text);
    }

    @Property
    void readsAnyTextToAnOutcome(@ForAll String text) {
        assertOutcome(text);
    }

    private static void assertOutcome(String text) {
        if (Rison.read(text) instanceof Refused refused) {
            assertThat(refused.position()).isBetween(1, text.length() + 1);
        }
    }

    /** Numbers have no trailing zeros, which writing drops. */
    @Provide
    Arbitrary<Object> values() {
        Arbitrary<String> texts = Arbitraries.strings()
                .all()
                .withChars("ab1-!'(),: \n")
                .ofMaxLength(12)
                .filter(text -> Surrogates.firstHalf(text) < 0);
        Arbitrary<BigDecimal> numbers = Arbitraries.oneOf(
                Arbitraries.bigIntegers().map(BigDecimal::new),
                Arbitraries.doubles().map(BigDecimal::valueOf).map(RisonPropertyTest::plain));
        Arbitrary<Object> leaves = Arbitraries.oneOf(texts, numbers, Arbitraries.of(true, false));
        return Arbitraries.recursive(
                        () -> leaves,
                        inner -> Arbitraries.oneOf(
                                inner.list().ofMaxSize(4).map(List::copyOf),
                                Arbitraries.maps(texts, inner).ofMaxSize(4).map(Map::copyOf)),
                        0,
                        3)
                .withoutEdgeCases();
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 && stripped.precision() - stripped.scale() <= 21 ? stripped.setScale(0) : stripped;
    }

    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.of(
                        "(",
                        ")",
                        "!(",
                        "!",
                        "!t",
                        "!n",
                        "'",
                        "a",
                        ":",
                        ",",
                        "'b'",
                        "!!",
                        "!'",
                        "-",
                        "1",
                        "01",
                        ".",
                        "e",
                        "E5",
                        " ",
                        "*",
                        "=",
                        "\u0000",
                        "\uD83D",
                        "😀",
                        "(a:1)",
                        "!(1,2)",
                        "(a:",
                        "__proto__",
                        "1e999")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }
}
