package io.dsreview.superset.reference;

import io.dsreview.api.access.Actor;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.error.Problem;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.semantic.Endorsement;
import io.dsreview.api.semantic.MatchKind;
import io.dsreview.api.semantic.Place;
import io.dsreview.api.semantic.Provenance;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.semantic.SemanticSource.ReferenceDataset;
import io.dsreview.api.semantic.SemanticSourceResolver;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.SupersetClient;
import io.dsreview.superset.http.SupersetClient.Opening;
import io.dsreview.superset.reference.Reference.Described;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks fields up among the columns of a trusted dataset, and among its metrics where it has no such column, by their exact
 * name, case included. Read anew each time, as the actor: what one actor may see is never offered to another. A field of which
 * the dataset says nothing, neither name, description, format nor unit, gets no candidate. A text longer than
 * {@link io.dsreview.api.semantic.FieldMeaning#MAX_TEXT} is cut and ends with an ellipsis. Thread-safe.
 */
public final class ReferenceDatasetResolver implements SemanticSourceResolver {

    private final SupersetClient client;
    private final TrustedDatasets trusted;

    /**
     * Makes a resolver.
     *
     * @param client talks to Superset; closed by whoever made it
     * @param trusted which datasets may be used
     */
    public ReferenceDatasetResolver(SupersetClient client, TrustedDatasets trusted) {
        this.client = client;
        this.trusted = trusted;
    }

    @Override
    public Resolution resolve(SemanticSource source, Collection<FieldId> fields, Actor actor) {
        if (!(source instanceof ReferenceDataset reference)) {
            return unusable(source, Problem.of(SupersetErrorCode.REFERENCE_NO_DATASET));
        }
        Set<Long> known = trusted.in(reference.environment());
        if (!known.contains(reference.dataset())) {
            String legal = known.stream().map(String::valueOf).collect(Collectors.joining(", "));
            return unusable(
                    source,
                    problem(SupersetErrorCode.REFERENCE_NOT_TRUSTED, reference, legal.isEmpty() ? "none" : legal));
        }
        Opening opening = client.open(reference.environment(), actor);
        if (!(opening instanceof Opening.Open open)) {
            return unusable(source, ((Opening.Closed) opening).problem());
        }
        ReferenceReading reading = new ReferenceReader(open.conversation(), reference.dataset()).read();
        if (!(reading instanceof ReferenceReading.Read read)) {
            return unusable(source, ((ReferenceReading.Unread) reading).problem());
        }
        if (trusted.certifiedOnly() && read.reference().certification() == null) {
            return unusable(source, problem(SupersetErrorCode.REFERENCE_NOT_CERTIFIED, reference, ""));
        }
        return resolved(reference, read.reference(), fields);
    }

    private static Resolution resolved(ReferenceDataset source, Reference reference, Collection<FieldId> fields) {
        Sha256 version = ReferenceVersion.of(reference);
        List<SemanticCandidate> candidates = new ArrayList<>();
        for (FieldId field : fields) {
            Described column = reference.columns().get(field.value());
            Described found = column == null ? reference.metrics().get(field.value()) : column;
            if (found != null && !found.meaning().isEmpty()) {
                Place place = new Place.DatasetField(
                        source.environment(),
                        source.dataset(),
                        reference.name(),
                        column == null ? Place.Kind.METRIC : Place.Kind.COLUMN,
                        field.value(),
                        reference.changedOn());
                candidates.add(new SemanticCandidate(
                        field,
                        found.meaning(),
                        endorsement(reference, found),
                        new Provenance(source.id(), version, MatchKind.REFERENCE_IMPORT, place)));
            }
        }
        return new Resolution.Resolved(version, candidates);
    }

    /** What is said of the field itself comes before what is said of its dataset. */
    private static Endorsement endorsement(Reference reference, Described field) {
        return new Endorsement(
                field.certification() == null ? reference.certification() : field.certification(),
                Stream.concat(field.warnings().stream(), reference.warnings().stream())
                        .distinct()
                        .toList(),
                reference.owners());
    }

    private static Problem problem(SupersetErrorCode code, ReferenceDataset reference, String legal) {
        return Problem.of(
                code,
                "dataset",
                Long.toString(reference.dataset()),
                "environment",
                reference.environment().value(),
                "trusted",
                legal);
    }

    private static Resolution unusable(SemanticSource source, Problem problem) {
        return new Resolution.Unusable(problem.about("source " + source.id()));
    }
}
