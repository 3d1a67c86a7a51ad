/**
 * Reading pasted links. Start with {@link io.dsreview.superset.link.LinkReader}. A pasted text is text, not an address:
 * nothing here sends anything, and only what was checked here is later used to ask Superset.
 */
@NullMarked
package io.dsreview.superset.link;

import org.jspecify.annotations.NullMarked;
