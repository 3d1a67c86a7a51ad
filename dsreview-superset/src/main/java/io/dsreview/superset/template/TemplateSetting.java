package io.dsreview.superset.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a template finds around it when Superset renders it.
 *
 * @param parameters names and values stored with the dataset; a value is null where it is no single value. Copied
 * @param version the server's version, or null if it does not tell
 * @param siteNames names that the site itself adds ({@code JINJA_CONTEXT_ADDONS} and the like); copied
 */
public record TemplateSetting(
        Map<String, @Nullable String> parameters, @Nullable String version, Set<String> siteNames) {

    private static final Pattern VERSION = Pattern.compile("([0-9]{1,4})\\.([0-9]{1,4}).*");

    /** Copies the collections. */
    public TemplateSetting {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        siteNames = Set.copyOf(siteNames);
    }

    /** Tells whether the server has what came with a version; one that does not tell its own is taken to have it. */
    boolean offers(String since) {
        Matcher wanted = VERSION.matcher(since);
        Matcher actual = VERSION.matcher(version == null ? "" : version);
        if (!wanted.matches() || !actual.matches()) {
            return true;
        }
        int major = Integer.compare(Integer.parseInt(actual.group(1)), Integer.parseInt(wanted.group(1)));
        return major > 0 || (major == 0 && Integer.parseInt(actual.group(2)) >= Integer.parseInt(wanted.group(2)));
    }
}
