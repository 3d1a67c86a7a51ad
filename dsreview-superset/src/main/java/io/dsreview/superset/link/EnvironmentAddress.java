package io.dsreview.superset.link;

import io.dsreview.api.id.EnvironmentId;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The base address of an environment, in the same parts as a link. */
record EnvironmentAddress(EnvironmentId environment, String scheme, String host, int port, List<String> path) {

    static EnvironmentAddress of(KnownHost known) {
        URI base = known.base();
        String scheme = base.getScheme().toLowerCase(Locale.ROOT);
        return new EnvironmentAddress(
                known.environment(),
                scheme,
                base.getHost().toLowerCase(Locale.ROOT),
                base.getPort() < 0 ? LinkParts.defaultPort(scheme) : base.getPort(),
                Arrays.stream(base.getPath().split("/", -1))
                        .filter(segment -> !segment.isEmpty())
                        .toList());
    }

    /** Returns the base address as links begin, without a slash at its end. */
    String base() {
        StringBuilder base = new StringBuilder(scheme).append("://").append(host);
        if (port != LinkParts.defaultPort(scheme)) {
            base.append(':').append(port);
        }
        path.forEach(segment -> base.append('/').append(segment));
        return base.toString();
    }

    boolean holds(LinkParts link) {
        return scheme.equals(link.scheme())
                && host.equals(link.host())
                && port == link.port()
                && link.path().size() >= path.size()
                && link.path().subList(0, path.size()).equals(path);
    }

    /** Returns the segments of the link that follow the base path. */
    List<String> below(LinkParts link) {
        return link.path().subList(path.size(), link.path().size());
    }
}
