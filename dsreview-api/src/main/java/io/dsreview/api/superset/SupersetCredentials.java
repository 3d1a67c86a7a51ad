package io.dsreview.api.superset;

import io.dsreview.api.access.Actor;
import io.dsreview.api.id.EnvironmentId;

/**
 * Tells under which Superset identity an actor's requests are made. A host that maps its users to Superset users
 * implements it; one with a service account uses {@link #fixed(SupersetCredential)}.
 *
 * <p>Called on the thread of the command, concurrently, before each login. It must be quick.
 */
@FunctionalInterface
public interface SupersetCredentials {

    /**
     * Returns the credential for an actor.
     *
     * @param environment the environment; the credential is sent there and nowhere else
     * @param actor who asks
     * @return the credential
     */
    SupersetCredential forActor(EnvironmentId environment, Actor actor);

    /**
     * Returns the same credential for everybody.
     *
     * @param credential the credential
     * @return credentials that ignore environment and actor
     */
    static SupersetCredentials fixed(SupersetCredential credential) {
        return (environment, actor) -> credential;
    }
}
