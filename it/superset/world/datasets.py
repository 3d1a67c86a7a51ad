"""Datasets: physical ones with names, certification and templates in their parts, and virtual ones."""

import json

from .templates import STORY, VIRTUAL, picked, plain_name, url

CERTIFIED = json.dumps({"certification": {"certified_by": "Data Office", "details": "audited 2024"}})
WARNED = json.dumps({"warning_markdown": "net of **returns** only since 2024"})

# What the templates in the parts of physical datasets ask for: (asks, stored template_params).
PHYSICAL_ASKS = {
    "orders": ((url("region", "EMEA", where="column is_region"), url("rate", "1", where="metric amount_at_rate")), {}),
    "products": ((picked("category", where="column in_category"), plain_name("factor", where="metric price_at_factor"),
                  url("floor", "0", where="fetch_values_predicate")), {"factor": 2}),
}


def make_story_datasets(world):
    physical(
        world, "orders", description="One row per order line. Umlaute äöü, 日本語.", main_dttm_col="ordered_at", cache_timeout=60,
        extra=CERTIFIED, fetch_values_predicate="amount > 0",
        columns={
            "region": {"verbose_name": "Sales region", "description": "Where the order was booked", "extra": CERTIFIED},
            "status": {"verbose_name": "Order status"},
            "amount": {"verbose_name": "Amount (EUR)", "description": "Gross amount", "extra": WARNED},
            "order_date": {"is_dttm": True},
            "note": {"verbose_name": "Anmerkung", "filterable": False, "groupby": False}},
        calculated=[
            {"column_name": "net_amount", "expression": "amount - COALESCE(discount, 0)", "type": "FLOAT", "verbose_name": "Net"},
            {"column_name": "is_region", "expression": "CASE WHEN region = '{{ url_param(\"region\", \"EMEA\") }}' THEN 1 ELSE 0 END",
             "type": "INTEGER", "description": "Calculated column with a template"}],
        metrics=[
            {"metric_name": "total_amount", "expression": "SUM(amount)", "verbose_name": "Total amount", "d3format": ",.2f",
             "description": "Sum of gross amounts", "extra": CERTIFIED},
            {"metric_name": "avg_net", "expression": "AVG(amount - COALESCE(discount, 0))", "warning_text": "slow", "extra": WARNED},
            {"metric_name": "amount_at_rate", "expression": "SUM(amount) * {{ url_param('rate', '1') }}"}])
    physical(
        world, "customers", description="People who buy",
        columns={"full_name": {"verbose_name": "Name"}, "email": {"description": "personal"}},
        metrics=[{"metric_name": "people", "expression": "COUNT(DISTINCT customer_id)"}])
    for name, template in STORY.items():
        virtual(world, name, template)


def make_more_datasets(world):
    physical(
        world, "products", description="What is sold", fetch_values_predicate="price > {{ url_param('floor', '0') }}",
        template_params=json.dumps(PHYSICAL_ASKS["products"][1]),
        calculated=[{"column_name": "in_category", "type": "INTEGER", "expression":
                     "CASE WHEN 1 = 1{% if filter_values('category') %} AND category IN {{ filter_values('category')|where_in }}{% endif %} THEN 1 ELSE 0 END"}],
        metrics=[{"metric_name": "price_at_factor", "expression": "AVG(price) * {{ factor }}"}])
    physical(world, "events", main_dttm_col="event_time", columns={"event_time": {"is_dttm": True}})
    physical(world, "returns 2024", metrics=[{"metric_name": "сумма \"возврат\"", "expression": 'SUM("возврат")'}])
    for name, template in VIRTUAL.items():
        virtual(world, name, template)


def physical(world, table, columns=(), metrics=(), calculated=(), **fields):
    ident = world.datasets[table] = new_dataset(world, table)
    now = world.client.ok("GET", f"/api/v1/dataset/{ident}")["result"]
    described = dict(columns)
    # A PUT replaces the lists, so all that is there goes back, less the read-only and empty fields.
    kept = [{k: v for k, v in column.items() if k not in ("changed_on", "created_on", "type_generic") and v is not None}
            for column in now["columns"]]
    counted = [{k: m[k] for k in ("id", "metric_name", "expression", "metric_type", "verbose_name")} for m in now["metrics"]]
    world.client.ok("PUT", f"/api/v1/dataset/{ident}", {
        "columns": [{**column, **described.get(column["column_name"], {})} for column in kept] + list(calculated),
        "metrics": counted + list(metrics), **fields})


def virtual(world, name, template):
    # Created from plain SQL: Superset runs it to learn the columns and their types, which most templates do not allow.
    ident = world.datasets[name] = new_dataset(world, name, sql=template.plain)
    columns = world.client.ok("GET", f"/api/v1/dataset/{ident}")["result"]["columns"]
    change = {"sql": template.sql, "columns": [
        {"id": c["id"], "column_name": c["column_name"], "is_dttm": c["column_name"] == "order_date"} for c in columns]}
    if "order_date" in template.plain:
        change["main_dttm_col"] = "order_date"
    if template.params:
        change["template_params"] = json.dumps(template.params)
    world.client.ok("PUT", f"/api/v1/dataset/{ident}", change)
    if not world.knows(template.since):
        world.not_offered(f"dataset {name}", template.since, "its template uses a macro or filter of that release; it is there, but cannot be compiled")


def new_dataset(world, name, **fields):
    return world.client.ok("POST", "/api/v1/dataset/", {"database": world.database, "schema": "main", "table_name": name, **fields})["id"]
