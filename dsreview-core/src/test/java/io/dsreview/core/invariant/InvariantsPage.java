package io.dsreview.core.invariant;

import io.dsreview.core.invariant.Invariant.Rule;
import io.dsreview.core.invariant.PlantedFaultsTest.Found;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code docs/quality/invariants.md} says. */
final class InvariantsPage {

    private static final String INTRODUCTION = """
            # Invariants, tried by arbitrary sequences

            Written by a run of `PlantedFaultsTest`; do not edit. `ReviewInvariantsTest` makes up sequences of all commands,
            by several actors of two tenants, with stale versions, keys used again, second writers, ports that break and
            processes that die before or after a call. After every command each of these invariants is checked on what can be seen
            from outside: what was stored, commit by commit, what each actor was shown, what Superset was sent. The build tries ten
            thousand sequences; each time it prints their seed and how many it tried in a second.

            | to | run |
            |---|---|
            | try sequences alone | `mvn -pl dsreview-core -am test -Dtest=ReviewInvariantsTest -Dsurefire.failIfNoSpecifiedTests=false` |
            | try a million | the same with `-Pinvariants`; any other number with `-Dinvariants.sequences=100000` |
            | see one again | the same with `-Dinvariants.sequences=1 -Dinvariants.seed=SEED`; a failing one names its seed |
            | write this page | `mvn -pl dsreview-core -am test -Dtest=PlantedFaultsTest -Ddocs.write=true -Dsurefire.failIfNoSpecifiedTests=false` |

            ## Invariants

            %s

            ## Faults that were planted

            Each fault breaks one rule. Sequences are tried from seed 1 until the checker of that rule finds it; then the sequence is
            shrunk.

            """;

    private InvariantsPage() {}

    private static String rules() {
        return Rule.all().stream()
                .map(rule -> "| %d | %s | `%s` |"
                        .formatted(
                                rule.number(),
                                rule.words(),
                                rule.start().getClass().getSimpleName()))
                .collect(Collectors.joining("\n", "| | holds always | checked by |\n|--:|---|---|\n", ""));
    }

    static String of(Map<PlantedFault, Found> found, Depth depth) {
        StringBuilder page = new StringBuilder(INTRODUCTION.replace("%s", rules()));
        page.append("| breaks | planted fault | sequences until found | steps | shrunk to |\n|--:|---|--:|--:|--:|\n");
        found.forEach((fault, how) -> page.append(String.format(
                "| %d | %s | %d | %d | %d |%n",
                fault.rule().number(),
                fault.words(),
                how.sequences(),
                how.steps(),
                how.shrunk().steps().size())));
        page.append("\n## What they were shrunk to\n");
        found.forEach((fault, how) -> {
            page.append("\n### ")
                    .append(fault.rule().number())
                    .append(": ")
                    .append(fault.words())
                    .append("\n\n```\n");
            how.shrunk().trace().forEach(line -> page.append(line).append('\n'));
            page.append("=> ").append(how.shrunk().violated().get(fault.rule())).append("\n```\n");
        });
        page.append("\n## How deep sequences go\n\n")
                .append(depth.sequences())
                .append(" sequences from seed 1, of ")
                .append(depth.median())
                .append(" commands in the median. A clause is one that a refused launch named.\n\n")
                .append(depth.table());
        return page.toString();
    }
}
