package io.dsreview.core.ux;

import io.dsreview.api.screen.UiState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The state of a screen in a cell of a table. */
final class Screen {

    private final Row row;
    private final UiState now;
    private final List<String> lines = new ArrayList<>();

    private Screen(Row row, UiState now) {
        this.row = row;
        this.now = now;
    }

    static String of(Row row) {
        return row.screen() == null ? "" : new Screen(row, row.screen()).text();
    }

    private String text() {
        boolean known = row.before() != null && row.before().intake() == now.intake();
        if (!known || now.intake() != UiState.Intake.ACCEPTED) {
            part("intake", UiState::intake);
        }
        if (now.intake() == UiState.Intake.ACCEPTED) {
            part("workspace", UiState::workspace);
            part("findings", UiState::findings);
            part("question", UiState::question);
            now.fields().forEach((id, state) -> {
                if (state != UiState.Field.UNDECIDED) {
                    part("field `" + id.value() + "`", screen -> screen.fields().get(id));
                }
            });
            now.mappings()
                    .forEach((id, state) -> part("mapping `" + id.value() + "`", screen -> screen.mappings()
                            .get(id)));
            part("preview", UiState::preview);
            part("launch", UiState::launch);
            if (!row.clauses().isEmpty()) {
                lines.add("(" + String.join(" ", row.clauses()) + ")");
            }
        }
        return String.join("<br>", lines);
    }

    private void part(String name, Function<UiState, Object> of) {
        Object state = of.apply(now);
        Object before = row.before() == null ? state : of.apply(row.before());
        String word = state.toString().toLowerCase(Locale.ROOT);
        lines.add(name + " " + (state.equals(before) ? word : "**" + word + "**"));
    }

    /** Every state of every part. */
    static List<Object> states(UiState screen) {
        List<Object> states = new ArrayList<>(List.of(
                screen.intake(),
                screen.workspace(),
                screen.findings(),
                screen.question(),
                screen.preview(),
                screen.launch()));
        for (Map<?, ?> each : List.of(screen.fields(), screen.mappings())) {
            states.addAll(each.values());
        }
        return states;
    }
}
