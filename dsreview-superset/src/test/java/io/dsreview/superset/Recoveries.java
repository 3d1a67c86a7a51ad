package io.dsreview.superset;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.error.ProblemText;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import java.util.Locale;

/** Recovers links, and looks into the result. */
final class Recoveries {

    private Recoveries() {}

    static RecoveredContext recovered(FakeSuperset server, String path) {
        try (Superset superset = server.connect()) {
            Recovery recovery = FakeSuperset.recover(superset, server, path);
            assertThat(recovery).isInstanceOf(Recovery.Recovered.class);
            RecoveredContext context = ((Recovery.Recovered) recovery).context();
            context.summary().items().stream()
                    .filter(item -> item.why() != null)
                    .forEach(item -> assertThat(
                                    ProblemText.of(item.why(), Locale.ENGLISH).toString())
                            .doesNotContain("?"));
            return context;
        }
    }

    static ImportedFilter filter(RecoveredContext context, String id) {
        return context.filters().stream()
                .filter(filter -> filter.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static RecoveryItem item(RecoveredContext context, String id) {
        return context.summary().items().stream()
                .filter(item -> item.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " in " + context.summary()));
    }
}
