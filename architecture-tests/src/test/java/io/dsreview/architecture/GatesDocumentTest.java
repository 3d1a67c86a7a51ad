package io.dsreview.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.LaunchClause;
import io.dsreview.api.execution.PreviewClause;
import io.dsreview.api.gate.GateClause;
import io.dsreview.core.finding.ReviewProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writes {@code docs/gates.md} from the gates, and fails when the file says something else. */
class GatesDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/gates.md");

    @Test
    void OR8_theDocumentSaysWhatTheGatesSay() throws IOException {
        String written = document();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(SourceTree.root().resolve(DOCUMENT), written);
        }

        assertThat(SourceTree.read(DOCUMENT))
                .as(
                        "%s is out of date; write it by: mvn -pl architecture-tests -am test -Ddocs.write=true"
                                + " -Dtest=GatesDocumentTest -Dsurefire.failIfNoSpecifiedTests=false",
                        DOCUMENT)
                .isEqualTo(written);
    }

    @Test
    void OR8_everyClauseBelongsToAGate() {
        assertThat(Stream.of(PreviewClause.values(), LaunchClause.values()).flatMap(Arrays::stream))
                .allMatch(clause -> Arrays.stream(Gate.values())
                        .anyMatch(gate -> gate.clauses().contains(clause)));
    }

    private static String document() {
        StringBuilder text = new StringBuilder("""
                # Gates

                Written by a test from the gates and their words; change those, not this file.

                A gate is open only if each of its clauses holds. `DatasetReviewSessionRepository.explain` says of every clause, at any time
                and for any actor, whether it holds, what it fails on, and the cure; it asks Superset nothing and speaks as of the last
                reading. A refused launch or hand-off names all clauses that do not hold; every refusal is in the audit. A hand-off also takes the
                permission LAUNCH_MANUAL.
                """);
        for (Gate gate : Gate.values()) {
            text.append("\n## `")
                    .append(gate.name())
                    .append("`\n\n")
                    .append(about(gate))
                    .append("\n\n");
            text.append("| clause | open only if | cure |\n|---|---|---|\n");
            gate.clauses().forEach(clause -> text.append(row(clause)));
            List<ReviewProblem> beside = beside(gate);
            if (!beside.isEmpty()) {
                text.append(
                        "\nBeside the gate, which says how the session stands, these are about the command itself:\n\n");
                text.append("| code | what it says | cure |\n|---|---|---|\n");
                beside.forEach(code -> text.append(row(code)));
            }
        }
        return text.toString();
    }

    private static String about(Gate gate) {
        return switch (gate) {
            case PREVIEW ->
                "Guards `RequestPreview`. What P2 and P3 say is refused as `DATASET_NOT_CHOSEN` and `VARIABLE_WITHOUT_VALUE`, what P1"
                        + " and P4 say as of every command, as `SESSION_NOT_ACTIVE` and `PERMISSION_MISSING`.";
            case LAUNCH ->
                "Guards `Launch`, and `HandOffLaunch` after Superset refused to execute. A launch also names the summary that was"
                        + " shown: the gate comes first, since a summary of what cannot be launched says nothing.";
            case MANUAL_LAUNCH_WITHOUT_SQL ->
                "Guards `HandOffLaunch` where no channel can compile: without SQL there is no preview to look at.";
        };
    }

    private static List<ReviewProblem> beside(Gate gate) {
        return switch (gate) {
            case PREVIEW -> List.of();
            case LAUNCH ->
                List.of(
                        ReviewProblem.LAUNCH_NOT_AS_SHOWN,
                        ReviewProblem.LAUNCH_UNDER_WAY,
                        ReviewProblem.ALREADY_LAUNCHED);
            case MANUAL_LAUNCH_WITHOUT_SQL ->
                List.of(
                        ReviewProblem.HAND_OFF_NOT_OFFERED,
                        ReviewProblem.LAUNCH_UNDER_WAY,
                        ReviewProblem.ALREADY_LAUNCHED);
        };
    }

    private static String row(GateClause clause) {
        return "| " + clause.id() + " | " + clause.rule() + " | " + clause.cure() + " |\n";
    }

    private static String row(ReviewProblem code) {
        ResourceBundle words = ResourceBundle.getBundle(code.bundle(), Locale.ROOT);
        return Stream.of(
                        "`" + code.code() + "`",
                        words.getString(code.code() + ".message"),
                        words.getString(code.code() + ".cure"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
