package io.dsreview.superset.link;

import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.SupersetLink;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Links to charts, saved or not. */
final class ExploreLinks {

    private static final Pattern DATASOURCE = Pattern.compile("([1-9][0-9]{0,17})__([a-z_]{1,32})");
    private static final String TABLE = "table";
    private static final int MOST_ENCODINGS = 3;

    private ExploreLinks() {}

    static @Nullable SupersetLink explore(EnvironmentId environment, LinkParameters parameters) throws LinkRefusal {
        String permalinkKey = parameters.key("permalink_key");
        return link(environment, parameters.id("slice_id"), dataset(parameters), permalinkKey, parameters);
    }

    static @Nullable SupersetLink permalink(EnvironmentId environment, String key, LinkParameters parameters)
            throws LinkRefusal {
        return link(environment, null, null, LinkParameters.key(key, "permalink_key"), parameters);
    }

    static @Nullable SupersetLink dataset(EnvironmentId environment, String id, LinkParameters parameters)
            throws LinkRefusal {
        return link(environment, parameters.id("slice_id"), LinkParameters.id(id, TABLE), null, parameters);
    }

    static @Nullable SupersetLink chart(EnvironmentId environment, String id, LinkParameters parameters)
            throws LinkRefusal {
        return link(environment, LinkParameters.id(id, "slice"), null, null, parameters);
    }

    /** Returns the link, or null if it names neither chart, dataset nor state. */
    private static @Nullable SupersetLink link(
            EnvironmentId environment,
            @Nullable Long chart,
            @Nullable Long dataset,
            @Nullable String permalinkKey,
            LinkParameters parameters)
            throws LinkRefusal {
        String formDataKey = parameters.key("form_data_key");
        String formData = formData(parameters);
        boolean empty =
                chart == null && dataset == null && permalinkKey == null && formDataKey == null && formData == null;
        return empty
                ? null
                : new SupersetLink.Explore(
                        environment, chart, dataset, permalinkKey, formDataKey, formData, parameters.own());
    }

    /** The dataset by any of its three names; one of another type, such as a query, is none. */
    private static @Nullable Long dataset(LinkParameters parameters) throws LinkRefusal {
        String datasource = parameters.text("datasource");
        if (datasource != null) {
            Matcher parts = DATASOURCE.matcher(datasource);
            if (!parts.matches()) {
                throw LinkParameters.illegal("datasource");
            }
            return parts.group(2).equals(TABLE) ? (Long) Long.parseLong(parts.group(1)) : null;
        }
        String type = parameters.text("datasource_type");
        if (type != null && !type.equals(TABLE)) {
            return null;
        }
        Long id = parameters.id("datasource_id");
        return id != null ? id : parameters.id("dataset_id");
    }

    /** Some versions of {@code /superset/slice/N/} encode the form data twice. */
    private static @Nullable String formData(LinkParameters parameters) throws LinkRefusal {
        String formData = parameters.text("form_data");
        for (int i = 0; i < MOST_ENCODINGS && formData != null && formData.startsWith("%7B"); i++) {
            formData = PercentText.decodeValue(formData);
        }
        return formData;
    }
}
