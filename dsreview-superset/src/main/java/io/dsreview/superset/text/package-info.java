/**
 * Text that a server sent, made fit to be stored, hashed and shown. Start with {@link io.dsreview.superset.text.SafeText}.
 */
@NullMarked
package io.dsreview.superset.text;

import org.jspecify.annotations.NullMarked;
