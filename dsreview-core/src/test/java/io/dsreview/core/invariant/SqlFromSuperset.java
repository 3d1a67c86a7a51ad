package io.dsreview.core.invariant;

import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.ManualLaunch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Invariant 7: each text in a preview, a launch, a hand-off or a run context is one that Superset made for these inputs. */
final class SqlFromSuperset implements Invariant {

    @Override
    public Stream<String> violations(Observation seen) {
        Weather truth = seen.stage().weather();
        List<String> found = new ArrayList<>();
        for (Stored each : seen.stored()) {
            if (each.touches("previews", "launches")) {
                execution(each, truth, found);
            }
        }
        for (Weather.Request request : seen.requests()) {
            if (!truth.compiled(request.inputs().fingerprint(), request.sql())) {
                found.add("SQL Lab got a text that Superset did not compile for these inputs");
            }
        }
        return found.stream();
    }

    private static void execution(Stored stored, Weather truth, List<String> found) {
        List<CompiledPreview> known =
                stored.before().map(session -> session.execution().previews()).orElse(List.of());
        List<CompiledPreview> previews = stored.after().execution().previews();
        for (int i = 0; i < previews.size(); i++) {
            CompiledPreview preview = previews.get(i);
            if (i < known.size() && known.get(i).equals(preview)) {
                continue;
            }
            String sql = preview.sql();
            if (sql != null && !truth.compiled(preview.inputs().fingerprint(), sql)) {
                found.add("a preview shows a text that Superset did not compile for its inputs");
            }
        }
        for (LaunchAttempt attempt : stored.after().execution().launches()) {
            Optional<CompiledPreview> preview = stored.after().execution().previews().stream()
                    .filter(each -> each.id().equals(attempt.intent().preview()))
                    .findFirst();
            Optional<String> sql = preview.flatMap(each -> Optional.ofNullable(each.sql()));
            boolean handedOff = Optional.ofNullable(attempt.manual()).stream()
                    .map(ManualLaunch::sql)
                    .allMatch(text -> Optional.ofNullable(text).equals(sql));
            boolean kept = Optional.ofNullable(attempt.context()).stream()
                    .allMatch(context -> Optional.ofNullable(context.sql()).equals(sql));
            if (!handedOff || !kept) {
                found.add("a launch names another text than its preview");
            }
        }
    }
}
