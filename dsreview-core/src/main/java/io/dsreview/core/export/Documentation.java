package io.dsreview.core.export;

import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.semantic.Confidence;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.MatchKind;
import io.dsreview.api.session.DatasetProfile.Missing;
import io.dsreview.api.session.DatasetProfile.Trust;
import io.dsreview.api.session.SessionHeader;
import io.dsreview.api.superset.RecoveredContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the dataset is, as it is exported: {@code documentation-1.schema.json} describes it as JSON. */
record Documentation(
        String format,
        int version,
        String language,
        SessionHeader session,
        List<String> summary,
        Source source,
        @Nullable Dataset dataset,
        List<Field> fields,
        List<Filter> filters,
        List<Variable> variables,
        Map<String, String> semanticSources,
        Target target,
        List<Missing> missing) {

    static final String FORMAT = "dsreview-documentation";
    static final int VERSION = 1;

    /** What the review was started with, and what the link shows. */
    record Source(
            EnvironmentId environment,
            String link,
            RecoveredContext.@Nullable Kind kind,
            @Nullable String title,
            @Nullable String supersetVersion) {}

    record Dataset(
            DatasetReference reference,
            String description,
            boolean virtual,
            String revision,
            String supersetIdentity) {}

    /** Type, temporal and calculated are null where the dataset no longer has the field. */
    record Field(
            FieldId name,
            @Nullable String type,
            @Nullable Boolean temporal,
            @Nullable Boolean calculated,
            @Nullable FieldMeaning meaning,
            Trust trust,
            boolean locked,
            Decision decision,
            @Nullable Provenance provenance,
            List<Candidate> candidates) {}

    /** Who decided: a source by itself, a person, or nobody yet. */
    record Decision(
            Kind kind, @Nullable UserId by, @Nullable Instant at) {
        enum Kind {
            UNDECIDED,
            IMPORTED,
            ACCEPTED,
            MANUAL
        }
    }

    record Provenance(String source, String version, MatchKind kind, Confidence confidence, List<String> evidence) {}

    /** Who rejected it is null where nobody did. */
    record Candidate(
            FieldMeaning meaning,
            Provenance provenance,
            @Nullable UserId rejectedBy,
            @Nullable Instant rejectedAt) {}

    record Filter(
            FilterId id,
            String name,
            ImportedFilter.Source source,
            String type,
            @Nullable FieldId column,
            FilterOrigin origin,
            boolean needsValue,
            FilterValue value,
            Trust trust,
            List<Mapping> mappings) {}

    /** What arrives is the value after its conversion; who approved or rejected it is null where nobody did. */
    record Mapping(
            MappingId id,
            String target,
            FilterValue value,
            FilterValue arriving,
            boolean overridden,
            List<String> reasons,
            List<Loss> losses,
            MappingStatus status,
            @Nullable UserId by,
            @Nullable Instant at) {}

    /** What of a value does not arrive. */
    record Loss(String code, String message, String cure) {}

    record Variable(
            VariableId id,
            VariableKind kind,
            boolean required,
            @Nullable String defaultValue,
            @Nullable String value,
            VariableValue.@Nullable Origin origin,
            Trust trust,
            @Nullable UserId by,
            @Nullable Instant at) {}

    /** What will run: rows of the dataset, or the query of a chart. */
    record Target(
            List<FieldId> columns,
            @Nullable Integer rowLimit,
            @Nullable Long chart) {}
}
