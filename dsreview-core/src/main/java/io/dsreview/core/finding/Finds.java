package io.dsreview.core.finding;

import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import java.util.List;

/**
 * What a rule finds.
 *
 * @param severity how much it weighs
 * @param target what sort of thing it is about
 * @param codes the codes that it finds; one that ends in {@code *} stands for all that begin so, where the rule repeats
 *     what a port reported; copied
 * @param when half a sentence that follows "when"
 */
public record Finds(Severity severity, FindingTarget target, List<String> codes, String when) {

    /** Copies the codes. */
    public Finds {
        codes = List.copyOf(codes);
    }

    /**
     * Describes a rule with a code of its own.
     *
     * @param severity how much it weighs
     * @param target what sort of thing it is about
     * @param code the code
     * @param when half a sentence that follows "when"
     * @return the description
     */
    public static Finds own(Severity severity, FindingTarget target, ReviewProblem code, String when) {
        return new Finds(severity, target, List.of(code.code()), when);
    }

    /**
     * Describes a rule that repeats what a port reported.
     *
     * @param severity how much it weighs
     * @param target what sort of thing it is about
     * @param when half a sentence that follows "when"
     * @param codes codes, and beginnings of codes with {@code *} at their end
     * @return the description
     */
    public static Finds reported(Severity severity, FindingTarget target, String when, String... codes) {
        return new Finds(severity, target, List.of(codes), when);
    }

    /**
     * Tells whether a code is among those of the rule.
     *
     * @param code the code
     * @return true if it is
     */
    public boolean includes(String code) {
        return codes.stream()
                .anyMatch(each ->
                        each.endsWith("*") ? code.startsWith(each.substring(0, each.length() - 1)) : code.equals(each));
    }
}
