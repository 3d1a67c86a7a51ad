/** Our readers against the originals, on many inputs. Start with {@link io.dsreview.differential.JinjaDifferentialTest}. */
package io.dsreview.differential;
