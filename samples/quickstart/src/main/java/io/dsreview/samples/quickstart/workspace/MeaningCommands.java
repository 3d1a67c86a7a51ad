package io.dsreview.samples.quickstart.workspace;

import io.dsreview.FieldSteps;
import io.dsreview.ReviewResult;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.samples.quickstart.terminal.Complaint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What the fields mean, and the questions.
 *
 * @param desk where the commands work
 * @param given the source that is applied where none is typed
 */
record MeaningCommands(Desk desk, Optional<? extends SemanticSource> given) {

    List<WorkspaceCommand> all() {
        return List.of(
                new WorkspaceCommand("apply [FILE]", "look the fields up in a dictionary (CSV)", this::apply),
                new WorkspaceCommand("fields", "the fields, and what is known of each", none -> fields()),
                new WorkspaceCommand("field N", "one field with its candidates", this::field),
                new WorkspaceCommand(
                        "accept N CANDIDATE", "accept a candidate for a field, by its number", this::accept),
                new WorkspaceCommand("write N NAME DESCRIPTION…", "say by hand what a field means", this::write),
                new WorkspaceCommand("clear N", "take back what was accepted or written", arguments -> {
                    decide(arguments.get(0), "open again", (fields, field) -> fields.clear(field.id()));
                }),
                new WorkspaceCommand("lock N", "keep a field as it is", arguments -> {
                    decide(arguments.get(0), "locked", (fields, field) -> fields.lock(field.id()));
                }),
                new WorkspaceCommand("unlock N", "let a field be changed again", arguments -> {
                    decide(arguments.get(0), "unlocked", (fields, field) -> fields.unlock(field.id()));
                }));
    }

    private void apply(List<String> arguments) {
        SemanticSource source = arguments.isEmpty()
                ? given.orElseThrow(() -> new Complaint("Which dictionary? Type 'apply FILE'."))
                : dictionary(Path.of(arguments.get(0)));
        if (desk.step(source.id() + " was looked at", review -> review.apply(source))) {
            Optional.ofNullable(desk.review().session().semantics().rejectedSource())
                    .ifPresent(why -> ReviewReport.problem(why, desk.screen()));
            fields();
        }
    }

    private static SemanticSource dictionary(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(SemanticSource.MAX_BYTES + 1);
            if (content.length > SemanticSource.MAX_BYTES) {
                throw new Complaint("The dictionary " + file + " is larger than " + SemanticSource.MAX_BYTES
                        + " bytes, the most that is taken. Split it, or leave out columns that are not needed.");
            }
            return SemanticSource.csv(String.valueOf(file.getFileName()), content);
        } catch (IOException unreadable) {
            throw new Complaint("The dictionary " + file + " cannot be read. Name a CSV file.");
        }
    }

    private void fields() {
        desk.screen()
                .table(
                        List.of("N", "FIELD", "MEANING", "DESCRIPTION", "STATE"),
                        ReviewReport.numbered(
                                desk.review().session().semantics().fields(),
                                field -> Stream.of(
                                        field.id().value(),
                                        field.decision()
                                                .meaning()
                                                .map(FieldMeaning::verboseName)
                                                .orElse(""),
                                        field.decision()
                                                .meaning()
                                                .map(FieldMeaning::description)
                                                .orElse(""),
                                        state(field))));
    }

    private static String state(SemanticField field) {
        String decided = field.isConflicted()
                ? "sources disagree"
                : field.decision().isByPerson()
                        ? "decided"
                        : field.decision().isDecided()
                                ? "taken over"
                                : field.candidates().size() + " candidates";
        return field.locked() ? decided + ", locked" : decided;
    }

    private SemanticField picked(String typed) {
        return Pick.from(
                desk.review().session().semantics().fields(), each -> each.id().value(), typed, "fields");
    }

    private void field(List<String> arguments) {
        SemanticField field = picked(arguments.get(0));
        desk.screen().say(field.id() + ": " + state(field));
        desk.screen()
                .table(
                        List.of("N", "NAME", "DESCRIPTION", "FROM"),
                        ReviewReport.numbered(
                                field.candidates(),
                                each -> Stream.of(
                                        each.meaning().verboseName(),
                                        each.meaning().description(),
                                        each.provenance().source().value())));
    }

    private void accept(List<String> arguments) {
        SemanticField field = picked(arguments.get(0));
        SemanticCandidate candidate =
                Pick.from(field.candidates(), each -> "", arguments.get(1), "field " + arguments.get(0));
        decide(arguments.get(0), "accepted", (fields, same) -> fields.accept(candidate));
    }

    private void write(List<String> arguments) {
        String description = String.join(" ", arguments.subList(2, arguments.size()));
        FieldMeaning meaning = new FieldMeaning(arguments.get(1), description);
        decide(arguments.get(0), "written by hand", (fields, field) -> fields.write(field.id(), meaning));
    }

    private void decide(String typed, String done, BiFunction<FieldSteps, SemanticField, ReviewResult> decision) {
        SemanticField field = picked(typed);
        desk.step(field.id() + " is " + done, review -> decision.apply(review.fields(), field));
    }
}
