package io.dsreview.test.recording;

import io.dsreview.test.recording.exchange.RawRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What the proxy was asked, for assertions. Any thread may use it. */
final class Journal {

    private static final int MAX_PATH = 200;

    private final UnaryOperator<String> hiding;
    private final List<ProxiedRequest> requests = new ArrayList<>();
    private final List<UnexpectedRequest> unexpected = new ArrayList<>();

    /**
     * @param hiding removes the secrets known by the time of a question, as a secret may be learned later than it was
     * used
     */
    Journal(UnaryOperator<String> hiding) {
        this.hiding = hiding;
    }

    synchronized void add(RawRequest request) {
        requests.add(new ProxiedRequest(request.method(), request.path()));
    }

    /** Returns what a client may be told about it. */
    synchronized UnexpectedRequest addUnexpected(RawRequest request, List<String> differences) {
        UnexpectedRequest added = new UnexpectedRequest(request.method(), request.path(), differences);
        unexpected.add(added);
        return shown(added);
    }

    synchronized List<ProxiedRequest> requests() {
        return requests.stream()
                .map(request -> new ProxiedRequest(request.method(), shown(request.path())))
                .toList();
    }

    synchronized List<UnexpectedRequest> unexpected() {
        return unexpected.stream().map(this::shown).toList();
    }

    private UnexpectedRequest shown(UnexpectedRequest request) {
        return new UnexpectedRequest(
                request.method(),
                shown(request.path()),
                request.differences().stream().map(hiding).toList());
    }

    private String shown(String path) {
        String hidden = hiding.apply(path);
        return hidden.substring(0, Math.min(hidden.length(), MAX_PATH));
    }
}
