package io.dsreview.core.invariant;

import io.dsreview.api.access.Actor;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.semantic.Endorsement;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.MatchKind;
import io.dsreview.api.semantic.Place;
import io.dsreview.api.semantic.Provenance;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.semantic.SemanticSourceResolver;
import io.dsreview.core.World;
import io.dsreview.core.semantic.SemanticSources;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Semantic sources of every rank: dictionaries go the core's own way, a reference dataset and a model answer at once. */
final class Sources implements SemanticSourceResolver {

    private static final String HEADER = "field,verbose_name,description";

    static final List<SemanticSource> ALL = List.of(
            World.csv("orders.csv", HEADER, "region,Sales region,Where it was booked", "status,Status,Of the order"),
            World.csv("orders.csv", HEADER, "region,Region,Of the buyer", "amount,Amount,In euros"),
            World.csv("orders.csv", HEADER, "amount,Amount,In euros", "region,Sales region,Where it was booked"),
            World.csv("billing.csv", HEADER, "region,Billing region,Of the invoice", "amount,Net amount,After tax"),
            SemanticSource.dataset("test", 9),
            SemanticSource.drafts(),
            World.csv("similar.csv", HEADER, "regions,Regions,Similar only", "order_amount,Order amount,Similar only"),
            World.csv("broken.csv", "verbose_name,description", "no field at all"));

    private final SemanticSourceResolver dictionaries = new SemanticSources();

    @Override
    public Resolution resolve(SemanticSource source, Collection<FieldId> fields, Actor actor) {
        if (source instanceof SemanticSource.ReferenceDataset) {
            return said(source, fields, MatchKind.REFERENCE_IMPORT);
        }
        return source instanceof SemanticSource.AiDrafts
                ? said(source, fields, MatchKind.AI_DRAFT)
                : dictionaries.resolve(source, fields, actor);
    }

    private static Resolution said(SemanticSource source, Collection<FieldId> fields, MatchKind kind) {
        Sha256 version = Sha256.of("test", source.id().value().getBytes(StandardCharsets.UTF_8));
        Place place = new Place.Draft("provider", "model");
        List<SemanticCandidate> candidates = new ArrayList<>();
        for (FieldId field : fields) {
            candidates.add(new SemanticCandidate(
                    field,
                    new FieldMeaning(kind + " " + field, "Said by " + kind),
                    Endorsement.NONE,
                    new Provenance(source.id(), version, kind, place)));
        }
        return new Resolution.Resolved(version, candidates);
    }
}
