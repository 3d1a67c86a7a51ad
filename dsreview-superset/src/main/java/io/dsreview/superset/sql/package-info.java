/**
 * What a compiled SQL text is: how many statements, whether they only read, how many rows it asks for. Nothing is changed
 * or made up here. Start with {@link io.dsreview.superset.sql.SqlShape}. JSqlParser is used in this package only.
 */
@NullMarked
package io.dsreview.superset.sql;

import org.jspecify.annotations.NullMarked;
