package io.dsreview.samples.quickstart;

import io.dsreview.DsReview;
import io.dsreview.DsReviewBuilder;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.samples.quickstart.terminal.Complaint;
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
 * @param description what it plays on, in words
 * @param shown the address a person uses for this Superset
 * @param actual the address that is really asked
 * @param credentials under which identity it is asked
 * @param resources what to close at the end, last first
 */
record Stage(
        DsReview reviews,
        String description,
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
        return replayed(recording, Kept.inMemory());
    }

    static Stage replayed(String recording, Kept kept) {
        RecordingProxy proxy = RecordingProxy.replay(Stage.class, recording);
        SupersetCredential anybody = SupersetCredential.password("admin", "not needed for recorded answers");
        return open(
                "recorded answers of a real Superset 6.1.0", RECORDED_HOST, proxy.uri(), anybody, proxy, null, kept);
    }

    static Stage live(
            URI superset,
            SupersetCredential credential,
            @Nullable Path recording,
            String link,
            @Nullable Long trusted,
            Kept kept) {
        if (recording == null) {
            return open("the live Superset at " + superset, superset, superset, credential, null, trusted, kept);
        }
        RecordingProxy proxy = RecordingProxy.record(recording, superset);
        Stage stage = open(
                "the live Superset at " + superset + ", recorded",
                superset,
                proxy.uri(),
                credential,
                proxy,
                trusted,
                kept);
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

    private static Stage open(
            String description,
            URI shown,
            URI actual,
            SupersetCredential credential,
            @Nullable AutoCloseable proxy,
            @Nullable Long trusted,
            Kept kept) {
        SupersetCredentials credentials = SupersetCredentials.fixed(credential);
        DsReviewBuilder builder =
                DsReview.builder().environment(ENVIRONMENT, actual, credentials).store(kept.store());
        kept.recoveries().ifPresent(builder::recoveryExecutor);
        DsReview reviews = (trusted == null ? builder : builder.trustedDatasets(ENVIRONMENT, trusted)).build();
        Deque<AutoCloseable> resources = new ArrayDeque<>();
        if (proxy != null) {
            resources.push(proxy);
        }
        resources.push(reviews);
        return new Stage(reviews, description, shown, actual, credentials, resources);
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
