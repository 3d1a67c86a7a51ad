package io.dsreview.api.execution;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person needs to launch by hand.
 *
 * @param link where to go
 * @param sql the previewed SQL, or null where no channel could compile it
 * @param parameters the values to enter, by name; copied, in order of the names
 * @param linkCarriesSql true if the link opens with the SQL in it; false if the person pastes it, or there is none
 * @param verified true if the SQL is the one that the open gate saw; false where there is none
 */
public record ManualLaunch(
        String link, @Nullable String sql, Map<String, String> parameters, boolean linkCarriesSql, boolean verified) {

    /** Copies the parameters. */
    public ManualLaunch {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
