package io.dsreview.api.execution;

import io.dsreview.api.canonical.CanonicalJson;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.clarification.Answer;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.MappingTarget;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.mapping.VariableValue.Origin;
import io.dsreview.api.semantic.SemanticField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What persons had decided when a launch was intended, frozen: later decisions do not change it.
 *
 * @param mappings the mappings with their decisions; copied
 * @param values the values of the variables that reach what is to run, with their approvals; copied
 * @param fields the meanings of the fields; copied
 * @param answers the answers that held then; copied
 */
public record ApprovedState(
        List<ExecutionMapping> mappings, List<VariableValue> values, List<SemanticField> fields, List<Answer> answers) {

    private static final String TAG = "dsreview-approved-v1";

    /** Copies the lists. */
    public ApprovedState {
        mappings = List.copyOf(mappings);
        values = List.copyOf(values);
        fields = List.copyOf(fields);
        answers = List.copyOf(answers);
    }

    /**
     * Returns the mappings that reach the query: effective ones, unless their variable has a value of its own that reaches it too.
     *
     * @return the mappings, in order
     */
    public List<ExecutionMapping> reaching() {
        Set<VariableId> overruled = values.stream()
                .filter(value -> value.origin() != Origin.ACCEPTED_DEFAULT)
                .map(VariableValue::variable)
                .collect(Collectors.toSet());
        return mappings.stream()
                .filter(ExecutionMapping::isEffective)
                .filter(mapping -> !(mapping.target() instanceof MappingTarget.Variable target
                        && overruled.contains(target.variable())))
                .toList();
    }

    /**
     * Returns what identifies an approved state: the inputs, and each approval of one of them with its person and time. A state is
     * launched at most once; approving anew what reaches the query makes another one, and a decision about anything else does not.
     * Where there is nothing to approve, asking for a new preview does.
     *
     * @param preview the preview that shows the inputs
     * @return the key
     */
    public Sha256 key(CompiledPreview preview) {
        List<byte[]> documents = new ArrayList<>();
        documents.add(CanonicalJson.encode(List.of(preview.fingerprint().hash().hex())));
        for (ExecutionMapping mapping : reaching()) {
            if (mapping.decision() != null) {
                documents.add(CanonicalJson.encode(List.of(
                        mapping.id().value(),
                        mapping.decision().by().value(),
                        mapping.decision().at().toString())));
            }
        }
        for (VariableValue value : values) {
            if (value.approval() != null) {
                documents.add(CanonicalJson.encode(List.of(
                        value.variable().value(),
                        value.approval().by().value(),
                        value.approval().at().toString())));
            }
        }
        if (documents.size() == 1) {
            documents.add(CanonicalJson.encode(List.of(preview.id().value())));
        }
        return Sha256.ofDocuments(TAG, documents);
    }
}
