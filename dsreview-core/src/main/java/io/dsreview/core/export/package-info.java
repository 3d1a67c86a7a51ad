/**
 * What leaves a review to be read elsewhere. Start with {@link io.dsreview.core.export.Reports}: a report is a record, which is
 * written as JSON as it is, and as Markdown by its renderer.
 */
@NullMarked
package io.dsreview.core.export;

import org.jspecify.annotations.NullMarked;
