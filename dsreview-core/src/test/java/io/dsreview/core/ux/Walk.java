package io.dsreview.core.ux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dsreview.api.access.Actor;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.CommandRefusedException;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.CommandResult.Rejected;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.error.Problem;
import io.dsreview.api.screen.UiState;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.api.session.ReviewView;
import io.dsreview.core.ManualWork;
import io.dsreview.core.ReviewCore;
import io.dsreview.core.ScriptedStore;
import io.dsreview.core.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Goes a path through the real core, checks how each step ends, and keeps what a person sees after it. */
final class Walk {

    final World world;
    final ScriptedStore store;
    private ManualWork work = new ManualWork();
    private ReviewCore core;
    private Actor actor = World.ANN;
    private @Nullable ReviewView seen;
    private @Nullable UiState screen;
    private int heard;
    private final List<Row> rows = new ArrayList<>();

    Walk(World world, ScriptedStore store) {
        this.world = world;
        this.store = store;
        this.core = world.core;
    }

    /** From now on recoveries run when the path says so. */
    Walk onThreads() {
        work = new ManualWork();
        core = world.core(work.work());
        return this;
    }

    /** From now on with this core, which is what a restarted or differently configured process is. */
    Walk on(ReviewCore other) {
        core = other;
        return this;
    }

    /** The session exists, and what led to it is not part of the path. */
    Walk begun() {
        seen = world.view();
        screen = UiState.of(seen);
        heard = world.heard.size();
        return this;
    }

    ManualWork work() {
        return work;
    }

    /** Keeps what is seen before the first step. */
    void stand(String given) {
        row(given, "", "", seen == null ? UiState.IDLE : screen, seen, Map.of());
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    ReviewView view() {
        return Objects.requireNonNull(seen);
    }

    void as(Actor next, String what) {
        actor = next;
        seen = world.view() == null ? null : core.find(actor, world.id()).orElse(null);
        if (seen != null) {
            row(what, "", "", UiState.of(seen), seen, Map.of());
        }
    }

    void screen(String what, UiState shown) {
        row(what, "", "", shown, null, Map.of());
    }

    void start(String what, String link, String ending, @Nullable RecommendedAction next) {
        String pasted = link.equals("link") ? World.LINK : link;
        CommandResult result = core.execute(new StartSession(actor, null, pasted));
        assertThat(ending(result)).as(what).isEqualTo(ending);
        if (result instanceof Rejected) {
            row(what, "StartSession", ending, UiState.REJECTED, null, words(result, null));
            assertThat(next).isNull();
            return;
        }
        world.keep(result);
        after(what, "StartSession", result, next);
    }

    void command(
            String what,
            Function<CommandContext, SessionCommand> command,
            String ending,
            @Nullable RecommendedAction next) {
        SessionCommand given = command.apply(context());
        CommandResult result = core.execute(given);
        assertThat(ending(result)).as(what).isEqualTo(ending);
        after(what, name(given), result, next);
    }

    void crash(String what, Function<CommandContext, SessionCommand> command, RecommendedAction next) {
        SessionCommand given = command.apply(context());
        assertThatThrownBy(() -> core.execute(given)).as(what).isInstanceOf(ScriptedStore.Crash.class);
        after(what, name(given), null, next);
    }

    void look(String what, RecommendedAction next) {
        after(what, "", null, next);
    }

    void read(String what, BiFunction<ReviewView, Locale, List<String>> text) {
        row(what, "", "", screen, seen, inEveryLanguage(locale -> text.apply(view(), locale)));
    }

    /** The session as it is stored, for a command of whoever goes. */
    CommandContext context() {
        ReviewView now = core.find(World.ANN, world.id()).orElseGet(world::view);
        return new CommandContext(actor, world.id(), now.session().header().version(), null);
    }

    private void after(String what, String command, @Nullable CommandResult result, @Nullable RecommendedAction next) {
        ReviewView before = seen;
        Optional<ReviewView> found = core.find(actor, world.id());
        seen = found.orElse(null);
        row(what, command, ending(result), found.map(UiState::of).orElse(null), seen, words(result, before));
        assertThat(found.map(view -> view.readiness().next()).orElse(null))
                .as(what)
                .isEqualTo(next);
    }

    private Map<Locale, List<String>> words(@Nullable CommandResult result, @Nullable ReviewView before) {
        var events = List.copyOf(world.heard.subList(heard, world.heard.size()));
        heard = world.heard.size();
        return inEveryLanguage(locale -> {
            if (result != null && !(result instanceof CommandResult.Accepted)) {
                return List.of(CommandRefusedException.describe(result, locale));
            }
            return News.between(before, seen, events, locale);
        });
    }

    private void row(
            String what,
            String command,
            String ending,
            @Nullable UiState shown,
            @Nullable ReviewView view,
            Map<Locale, List<String>> words) {
        Map<Locale, String> next = new TreeMap<>(Comparator.comparing(Locale::toLanguageTag));
        if (view != null) {
            Row.LANGUAGES.forEach(locale -> next.put(locale, view.readiness().nextStep(locale)));
        }
        rows.add(new Row(
                what,
                command,
                ending,
                screen,
                shown,
                view == null ? List.of() : clauses(view),
                words,
                view == null ? null : view.readiness().next(),
                next));
        screen = shown;
    }

    private static Map<Locale, List<String>> inEveryLanguage(Function<Locale, List<String>> words) {
        return Row.LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), words));
    }

    private static String ending(@Nullable CommandResult result) {
        return result == null
                ? ""
                : result.fold(
                        accepted -> "done",
                        rejected -> "refused: "
                                + Stream.concat(
                                                rejected.problems().stream().map(Problem::code),
                                                rejected.unmet().stream().map(unmet -> unmet.clause()
                                                        .id()))
                                        .collect(Collectors.joining(" ")),
                        conflict -> "stale",
                        duplicate -> "done before",
                        notFound -> "not found");
    }

    private static String name(SessionCommand command) {
        return command.getClass().getSimpleName();
    }

    private static List<String> clauses(ReviewView view) {
        return view.readiness().launch().unmet().stream()
                .map(unmet -> unmet.clause().id())
                .toList();
    }
}
