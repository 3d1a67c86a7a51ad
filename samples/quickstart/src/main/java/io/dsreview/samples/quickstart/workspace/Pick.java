package io.dsreview.samples.quickstart.workspace;

import io.dsreview.samples.quickstart.terminal.Complaint;
import java.util.List;
import java.util.function.Function;

/** Finds what a person means by a number of a list, by an id, or by the end of one. */
final class Pick {

    private Pick() {}

    static <T> T from(List<T> things, Function<T, String> id, String typed, String listing) {
        List<T> named =
                things.stream().filter(each -> id.apply(each).equals(typed)).toList();
        if (named.isEmpty() && typed.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(typed);
            if (number >= 1 && number <= things.size()) {
                return things.get(number - 1);
            }
        }
        if (named.isEmpty()) {
            named = things.stream()
                    .filter(each -> id.apply(each).endsWith(":" + typed))
                    .toList();
        }
        if (named.size() != 1) {
            throw new Complaint("'" + typed + "' is not one of those. Type '" + listing
                    + "' to see them, and name one by its number or its id.");
        }
        return named.get(0);
    }
}
