package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.superset.RecoveredContext.Kind;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.superset.capability.SupersetCapabilities;
import io.dsreview.superset.dataset.DatasetReading;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.ApiRequest;
import io.dsreview.superset.http.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads all there is about a link to a chart. Superset's own call for such a page tells columns and SQL of datasets that
 * the identity may not see (up to 4.1), and fails on them in 5.0; so chart, state and dataset are read by themselves.
 */
final class ExploreSource {

    private final LinkReads reads;
    private final SupersetCapabilities capabilities;
    private final Set<String> siteNames;

    ExploreSource(LinkReads reads, SupersetCapabilities capabilities, Set<String> siteNames) {
        this.reads = reads;
        this.capabilities = capabilities;
        this.siteNames = siteNames;
    }

    Gathered gather(SupersetLink.Explore link) throws NotRecoverable {
        State state = state(link);
        Long chartId = link.chart() != null ? link.chart() : state.chart();
        Optional<ChartWire> chart = chartId == null ? Optional.empty() : chart(chartId);
        OptionalLong stated = ChartWire.dataset(state.saved().form());
        OptionalLong drawn = chart.map(ChartWire::dataset).orElse(OptionalLong.empty());
        Long dataset = stated.isPresent()
                ? (Long) stated.getAsLong()
                : state.dataset() != null
                        ? state.dataset()
                        : link.dataset() != null ? link.dataset() : drawn.isPresent() ? (Long) drawn.getAsLong() : null;
        boolean nothingLeft =
                dataset == null && chart.isEmpty() && state.saved().form().isAbsent();
        if (nothingLeft) {
            Problem lost = state.saved().lost();
            throw new NotRecoverable(lost != null ? lost : Problem.of(SupersetErrorCode.RECOVERY_CHART_GONE));
        }
        List<ChartWire> charts = chart.map(saved -> List.of(new ChartWire(
                        saved.id(),
                        saved.name(),
                        dataset == null ? OptionalLong.empty() : OptionalLong.of(dataset),
                        saved.type(),
                        saved.form())))
                .orElse(List.of());
        Map<Long, DatasetReading> datasets = reads.datasets(dataset == null ? List.of() : List.of(dataset));
        return new Gathered(
                link,
                Kind.CHART,
                capabilities,
                reads.conversation().identity(),
                null,
                chart.map(ChartWire::name).orElse("unsaved chart"),
                Json.ABSENT,
                Json.ABSENT,
                chart.map(ChartWire::form).orElse(Json.ABSENT),
                charts,
                state.saved(),
                null,
                datasets,
                reads.nested(datasets),
                siteNames);
    }

    /** The state of a link, and the chart and dataset that it is about where it tells. */
    private record State(
            SavedState saved,
            @Nullable Long chart,
            @Nullable Long dataset) {

        static State of(FilterOrigin origin, Json form) {
            return new State(SavedState.ofForm(origin, form), id(form.at("slice_id")), null);
        }
    }

    private State state(SupersetLink.Explore link) throws NotRecoverable {
        if (link.permalinkKey() != null) {
            return permalink(link.permalinkKey());
        }
        if (link.formDataKey() != null) {
            return keptState(link.formDataKey());
        }
        if (link.formData() == null) {
            return new State(SavedState.NONE, null, null);
        }
        Json form = Json.parse(link.formData());
        return form.isObject()
                ? State.of(FilterOrigin.URL, form)
                : new State(
                        SavedState.lost(
                                FilterOrigin.URL, Problem.of(SupersetErrorCode.RECOVERY_INLINE_STATE_UNREADABLE)),
                        null,
                        null);
    }

    private State permalink(String key) throws NotRecoverable {
        ApiRequest request =
                ApiRequest.get("chart permalink", "explore", "permalink", LinkReads.segment(key, "permalink_key"));
        Optional<Json> body = reads.permalink(request, reads.send(request));
        if (body.isEmpty()) {
            throw new NotRecoverable(Problem.of(SupersetErrorCode.RECOVERY_PERMALINK_LOST));
        }
        Json held = body.get().at("state");
        SavedState saved = SavedState.ofForm(FilterOrigin.PERMALINK, held.at("formData"));
        Json parameters = held.at("urlParams");
        OptionalLong dataset = body.get().at("datasourceId").integer();
        return new State(
                parameters.isEmpty() ? saved : saved.with(parameters),
                id(body.get().at("chartId")),
                dataset.isPresent() ? (Long) dataset.getAsLong() : id(body.get().at("datasetId")));
    }

    private State keptState(String key) throws NotRecoverable {
        ApiRequest request =
                ApiRequest.get("form data", "explore", "form_data", LinkReads.segment(key, "form_data_key"));
        Json form = reads.may(request, reads.send(request))
                .map(body -> Json.parse(body.at("form_data").text("")))
                .orElse(Json.ABSENT);
        return form.isObject()
                ? State.of(FilterOrigin.SAVED_STATE, form)
                : new State(
                        SavedState.lost(FilterOrigin.SAVED_STATE, Problem.of(SupersetErrorCode.RECOVERY_STATE_LOST)),
                        null,
                        null);
    }

    private Optional<ChartWire> chart(long id) throws NotRecoverable {
        ApiRequest request = ApiRequest.get("chart", "chart", String.valueOf(id));
        return reads.may(request, reads.send(request)).map(body -> ChartWire.single(id, body));
    }

    private static @Nullable Long id(Json number) {
        return number.integer().isPresent() ? (Long) number.integer().getAsLong() : null;
    }
}
