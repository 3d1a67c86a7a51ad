package io.dsreview.api.superset;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecoveredDatasetTest {

    @Test
    void keepsTheFirstOfSeveralColumnsOrVariablesWithTheSameId() {
        RecoveredColumn amount = column("amount", "INTEGER");
        RecoveredColumn status = column("status", "TEXT");
        TemplateVariable required = TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null);
        TemplateVariable optional = TemplateVariable.of(VariableKind.URL_PARAM, "region", false, "EMEA");

        RecoveredDataset dataset =
                dataset(List.of(amount, status, column("amount", "TEXT")), List.of(required, optional));

        assertThat(dataset.columns()).containsExactly(amount, status);
        assertThat(dataset.variables()).containsExactly(required);
    }

    private static RecoveredColumn column(String name, String type) {
        return new RecoveredColumn(new FieldId(name), type, false, false);
    }

    private static RecoveredDataset dataset(List<RecoveredColumn> columns, List<TemplateVariable> variables) {
        return new RecoveredDataset(
                new DatasetReference(7, "orders", 1, "main", null),
                "",
                true,
                DatasetRevision.of("1", "service"),
                columns,
                variables,
                Set.of("region"));
    }
}
