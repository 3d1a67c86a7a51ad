package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.superset.RecoveredContext.Kind;
import io.dsreview.api.superset.RecoveryProgress.Stage;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.superset.dataset.DatasetReader;
import io.dsreview.superset.dataset.DatasetReading;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.Answer;
import io.dsreview.superset.http.ApiRequest;
import io.dsreview.superset.http.Json;
import io.dsreview.superset.text.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads all there is about a link to a dashboard, in as few rounds as the requests allow: what the link itself names, then
 * what the dashboard and its charts name.
 */
final class DashboardSource {

    private static final int UUID_DIGITS = 32;

    private final LinkReads reads;
    private final Set<String> siteNames;

    DashboardSource(LinkReads reads, Set<String> siteNames) {
        this.reads = reads;
        this.siteNames = siteNames;
    }

    Gathered gather(SupersetLink.Embedded link) throws NotRecoverable {
        ApiRequest request =
                ApiRequest.get("embedded dashboard", "embedded_dashboard", LinkReads.segment(link.uuid(), "embedded"));
        Json result = reads.must(request, reads.first(request).get(0)).at("result");
        String id = reference(result.at("dashboard_id"));
        if (id == null) {
            throw reads.unexpected(request);
        }
        return gather(link, id, null, SavedState.NONE);
    }

    /**
     * A permalink's own address redirects to its dashboard with the parameters it holds; once the address names the
     * dashboard, those that it names are all there are.
     */
    Gathered gather(SupersetLink.Dashboard link) throws NotRecoverable {
        String dashboard = link.dashboard();
        SavedState state = SavedState.NONE;
        if (link.permalinkKey() != null) {
            String key = LinkReads.segment(link.permalinkKey(), "permalink_key");
            ApiRequest request = ApiRequest.get("dashboard permalink", "dashboard", "permalink", key);
            Optional<Json> body = reads.permalink(request, reads.first(request).get(0));
            if (body.isPresent()) {
                Json held = body.get().at("state");
                state = SavedState.ofMask(FilterOrigin.PERMALINK, held.at("dataMask"));
                if (dashboard == null) {
                    state = state.with(held.at("urlParams"));
                }
                dashboard = dashboard != null ? dashboard : reference(body.get().at("dashboardId"));
                if (dashboard == null) {
                    throw reads.unexpected(request);
                }
            } else if (dashboard == null) {
                throw new NotRecoverable(Problem.of(SupersetErrorCode.RECOVERY_PERMALINK_LOST));
            } else {
                state = SavedState.lost(
                        FilterOrigin.PERMALINK, Problem.of(SupersetErrorCode.RECOVERY_PERMALINK_STATE_LOST));
            }
        }
        SavedState inline = InlineFilters.read(link.nativeFilters());
        String key = inline.isNamed() || link.permalinkKey() != null ? null : link.nativeFiltersKey();
        return gather(link, dashboard, key, state.overriddenBy(inline));
    }

    private Gathered gather(SupersetLink link, @Nullable String dashboard, @Nullable String stateKey, SavedState known)
            throws NotRecoverable {
        String named = LinkReads.segment(dashboard == null ? "" : dashboard, "dashboard");
        ApiRequest request = ApiRequest.get("dashboard", "dashboard", named);
        List<Answer> first = mayBeUuid(named) ? reads.first(request) : reads.first(request, charts(named));
        Json result = reads.must(request, first.get(0)).at("result");
        OptionalLong number = result.at("id").integer();
        if (number.isEmpty()) {
            throw reads.unexpected(request);
        }
        long id = number.getAsLong();
        ApiRequest charted = charts(first.size() > 1 ? named : String.valueOf(id));
        Json listed = reads.must(charted, first.size() > 1 ? first.get(1) : reads.send(charted));
        if (!listed.at("result").isList()) {
            throw reads.unexpected(charted);
        }
        Json metadata = LinkReads.embedded(result.at("json_metadata"));
        List<ChartWire> charts = ChartWire.all(listed);
        Set<Long> drawnOrFiltered = new LinkedHashSet<>();
        charts.forEach(chart -> chart.dataset().ifPresent(drawnOrFiltered::add));
        FilterWire.all(metadata).forEach(filter -> filter.dataset().ifPresent(drawnOrFiltered::add));
        List<Long> wanted = List.copyOf(drawnOrFiltered);
        List<ApiRequest> second = new ArrayList<>(DatasetReader.requests(wanted));
        if (stateKey != null) {
            String key = LinkReads.segment(stateKey, "native_filters_key");
            second.add(ApiRequest.get("filter state", "dashboard", String.valueOf(id), "filter_state", key));
        }
        List<Answer> answers = reads.sendAll(Stage.DATASETS, second);
        SavedState state =
                stateKey == null ? known : filterState(second.get(wanted.size()), answers.get(wanted.size()));
        Map<Long, DatasetReading> datasets =
                LinkReads.readable(DatasetReader.readings(reads.conversation(), wanted, answers));
        return new Gathered(
                link,
                Kind.DASHBOARD,
                reads.server(),
                reads.conversation().identity(),
                id,
                SafeText.shown(result.at("dashboard_title").text(""), "dashboard " + id),
                metadata,
                LinkReads.embedded(result.at("position_json")),
                Json.ABSENT,
                charts,
                state,
                null,
                datasets,
                reads.nested(datasets),
                siteNames);
    }

    private static ApiRequest charts(String dashboard) {
        return ApiRequest.get("dashboard charts", "dashboard", dashboard, "charts");
    }

    /**
     * Tells whether Superset may take a name for a UUID: hyphens do not count. By UUID it shows dashboards that it hides by
     * any other name, such as those of others that are not published; so their charts are asked for by number.
     */
    private static boolean mayBeUuid(String dashboard) {
        return dashboard.replace("-", "").length() == UUID_DIGITS;
    }

    private SavedState filterState(ApiRequest request, Answer answer) throws NotRecoverable {
        Json mask = reads.may(request, answer)
                .map(body -> Json.parse(body.at("value").text("")))
                .orElse(Json.ABSENT);
        return mask.isObject()
                ? SavedState.ofMask(FilterOrigin.SAVED_STATE, mask)
                : SavedState.lost(FilterOrigin.SAVED_STATE, Problem.of(SupersetErrorCode.RECOVERY_STATE_LOST));
    }

    /** A dashboard by id or UUID; null if the answer names it in another way. */
    private static @Nullable String reference(Json dashboard) {
        OptionalLong number = dashboard.integer();
        String text = number.isPresent() ? String.valueOf(number.getAsLong()) : dashboard.text("");
        return ApiRequest.isSegment(text) ? text : null;
    }
}
