package io.dsreview.benchmarks.recovery;

import io.dsreview.api.canonical.JsonText;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A dashboard of a given size.
 *
 * @param charts how many charts it has
 * @param datasets how many datasets these draw
 * @param link what a person would paste
 */
record Board(int charts, int datasets, String link) {

    /**
     * Reads what {@code it/superset/sized_boards.py} prints.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static List<Board> all(String json) {
        if (JsonText.parse(json) instanceof List<?> boards) {
            return boards.stream().map(Board::of).toList();
        }
        throw new IllegalArgumentException("the boards are no list; it/superset/sized_boards.py prints one");
    }

    private static Board of(Object told) {
        if (told instanceof Map<?, ?> board
                && board.get("charts") instanceof Long charts
                && board.get("datasets") instanceof Long datasets
                && board.get("link") instanceof String link) {
            return new Board(Math.toIntExact(charts), Math.toIntExact(datasets), link);
        }
        throw new IllegalArgumentException("a board has the numbers 'charts' and 'datasets' and the text 'link'");
    }

    /** Returns the Superset that the link leads to, which is served at the root of its host. */
    URI superset() {
        URI address = URI.create(link);
        return URI.create(address.getScheme() + "://" + address.getRawAuthority());
    }

    /** Returns the link as it would be if the same dashboard were somewhere else. */
    String linkAt(URI base) {
        return base + link.substring(superset().toString().length());
    }

    String name() {
        return "charts-" + charts;
    }
}
