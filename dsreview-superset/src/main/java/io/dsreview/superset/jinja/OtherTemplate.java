package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.syntax.Position;

/**
 * A tag that loads another template, whose names are not known here.
 *
 * @param tag {@code extends}, {@code include}, {@code import} or {@code from}
 * @param position where the tag stands
 */
public record OtherTemplate(String tag, Position position) {}
