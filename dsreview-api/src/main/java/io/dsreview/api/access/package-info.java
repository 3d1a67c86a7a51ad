/**
 * Who may do what. Start with {@link io.dsreview.api.access.Actor}; {@link io.dsreview.api.access.AccessPolicy} is the
 * one place where permissions are decided, and the one a host replaces.
 */
@NullMarked
package io.dsreview.api.access;

import org.jspecify.annotations.NullMarked;
