"""Charts, each with the form data and the query context that Superset's own page would have saved."""

import json

from .templates import COLUMNS, STORY, VIRTUAL, url

COUNT = {"expressionType": "SIMPLE", "column": {"column_name": "order_id"}, "aggregate": "COUNT", "label": "orders"}
ANY_TIME = "No filter"

ROWS_OF = "Rows of "
WITH_TEMPLATES = (*STORY, *VIRTUAL)

# The datasets with templates that get a chart on the template board.
ON_TEMPLATE_BOARD = ["t_url_or", "t_url_guarded", "t_filter_required", "t_filter_removed", "t_filters_loop", "t_set_and_loop", "t_time_bounds",
                     "t_default_filter", "t_params_in_part", "t_comments"]

# What the SQL in charts of their own asks for.
CHART_ASKS = {"Orders with filters of their own": (url("min", "0"),)}


def make_story_charts(world):
    chart(world, "Orders table", "table", "orders",
          {"query_mode": "aggregate", "groupby": ["region", "status"], "metrics": ["total_amount", COUNT], "row_limit": 100},
          {"columns": ["region", "status"], "metrics": ["total_amount", COUNT], "row_limit": 100,
           "orderby": [["total_amount", False]], "applied_time_extras": {}})
    chart(world, "Revenue", "big_number_total", "orders", {"metric": "total_amount"}, {"columns": [], "metrics": ["total_amount"]})
    people(world, "Customers by city", "city")
    # The empty time range is what Superset's own page saves: it is the place a dashboard's time filter goes to.
    chart(world, "Regional orders", "table", "regional_orders",
          {"query_mode": "raw", "all_columns": COLUMNS.split(", "), "order_by_cols": ['["order_id", true]'], "row_limit": 100,
           "adhoc_filters": [time_filter("order_date", ANY_TIME)]},
          {"columns": COLUMNS.split(", "), "orderby": [["order_id", True]], "row_limit": 100,
           "filters": [{"col": "order_date", "op": "TEMPORAL_RANGE", "val": ANY_TIME}]})
    for name in ("v_region_required", "v_status_filter", "v_template_params", "v_undeclared", "v_syntax_error"):
        rows(world, "Jinja " + name, name, ["order_id", "region", "amount"])
    rows(world, "Plain orders", "v_plain", ["order_id", "region", "amount"])
    rows(world, "Orders with viewer", "v_current_user", ["order_id", "amount", "viewer"])


def make_more_charts(world):
    # For the filter board.
    by_region(world, "Orders by region")
    chart(world, "Orders by month", "echarts_timeseries_line", "orders",
          {"x_axis": "ordered_at", "time_grain_sqla": "P1M", "metrics": ["total_amount"], "groupby": ["region"], "row_limit": 1000},
          {"columns": [{"timeGrain": "P1M", "columnType": "BASE_AXIS", "sqlExpression": "ordered_at", "label": "ordered_at", "expressionType": "SQL"}, "region"],
           "metrics": ["total_amount"], "filters": [{"col": "ordered_at", "op": "TEMPORAL_RANGE", "val": ANY_TIME}], "row_limit": 1000,
           "extras": {"time_grain_sqla": "P1M", "having": "", "where": ""}, "series_columns": ["region"]})
    own = [simple("region", "IN", ["EMEA", "APAC"]),
           {"expressionType": "SQL", "clause": "WHERE", "sqlExpression": "amount > {{ url_param('min', '0') }}"},
           time_filter("ordered_at", "2024-01-01 : 2024-07-01")]
    columns = ["order_id", "region", "amount", "note"]
    chart(world, "Orders with filters of their own", "table", "orders",
          {"query_mode": "raw", "all_columns": columns, "adhoc_filters": own, "row_limit": 50},
          {"columns": columns, "row_limit": 50, "extras": {"having": "", "where": "(amount > {{ url_param('min', '0') }})"},
           "filters": [{"col": "region", "op": "IN", "val": ["EMEA", "APAC"]}, {"col": "ordered_at", "op": "TEMPORAL_RANGE", "val": "2024-01-01 : 2024-07-01"}]})
    chart(world, "Orders by status (never saved again)", "pie", "orders", {"groupby": ["status"], "metric": "count", "row_limit": 10}, None)
    rows(world, "Orders with a gone column", "orders", ["order_id", "gone_column"])
    people(world, "Customers by country", "country_code")
    # For the scope board.
    for name in ("Scope A", "Scope B", "Scope C", "Scope D"):
        by_region(world, name)
    people(world, "Scope people", "segment")
    # For the template board.
    for name in ON_TEMPLATE_BOARD:
        assert "amount" in VIRTUAL[name].plain
        rows(world, "Template " + name, name, ["order_id", "region", "amount"])
    chart(world, "Products", "table", "products",
          {"query_mode": "aggregate", "groupby": ["category", "in_category"], "metrics": ["price_at_factor"], "row_limit": 100},
          {"columns": ["category", "in_category"], "metrics": ["price_at_factor"], "row_limit": 100})


