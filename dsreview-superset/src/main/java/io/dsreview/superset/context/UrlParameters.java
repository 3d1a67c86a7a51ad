package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.superset.RecoveryItem.Kind;
import io.dsreview.api.superset.UrlParameter;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters that reach {@code url_param}: those of the link, and those of its permalink that it does not override. */
final class UrlParameters {

    private static final String PREFIX = "url:";

    private final Items items;
    private final Map<String, UrlParameter> parameters = new LinkedHashMap<>();

    private UrlParameters(Items items) {
        this.items = items;
    }

    static List<UrlParameter> read(GatheredDashboard dashboard, Items items) {
        UrlParameters read = new UrlParameters(items);
        dashboard.link().urlParameters().forEach((name, value) -> read.add(name, value, FilterOrigin.URL));
        for (Json pair : dashboard.state().urlParameters().elements()) {
            List<Json> parts = pair.elements();
            boolean isPair = parts.size() == 2
                    && parts.get(0).text() != null
                    && parts.get(1).text() != null;
            if (isPair) {
                read.add(parts.get(0).text(""), parts.get(1).text(""), FilterOrigin.PERMALINK);
            } else {
                read.illegal("");
            }
        }
        return List.copyOf(read.parameters.values());
    }

    private void add(String name, String value, FilterOrigin origin) {
        if (!SafeText.isIdentifier(name) || !SafeText.isValue(value)) {
            illegal(name);
        } else if (!parameters.containsKey(name)) {
            parameters.put(name, new UrlParameter(name, value, origin));
            items.recovered(Kind.URL_PARAMETER, PREFIX, name, name, null);
        }
    }

    private void illegal(String name) {
        Problem why = Problem.of(SupersetErrorCode.RECOVERY_NAME_ILLEGAL);
        items.unresolved(Kind.URL_PARAMETER, PREFIX, name, SafeText.shown(name, "parameter"), null, true, why);
    }
}
