package io.dsreview.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.DsReview;
import io.dsreview.Review;
import io.dsreview.api.access.Actor;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.core.store.InMemoryReviewStore;
import io.dsreview.test.recording.RecordingProxy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks for the password in everything a composed review leaves behind. */
class SecretsTest {

    private static final String PASSWORD = "s3cret-Pa55-word";
    private static final List<Path> RECORDINGS =
            List.of(Path.of("src/main/resources/recordings"), Path.of("src/test/resources/recordings"));
    /** Tokens, passwords of the beds, hashes of passwords, and addresses of this or any machine. */
    private static final Pattern SECRET = Pattern.compile(
            "eyJ|Passw0rd|pbkdf2|scrypt:|127\\.0\\.0\\.1|localhost|[\\w.+-]+@[\\w-]+\\.\\w|\"[^\"]*/(home|tmp|root)/");

    @Test
    void noPasswordIsInAnythingThatAReviewShowsOrStores() {
        SupersetCredential credential = SupersetCredential.password("admin", PASSWORD);
        SupersetCredentials credentials = SupersetCredentials.fixed(credential);
        List<String> traces = new ArrayList<>(List.of(credential.toString()));
        try (RecordingProxy proxy = RecordingProxy.replay(Stage.class, Stage.SHORT_REVIEW);
                DsReview reviews = DsReview.builder()
                        .environment("prod", proxy.uri(), credentials)
                        .store(new InMemoryReviewStore())
                        .listener(event -> traces.add(event.toString()))
                        .build()) {
            Actor ann = Quickstart.ANN;
            String link = Stage.recordedLink(Stage.SHORT_REVIEW)
                    .replace("http://superset.test", proxy.uri().toString());
            Review review = reviews.start(ann, link).orElseThrow();
            review =
                    review.answer(review.activeQuestion().orElseThrow(), "EMEA").orElseThrow();
            review = review.mappings().approveAll().orElseThrow();
            review = review.preview().orElseThrow();
            review = review.launch(review.readiness().summary()).orElseThrow();
            traces.add(review.session().toString());
            traces.add(review.readiness().toString());
            traces.add(review.audit().exportJson());
            reviews.repository().ledger(ann, review.id()).forEach(entry -> traces.add(entry.toString()));
        }

        assertThat(traces).hasSizeGreaterThan(20).noneMatch(SecretsTest::holdsThePassword);
    }

    @Test
    void noSecretIsInARecording() throws IOException {
        for (Path recordings : RECORDINGS) {
            try (Stream<Path> files = Files.walk(recordings)) {
                List<Path> recorded = files.filter(Files::isRegularFile).toList();

                assertThat(recorded).hasSizeGreaterThan(20).allSatisfy(file -> assertThat(Files.readString(file))
                        .doesNotContainPattern(SECRET));
            }
        }
    }

    private static boolean holdsThePassword(String text) {
        String encoded = Base64.getEncoder().encodeToString(PASSWORD.getBytes(StandardCharsets.UTF_8));
        return text.contains(PASSWORD) || text.contains(encoded);
    }
}
