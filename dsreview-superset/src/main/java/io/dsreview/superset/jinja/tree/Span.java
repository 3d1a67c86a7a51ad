package io.dsreview.superset.jinja.tree;

/**
 * A part of a template.
 *
 * @param start offset of its first character
 * @param end offset behind its last character
 */
public record Span(int start, int end) {}
