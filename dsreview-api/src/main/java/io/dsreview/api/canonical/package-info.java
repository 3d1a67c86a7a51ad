/**
 * The one byte form of a document, and the one hash over it. Read {@link io.dsreview.api.canonical.CanonicalJson}
 * first.
 *
 * <p>Whatever is hashed, signed or compared goes through {@code CanonicalJson} and {@link
 * io.dsreview.api.canonical.Sha256}. {@link io.dsreview.api.canonical.JsonText} is for JSON that people or other
 * programs wrote: it reads any of it and writes it readably, and its output is never hashed.
 */
@NullMarked
package io.dsreview.api.canonical;

import org.jspecify.annotations.NullMarked;
