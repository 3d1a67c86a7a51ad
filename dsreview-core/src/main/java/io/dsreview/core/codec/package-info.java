/**
 * Sessions as bytes. Start with {@link io.dsreview.core.codec.SessionCodec}: one document per part of the aggregate.
 */
@NullMarked
package io.dsreview.core.codec;

import org.jspecify.annotations.NullMarked;
