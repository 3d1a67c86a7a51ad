package io.dsreview.test.recording;

import io.dsreview.test.recording.exchange.Body;
import io.dsreview.test.recording.exchange.Exchange;
import io.dsreview.test.recording.exchange.RawRequest;
import io.dsreview.test.recording.exchange.RawResponse;
import io.dsreview.test.recording.file.RecordingFolder;
import io.dsreview.test.recording.redaction.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Passes requests on to the live Superset, and keeps each exchange that worked out. */
final class Recorder implements ProxyServer.Responder {

    /** All that a client sees, so that nothing works while recording that a replay could not repeat. */
    private static final Set<String> KEPT_HEADERS =
            Set.of("content-type", "location", "set-cookie", "retry-after", "www-authenticate", "content-disposition");

    private final Address proxy;
    private final Address target;
    private final Upstream upstream;
    private final Redactor redactor;
    private final RecordingFolder folder;
    private final Journal journal;
    private boolean closed;

    Recorder(
            Address proxy,
            Address target,
            Upstream upstream,
            Redactor redactor,
            RecordingFolder folder,
            Journal journal) {
        this.proxy = proxy;
        this.target = target;
        this.upstream = upstream;
        this.redactor = redactor;
        this.folder = folder;
        this.journal = journal;
    }

    @Override
    public RawResponse respond(RawRequest request) throws Refusal {
        journal.add(request);
        Body asked = Body.read(request.body(), request.header("content-type")).orElseThrow(Refusal::ofBinaryRequest);
        RawResponse live = upstream.send(forUpstream(request));
        Body answered = Body.read(live.body(), live.header("content-type")).orElseThrow(Refusal::ofBinaryResponse);
        RawResponse seen = forClient(live);
        keep(request, asked, seen, answered);
        return seen;
    }

    /** Nothing is written after this. */
    synchronized void close() {
        closed = true;
    }

    private synchronized void keep(RawRequest request, Body asked, RawResponse seen, Body answered) throws Refusal {
        if (closed) {
            throw new Refusal(502, "proxy-closed", "The recording proxy was closed.", "Record again.");
        }
        int known = redactor.secretCount();
        Exchange exchange = redactor.redact(request, asked, seen, answered, this::withoutAddresses);
        if (redactor.secretCount() > known) {
            folder.change(redactor.hidingSince(known));
        }
        folder.append(exchange);
    }

    private String withoutAddresses(String text) {
        return proxy.replaceIn(target.replaceIn(text, Address.PLACEHOLDER), Address.PLACEHOLDER);
    }

    private RawRequest forUpstream(RawRequest request) {
        UnaryOperator<String> change = text -> proxy.replaceIn(text, target);
        return new RawRequest(
                request.method(),
                change.apply(request.path()),
                change.apply(request.query()),
                changed(request.headers(), change),
                changed(request.body(), change));
    }

    private RawResponse forClient(RawResponse live) {
        UnaryOperator<String> change = text -> target.replaceIn(text, proxy);
        Map<String, List<String>> kept = new LinkedHashMap<>();
        changed(live.headers(), change).forEach((name, values) -> {
            if (name.equals("set-cookie")) {
                kept.put(
                        name,
                        values.stream()
                                .map(cookie -> SetCookie.parse(cookie).header())
                                .toList());
            } else if (KEPT_HEADERS.contains(name)) {
                kept.put(name, values);
            }
        });
        return new RawResponse(live.status(), kept, changed(live.body(), change));
    }

    private static Map<String, List<String>> changed(Map<String, List<String>> headers, UnaryOperator<String> change) {
        Map<String, List<String>> changed = new LinkedHashMap<>();
        headers.forEach(
                (name, values) -> changed.put(name, values.stream().map(change).toList()));
        return changed;
    }

    /** The bytes are known to be UTF-8. */
    private static byte[] changed(byte[] body, UnaryOperator<String> change) {
        return change.apply(new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }
}
