package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.error.ErrorCode;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.mapping.ConversionProblem;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word of a Russian sentence agrees with a count in it, not only the noun behind the number. */
class RussianCountsTest {

    /** What a problem says of so many. */
    record Counted(ErrorCode code, int count, String words) {}

    static Stream<Counted> counted() {
        ErrorCode list = ConversionProblem.CONVERSION_LIST_AS_TEXT;
        ErrorCode bound = ConversionProblem.CONVERSION_RANGE_TO_ONE_BOUND;
        ErrorCode illegal = ReviewProblem.MAPPING_VALUES_ILLEGAL;
        ErrorCode alone = ReviewProblem.FIELDS_LEFT_ALONE;
        return Stream.of(
                new Counted(list, 2, "2 значения фильтра становятся одним текстом"),
                new Counted(list, 5, "5 значений фильтра становятся одним текстом"),
                new Counted(list, 21, "21 значение фильтра становится одним текстом"),
                new Counted(bound, 1, "ещё 1 условие не доходит."),
                new Counted(bound, 2, "ещё 2 условия не доходят."),
                new Counted(bound, 5, "ещё 5 условий не доходят."),
                new Counted(bound, 21, "ещё 21 условие не доходит."),
                new Counted(illegal, 1, "не принимает 1 такое значение."),
                new Counted(illegal, 2, "не принимает 2 таких значения."),
                new Counted(illegal, 5, "не принимает 5 таких значений."),
                new Counted(illegal, 21, "не принимает 21 такое значение."),
                new Counted(alone, 1, "1 поле из закреплённых или описанных человеком; всё осталось как есть."),
                new Counted(alone, 2, "2 поля из закреплённых или описанных человеком; всё осталось как есть."));
    }

    @ParameterizedTest
    @MethodSource("counted")
    void AR5_everyWordAgreesWithTheCount(Counted counted) {
        Problem problem = Problem.of(counted.code(), "count", Integer.toString(counted.count()));

        assertThat(ProblemText.of(problem, Locale.forLanguageTag("ru")).message())
                .contains(counted.words());
    }
}
