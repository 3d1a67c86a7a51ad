package io.dsreview.samples.quickstart.workspace;

import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.mapping.MappingText;
import io.dsreview.samples.quickstart.terminal.Phrases;
import io.dsreview.samples.quickstart.terminal.Screen;
import io.dsreview.samples.quickstart.terminal.Wording;
import java.util.List;
import java.util.stream.Stream;

/** Shows mappings: where the values of filters go, why, and what of them is lost on the way. */
final class MappingReport {

    private MappingReport() {}

    /** Shows a table, and below it what there is to say of each mapping, under its number. */
    static void all(List<ExecutionMapping> mappings, Screen screen) {
        screen.table(
                List.of("N", "FILTER", "REACHES", "VALUE", "STATE"),
                ReviewReport.numbered(
                        mappings,
                        mapping -> Stream.of(
                                mapping.filter().value(),
                                mapping.target().key(),
                                Wording.words(mapping.value()),
                                Phrases.ENGLISH.word(mapping.status())
                                        + (mapping.overridden() ? ", changed by hand" : ""))));
        for (int i = 0; i < mappings.size(); i++) {
            ExecutionMapping mapping = mappings.get(i);
            String number = Integer.toString(i + 1);
            one(number, mapping, screen);
            if (mapping.conversion().isLossy() && mapping.status() != MappingStatus.APPROVED) {
                screen.cure("Type 'approve-with-losses " + number + "' to approve it all the same.");
            }
        }
    }

    /** Shows why there is a mapping, and each thing that is lost, with what to do about it. */
    static void one(String name, ExecutionMapping mapping, Screen screen) {
        MappingText words = MappingText.of(mapping, Desk.LANGUAGE);
        screen.say(name + "  " + String.join(" ", words.reasons()));
        words.warnings().forEach(lost -> {
            screen.refused(lost.message());
            screen.cure(lost.cure());
        });
    }
}
