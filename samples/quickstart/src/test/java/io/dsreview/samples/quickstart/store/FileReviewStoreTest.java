package io.dsreview.samples.quickstart.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dsreview.DsReview;
import io.dsreview.Review;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.access.Scope;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.api.store.ReviewStore;
import io.dsreview.test.store.ReviewStoreContract;
import io.dsreview.test.superset.FakeSuperset;
import io.dsreview.test.superset.SampleContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReviewStoreTest extends ReviewStoreContract {

    private static final Actor ANN = Actor.of("acme", "ann", Role.MAINTAINER);

    @TempDir
    private Path folder;

    @Override
    protected ReviewStore open() {
        return new FileReviewStore(folder.resolve("reviews"));
    }

    private DsReview reviews() {
        FakeSuperset superset = new FakeSuperset(new SampleContext().dataset(7).build());
        return DsReview.builder().superset(superset, superset).store(open()).build();
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("reviews"))) {
            return all.filter(file -> file.getFileName().toString().endsWith(ending))
                    .toList();
        }
    }

    @Test
    void RE1_aReviewSurvivesARestart() {
        Review review;
        try (DsReview before = reviews()) {
            review = before.start(ANN, "https://superset.test/superset/dashboard/1/")
                    .orElseThrow();
        }

        try (DsReview after = reviews()) {
            Review again = after.find(ANN, review.id()).orElseThrow();
            assertThat(again.session()).isEqualTo(review.session());
            assertThat(again.audit().verify().isVerified()).isTrue();
            Review previewed = again.preview().orElseThrow();
            assertThat(previewed
                            .launch(previewed.readiness().summary())
                            .orElseThrow()
                            .audit()
                            .verify()
                            .isVerified())
                    .isTrue();
        }
    }

    @Test
    void RE1_aDamagedFileIsRefusedWithItsCureAndTheOthersAreListed() throws IOException {
        try (DsReview reviews = reviews()) {
            Review damaged = reviews.start(ANN, "https://superset.test/1").orElseThrow();
            Path file = files(".json").get(0);
            Review whole = reviews.start(ANN, "https://superset.test/2").orElseThrow();
            String text = Files.readString(file);
            for (String other : List.of(
                    text.substring(0, text.length() / 2),
                    text.replace("\"version\": 2", "\"version\": 3"),
                    text + " ",
                    "",
                    "{}")) {
                Files.writeString(file, other);

                assertThatThrownBy(() -> reviews.find(ANN, damaged.id()))
                        .isInstanceOf(DamagedFileException.class)
                        .hasMessageContaining(file.toString())
                        .hasMessageContaining("Restore the file from a backup, or move it out of the folder");
                assertThat(new FileReviewStore(folder.resolve("reviews")).damages())
                        .singleElement()
                        .satisfies(message -> assertThat(message).contains(file.toString()));
                assertThat(open().list(new Scope(ANN.tenant(), null), SessionQuery.DEFAULT))
                        .singleElement()
                        .satisfies(header -> assertThat(header.session().id()).isEqualTo(whole.id()));
            }
        }
    }

    @Test
    void RE1_whatIsWrittenButUnknownIsRefusedToo() {
        try (DsReview reviews = reviews()) {
            Review review = reviews.start(ANN, "https://superset.test/1").orElseThrow();
            Path file = onlyFile();
            String text = new WholeFile(file).read().orElseThrow();
            for (String other : List.of(
                    text.replace("\"ACTIVE\"", "\"ASLEEP\""),
                    text.replace("\"events\"", "\"happenings\""),
                    text.replace("\"createdAt\": \"2", "\"createdAt\": \"once 2"),
                    text.replace("\"version\": 2", "\"version\": \"2\""),
                    "[]")) {
                new WholeFile(file).write(other);

                assertThatThrownBy(() -> reviews.find(ANN, review.id()))
                        .isInstanceOf(DamagedFileException.class)
                        .hasMessageContaining("this version does not know");
            }
        }
    }

    @Test
    void OR12_whatAProcessLeftUnfinishedIsNoReview() throws IOException {
        try (DsReview reviews = reviews()) {
            Review review = reviews.start(ANN, "https://superset.test/1").orElseThrow();
            Path part = Path.of(onlyFile() + WholeFile.UNFINISHED);
            Files.writeString(part, "half of a ");

            assertThat(reviews.find(ANN, review.id())).isPresent();
            assertThat(open().list(new Scope(ANN.tenant(), null), SessionQuery.DEFAULT))
                    .hasSize(1);
            assertThat(review.preview().review()).isPresent();
            assertThat(part).doesNotExist();
        }
    }

    @Test
    void OR12_aPointerToACommitThatWasNeverStoredBindsNothing() throws IOException {
        try (DsReview reviews = reviews()) {
            Review review = reviews.start(ANN, "https://superset.test/1").orElseThrow();
            Path file = onlyFile();
            String before = Files.readString(file);
            Review previewed = review.preview().orElseThrow();
            Files.writeString(file, before);

            Review again = reviews.find(ANN, review.id()).orElseThrow();

            assertThat(again.session()).isEqualTo(review.session());
            assertThat(again.preview().orElseThrow().session().header().version())
                    .isEqualTo(previewed.session().header().version());
        }
    }

    @Test
    void OR12_anInterruptedThreadWritesAllTheSameAndStaysInterrupted() {
        try (DsReview reviews = reviews()) {
            Thread.currentThread().interrupt();
            Review review = reviews.start(ANN, "https://superset.test/1").orElseThrow();

            assertThat(Thread.interrupted()).isTrue();
            assertThat(reviews.find(ANN, review.id())).isPresent();
        }
    }

    private Path onlyFile() {
        try {
            return files(".json").get(0);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
