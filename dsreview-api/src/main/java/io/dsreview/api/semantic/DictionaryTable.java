package io.dsreview.api.semantic;

import io.dsreview.api.access.Actor;
import java.util.List;

/**
 * A dictionary that the host is connected to, as rows under named columns; {@code docs/semantics.md} lists the columns. The host
 * gives it a name, by which {@link SemanticSource#connected} is applied; it is read anew each time.
 *
 * <p>Called on the thread of the command, concurrently for different commands. The host closes what is behind it.
 */
@FunctionalInterface
public interface DictionaryTable {

    /**
     * Reads the rows.
     *
     * @param actor on whose behalf
     * @param limit how many rows are taken at most, 1 or more; one row more tells that there are too many
     * @return columns and rows
     * @throws Exception if it cannot be read; the application of the source fails then, and the exception's text is not shown
     */
    Rows read(Actor actor, int limit) throws Exception;

    /**
     * What a table holds.
     *
     * @param columns the names of the columns
     * @param rows the rows, each with one cell per column; a cell without value is empty
     */
    record Rows(List<String> columns, List<List<String>> rows) {

        /** Copies both; the rows themselves are only read. */
        public Rows {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }
}
