package io.dsreview.benchmarks.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.benchmarks.cost.Measure.Kind;
import io.dsreview.benchmarks.pairing.Pair;
import io.dsreview.benchmarks.pairing.Sample;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Costs SMALL = costs(Scale.SMALL, measure -> 0.4);
    private static final Costs MIDDLE = costs(Scale.MIDDLE, measure -> 4);
    private static final Costs LARGE = costs(Scale.LARGE, measure -> 40);

    @Test
    void namesNothingWhereAllIsKept() {
        assertThat(Limits.misses(List.of(SMALL, MIDDLE, LARGE))).isEmpty();
    }

    @Test
    void namesWhatTakesTooLongAtTheMiddleSize() {
        Costs slow = costs(Scale.MIDDLE, measure -> measure.kind().isStep() ? 5.1 : 151);

        assertThat(Limits.misses(List.of(SMALL, slow, LARGE)))
                .containsExactly(
                        "link to preview, median ms: 151.0, 150 are allowed",
                        "decide, p95 ms: 5.1, 5 are allowed",
                        "encode, p95 ms: 5.1, 5 are allowed",
                        "documentation, median ms: 151.0, 100 are allowed",
                        "validation report, median ms: 151.0, 100 are allowed");
    }

    @Test
    void theSlowestCommandCountsAndNotTheMiddleOne() {
        Costs slow = costs(
                Scale.MIDDLE,
                measure -> measure.kind() == Kind.DECIDE && measure.name().equals(Step.LOCK.title()) ? 5.1 : 4);

        assertThat(Limits.misses(List.of(SMALL, slow, LARGE))).containsExactly("decide, p95 ms: 5.1, 5 are allowed");
    }

    @Test
    void namesWhatGrowsFasterThanTheReview() {
        Costs steep = costs(Scale.LARGE, measure -> measure.kind() == Kind.VALIDATION ? 61 : 40);

        assertThat(Limits.misses(List.of(SMALL, MIDDLE, steep)))
                .containsExactly("validation ms, times from 2,000 to 20,000 fields: 15.3, 15 are allowed");
    }

    private static Costs costs(Scale scale, ToDoubleFunction<Measure> millis) {
        List<Sample> samples = Measure.all().stream()
                .map(measure -> (long) (millis.applyAsDouble(measure) * 1e6))
                .map(nanos -> new Sample(List.of(List.of(new Pair(nanos, scale.fields())))))
                .toList();
        List<Long> written = Collections.nCopies(Step.values().length, (long) scale.fields());
        return new Costs(scale, new Sizes(scale.fields(), scale.conflicts(), written), samples);
    }
}
