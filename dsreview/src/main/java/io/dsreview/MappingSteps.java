package io.dsreview;

import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.MappingStatus;
import java.util.List;

/**
 * What is done about the ways in which filters reach the query. An approval is bound to what the mapping says: any change
 * withdraws it. Immutable and thread-safe.
 */
public final class MappingSteps {

    private final Review review;

    MappingSteps(Review review) {
        this.review = review;
    }

    /**
     * Approves every mapping that reaches the query and is not approved yet: all of them, or none. Refused where one loses
     * something of its value, which {@link #approveWithLosses} accepts.
     *
     * @return how it ended; the review itself if there was nothing to approve
     */
    public ReviewResult approveAll() {
        List<MappingId> open = review.session().mappings().stream()
                .filter(ExecutionMapping::isEffective)
                .filter(mapping -> mapping.status() != MappingStatus.APPROVED)
                .map(ExecutionMapping::id)
                .toList();
        return open.isEmpty()
                ? ReviewResult.of(
                        new CommandResult.Duplicate(review.session().header().version(), review.view()), same -> review)
                : decide(open, true);
    }

    /**
     * Approves mappings: all of them, or none. Refused where one loses something of its value.
     *
     * @param mappings the mappings, at least one, each once
     * @return how it ended; a refusal names each mapping that stands in the way
     */
    public ReviewResult approve(MappingId... mappings) {
        return decide(List.of(mappings), true);
    }

    /**
     * Approves mappings although something of their values is lost on the way: all of them, or none.
     *
     * @param shown the mappings as they were shown, with their warnings, at least one, each once; refused where one says
     *     something else by now
     * @return how it ended; a refusal names each mapping that stands in the way
     */
    public ReviewResult approveWithLosses(ExecutionMapping... shown) {
        List<ExecutionMapping> accepted = List.of(shown);
        return review.execute(context -> new DecideMappings(
                context,
                accepted.stream().map(ExecutionMapping::id).toList(),
                true,
                accepted.stream().map(ExecutionMapping::content).toList()));
    }

    /**
     * Rejects mappings, so that they reach the query no more: all of them, or none.
     *
     * @param mappings the mappings, at least one, each once
     * @return how it ended; a refusal names each mapping that stands in the way
     */
    public ReviewResult reject(MappingId... mappings) {
        return decide(List.of(mappings), false);
    }

    /**
     * Gives a mapping other values.
     *
     * @param mapping the mapping
     * @param values the values: any number for a list filter, else one; a time range in Superset's words for a time filter
     * @return how it ended
     */
    public ReviewResult override(MappingId mapping, String... values) {
        return review.execute(context -> new OverrideMapping(context, mapping, List.of(values)));
    }

    private ReviewResult decide(List<MappingId> mappings, boolean approve) {
        return review.execute(context -> new DecideMappings(context, mappings, approve));
    }
}
