package io.dsreview.superset.reference;

import io.dsreview.api.canonical.CanonicalJson;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.semantic.Endorsement.Certification;
import io.dsreview.api.semantic.FieldFormat;
import io.dsreview.superset.reference.Reference.Described;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The version of a reference: a hash over all that it says. Another one as soon as it says anything else. */
final class ReferenceVersion {

    private static final String TAG = "dsreview-reference-v1";

    private ReferenceVersion() {}

    static Sha256 of(Reference reference) {
        List<byte[]> documents = new ArrayList<>();
        documents.add(CanonicalJson.encode(List.of(reference.name(), reference.changedOn())));
        documents.add(CanonicalJson.encode(certification(reference.certification())));
        documents.add(CanonicalJson.encode(reference.warnings()));
        documents.add(CanonicalJson.encode(reference.owners()));
        add(documents, "column", reference.columns());
        add(documents, "metric", reference.metrics());
        return Sha256.ofDocuments(TAG, documents);
    }

    private static void add(List<byte[]> documents, String kind, Map<String, Described> fields) {
        fields.forEach((name, field) -> {
            FieldFormat format = field.meaning().format();
            documents.add(CanonicalJson.encode(List.of(
                    kind,
                    name,
                    field.meaning().verboseName(),
                    field.meaning().description(),
                    format == null ? "" : format.notation().name(),
                    format == null ? "" : format.pattern(),
                    field.meaning().unit(),
                    certification(field.certification()),
                    field.warnings())));
        });
    }

    private static List<String> certification(@Nullable Certification certification) {
        return certification == null ? List.of() : List.of(certification.certifiedBy(), certification.details());
    }
}
