"""Datasets with templates, and beside each what it asks for: written down by hand, so that it can judge a reader of templates."""

from dataclasses import dataclass, field

COLUMNS = "order_id, order_date, region, status, amount"
FROM = f"SELECT {COLUMNS} FROM orders WHERE "


@dataclass(frozen=True)
class Ask:
    """A value that a template asks for.

    kind      URL_PARAM, FILTER_VALUES, GET_FILTERS, TIME_FILTER (all of a macro's call) or VARIABLE (a plain name)
    required  there is no default, and no condition around it that asks whether there is a value; a value stored with the
              dataset is a default too
    default   the text, or list of texts, it falls back to
    """

    kind: str
    name: str
    required: bool = False
    default: object = None
    where: str = "sql"


@dataclass(frozen=True)
class Template:
    """A virtual dataset. `asks` for values; `macros` are what the server fills; `broken` says why it cannot compile.

    unknown   why it cannot be told what it asks for, though it compiles
    since     first release that knows all its macros
    plain     the same columns from SQL that needs no template: Superset runs it to learn the columns
    params    the stored template_params
    """

    sql: str
    asks: tuple = ()
    macros: tuple = ()
    params: dict = field(default_factory=dict)
    broken: str = None
    unknown: str = None
    since: str = "3.1"
    plain: str = f"SELECT {COLUMNS} FROM orders"


def url(name, default=None, required=None, where="sql"):
    return Ask("URL_PARAM", name, default is None if required is None else required, default, where)


def picked(column, default=None, required=False, where="sql"):
    return Ask("FILTER_VALUES", column, required, default, where)


def plain_name(name, default=None, required=None, where="sql"):
    return Ask("VARIABLE", name, default is None if required is None else required, default, where)


STORY = {
    "regional_orders": Template(
        f"SELECT {COLUMNS}\nFROM orders\nWHERE region = '{{{{ url_param('region') }}}}'\n"
        "  AND amount >= CAST('{{ url_param('min_amount', '0') }}' AS DECIMAL)\n"
        "{% if filter_values('status', remove_filter=True) %}  AND status IN {{ filter_values('status', remove_filter=True)|where_in }}\n"
        "{% endif %}\n", (url("region"), url("min_amount", "0"), picked("status"))),
    "v_region_required": Template(FROM + "region = '{{ url_param('region') }}'", (url("region"),)),
    "v_region_default": Template(FROM + "region = '{{ url_param('region', 'EMEA') }}'", (url("region", "EMEA"),)),
    "v_status_filter": Template(
        FROM + "1 = 1\n{% if filter_values('status') %}AND status IN {{ filter_values('status')|where_in }}{% endif %}", (picked("status"),)),
    "v_status_filter_default": Template(FROM + "status IN {{ filter_values('status', 'paid')|where_in }}", (picked("status", ["paid"]),)),
    "v_template_params": Template(
        f"SELECT {COLUMNS}, '{{{{ currency }}}}' AS currency FROM orders WHERE amount >= {{{{ min_amount }}}}",
        (plain_name("currency"), plain_name("min_amount")), params={"min_amount": 50, "currency": "EUR"},
        plain=f"SELECT {COLUMNS}, 'EUR' AS currency FROM orders"),
    "v_current_user": Template(
        f"SELECT {COLUMNS}, '{{{{ current_username() }}}}' AS viewer FROM orders", macros=("current_username",),
        plain=f"SELECT {COLUMNS}, 'admin' AS viewer FROM orders"),
    "v_undeclared": Template(
        FROM + "status = '{{ wanted_status }}' AND amount > {{ floor_amount }}", (plain_name("wanted_status"), plain_name("floor_amount"))),
    "v_undeclared_quoted": Template(FROM + "status = '{{ wanted_status }}'", (plain_name("wanted_status"),)),
    "v_syntax_error": Template(
        FROM + "1 = 1 {% if filter_values('status') %} AND status = 'paid'", (picked("status"),), broken="TEMPLATE_SYNTAX"),
    "v_plain": Template(f"SELECT {COLUMNS}, ordered_at FROM orders WHERE status <> 'cancelled'", plain=f"SELECT {COLUMNS}, ordered_at FROM orders"),
}

