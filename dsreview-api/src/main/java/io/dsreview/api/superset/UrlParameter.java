package io.dsreview.api.superset;

import io.dsreview.api.mapping.FilterOrigin;

/**
 * A parameter that the link gives to {@code url_param}.
 *
 * @param name the name
 * @param value the value
 * @param origin {@link FilterOrigin#URL}; or, where a permalink, a saved state or the chart holds it, that
 */
public record UrlParameter(String name, String value, FilterOrigin origin) {}
