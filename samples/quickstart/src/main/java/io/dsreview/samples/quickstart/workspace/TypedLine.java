package io.dsreview.samples.quickstart.workspace;

import io.dsreview.samples.quickstart.terminal.Complaint;
import java.util.ArrayList;
import java.util.List;

/**
 * A line as it was typed: words between blanks; what stands in quotation marks is one word, blanks and all.
 *
 * @param words the words
 */
record TypedLine(List<String> words) {

    static TypedLine of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < line.length(); i++) {
            char each = line.charAt(i);
            if (each == '"') {
                quoted = !quoted;
                begun = true;
            } else if (!quoted && Character.isWhitespace(each)) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(each);
                begun = true;
            }
        }
        if (quoted) {
            throw new Complaint("A quotation mark is open at the end of the line. Close it, and type the line again.");
        }
        if (begun) {
            words.add(word.toString());
        }
        return new TypedLine(List.copyOf(words));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    String command() {
        return words.get(0);
    }

    List<String> arguments() {
        return words.subList(1, words.size());
    }
}
