package io.dsreview.samples.quickstart;

import io.dsreview.DsReview;
import io.dsreview.DsReviewBuilder;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.samples.quickstart.story.Cast;
import io.dsreview.samples.quickstart.terminal.Complaint;
import io.dsreview.samples.quickstart.terminal.Phrases;
import io.dsreview.test.recording.RecordingProxy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What a review plays on: recorded answers, or a live Superset, with or without a recorder in front of it.
 *
 * @param reviews the library, configured
 * @param kind what it plays on: the key of a phrase
 * @param shown the address a person uses for this Superset
 * @param actual the address that is really asked
 * @param credentials under which identity it is asked
 * @param resources what to close at the end, last first
 */
record Stage(
        DsReview reviews,
        String kind,
        URI shown,
        URI actual,
        SupersetCredentials credentials,
        Deque<AutoCloseable> resources)
        implements AutoCloseable {

    /** The recorded answers for the long form. */
    static final String FIRST_REVIEW = "recordings/first-review";

    /** The recorded answers for {@link FirstReview}. */
    static final String SHORT_REVIEW = "recordings/short-review";

    /** The name of the Superset. */
    static final String ENVIRONMENT = "demo";

    private static final String LINK_FILE = "link.txt";
    private static final URI RECORDED_HOST = URI.create("http://superset.test");

    static Stage replayed(String recording) {
        return replayed(recording, HostParts.inMemory());
    }

    static Stage replayed(String recording, HostParts host) {
        RecordingProxy proxy = RecordingProxy.replay(Stage.class, recording);
        SupersetCredential anybody = SupersetCredential.password("admin", "not needed for recorded answers");
        return open("stage.recorded", RECORDED_HOST, proxy.uri(), anybody, proxy, null, host);
    }

    static Stage live(
            URI superset,
            SupersetCredential credential,
            @Nullable Path recording,
            String link,
            @Nullable Long trusted,
            HostParts host) {
        if (recording == null) {
            return open("stage.live", superset, superset, credential, null, trusted, host);
        }
        RecordingProxy proxy = RecordingProxy.record(recording, superset);
        Stage stage = open("stage.live", superset, proxy.uri(), credential, proxy, trusted, host);
        write(recording.resolve(LINK_FILE), link.replace(superset.toString(), RECORDED_HOST.toString()) + "\n");
        return stage;
    }

    /** The link that was recorded, as a person would paste it. */
    static String recordedLink(String recording) {
        try (InputStream link = Stage.class.getResourceAsStream("/" + recording + "/" + LINK_FILE)) {
            if (link == null) {
                throw new Complaint("The recorded answers are not on the class path. Build the sample anew.");
            }
            return new String(link.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is really pasted: the same link, at the address that is really asked. */
    String paste(String link) {
        return link.startsWith(shown + "/")
                ? actual + link.substring(shown.toString().length())
                : link;
    }

    /** The same link at the address a person uses, so that it can be read. */
    String read(String link) {
        return link.replace(actual.toString(), shown.toString());
    }

    /** What it plays on, in words. */
    String description(Phrases phrases) {
        return phrases.get(kind, "superset", shown);
    }

    private static Stage open(
            String kind,
            URI shown,
            URI actual,
            SupersetCredential credential,
            @Nullable AutoCloseable proxy,
            @Nullable Long trusted,
            HostParts host) {
        SupersetCredentials credentials = SupersetCredentials.fixed(credential);
        DsReviewBuilder builder = DsReview.builder()
                .environment(ENVIRONMENT, actual, credentials)
                .store(host.store())
                .listener(host.listener())
                .accessPolicy(Cast.together());
        host.recoveries().ifPresent(builder::recoveryExecutor);
        DsReview reviews = (trusted == null ? builder : builder.trustedDatasets(ENVIRONMENT, trusted)).build();
        Deque<AutoCloseable> resources = new ArrayDeque<>();
        if (proxy != null) {
            resources.push(proxy);
        }
        resources.push(reviews);
        return new Stage(reviews, kind, shown, actual, credentials, resources);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() {
        while (!resources.isEmpty()) {
            try {
                resources.pop().close();
            } catch (Exception failing) {
                System.err.println("quickstart: something could not be closed: " + failing.getMessage());
            }
        }
    }
}
