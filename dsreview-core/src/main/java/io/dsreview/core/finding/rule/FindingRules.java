package io.dsreview.core.finding.rule;

import io.dsreview.api.clarification.Topic;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.id.FindingId;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The list of all rules. Their order is the order in which new findings are listed. */
public final class FindingRules {

    private static final List<FindingRule> RULES = List.of(
            new UnsupportedLink(),
            new FailedRecovery(),
            new DatasetNotResolvable(),
            new DatasetGone(),
            new UnaskedDoubts(Topic.DATASET),
            new UnaskedDoubts(Topic.VARIABLE_VALUE),
            new UnaskedDoubts(Topic.FIELD_MEANING),
            new VariableFedTwice(),
            new ColumnsGone(),
            new UnresolvedTemplate(),
            new IncompleteRecovery(FindingTarget.SESSION),
            new IncompleteRecovery(FindingTarget.FILTER),
            new IncompleteRecovery(FindingTarget.VARIABLE),
            new DatasetChanged(),
            new SemanticConflict(),
            new RejectedSource(),
            new DraftsNotMade(),
            new FieldsLeftAlone(),
            new MeaningsOnlyOffered(),
            new FailedPreview(),
            new LeftOutOfPreview(),
            new WithdrawnApproval(),
            new LossyMapping(),
            new FiltersOnlyOffered(),
            new FilterNotApplicable(),
            new FieldsWithoutMeaning());

    private FindingRules() {}

    /**
     * Returns all rules.
     *
     * @return the rules, in order
     */
    public static List<FindingRule> all() {
        return RULES;
    }

    /**
     * Looks at a session and brings its findings up to date: what still holds stays as old as it is, and accepted if it
     * was and says the same; what no longer holds is resolved.
     *
     * @param before the session when it was looked at last, with the same recovery, or null to have every rule look; what is
     *     found is the same
     * @param session the session
     * @param now the time of new and of resolved findings
     * @return all findings, oldest first
     */
    public static List<Finding> evaluate(@Nullable ReviewSession before, ReviewSession session, Instant now) {
        Set<String> settled = new HashSet<>();
        List<FindingRule> asked = new ArrayList<>();
        for (FindingRule rule : RULES) {
            if (before != null && isSettled(rule, before, session)) {
                settled.addAll(rule.finds().codes());
            } else {
                asked.add(rule);
            }
        }
        Map<FindingId, Finding> present = present(asked, session, now);
        List<Finding> result = new ArrayList<>();
        for (Finding known : session.findings()) {
            if (settled.contains(known.problem().code())) {
                result.add(known);
            } else {
                Finding again = present.remove(known.id());
                result.add(again == null ? known.resolved(now) : known.found(again));
            }
        }
        result.addAll(present.values());
        return result;
    }

    private static boolean isSettled(FindingRule rule, ReviewSession before, ReviewSession session) {
        Optional<Object> part = rule.looksAt(session);
        return part.isPresent() && part.equals(rule.looksAt(before));
    }

    private static Map<FindingId, Finding> present(List<FindingRule> rules, ReviewSession session, Instant now) {
        Map<FindingId, Finding> present =
                new LinkedHashMap<>(2 * session.findings().size());
        for (FindingRule rule : rules) {
            Finds finds = rule.finds();
            rule.look(session)
                    .map(problem -> Finding.open(finds.severity(), finds.target(), problem, now))
                    .forEach(finding -> present.putIfAbsent(finding.id(), finding));
        }
        return present;
    }
}
