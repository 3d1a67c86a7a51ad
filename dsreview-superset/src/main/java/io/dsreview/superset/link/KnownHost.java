package io.dsreview.superset.link;

import io.dsreview.api.id.EnvironmentId;
import java.net.URI;

/**
 * A configured environment, as links name it.
 *
 * @param environment its id
 * @param base its base address: scheme, host, perhaps a port and an application root
 */
public record KnownHost(EnvironmentId environment, URI base) {}
