/**
 * What datasets that the host trusts say about fields of the same name. Start with
 * {@link io.dsreview.superset.reference.ReferenceDatasetResolver}; {@link io.dsreview.superset.reference.TrustedDatasets} says
 * which datasets these are.
 */
@NullMarked
package io.dsreview.superset.reference;

import org.jspecify.annotations.NullMarked;
