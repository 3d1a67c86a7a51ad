package io.dsreview.core.mapping;

import io.dsreview.api.id.FieldId;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.MatchReason;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.semantic.Similarity;
import io.dsreview.core.matching.NameMatcher;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which parameters have names that are similar to a filter's, or to that of its column. */
final class SimilarParameters {

    private final @Nullable NameMatcher matcher;
    private final Map<String, List<Similarity>> known = new HashMap<>();

    SimilarParameters(List<TemplateVariable> parameters, List<ImportedFilter> filters) {
        Map<String, String> entries = new LinkedHashMap<>();
        parameters.forEach(parameter -> entries.put(parameter.name(), ""));
        this.matcher = entries.isEmpty()
                ? null
                : new NameMatcher(
                        entries,
                        filters.stream().flatMap(SimilarParameters::names).toList());
    }

    Optional<MatchReason> of(ImportedFilter filter, TemplateVariable parameter) {
        return names(filter)
                .flatMap(name -> similar(name).stream()
                        .filter(found -> found.entry().equals(parameter.name()))
                        .map(found -> new MatchReason(MatchReason.Kind.SIMILAR_NAME, name, parameter.name(), found)))
                .max(Comparator.comparing(SimilarParameters::score));
    }

    private static int score(MatchReason reason) {
        return reason.similarity() == null ? 0 : reason.similarity().score();
    }

    private List<Similarity> similar(String name) {
        return matcher == null ? List.of() : known.computeIfAbsent(name, matcher::similar);
    }

    /** The column first: of two equal scores its name is the better reason. */
    private static Stream<String> names(ImportedFilter filter) {
        FieldId column = filter.column();
        return column == null ? Stream.of(filter.name()) : Stream.of(filter.name(), column.value());
    }
}
