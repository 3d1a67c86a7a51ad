package io.dsreview.live;

import io.dsreview.DsReview;
import io.dsreview.Review;
import io.dsreview.ReviewResult;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.Topic;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.core.store.InMemoryReviewStore;
import io.dsreview.superset.Superset;
import io.dsreview.superset.SupersetConfig;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks for previews through reviews, as a host does. */
final class Previews implements AutoCloseable {

    private final Bed bed;
    private final Superset superset;
    private final DsReview reviews;

    Previews(Bed bed) {
        this.bed = bed;
        this.superset = Superset.connect(SupersetConfig.builder()
                .environment(
                        new EnvironmentId("live").value(),
                        URI.create(bed.base()),
                        SupersetCredentials.fixed(SupersetCredential.password("admin", bed.password("admin"))))
                .build());
        this.reviews = DsReview.builder()
                .superset(new KeptRecovery(superset.contextExtractor()), superset.compilationAdapter())
                .store(new InMemoryReviewStore())
                .build();
    }

    /**
     * What became of a preview.
     *
     * @param sql the SQL, or empty
     * @param by the channel that it came through, or the codes of the problems
     * @param problems why there is none
     */
    record Preview(Optional<String> sql, String by, List<Problem> problems) {

        static Preview of(CompiledPreview compiled) {
            return compiled.status() == PreviewStatus.READY
                    ? new Preview(Optional.ofNullable(compiled.sql()), String.valueOf(compiled.channel()), List.of())
                    : none(compiled.diagnostics());
        }

        static Preview none(List<Problem> problems) {
            String codes = problems.stream().map(Problem::code).distinct().collect(Collectors.joining(", "));
            return new Preview(Optional.empty(), codes, problems);
        }
    }

    /** Has a link compiled for a dataset that it touches, with values for template variables by name. */
    Preview of(String link, long dataset, Optional<ExecutionTarget> target, Map<String, String> values) {
        Review review = bed.start(reviews, link);
        Optional<Question> which = review.activeQuestion().filter(question -> question.topic() == Topic.DATASET);
        if (which.isPresent()) {
            review = review.answer(which.get(), Long.toString(dataset)).orElseThrow();
        }
        for (Map.Entry<String, String> value : values.entrySet()) {
            review = review.values()
                    .set(variable(review, value.getKey()), value.getValue())
                    .orElseThrow();
        }
        if (target.isPresent()) {
            review = review.execution().choose(target.get()).orElseThrow();
        }
        ReviewResult asked = review.preview();
        return asked.command() instanceof CommandResult.Rejected rejected
                ? Preview.none(rejected.problems())
                : Preview.of(asked.orElseThrow().session().execution().preview().orElseThrow());
    }

    private static VariableId variable(Review review, String name) {
        return review.session().recovery().dataset().orElseThrow().variables().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Override
    public void close() {
        reviews.close();
        superset.close();
    }
}
