/**
 * What a Superset can do, found out from what it says of itself. Start with
 * {@link io.dsreview.superset.capability.SupersetCapabilities}; {@link io.dsreview.superset.capability.CapabilityCache}
 * finds it out when first asked, and remembers it per environment and identity.
 */
@NullMarked
package io.dsreview.superset.capability;

import org.jspecify.annotations.NullMarked;
