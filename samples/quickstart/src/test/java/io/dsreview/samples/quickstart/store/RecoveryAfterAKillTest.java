package io.dsreview.samples.quickstart.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.DsReview;
import io.dsreview.Review;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.test.superset.FakeSuperset;
import io.dsreview.test.superset.SampleContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one folder, of which the first is killed in the middle of a recovery. */
class RecoveryAfterAKillTest {

    @TempDir
    private Path folder;

    @Test
    @Timeout(60)
    void OR4_aRecoveryThatKillCutOffIsPickedUpByAnotherProcess() throws Exception {
        Process first = process("start", folder.toString());
        SessionId session;
        try {
            session = new SessionId(line(first, "RECOVERY_PROGRESSED", " 5").split(" ", -1)[1]);
        } finally {
            first.destroyForcibly(); // SIGKILL: nothing of it runs any more, not even a shutdown hook
            assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(find(session).session().recovery().phase()).isEqualTo(Phase.RUNNING);
        assertThat(find(session).session().recovery().progress().orElseThrow().done())
                .isEqualTo(5);

        Process second = process("resume", folder.toString(), session.value());
        try {
            line(second, "RECOVERY_ENDED", "");
            assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            second.destroyForcibly();
        }

        Review recovered = find(session);
        assertThat(recovered.session().recovery().phase()).isEqualTo(Phase.RECOVERED);
        assertThat(recovered.audit().verify().isVerified()).isTrue();
        assertThat(progress(session, "1")).containsExactly("0", "1", "2", "3", "4", "5");
        assertThat(progress(session, "2")).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    }

    private Review find(SessionId session) {
        return reviews().find(SlowRecovery.ANN, session).orElseThrow();
    }

    private List<String> progress(SessionId session, String attempt) {
        return reviews().repository().events(SlowRecovery.ANN, session).stream()
                .filter(event -> event.type() == SessionEvent.Type.RECOVERY_PROGRESSED)
                .map(SessionEvent::data)
                .filter(data -> attempt.equals(data.get("attempt")))
                .map((Map<String, String> data) -> String.valueOf(data.get("done")))
                .toList();
    }

    private DsReview reviews() {
        FakeSuperset superset = new FakeSuperset(new SampleContext().dataset(7).build());
        return DsReview.builder()
                .superset(superset, superset)
                .store(new FileReviewStore(folder))
                .build();
    }

    private static Process process(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                SlowRecovery.class.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Reads what a process says until a line begins and ends so. */
    private static String line(Process process, String beginning, String end) throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            if (line.startsWith(beginning) && line.endsWith(end)) {
                return line;
            }
        }
        throw new AssertionError("the process ended before it said '" + beginning + "', after " + said);
    }
}
