package io.dsreview.api.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.VariableId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateVariableTest {

    @ParameterizedTest
    @EnumSource
    void hasTheIdOfItsKindAndName(VariableKind kind) {
        TemplateVariable variable = TemplateVariable.of(kind, "Ж region", true, null);

        assertThat(variable.id()).isEqualTo(new VariableId(kind.prefix() + ":Ж region"));
        assertThat(new FieldId(variable.name()).value()).isEqualTo("Ж region");
    }

    @Test
    void hasNoOtherId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TemplateVariable(
                        VariableKind.URL_PARAM.variable("region"),
                        VariableKind.FILTER_VALUES,
                        "region",
                        true,
                        null,
                        List.of(),
                        List.of()))
                .withMessageContaining("filter_values:region, not url_param:region");
    }

    /** It may be sent as a filter on the column of that name, so it must be able to name one. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\tb", "a\u0000", "\uD800"})
    void hasANameThatAColumnCanHave(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateVariable.of(VariableKind.FILTER_VALUES, name, true, null));
    }
}
