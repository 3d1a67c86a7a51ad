package io.dsreview.samples.quickstart.workspace;

import io.dsreview.DsReview;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.core.seam.Seams;
import io.dsreview.samples.quickstart.store.FileReviewStore;
import io.dsreview.samples.quickstart.terminal.Screen;
import io.dsreview.samples.quickstart.terminal.Terminal;
import io.dsreview.test.superset.FakeSuperset;
import io.dsreview.test.superset.SampleContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A workspace on a Superset in memory: lines in, lines out. Each sitting is a process of its own on the same folder. */
final class TypedWorkspace {

    private final FakeSuperset superset;
    private final Path folder;
    private final Clock clock = new Ticking();
    private UnaryOperator<String> paste = UnaryOperator.identity();

    TypedWorkspace(SampleContext context, Path folder) {
        this.superset = new FakeSuperset(context.build());
        this.folder = folder;
    }

    FakeSuperset superset() {
        return superset;
    }

    void paste(UnaryOperator<String> pasting) {
        paste = pasting;
    }

    String type(String... lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        byte[] typed = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        FileReviewStore store = new FileReviewStore(folder);
        try (DsReview reviews = DsReview.builder()
                .superset(superset, superset)
                .store(store)
                .seams(new Seams(clock, new SecureRandom()))
                .build()) {
            new Workspace(
                            reviews,
                            store,
                            Actor.of("acme", "ann", Role.MAINTAINER),
                            new Screen(out, false),
                            new Terminal(new ByteArrayInputStream(typed), out),
                            paste,
                            "https://superset.test/1",
                            Optional.empty())
                    .run();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Goes on by a millisecond whenever it is asked, so that nothing happens at the same time as something else. */
    private static final class Ticking extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public synchronized Instant instant() {
            now = now.plusMillis(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
