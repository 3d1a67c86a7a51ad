package io.dsreview.core.matching;

import io.dsreview.core.matching.LabelledHeaders.Labelled;
import io.dsreview.core.matching.MatchingMethod.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a method is worth from a threshold on: of all headers that are about an entry, the share whose best answer is right (recall at
 * 1); of all answers, those to headers that are about nothing included, the share that is right (precision).
 */
record MatchingScore(double threshold, double recall, double precision, int answered, int right) {

    private record Try(double score, boolean right) {}

    /** The best recall at a precision that is at least as good as asked for; all thresholds are tried. */
    static MatchingScore at(double precision, MatchingMethod method, LabelledHeaders set) {
        return curve(method, set).stream()
                .filter(score -> score.precision() >= precision)
                .max(Comparator.comparing(MatchingScore::recall))
                .orElse(new MatchingScore(1, 0, 1, 0, 0));
    }

    /** With every answer the method gives. */
    static MatchingScore whole(MatchingMethod method, LabelledHeaders set) {
        List<MatchingScore> curve = curve(method, set);
        return curve.get(curve.size() - 1);
    }

    private static List<MatchingScore> curve(MatchingMethod method, LabelledHeaders set) {
        long labelled =
                set.headers().stream().filter(each -> each.entry() != null).count();
        List<Try> tries = new ArrayList<>();
        for (Labelled each : set.headers()) {
            Optional<Answer> answer = method.answers().of(each.header());
            answer.ifPresent(
                    given -> tries.add(new Try(given.score(), given.entry().equals(each.entry()))));
        }
        tries.sort(Comparator.comparing(Try::score).reversed());
        List<MatchingScore> curve = new ArrayList<>();
        int right = 0;
        for (int i = 0; i < tries.size(); i++) {
            right += tries.get(i).right() ? 1 : 0;
            if (i + 1 == tries.size() || tries.get(i + 1).score() < tries.get(i).score()) {
                curve.add(new MatchingScore(
                        tries.get(i).score(), (double) right / labelled, (double) right / (i + 1), i + 1, right));
            }
        }
        return curve;
    }
}
