package io.dsreview.core.ux;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.screen.UiState;
import io.dsreview.api.session.RecommendedAction;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writes {@code docs/ux.md} from what is seen on every path, and fails when the file says something else. It walks all paths at once. */
@Tag("exhaustive")
class UxDocumentTest {

    private static final java.nio.file.Path DOCUMENT = java.nio.file.Path.of("../docs/ux.md");
    private static final Map<Story, Map<Path, List<Row>>> WALKED = walked();

    @Test
    void T019_T027_T036_theDocumentSaysWhatIsSeen() throws IOException {
        String written = Page.of(WALKED);
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(DOCUMENT, written);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("docs/ux.md is out of date; write it by: mvn -pl dsreview-core -am test -Ddocs.write=true"
                        + " -Dtest=UxDocumentTest -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(written);
    }

    @Test
    void AR6_everyStateOfAScreenIsWalked() {
        Stream<Object> states = Stream.of(
                        UiState.Intake.values(),
                        UiState.Workspace.values(),
                        UiState.Findings.values(),
                        UiState.Field.values(),
                        UiState.Question.values(),
                        UiState.Mapping.values(),
                        UiState.Preview.values(),
                        UiState.Launch.values())
                .flatMap(Arrays::stream);

        assertThat(rows().map(Row::screen).filter(Objects::nonNull).flatMap(screen -> Screen.states(screen).stream()))
                .containsAll(states.toList());
    }

    @Test
    void OR1_everyRecommendedActionIsWalked() {
        assertThat(rows().map(Row::next).filter(Objects::nonNull)).containsAll(EnumSet.allOf(RecommendedAction.class));
    }

    @Test
    void AR5_everyCodeHasWordsInBothLanguages() {
        assertThat(rows().flatMap(row -> row.words().values().stream()).flatMap(List::stream))
                .noneMatch(words -> words.contains("See the documentation of"));
        assertThat(rows().flatMap(row -> row.words().getOrDefault(Row.RUSSIAN, List.of()).stream()))
                .allMatch(words -> words.matches("(?s).*(\\p{IsCyrillic}|`).*"));
    }

    @Test
    void OR8_everyPromiseThatAPathShowsIsOneOfTheContracts() throws IOException {
        String contracts = Files.readString(java.nio.file.Path.of("../docs/contracts.md"));

        assertThat(WALKED.values().stream().flatMap(paths -> paths.keySet().stream()))
                .allSatisfy(path -> assertThat(path.contracts()).isNotEmpty().allSatisfy(id -> assertThat(contracts)
                        .contains("| " + id + " |")));
    }

    private static Stream<Row> rows() {
        return WALKED.values().stream()
                .flatMap(paths -> paths.values().stream())
                .flatMap(List::stream);
    }

    private static Map<Story, Map<Path, List<Row>>> walked() {
        Map<Story, Map<Path, List<Row>>> all = new LinkedHashMap<>();
        for (Story story : Story.all()) {
            Map<Path, List<Row>> paths = new LinkedHashMap<>();
            story.paths().forEach(path -> paths.put(path, path.walk()));
            all.put(story, paths);
        }
        return all;
    }
}