MACROS = {
    "t_url_or": Template(FROM + "region = '{{ url_param('region') or 'APAC' }}'", (url("region", "APAC"),)),
    "t_url_guarded": Template(
        FROM + "1 = 1{% if url_param('status') %} AND status = '{{ url_param('status') }}'{% endif %}", (url("status", required=False),)),
    "t_url_unescaped": Template(
        FROM + "note = '{{ url_param('note', '', escape_result=False) }}'", (url("note", ""),), plain=f"SELECT {COLUMNS} FROM orders"),
    "t_url_named_arguments": Template(FROM + "region = '{{ url_param(default=\"LATAM\", param=\"region\") }}'", (url("region", "LATAM"),)),
    "t_filter_removed": Template(
        FROM + "status IN {{ (filter_values('status', remove_filter=True) or ['paid', 'new'])|where_in }}", (picked("status", ["paid", "new"]),)),
    "t_filter_required": Template(FROM + "region IN {{ filter_values('region')|where_in }}", (picked("region", required=True),)),
    "t_filters_loop": Template(
        FROM + "1 = 1\n{% for each in get_filters('amount', remove_filter=True) %}"
        "{% if each.op in ('>', '>=', '<', '<=') %} AND amount {{ each.op }} {{ each.val }}{% endif %}{% endfor %}",
        (Ask("GET_FILTERS", "amount"),)),
    "t_time_filter": Template(
        "{% set span = get_time_filter('order_date', default='Last quarter', strftime='%Y-%m-%d', remove_filter=True) %}\n" + FROM + "1 = 1"
        "{% if span.from_expr %} AND order_date >= '{{ span.from_expr }}'{% endif %}"
        "{% if span.to_expr %} AND order_date < '{{ span.to_expr }}'{% endif %}",
        (Ask("TIME_FILTER", "order_date", default="Last quarter"),), since="5.0"),
    "t_time_bounds": Template(
        FROM + "1 = 1{% if from_dttm %} AND order_date >= '{{ from_dttm }}'{% endif %}{% if to_dttm %} AND order_date < '{{ to_dttm }}'{% endif %}",
        macros=("from_dttm", "to_dttm")),
    "t_chart_values": Template(
        "SELECT " + COLUMNS + " FROM orders /* {{ columns|length }} of {{ row_limit }} */ WHERE amount > 0", macros=("columns", "row_limit")),
    "t_user": Template(
        FROM + "note IS NULL OR note <> '{{ current_user_id() }} {{ current_username(add_to_cache_keys=False) }}'",
        macros=("current_user_id", "current_username")),
    "t_user_email": Template(FROM + "note IS NULL OR note <> '{{ current_user_email() }}'", macros=("current_user_email",), since="4.1"),
    "t_user_roles": Template(
        FROM + "'Admin' IN {{ current_user_roles()|where_in }} AND {{ (current_user_rls_rules() or [])|length }} >= 0",
        macros=("current_user_roles", "current_user_rls_rules"), since="6.0"),
    "t_cache_key": Template(FROM + "order_id > {{ cache_key_wrapper(0) }}", macros=("cache_key_wrapper",)),
    # It puts in all columns of the orders, the calculated one with its parameter too, but no metric.
    "t_dataset_macro": Template(
        "SELECT region, SUM(amount) AS total FROM {{ dataset(1) }} GROUP BY region", (url("region", "EMEA"),), macros=("dataset",),
        plain="SELECT region, 1.5 AS total FROM orders"),
    "t_metric_macro": Template(
        "SELECT region, {{ metric('total_amount', 1) }} AS total FROM orders GROUP BY region", macros=("metric",), since="4.1",
        plain="SELECT region, 1.5 AS total FROM orders"),
    "t_partition": Template(FROM + "order_date = '{{ presto.latest_partition('orders') }}'", broken="MACRO_OF_ANOTHER_DATABASE"),
    "t_to_datetime": Template(
        FROM + "order_date >= '{{ (url_param('since', '2024-01-31')|to_datetime('%Y-%m-%d')).date() }}'", (url("since", "2024-01-31"),), since="6.0"),
}

LANGUAGE = {
    "t_set_and_loop": Template(
        "{% set wanted = filter_values('region') or ['EMEA', 'APAC'] %}\n" + FROM
        + "{% for each in wanted %}{{ '' if loop.first else ' OR ' }}region = '{{ each }}'{% endfor %}", (picked("region", ["EMEA", "APAC"]),)),
    "t_macro_of_its_own": Template(
        "{% macro between(column, low, high) %}{{ column }} BETWEEN {{ low }} AND {{ high }}{% endmacro %}" + FROM
        + "{{ between('amount', url_param('low', '1'), url_param('high', '999')) }}", (url("low", "1"), url("high", "999"))),
    "t_default_filter": Template(FROM + "amount > {{ floor_amount | default(10) }}", (plain_name("floor_amount", "10"),)),
    "t_guarded_name": Template(
        FROM + "1 = 1 {% if wanted_status is defined %}AND status = '{{ wanted_status }}'{% endif %}", (plain_name("wanted_status", required=False),)),
    "t_choice": Template(FROM + "region {{ '=' if exact else '<>' }} 'EMEA'", (plain_name("exact", required=False),)),
    "t_attribute": Template(FROM + "status = '{{ report.status.name }}'", (plain_name("report"),), broken="UNDEFINED_ATTRIBUTE"),
    "t_comments": Template(
        "-- for {{ reader_name }}\nSELECT " + COLUMNS + " FROM orders {# {{ hidden }} #}/* {{ url_param('region', 'none') }} */ WHERE amount > 10",
        (plain_name("reader_name"), url("region", "none"))),
    "t_raw": Template(FROM + "note IS NULL OR note <> '{% raw %}{{ not_a_variable }}{% endraw %}'"),
    "t_params_in_part": Template(
        FROM + "status = '{{ wanted_status }}' AND amount > {{ floor_amount }}", (plain_name("wanted_status"), plain_name("floor_amount")),
        params={"wanted_status": "paid"}),
    "t_params_list": Template(
        FROM + "status IN {{ wanted|where_in }}", (plain_name("wanted", required=True),), params={"wanted": ["paid", "O'Fallon", "größe"]}),
    "t_params_unused": Template(FROM + "amount > 10", params={"nobody_asks": 1}),
    "t_unknown_filter": Template(FROM + "status = '{{ url_param('status', 'paid')|house_style }}'", (url("status", "paid"),), broken="UNKNOWN_FILTER"),
    "t_computed_argument": Template(
        "{% set name = 'reg' ~ 'ion' %}" + FROM + "region = '{{ url_param(name, 'EMEA') }}'", unknown="COMPUTED_ARGUMENT"),
    "t_whitespace": Template(FROM + "region = '{{- url_param( 'region' ,\n 'EMEA' ) -}}'", (url("region", "EMEA"),)),
    # Only the database knows that this is wrong.
    "t_sql_error": Template("SELECT order_id, no_such_column FROM orders", plain="SELECT order_id, amount AS no_such_column FROM orders"),
}

VIRTUAL = {**MACROS, **LANGUAGE}
