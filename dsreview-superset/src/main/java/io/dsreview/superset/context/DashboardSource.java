package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.superset.dataset.DatasetReader;
import io.dsreview.superset.dataset.DatasetReading;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.Answer;
import io.dsreview.superset.http.ApiRequest;
import io.dsreview.superset.http.Conversation;
import io.dsreview.superset.http.Json;
import io.dsreview.superset.http.SupersetFailures;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads all there is about one link. All the I/O of a recovery is here. For one use by one thread. */
final class DashboardSource {

    private final Conversation conversation;
    private final SupersetLink link;
    private @Nullable String dashboard;
    private long id;
    private String title = "";
    private Json metadata = Json.ABSENT;
    private Json position = Json.ABSENT;
    private List<ChartWire> charts = List.of();
    private SavedState state = SavedState.NONE;
    private final Map<Long, DatasetReading> datasets = new LinkedHashMap<>();

    DashboardSource(Conversation conversation, SupersetLink link) {
        this.conversation = conversation;
        this.link = link;
        this.dashboard = link.dashboard();
    }

    /** Reads step by step, and returns why that had to stop; empty if it got to the end. */
    Optional<Problem> read() {
        return readPermalink()
                .or(this::readDashboard)
                .or(this::readCharts)
                .or(this::readFilterState)
                .or(this::readDatasets);
    }

    GatheredDashboard gathered() {
        return new GatheredDashboard(
                link, conversation.identity(), id, title, metadata, position, charts, state, datasets);
    }

    private Optional<Problem> readPermalink() {
        String key = link.permalinkKey();
        if (key == null) {
            return Optional.empty();
        }
        if (!ApiRequest.isSegment(key)) {
            return Optional.of(illegal("permalink_key"));
        }
        ApiRequest request = ApiRequest.get("dashboard permalink", "dashboard", "permalink", key);
        Answer answer = conversation.send(request);
        if (!(answer instanceof Answer.Received received)) {
            return Optional.of(((Answer.Missing) answer).problem());
        }
        if (received.isSuccess()) {
            state = new SavedState(
                    FilterOrigin.PERMALINK,
                    received.body().at("state").at("dataMask"),
                    received.body().at("state").at("urlParams"),
                    null);
            dashboard =
                    dashboard != null ? dashboard : reference(received.body().at("dashboardId"));
            return dashboard == null
                    ? Optional.of(SupersetFailures.unexpected(conversation.environment(), request))
                    : Optional.empty();
        }
        // A key of another installation cannot be decoded, which all known versions answer by a "Fatal error".
        boolean lost = received.status() == 404
                || (received.status() == 500 && received.words().contain("fatal error"));
        if (!lost) {
            return Optional.of(failure(request, received));
        }
        state = SavedState.lost(FilterOrigin.PERMALINK, Problem.of(SupersetErrorCode.RECOVERY_PERMALINK_STATE_LOST));
        return dashboard == null
                ? Optional.of(Problem.of(SupersetErrorCode.RECOVERY_PERMALINK_LOST))
                : Optional.empty();
    }

    private Optional<Problem> readDashboard() {
        if (dashboard == null || !ApiRequest.isSegment(dashboard)) {
            return Optional.of(illegal("dashboard"));
        }
        ApiRequest request = ApiRequest.get("dashboard", "dashboard", dashboard);
        Answer answer = conversation.send(request);
        if (!(answer instanceof Answer.Received received) || !received.isSuccess()) {
            return Optional.of(problem(request, answer));
        }
        Json result = received.body().at("result");
        OptionalLong number = result.at("id").integer();
        if (number.isEmpty()) {
            return Optional.of(SupersetFailures.unexpected(conversation.environment(), request));
        }
        id = number.getAsLong();
        title = SafeText.shown(result.at("dashboard_title").text(""), "dashboard " + id);
        metadata = embedded(result.at("json_metadata"));
        position = embedded(result.at("position_json"));
        return Optional.empty();
    }

    private Optional<Problem> readCharts() {
        ApiRequest request = ApiRequest.get("dashboard charts", "dashboard", String.valueOf(id), "charts");
        Answer answer = conversation.send(request);
        if (!(answer instanceof Answer.Received received) || !received.isSuccess()) {
            return Optional.of(problem(request, answer));
        }
        if (!received.body().at("result").isList()) {
            return Optional.of(SupersetFailures.unexpected(conversation.environment(), request));
        }
        charts = ChartWire.all(received.body());
        return Optional.empty();
    }

    private Optional<Problem> readFilterState() {
        String key = link.nativeFiltersKey();
        if (key == null || link.permalinkKey() != null) {
            return Optional.empty();
        }
        if (!ApiRequest.isSegment(key)) {
            return Optional.of(illegal("native_filters_key"));
        }
        ApiRequest request = ApiRequest.get("filter state", "dashboard", String.valueOf(id), "filter_state", key);
        Answer answer = conversation.send(request);
        if (!(answer instanceof Answer.Received received)) {
            return Optional.of(((Answer.Missing) answer).problem());
        }
        if (!received.isSuccess() && received.status() != 404 && received.status() != 403) {
            return Optional.of(failure(request, received));
        }
        Json mask =
                received.isSuccess() ? Json.parse(received.body().at("value").text("")) : Json.ABSENT;
        state = mask.isObject()
                ? new SavedState(FilterOrigin.SAVED_STATE, mask, Json.ABSENT, null)
                : SavedState.lost(FilterOrigin.SAVED_STATE, Problem.of(SupersetErrorCode.RECOVERY_STATE_LOST));
        return Optional.empty();
    }

    private Optional<Problem> readDatasets() {
        Set<Long> wanted = new LinkedHashSet<>();
        charts.forEach(chart -> chart.dataset().ifPresent(wanted::add));
        FilterWire.all(metadata).forEach(filter -> filter.dataset().ifPresent(wanted::add));
        for (long dataset : wanted) {
            DatasetReading reading = DatasetReader.read(conversation, dataset);
            if (reading instanceof DatasetReading.Unread unread) {
                return Optional.of(unread.problem());
            }
            datasets.put(dataset, reading);
        }
        return Optional.empty();
    }

    /** Returns the JSON that a text field holds; absent if it is there and no object, empty if it is not there. */
    private static Json embedded(Json field) {
        if (field.isEmpty()) {
            return Json.parse("{}");
        }
        Json document = Json.parse(field.text(""));
        return document.isObject() ? document : Json.ABSENT;
    }

    private static @Nullable String reference(Json dashboardId) {
        String text = dashboardId.text(String.valueOf(dashboardId.number()));
        return ApiRequest.isSegment(text) && !text.equals("null") ? text : null;
    }

    private Problem problem(ApiRequest request, Answer answer) {
        return answer instanceof Answer.Received received
                ? failure(request, received)
                : ((Answer.Missing) answer).problem();
    }

    private Problem failure(ApiRequest request, Answer.Received received) {
        return SupersetFailures.of(conversation.environment(), request, received);
    }

    private static Problem illegal(String parameter) {
        return Problem.of(SupersetErrorCode.LINK_KEY_ILLEGAL, "parameter", parameter);
    }
}
