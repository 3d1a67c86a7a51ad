package io.dsreview.core.semantic;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.semantic.MatchKind;
import io.dsreview.api.semantic.Provenance;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticSourceResolver.Resolution;
import io.dsreview.api.semantic.Similarity;
import io.dsreview.core.dictionary.Entry;
import io.dsreview.core.matching.NameMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a dictionary says about fields: the entry of exactly the field's name, case included; for a field that has none, the entries
 * with the most similar names. An entry that says nothing gives no candidate.
 */
final class DictionaryCandidates {

    private DictionaryCandidates() {}

    static Resolution of(SourceId source, Sha256 version, List<Entry> entries, Collection<FieldId> fields) {
        Map<String, Entry> byName = new LinkedHashMap<>();
        entries.stream().filter(entry -> !entry.meaning().isEmpty()).forEach(entry -> byName.put(entry.field(), entry));
        List<SemanticCandidate> exact = new ArrayList<>();
        List<FieldId> others = new ArrayList<>();
        for (FieldId field : fields) {
            Entry entry = byName.get(field.value());
            if (entry == null) {
                others.add(field);
            } else {
                exact.add(candidate(field, entry, source, version, MatchKind.EXACT_DICTIONARY, null));
            }
        }
        List<SemanticCandidate> candidates = new ArrayList<>(exact);
        if (!others.isEmpty()) {
            NameMatcher matcher = matcher(byName, fields);
            for (FieldId field : others) {
                for (Similarity similarity : matcher.similar(field.value())) {
                    Entry entry = byName.get(similarity.entry());
                    if (entry != null) {
                        candidates.add(candidate(field, entry, source, version, MatchKind.FUZZY, similarity));
                    }
                }
            }
        }
        return new Resolution.Resolved(version, candidates);
    }

    private static NameMatcher matcher(Map<String, Entry> byName, Collection<FieldId> fields) {
        Map<String, String> names = new LinkedHashMap<>();
        byName.forEach((name, entry) -> names.put(name, entry.meaning().verboseName()));
        return new NameMatcher(names, fields.stream().map(FieldId::value).toList());
    }

    private static SemanticCandidate candidate(
            FieldId field,
            Entry entry,
            SourceId source,
            Sha256 version,
            MatchKind kind,
            @Nullable Similarity similarity) {
        return new SemanticCandidate(
                field,
                entry.meaning(),
                entry.endorsement(),
                new Provenance(source, version, kind, entry.place(), similarity));
    }
}
