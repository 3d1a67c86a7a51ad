package io.dsreview.api.mapping;

import io.dsreview.api.id.VariableId;

/** What a Jinja template can ask for, by how the value gets to it. */
public enum VariableKind {
    /** {@code url_param('name', 'default')}: a text from the link. */
    URL_PARAM("url_param", true),
    /** {@code filter_values('column', 'default')}: the values of the filters on a column. */
    FILTER_VALUES("filter_values", true),
    /** {@code get_filters('column')}: the filters on a column, with their operators. */
    GET_FILTERS("get_filters", true),
    /** {@code get_time_filter('column')}: the time range on a column. */
    GET_TIME_FILTER("get_time_filter", true),
    /** A plain name, such as <code>{{ floor }}</code>: a parameter stored with the dataset, or given to SQL Lab. */
    VARIABLE("variable", true),
    /** A plain name that Superset fills from the query, such as {@code from_dttm}. */
    CHART_VARIABLE("chart", false),
    /** Another of Superset's own functions, such as {@code current_username()}: Superset computes it. */
    MACRO("macro", false);

    private final String prefix;
    private final boolean takesValue;

    VariableKind(String prefix, boolean takesValue) {
        this.prefix = prefix;
        this.takesValue = takesValue;
    }

    /**
     * Returns how ids of this kind begin: the macro's name where it is one macro.
     *
     * @return such as {@code url_param}
     */
    public String prefix() {
        return prefix;
    }

    /**
     * Tells whether a link or a person can give it a value.
     *
     * @return false for what Superset itself fills
     */
    public boolean takesValue() {
        return takesValue;
    }

    /**
     * Tells whether its values are those of filters on the column it names.
     *
     * @return true for {@code filter_values}, {@code get_filters} and {@code get_time_filter}
     */
    public boolean readsFilters() {
        return this == FILTER_VALUES || this == GET_FILTERS || this == GET_TIME_FILTER;
    }

    /**
     * Returns the id of a variable.
     *
     * @param name the parameter, column or name
     * @return the id, such as {@code url_param:region}
     * @throws IllegalArgumentException if the name is no legal id
     */
    public VariableId variable(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of a template variable is blank");
        }
        return new VariableId(prefix + ":" + name);
    }
}
