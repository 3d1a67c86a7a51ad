package io.dsreview.benchmarks.recovery;

import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.test.recording.RecordingProxy;
import io.dsreview.test.recording.file.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Where is timed: at a running Superset, or on answers that one once gave. */
sealed interface Scene {

    /** The dashboards that are there, the smallest first. */
    List<Board> boards();

    /** What it is, in words. */
    String description();

    /** Recovers a dashboard before a witness, and has something done while it can be recovered again. */
    <T> T rehearsed(Board board, Function<Rehearsal, T> measure);

    /**
     * A running Superset.
     *
     * @param boards the dashboards that were made there
     * @param credential under which identity they are recovered
     */
    record Live(List<Board> boards, SupersetCredential credential) implements Scene {

        @Override
        public String description() {
            return "a running Superset";
        }

        @Override
        public <T> T rehearsed(Board board, Function<Rehearsal, T> measure) {
            Rehearsal rehearsal;
            try (Witness witness = Witness.before(board.superset())) {
                rehearsal = Rehearsal.of(board, witness, board.superset(), credential);
            }
            return measure.apply(rehearsal);
        }

        /** Records the answers for {@link Recorded}. */
        void record(Path folder) throws IOException {
            for (Board board : boards) {
                try (RecordingProxy proxy = RecordingProxy.record(folder.resolve(board.name()), board.superset());
                        Recovering recovering = new Recovering(board, proxy.uri(), credential)) {
                    recovering.run();
                }
            }
        }
    }

    /**
     * Recorded answers of a Superset, each given after a fixed time.
     *
     * @param boards the recorded dashboards
     * @param delay how long each answer takes
     */
    record Recorded(List<Board> boards, Duration delay) implements Scene {

        private static final String FOLDER = "recordings/";

        static Recorded of(Duration delay) {
            return new Recorded(Board.all(text(FOLDER + "boards.json")), delay);
        }

        @Override
        public String description() {
            return "recorded answers of a Superset, each after " + delay.toMillis() + " ms";
        }

        @Override
        public <T> T rehearsed(Board board, Function<Rehearsal, T> measure) {
            Recording recording = Recording.read(Scene.class, FOLDER + board.name());
            try (Witness witness = Witness.replaying(recording, delay)) {
                SupersetCredential anybody = SupersetCredential.password("admin", "not needed for recorded answers");
                return measure.apply(Rehearsal.of(board, witness, witness.base(), anybody));
            }
        }

        private static String text(String resource) {
            try (InputStream in = Scene.class.getResourceAsStream("/" + resource)) {
                if (in == null) {
                    throw new IllegalStateException("there is no " + resource + " on the class path");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** Reads what {@code it/superset/sized_boards.py} printed into a file. */
    static List<Board> boards(Path file) throws IOException {
        return Board.all(Files.readString(file));
    }
}
