package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.superset.RecoveryItem.Kind;
import io.dsreview.api.superset.UrlParameter;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The parameters that reach {@code url_param}: those of the link, and those of its permalink that it does not override. */
final class UrlParameters {

    private static final String PREFIX = "url:";

    private final Items items;
    private final Set<String> names = new HashSet<>();
    private final List<UrlParameter> parameters = new ArrayList<>();

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
                read.notCarried("", Problem.of(SupersetErrorCode.RECOVERY_PARAMETER_ILLEGAL));
            }
        }
        return List.copyOf(read.parameters);
    }

    private void add(String name, String value, FilterOrigin origin) {
        if (!names.add(name)) {
            return; // the link overrides its permalink, even where its own value is not carried
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
