package io.dsreview.superset.link;

import io.dsreview.api.error.Problem;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.superset.error.SupersetErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads pasted links. Pure: nothing is sent, looked up or resolved. Thread-safe.
 *
 * <p>A link belongs to an environment if scheme, host text, port and base path are those of its configuration. The host
 * is compared as text, in lower case: another spelling of the same address is another host.
 */
public final class LinkReader {

    private final List<EnvironmentAddress> environments;

    /**
     * Makes a reader.
     *
     * @param environments the environments that links may point into; where one base lies below another, the longer one
     *     is tried first
     */
    public LinkReader(List<KnownHost> environments) {
        this.environments = environments.stream()
                .map(EnvironmentAddress::of)
                .sorted((one, other) ->
                        Integer.compare(other.path().size(), one.path().size()))
                .toList();
    }

    /**
     * Reads a pasted text.
     *
     * @param pasted the text; white space around it is ignored
     * @return what it is
     */
    public LinkReading read(String pasted) {
        String text = pasted.strip();
        try {
            PastedText.check(text);
            LinkParts parts = LinkParts.of(text);
            Optional<EnvironmentAddress> base =
                    environments.stream().filter(each -> each.holds(parts)).findFirst();
            if (base.isEmpty()) {
                return new LinkReading.Refused(unknown());
            }
            List<String> path = base.get().below(parts);
            return LinkShapes.read(base.get().environment(), path, parts.query(), parts.anchor());
        } catch (LinkRefusal refusal) {
            return new LinkReading.Refused(refusal.problem());
        }
    }

    /**
     * Writes the link to the page of a dataset.
     *
     * @param environment the environment
     * @param dataset Superset's id of the dataset
     * @return the link, or empty if there is no such environment
     */
    public Optional<String> linkTo(EnvironmentId environment, long dataset) {
        return environments.stream()
                .filter(each -> each.environment().equals(environment))
                .findFirst()
                .map(each -> each.base() + "/dataset/" + dataset);
    }

    private Problem unknown() {
        String known = environments.stream()
                .map(each -> each.environment().value())
                .sorted()
                .collect(Collectors.joining(", "));
        return Problem.of(SupersetErrorCode.LINK_ENVIRONMENT_UNKNOWN, "environments", known);
    }
}
