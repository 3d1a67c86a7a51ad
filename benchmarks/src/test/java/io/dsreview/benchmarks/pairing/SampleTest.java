package io.dsreview.benchmarks.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SampleTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-9);

    private static Pair pair(double subjectMillis, double floorMillis) {
        return new Pair((long) (subjectMillis * 1e6), (long) (floorMillis * 1e6));
    }

    private final Sample sample =
            new Sample(List.of(List.of(pair(11, 10), pair(12, 10), pair(40, 10)), List.of(pair(10, 10), pair(26, 20))));

    @Test
    void theMedianIsOfTheRatiosAndNotOfTheTimes() {
        assertThat(sample.ratio(0.5)).isEqualTo(1.2, EXACT);
        assertThat(sample.subjectMillis()).isEqualTo(12, EXACT);
        assertThat(sample.floorMillis()).isEqualTo(10, EXACT);
    }

    @Test
    void betweenTwoRatiosLiesTheMiddle() {
        assertThat(sample.ratio(0.25)).isEqualTo(1.1, EXACT);
        assertThat(sample.ratio(0.75)).isEqualTo(1.3, EXACT);
        assertThat(sample.forkRatios()).hasSize(2);
        assertThat(sample.forkRatios().get(0)).isEqualTo(1.15, EXACT);
        assertThat(sample.forkRatios().get(1)).isEqualTo(1.2, EXACT);
    }

    @Test
    void aJvmWithoutAPairIsRefused() {
        assertThatThrownBy(() -> new Sample(List.of(List.of()))).hasMessageContaining("a JVM without a pair");
        assertThatThrownBy(() -> new Pair(0, 1)).hasMessageContaining("the times are 0 and 1 ns");
    }

    /** Stands for a benchmark; prints two rows, or nothing of the kind. */
    static final class Program {

        private Program() {}

        public static void main(String... arguments) {
            System.out.println(arguments.length > 0 ? arguments[0] : "3/2 5/2");
            System.out.println("7/7");
        }
    }

    @Test
    void theCalmestJvmIsTheOneThatWasLeastDisturbed() {
        Sample sample = new Sample(List.of(
                List.of(new Pair(9_000_000, 1), new Pair(1_000_000, 1)),
                List.of(new Pair(2_000_000, 1), new Pair(3_000_000, 1))));

        assertThat(sample.calmestMillis(1)).isEqualTo(3);
        assertThat(sample.calmestMillis(0)).isEqualTo(1);
    }

    @Test
    void forksArePutTogetherRowByRow() throws Exception {
        List<Sample> rows = Forks.run(Program.class, List.of(), 2);

        assertThat(rows)
                .containsExactly(
                        new Sample(List.of(
                                List.of(new Pair(3, 2), new Pair(5, 2)), List.of(new Pair(3, 2), new Pair(5, 2)))),
                        new Sample(List.of(List.of(new Pair(7, 7)), List.of(new Pair(7, 7)))));
        assertThat(Forks.line(rows.get(0).forks().get(0))).isEqualTo("3/2 5/2");
    }

    @Test
    void whatAForkPrintsBesidesPairsIsRefused() {
        assertThatThrownBy(() -> Forks.run(Program.class, List.of("warning"), 1))
                .isInstanceOf(IOException.class)
                .hasMessage("a forked JVM printed something else than pairs");
    }

    @Test
    void aTableIsMarkdown() {
        assertThat(Table.of(List.of("a", "ratio"), List.of(List.of("20", "1.05"))))
                .isEqualTo("""
                |  a | ratio |
                |---:|------:|
                | 20 |  1.05 |
                """);
    }
}
