package io.dsreview.core.ux;

import io.dsreview.api.clarification.Option;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.QuestionText;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.error.Words;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.MappingText;
import io.dsreview.api.semantic.CandidateText;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.ReviewView;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionEventText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is new to read in a session since a person looked last, in the words of the bundles. */
final class News {

    /** Those that a person reads otherwise: as a refusal, or as what it led to. */
    private static final Set<SessionEvent.Type> UNTOLD =
            Set.of(SessionEvent.Type.REFUSED, SessionEvent.Type.REEVALUATED);

    private final @Nullable ReviewView before;
    private final ReviewView now;
    private final Locale locale;

    private News(@Nullable ReviewView before, ReviewView now, Locale locale) {
        this.before = before;
        this.now = now;
        this.locale = locale;
    }

    static List<String> between(
            @Nullable ReviewView before, @Nullable ReviewView now, List<SessionEvent> events, Locale locale) {
        List<String> words = new ArrayList<>(events.stream()
                .filter(event -> !UNTOLD.contains(event.type()))
                .map(event -> SessionEventText.of(event, locale).text())
                .toList());
        if (now != null) {
            News news = new News(before, now, locale);
            Stream.of(
                            news.findings(),
                            news.candidates(),
                            news.mappings(),
                            news.question(),
                            news.preview(),
                            news.launch())
                    .forEach(words::addAll);
        }
        return words;
    }

    private List<String> findings() {
        return fresh(News::open).stream()
                .map(finding -> "_" + severity(finding) + "_ " + about(finding.problem())
                        + ProblemText.of(finding.problem(), locale))
                .toList();
    }

    private String severity(Finding finding) {
        return Words.of("io.dsreview.core.export.Reports", locale, Map.of())
                .get("Severity." + finding.severity().name());
    }

    private List<String> candidates() {
        return fresh(News::candidates).stream()
                .map(candidate -> "`" + candidate.field().value() + "` “"
                        + candidate.meaning().verboseName() + "” "
                        + String.join(" ", CandidateText.of(candidate, locale).evidence()))
                .toList();
    }

    private List<String> mappings() {
        return fresh(News::conversions).stream()
                .map(mapping -> "`" + mapping.id().value() + "` "
                        + Stream.concat(
                                        text(mapping).reasons().stream(),
                                        text(mapping).warnings().stream().map(ProblemText::toString))
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    private MappingText text(ExecutionMapping mapping) {
        return MappingText.of(mapping, locale);
    }

    private List<String> question() {
        return fresh(view -> Stream.ofNullable(view.session().clarification().active())
                        .toList())
                .stream()
                .map(this::words)
                .toList();
    }

    private String words(Question question) {
        QuestionText text = QuestionText.of(question, locale);
        String options = question.options().isEmpty()
                ? ""
                : question.options().stream().map(Option::label).collect(Collectors.joining(" ], [ ", " [ ", " ]"));
        return "**" + text.text() + "** " + text.why() + (text.guess() == null ? "" : " " + text.guess()) + options;
    }

    private List<String> preview() {
        return fresh(view -> view.session().execution().preview().stream()
                        .map(CompiledPreview::diagnostics)
                        .flatMap(List::stream)
                        .toList())
                .stream()
                .map(problem -> about(problem) + ProblemText.of(problem, locale))
                .toList();
    }

    private List<String> launch() {
        return fresh(view -> view.session().execution().lastLaunch().stream()
                        .flatMap(News::problem)
                        .toList())
                .stream()
                .map(problem -> ProblemText.of(problem, locale).toString())
                .toList();
    }

    private static Stream<Problem> problem(LaunchAttempt attempt) {
        LaunchOutcome outcome = attempt.outcome();
        if (outcome instanceof LaunchOutcome.Failed failed) {
            return Stream.of(failed.problem());
        }
        if (outcome instanceof LaunchOutcome.Refused refused) {
            return Stream.of(refused.problem());
        }
        if (outcome instanceof LaunchOutcome.Unknown unknown) {
            return Stream.of(unknown.problem());
        }
        return outcome instanceof LaunchOutcome.Running running ? Stream.of(running.problem()) : Stream.empty();
    }

    private <T> List<T> fresh(Function<ReviewView, List<T>> of) {
        List<T> known = before == null ? List.of() : of.apply(before);
        return of.apply(now).stream().filter(each -> !known.contains(each)).toList();
    }

    private static List<Finding> open(ReviewView view) {
        return view.session().findings().stream()
                .filter(finding -> finding.status() == FindingStatus.OPEN)
                .toList();
    }

    private static List<SemanticCandidate> candidates(ReviewView view) {
        return view.session().semantics().fields().stream()
                .map(SemanticField::candidates)
                .flatMap(List::stream)
                .toList();
    }

    /** The mappings without what persons decided about them, which the events tell. */
    private static List<ExecutionMapping> conversions(ReviewView view) {
        return view.session().mappings().stream()
                .map(mapping -> new ExecutionMapping(
                        mapping.id(),
                        mapping.filter(),
                        mapping.target(),
                        mapping.value(),
                        mapping.match(),
                        mapping.conversion(),
                        false,
                        1,
                        null))
                .toList();
    }

    private static String about(Problem problem) {
        return problem.target() == null ? "" : "`" + problem.target() + "` ";
    }
}