def make_row_charts(world):
    """A chart of plain rows over each dataset with templates: all its columns, as many rows as a review asks for."""
    for name in WITH_TEMPLATES:
        columns = [each["column_name"] for each in world.client.ok("GET", f"/api/v1/dataset/{world.datasets[name]}")["result"]["columns"]]
        timed = "order_date" in columns
        chart(world, ROWS_OF + name, "table", name,
              {"query_mode": "raw", "all_columns": columns, "row_limit": 1000,
               "adhoc_filters": [time_filter("order_date", ANY_TIME)] if timed else []},
              {"columns": columns, "row_limit": 1000,
               "filters": [{"col": "order_date", "op": "TEMPORAL_RANGE", "val": ANY_TIME}] if timed else []})


def by_region(world, name):
    chart(world, name, "table", "orders",
          {"query_mode": "aggregate", "groupby": ["region", "status"], "metrics": ["total_amount"], "row_limit": 100},
          {"columns": ["region", "status"], "metrics": ["total_amount"], "row_limit": 100})


def people(world, name, column):
    chart(world, name, "table", "customers",
          {"query_mode": "aggregate", "groupby": [column], "metrics": ["people"], "row_limit": 100},
          {"columns": [column], "metrics": ["people"], "row_limit": 100})


def rows(world, name, dataset, columns):
    chart(world, name, "table", dataset, {"query_mode": "raw", "all_columns": columns, "row_limit": 20}, {"columns": columns, "row_limit": 20})


def simple(column, operator, value):
    """A filter of Explore's own."""
    return {"expressionType": "SIMPLE", "clause": "WHERE", "subject": column, "operator": operator, "comparator": value}


def time_filter(column, time_range):
    return simple(column, "TEMPORAL_RANGE", time_range)


def chart(world, name, kind, dataset, form, query):
    """A chart; one without a query stands for a chart that was imported and never saved since."""
    ident = world.datasets[dataset]
    number = world.charts[name] = world.client.ok("POST", "/api/v1/chart/", {
        "slice_name": name, "viz_type": kind, "datasource_id": ident, "datasource_type": "table"})["id"]
    world.chart_datasets[name] = dataset
    form = world.forms[name] = {"datasource": f"{ident}__table", "viz_type": kind, "slice_id": number, **form}
    change = {"params": json.dumps(form)}
    if query is not None:
        query = {"filters": [], "extras": {"having": "", "where": ""}, "url_params": {}, **query}
        result = {"force": False, "result_format": "json", "result_type": "full"}
        change["query_context"] = json.dumps({"datasource": {"id": ident, "type": "table"}, "queries": [query],
                                              "form_data": {**form, **result}, **result})
    world.client.ok("PUT", f"/api/v1/chart/{number}", change)
