package io.dsreview.core.semantic;

import io.dsreview.api.access.Actor;
import io.dsreview.api.error.Problem;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.inference.InferenceProvider;
import io.dsreview.api.privacy.PiiMasker;
import io.dsreview.api.semantic.DbtModel;
import io.dsreview.api.semantic.DictionaryTable;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.semantic.SemanticSource.AiDrafts;
import io.dsreview.api.semantic.SemanticSource.ConnectedDictionary;
import io.dsreview.api.semantic.SemanticSource.Dictionary;
import io.dsreview.api.semantic.SemanticSourceResolver;
import io.dsreview.core.dictionary.DictionaryFiles;
import io.dsreview.core.dictionary.Malformed;
import io.dsreview.core.finding.ReviewProblem;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads every kind of source that needs no Superset: files, dbt, connected dictionaries and drafts of a model. Immutable and
 * thread-safe.
 */
public final class SemanticSources implements SemanticSourceResolver {

    private final ConnectedDictionaries connected;
    private final Drafts drafts;

    /** Makes one that reads files only: nothing is connected, and no model is asked. */
    public SemanticSources() {
        this(Map.of(), null, PiiMasker.denyAll());
    }

    /**
     * Makes one.
     *
     * @param connected the dictionaries that the host is connected to, by their names; copied
     * @param provider the model to ask for drafts, or null for none
     * @param masker takes personal values out of whatever the model is asked
     */
    public SemanticSources(
            Map<String, DictionaryTable> connected, @Nullable InferenceProvider provider, PiiMasker masker) {
        this.connected = new ConnectedDictionaries(connected);
        this.drafts = new Drafts(provider, masker);
    }

    @Override
    public Resolution resolve(SemanticSource source, Collection<FieldId> fields, Actor actor) {
        try {
            if (source instanceof Dictionary file) {
                return DictionaryCandidates.of(file.id(), file.version(), DictionaryFiles.read(file), fields);
            }
            if (source instanceof DbtModel dbt) {
                return DictionaryCandidates.of(dbt.id(), dbt.version(), DictionaryFiles.read(dbt), fields);
            }
            if (source instanceof ConnectedDictionary table) {
                return connected.resolve(table, fields, actor);
            }
            if (source instanceof AiDrafts) {
                return drafts.resolve(source.id(), fields, actor);
            }
            return unusable(source, Problem.of(ReviewProblem.SEMANTIC_SOURCE_NOT_OFFERED));
        } catch (Malformed malformed) {
            return unusable(source, malformed.problem());
        }
    }

    private static Resolution unusable(SemanticSource source, Problem problem) {
        return new Resolution.Unusable(problem.about("source " + source.id()));
    }
}
