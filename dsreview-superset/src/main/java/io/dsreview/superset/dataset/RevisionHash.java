package io.dsreview.superset.dataset;

import io.dsreview.api.canonical.CanonicalJson;
import io.dsreview.api.canonical.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The revision of a dataset: a hash over what decides its compiled SQL. Each part is encoded as canonical JSON of its
 * own, one after the other, since a dataset of many thousand columns is larger than one canonical document may be.
 */
public final class RevisionHash {

    private static final String TAG = "dsreview-dataset-v1";
    private static final String TEXT_TAG = "dsreview-text-v1";
    private static final int LONGEST_PLAIN_TEXT = 10_000;

    private RevisionHash() {}

    /**
     * Returns the revision.
     *
     * @param dataset the dataset
     * @return 64 hexadecimal digits; other ones as soon as anything changes that decides the SQL
     */
    public static String of(DatasetDefinition dataset) {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        var reference = dataset.reference();
        add(
                parts,
                "dataset",
                reference.name(),
                reference.schema(),
                String.valueOf(reference.databaseId()),
                reference.timeColumn(),
                dataset.sql(),
                dataset.fetchValuesPredicate(),
                dataset.templateParameters(),
                dataset.offset(),
                dataset.changedOn());
        dataset.columns().forEach(column -> add(parts, "column", column.name(), column.expression(), column.type()));
        dataset.metrics().forEach(metric -> add(parts, "metric", metric.name(), metric.expression()));
        return Sha256.of(TAG, parts.toByteArray()).hex();
    }

    private static void add(ByteArrayOutputStream parts, @Nullable String... texts) {
        List<@Nullable String> encodable = new ArrayList<>();
        for (String text : texts) {
            encodable.add(encodable(text));
        }
        parts.writeBytes(CanonicalJson.encode(encodable));
        parts.write('\n');
    }

    /** Long texts, and those that canonical JSON refuses, are put in by their hash. */
    private static @Nullable String encodable(@Nullable String text) {
        if (text == null || (text.length() <= LONGEST_PLAIN_TEXT && isPlain(text))) {
            return text;
        }
        return "sha256:" + Sha256.of(TEXT_TAG, text.getBytes(StandardCharsets.UTF_16BE));
    }

    private static boolean isPlain(String text) {
        return text.codePoints()
                .allMatch(character -> character != 0 && Character.getType(character) != Character.SURROGATE);
    }
}
