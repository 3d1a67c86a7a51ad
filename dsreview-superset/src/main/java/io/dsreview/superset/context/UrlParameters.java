package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.superset.RecoveryItem.Kind;
import io.dsreview.api.superset.UrlParameter;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.Json;
import io.dsreview.superset.text.SafeText;
import io.dsreview.superset.text.ValueLimits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The parameters that reach {@code url_param}: those of the link, then those of its state, then those saved with the
 * chart; each source overrides the later ones.
 */
final class UrlParameters {

    private static final String PREFIX = "url:";

    /** What Superset itself puts among the parameters of a saved chart, and reads from nowhere. */
    private static final Set<String> OWN_NAMES = Set.of(
            "datasource_id",
            "datasource_type",
            "form_data_key",
            "slice_id",
            "save_action",
            "dashboard_page_id",
            "preset");

    private final Items items;
    private final Set<String> names = new HashSet<>();
    private final List<UrlParameter> parameters = new ArrayList<>();

    private UrlParameters(Items items) {
        this.items = items;
    }

    static List<UrlParameter> read(Gathered gathered, Items items) {
        UrlParameters read = new UrlParameters(items);
        gathered.link().urlParameters().forEach((name, value) -> read.add(name, value, FilterOrigin.URL));
        SavedState state = gathered.state();
        for (Json pair : state.urlParameters().elements()) {
            List<Json> parts = pair.elements();
            read.add(
                    parts.size() == 2 ? parts.get(0) : Json.ABSENT,
                    parts.size() == 2 ? parts.get(1) : Json.ABSENT,
                    state.origin());
        }
        read.addMembers(state.urlParameters(), state.origin());
        read.addMembers(gathered.form().at("url_params"), FilterOrigin.DEFAULT);
        return List.copyOf(read.parameters);
    }

    private void addMembers(Json parameters, FilterOrigin origin) {
        parameters.members().forEach((name, value) -> {
            if (!OWN_NAMES.contains(name)) {
                add(Json.of(name), value, origin);
            }
        });
    }

    private void add(Json name, Json value, FilterOrigin origin) {
        String text = value.text() != null ? value.text() : value.number();
        if (name.text() == null || text == null) {
            notCarried(name.text(""), Problem.of(SupersetErrorCode.RECOVERY_PARAMETER_ILLEGAL));
        } else {
            add(name.text(""), text, origin);
        }
    }

    private void add(String name, String value, FilterOrigin origin) {
        if (!names.add(name)) {
            return; // an earlier source overrides this one, even where its own value is not carried
        }
        if (!SafeText.isIdentifier(name) || !SafeText.isValue(value)) {
            notCarried(name, Problem.of(SupersetErrorCode.RECOVERY_PARAMETER_ILLEGAL));
        } else if (ValueLimits.isTooLong(value)) {
            String limit = String.valueOf(ValueLimits.MAX_TEXT);
            notCarried(name, Problem.of(SupersetErrorCode.RECOVERY_PARAMETER_TOO_LONG, "limit", limit));
        } else {
            parameters.add(new UrlParameter(name, value, origin));
            items.recovered(Kind.URL_PARAMETER, PREFIX, name, name, null);
        }
    }

    private void notCarried(String name, Problem why) {
        items.unresolved(Kind.URL_PARAMETER, PREFIX, name, SafeText.shown(name, "parameter"), null, true, why);
    }
}
