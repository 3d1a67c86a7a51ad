package io.dsreview;

import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.command.SemanticCommand.DecideFields;
import io.dsreview.api.command.SemanticCommand.FieldDecisionRequest;
import io.dsreview.api.command.SemanticCommand.RemoveSemanticSource;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.SemanticCandidate;
import java.util.List;

/**
 * What is done about the meanings of fields; a source is applied by {@link Review#apply}. Each step is refused where it names a
 * field or candidate that the session does not have, or changes a locked field. Immutable and thread-safe.
 */
public final class FieldSteps {

    private final Review review;

    FieldSteps(Review review) {
        this.review = review;
    }

    /**
     * Takes a candidate for the meaning of its field.
     *
     * @param candidate the candidate, as the session shows it
     * @return how it ended
     */
    public ReviewResult accept(SemanticCandidate candidate) {
        return decide(candidate.field(), new Choice.Accept(candidate));
    }

    /**
     * Rejects a candidate: it stays visible, and is not suggested again while its source says the same.
     *
     * @param candidate the candidate, as the session shows it
     * @return how it ended
     */
    public ReviewResult reject(SemanticCandidate candidate) {
        return decide(candidate.field(), new Choice.Reject(candidate));
    }

    /**
     * Writes the meaning of a field by hand. No source changes it any more.
     *
     * @param field the field
     * @param meaning the meaning
     * @return how it ended
     */
    public ReviewResult write(FieldId field, FieldMeaning meaning) {
        return decide(field, new Choice.Write(meaning));
    }

    /**
     * Takes back what was accepted or written for a field: its candidates decide again. Rejections stay.
     *
     * @param field the field
     * @return how it ended
     */
    public ReviewResult clear(FieldId field) {
        return decide(field, new Choice.Clear());
    }

    /**
     * Lets nothing change a field until it is unlocked. Refused while its sources disagree and nobody has decided.
     *
     * @param field the field
     * @return how it ended
     */
    public ReviewResult lock(FieldId field) {
        return decide(field, new Choice.Lock());
    }

    /**
     * Lets a field be changed again.
     *
     * @param field the field
     * @return how it ended
     */
    public ReviewResult unlock(FieldId field) {
        return decide(field, new Choice.Unlock());
    }

    /**
     * Decides several fields, in order: all of it, or nothing.
     *
     * @param decisions what to do with which field, at least one; a field may be named again, such as to lock what was accepted
     * @return how it ended; a refusal names each field that stands in the way
     */
    public ReviewResult decide(List<FieldDecisionRequest> decisions) {
        return review.execute(context -> new DecideFields(context, decisions));
    }

    /**
     * Takes back what a source said, as if it had never been applied. Decisions of persons and locked fields stay.
     *
     * @param source the source, one of those that the session names
     * @return how it ended
     */
    public ReviewResult removeSource(SourceId source) {
        return review.execute(context -> new RemoveSemanticSource(context, source));
    }

    private ReviewResult decide(FieldId field, Choice choice) {
        return review.execute(context -> new DecideField(context, field, choice));
    }
}
