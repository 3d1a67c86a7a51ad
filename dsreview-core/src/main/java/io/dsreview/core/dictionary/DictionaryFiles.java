package io.dsreview.core.dictionary;

import io.dsreview.api.semantic.DbtModel;
import io.dsreview.api.semantic.SemanticSource.Dictionary;
import java.util.List;

/**
 * Reads uploaded files. Each is read whole or not at all, in time and memory linear in its size, which is bounded: at most
 * {@value EntryReader#MAX_ENTRIES} entries, {@value Node#MAX_NODES} parts in {@value Node#MAX_DEPTH} levels, and what unpacks stays within
 * {@value WorkbookArchive#MAX_UNPACKED} bytes. Thread-safe.
 */
public final class DictionaryFiles {

    private DictionaryFiles() {}

    /**
     * Reads a dictionary.
     *
     * @param source the file
     * @return its entries, in their order
     * @throws Malformed if it cannot be used
     */
    public static List<Entry> read(Dictionary source) throws Malformed {
        return switch (source.format()) {
            case CSV -> DelimitedReader.read(SourceText.of(source.content()), ',');
            case TSV -> DelimitedReader.read(SourceText.of(source.content()), '\t');
            case JSON -> TreeEntries.of(JsonTree.read(SourceText.of(source.content())));
            case YAML -> TreeEntries.of(YamlTree.read(SourceText.of(source.content())));
            case XLSX -> Workbooks.read(source.content());
        };
    }

    /**
     * Reads what dbt says of a model.
     *
     * @param source the file and the model
     * @return an entry for each column that is described, in their order
     * @throws Malformed if it cannot be used
     */
    public static List<Entry> read(DbtModel source) throws Malformed {
        String text = SourceText.of(source.content());
        return DbtEntries.of(
                source, source.artifact() == DbtModel.Artifact.MANIFEST ? JsonTree.read(text) : YamlTree.read(text));
    }
}
