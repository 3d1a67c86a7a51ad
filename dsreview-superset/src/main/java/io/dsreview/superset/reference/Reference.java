package io.dsreview.superset.reference;

import io.dsreview.api.semantic.Endorsement.Certification;
import io.dsreview.api.semantic.FieldMeaning;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a dataset says about its columns and metrics. Every text is fit to be stored and shown.
 *
 * @param name its name
 * @param changedOn when it was last changed, as Superset writes it
 * @param certification who certifies the dataset as a whole, or null
 * @param warnings what readers of the dataset are warned of
 * @param owners the names of its owners
 * @param columns what it says about each column, by name, in its order
 * @param metrics what it says about each metric, by name, in its order
 */
record Reference(
        String name,
        String changedOn,
        @Nullable Certification certification,
        List<String> warnings,
        List<String> owners,
        Map<String, Described> columns,
        Map<String, Described> metrics) {

    /**
     * What is said about one column or metric.
     *
     * @param meaning what it means; may be empty
     * @param certification who certifies it, or null
     * @param warnings what its readers are warned of
     */
    record Described(FieldMeaning meaning, @Nullable Certification certification, List<String> warnings) {}
}
