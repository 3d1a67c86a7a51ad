package io.dsreview.test.recording;

import io.dsreview.test.recording.file.Recording;
import io.dsreview.test.recording.file.RecordingFolder;
import io.dsreview.test.recording.redaction.Redactor;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A proxy on 127.0.0.1 that records a live Superset into readable files, or replays such files without one.
 *
 * <pre>{@code
 * try (RecordingProxy proxy = RecordingProxy.record(directory, URI.create("https://superset.example.com"))) {
 *     client.connectTo(proxy.uri());
 * }
 * try (RecordingProxy proxy = RecordingProxy.replay(directory)) {
 *     client.connectTo(proxy.uri());
 *     assertThat(proxy.unexpected()).isEmpty();
 * }
 * }</pre>
 *
 * <p><b>Files.</b> One JSON file per exchange, numbered in the order in which they were answered, and an {@code
 * index.json} that lists them. Written whole or not at all. Passwords, tokens, cookies, e-mail addresses and the
 * address of the Superset are replaced by placeholders such as {@code redacted-access_token-1} and {@code
 * http://superset.test}; a value seen once as a secret is removed wherever it stands, also escaped, in Base64, and in
 * files written before. Values of fewer than four characters are removed only where a name says that they are secret.
 * Record with an account whose password is no ordinary word: "admin" would be removed from every "admin". Read the
 * files before you publish them: the proxy cannot know that a customer's name in a chart is a secret.
 *
 * <p><b>Replay.</b> A request matches a recorded one if method, path, query (in any order, duplicates counted) and
 * body are the same; in JSON bodies the order of keys does not matter. A placeholder matches any text, an exact match
 * goes first. Headers are not compared. A request recorded several times gets its answers in the recorded order, and
 * then the last one again and again. Anything else gets status 501 with a JSON body that says what differs, and is
 * kept in {@link #unexpected()}. JSON comes back with the same content, but indented.
 *
 * <p><b>In both modes</b> a client sees the same: the headers {@code Content-Type}, {@code Location}, {@code
 * Set-Cookie} (without {@code Secure}, {@code Domain} and future expiry), {@code Retry-After}, {@code
 * WWW-Authenticate} and {@code Content-Disposition}, and absolute links that lead back to the proxy. Redirects are
 * passed on, never followed. Bodies are JSON or UTF-8 text; binary ones are refused. If the live Superset cannot be
 * reached the client gets 502, and nothing is written.
 *
 * <p>All methods may be called from any thread. All threads are daemons.
 */
public final class RecordingProxy implements AutoCloseable {

    private final URI uri;
    private final Journal journal;
    private final Supplier<List<String>> unused;
    private final Runnable closing;
    private final AtomicBoolean closed = new AtomicBoolean();

    private RecordingProxy(
            ProxyServer server, String basePath, Journal journal, Supplier<List<String>> unused, Runnable closing) {
        this.uri = URI.create(server.address().origin() + basePath);
        this.journal = journal;
        this.unused = unused;
        this.closing = closing;
    }

    /**
     * Records with {@link RecordingRules#defaults()}.
     *
     * @param directory as in {@link #record(Path, URI, RecordingRules)}
     * @param upstream as in {@link #record(Path, URI, RecordingRules)}
     * @return a running proxy, to be closed by the caller
     */
    public static RecordingProxy record(Path directory, URI upstream) {
        return record(directory, upstream, RecordingRules.defaults());
    }

    /**
     * Starts a proxy that passes each request on to a live Superset and records the exchange.
     *
     * @param directory where to write; made if absent, and must be empty unless the rules allow overwriting
     * @param upstream the Superset's base address: {@code http} or {@code https}, a host, perhaps a port and a base
     *     path
     * @param rules what to remove and allow
     * @return a running proxy, to be closed by the caller
     * @throws IllegalArgumentException if the directory may not be used or the address is of another form
     * @throws java.io.UncheckedIOException if the directory cannot be written or the port is taken
     */
    public static RecordingProxy record(Path directory, URI upstream, RecordingRules rules) {
        requireBaseAddress(upstream);
        ProxyServer server = ProxyServer.bind(rules);
        try {
            RecordingFolder folder = RecordingFolder.open(directory, basePath(upstream), rules.overwrite());
            return record(server, folder, upstream, rules);
        } catch (RuntimeException refused) {
            server.close();
            throw refused;
        }
    }

    private static RecordingProxy record(
            ProxyServer server, RecordingFolder folder, URI upstream, RecordingRules rules) {
        Address target = Address.of(upstream);
        Redactor redactor = redactor(rules);
        Journal journal = new Journal(redactor::hide);
        Upstream live = new Upstream(target, rules);
        Recorder recorder = new Recorder(server.address(), target, live, redactor, folder, journal);
        server.start(recorder);
        return new RecordingProxy(server, basePath(upstream), journal, List::of, () -> {
            recorder.close();
            server.close(); // before the upstream, or a client that is to be cut off may get an answer
            live.close();
        });
    }

    /**
     * Replays a directory with {@link RecordingRules#defaults()}.
     *
     * @param directory what {@code record} wrote
     * @return a running proxy, to be closed by the caller
     * @throws IllegalArgumentException if the directory holds no recording, or a damaged one
     */
    public static RecordingProxy replay(Path directory) {
        return replay(directory, RecordingRules.defaults());
    }

    /**
     * Starts a proxy that replays a directory.
     *
     * @param directory what {@code record} wrote
     * @param rules the port and the size limit
     * @return a running proxy, to be closed by the caller
     * @throws IllegalArgumentException if the directory holds no recording, or a damaged one; the message names the
     *     file
     * @throws java.io.UncheckedIOException if a file cannot be read or the port is taken
     */
    public static RecordingProxy replay(Path directory, RecordingRules rules) {
        return replay(Recording.read(directory), rules);
    }

    /**
     * Replays a folder of the class path with {@link RecordingRules#defaults()}.
     *
     * @param anchor a class whose class loader (and module) holds the folder, usually the test itself
     * @param folder the path from the root of the class path, for example {@code recordings/first-review}
     * @return a running proxy, to be closed by the caller
     * @throws IllegalArgumentException if the folder holds no recording, or a damaged one
     */
    public static RecordingProxy replay(Class<?> anchor, String folder) {
        return replay(anchor, folder, RecordingRules.defaults());
    }

    /**
     * Starts a proxy that replays a folder of the class path.
     *
     * @param anchor a class whose class loader (and module) holds the folder, usually the test itself
     * @param folder the path from the root of the class path, for example {@code recordings/first-review}
     * @param rules the port and the size limit
     * @return a running proxy, to be closed by the caller
     * @throws IllegalArgumentException if the folder holds no recording, or a damaged one; the message names the file
     * @throws java.io.UncheckedIOException if a file cannot be read or the port is taken
     */
    public static RecordingProxy replay(Class<?> anchor, String folder, RecordingRules rules) {
        return replay(Recording.read(anchor, folder), rules);
    }

    private static RecordingProxy replay(Recording recording, RecordingRules rules) {
        Redactor redactor = redactor(rules);
        Journal journal = new Journal(redactor::hide);
        ProxyServer server = ProxyServer.bind(rules);
        Replayer replayer = new Replayer(server.address(), recording.exchanges(), redactor, journal);
        server.start(replayer);
        return new RecordingProxy(server, recording.basePath(), journal, replayer::unused, server::close);
    }

    /**
     * The address to give to the client instead of the Superset's.
     *
     * @return {@code http://127.0.0.1:port}, followed by the base path of the recorded Superset if it has one
     */
    public URI uri() {
        return uri;
    }

    /**
     * Every request that arrived so far, answered or not, in order; empty means that no request was made.
     *
     * @return a snapshot
     */
    public List<ProxiedRequest> requests() {
        return journal.requests();
    }

    /**
     * The requests that a replay could not answer so far, in order.
     *
     * @return a snapshot; always empty while recording
     */
    public List<UnexpectedRequest> unexpected() {
        return journal.unexpected();
    }

    /**
     * The recorded exchanges that a replay was not asked for so far.
     *
     * @return a snapshot of file names, in order; always empty while recording
     */
    public List<String> unused() {
        return unused.get();
    }

    /**
     * Stops the proxy and frees its port. Exchanges under way are cut off and not written. Takes a few seconds at
     * most; a second call does nothing. What the proxy was asked can still be read.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            closing.run();
        }
    }

    /** The address, nothing else. */
    @Override
    public String toString() {
        return "RecordingProxy[" + uri + "]";
    }

    private static Redactor redactor(RecordingRules rules) {
        return new Redactor(rules.secretFields(), rules.secretHeaders(), rules.volatileFields(), rules.emailsRemoved());
    }

    private static String basePath(URI upstream) {
        return upstream.getRawPath().replaceAll("/+$", "");
    }

    private static void requireBaseAddress(URI upstream) {
        String scheme = String.valueOf(upstream.getScheme()).toLowerCase(Locale.ROOT);
        boolean legal = (scheme.equals("http") || scheme.equals("https"))
                && upstream.getHost() != null
                && upstream.getRawUserInfo() == null
                && upstream.getRawQuery() == null
                && upstream.getRawFragment() == null;
        if (!legal) {
            throw new IllegalArgumentException(
                    "An upstream is http or https, a host, perhaps a port and a path, and no more, "
                            + "for example https://superset.example.com/analytics; this address is not");
        }
    }
}
