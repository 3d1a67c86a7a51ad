package io.dsreview.core.semantic;

import io.dsreview.api.access.Actor;
import io.dsreview.api.canonical.CanonicalJson;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.error.Problem;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.semantic.DictionaryTable;
import io.dsreview.api.semantic.Endorsement.Certification;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.SemanticSource.ConnectedDictionary;
import io.dsreview.api.semantic.SemanticSourceResolver.Resolution;
import io.dsreview.core.dictionary.DictionaryProblem;
import io.dsreview.core.dictionary.DictionaryRows;
import io.dsreview.core.dictionary.Entry;
import io.dsreview.core.dictionary.Malformed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the dictionaries that the host is connected to, each time anew. Their version is a hash of what they say. */
final class ConnectedDictionaries {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectedDictionaries.class);
    private static final String VERSION_TAG = "dsreview-connected-v1";

    private final Map<String, DictionaryTable> tables;

    ConnectedDictionaries(Map<String, DictionaryTable> tables) {
        this.tables = Map.copyOf(tables);
    }

    Resolution resolve(ConnectedDictionary source, Collection<FieldId> fields, Actor actor) throws Malformed {
        DictionaryTable table = tables.get(source.id().value());
        if (table == null) {
            return unusable(source, DictionaryProblem.SOURCE_NOT_CONNECTED);
        }
        DictionaryTable.Rows rows;
        try {
            rows = table.read(actor, DictionaryRows.LIMIT);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return unusable(source, DictionaryProblem.SOURCE_NOT_READABLE);
        } catch (Exception failing) {
            LOG.warn("DICTIONARY_FAILED {}", failing.getClass().getName());
            return unusable(source, DictionaryProblem.SOURCE_NOT_READABLE);
        }
        List<Entry> entries = DictionaryRows.read(rows);
        return DictionaryCandidates.of(source.id(), version(entries), entries, fields);
    }

    /** The same for the same entries, in whatever order the table gives them. */
    private static Sha256 version(List<Entry> entries) {
        return Sha256.ofDocuments(
                VERSION_TAG,
                entries.stream()
                        .sorted(Comparator.comparing(Entry::field))
                        .map(ConnectedDictionaries::canonical)
                        .toList());
    }

    private static byte[] canonical(Entry entry) {
        FieldMeaning meaning = entry.meaning();
        List<String> said =
                new ArrayList<>(List.of(entry.field(), meaning.verboseName(), meaning.description(), meaning.unit()));
        said.add(
                meaning.format() == null
                        ? ""
                        : meaning.format().notation() + " " + meaning.format().pattern());
        said.add(meaning.pii() == null ? "" : meaning.pii().name());
        Certification certified = entry.endorsement().certification();
        if (certified != null) {
            said.add(certified.certifiedBy());
            said.add(certified.details());
        }
        return CanonicalJson.encode(said);
    }

    private static Resolution unusable(ConnectedDictionary source, DictionaryProblem code) {
        return new Resolution.Unusable(Problem.of(code).about("source " + source.id()));
    }
}
