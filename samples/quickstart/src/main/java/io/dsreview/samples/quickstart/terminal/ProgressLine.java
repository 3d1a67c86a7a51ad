package io.dsreview.samples.quickstart.terminal;

import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionEventListener;
import java.util.Map;

/** Shows how far a recovery is while it runs, on a line that grows. */
public final class ProgressLine implements SessionEventListener {

    private final Screen screen;
    private final Phrases phrases;
    private String stage = "";

    /**
     * Makes a line.
     *
     * @param screen where it is shown
     * @param phrases its words
     */
    public ProgressLine(Screen screen, Phrases phrases) {
        this.screen = screen;
        this.phrases = phrases;
    }

    @Override
    public void onEvent(SessionEvent event) {
        if (event.type() == SessionEvent.Type.RECOVERY_PROGRESSED) {
            Map<String, String> data = event.data();
            String now = data.getOrDefault("stage", "");
            String part = phrases.get("recovering", "part", phrases.word(now)) + " ";
            screen.append((now.equals(stage) ? " " : stage.isEmpty() ? part : "; " + part) + data.get("done") + "/"
                    + data.get("total"));
            stage = now;
        } else if (event.type() == SessionEvent.Type.RECOVERY_ENDED) {
            screen.endLine();
            stage = "";
        }
    }
}
