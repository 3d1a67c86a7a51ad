package io.dsreview.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a document of ours that a test prints: what was measured is what the document says, or the test fails. */
final class PrintedPart {

    private final Path document;
    private final String begin;
    private final String end;

    /**
     * Names a part, which stands between two comments.
     *
     * @param document the file, below {@code docs}
     * @param part the name in the comments
     */
    PrintedPart(String document, String part) {
        this.document = Path.of("..", "..", "docs", document);
        this.begin = "<!-- begin: " + part + ", printed by the live tests -->\n";
        this.end = "<!-- end: " + part + " -->\n";
    }

    /** Fails where the document says something else, after writing the document as it should be. */
    void mustSay(String text) throws IOException {
        String committed = Files.readString(document);
        int from = committed.indexOf(begin) + begin.length();
        int to = committed.indexOf(end);
        assertThat(from >= begin.length() && to >= from)
                .as("%s has the lines %s and %s", document, begin.strip(), end.strip())
                .isTrue();
        String printed = committed.substring(0, from) + text + committed.substring(to);

        Path copy = Path.of("target", document.getFileName().toString());
        Files.writeString(copy, printed);

        assertThat(committed)
                .as(
                        "%s says what was measured; if not, look at the difference, and copy it: cp it/live/%s docs/",
                        document, copy)
                .isEqualTo(printed);
    }
}
