package io.dsreview.superset.http;

import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.SupersetCredentials;
import java.net.URI;

/**
 * One Superset that may be talked to.
 *
 * @param environment the name it is known by
 * @param base its base address, with the application root and without a last slash
 * @param credentials who talks to it, for which actor
 */
public record SupersetHost(EnvironmentId environment, URI base, SupersetCredentials credentials) {

    /** Returns the environment only. */
    @Override
    public String toString() {
        return "SupersetHost[" + environment + "]";
    }
}
