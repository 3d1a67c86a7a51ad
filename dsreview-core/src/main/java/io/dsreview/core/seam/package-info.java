/**
 * Time and chance. {@link io.dsreview.core.seam.Seams} is the only place of the core that may ask the system for either.
 */
@NullMarked
package io.dsreview.core.seam;

import org.jspecify.annotations.NullMarked;
