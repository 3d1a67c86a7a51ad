package io.dsreview.core.codec;

import java.io.StringWriter;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.ObjectWriter;

/**
 * Writes what {@link ReviewJson} knows as {@link io.dsreview.api.canonical.JsonText#pretty} writes plain values, but in one
 * go: a document of many megabytes is neither a tree nor written twice in between.
 */
final class ReadableJson {

    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

    private static final ObjectWriter WRITER = ReviewJson.mapper()
            .writer()
            .with(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(TWO_SPACES)
                    .withArrayIndenter(TWO_SPACES))
            .without(JsonWriteFeature.WRITE_HEX_UPPER_CASE);

    private ReadableJson() {}

    static String of(Object value) {
        StringWriter text = new StringWriter();
        WRITER.writeValue(text, value);
        return text.append('\n').toString();
    }
}
