"""A dataset that others may refer to: certified, with names, descriptions, formats, a unit and warnings; and the truth about it."""

import json

from .datasets import new_dataset

NAME = "field_reference"
SQL = "SELECT order_id, order_date, region, status FROM orders"
WHOLE = {"certified_by": "Data Office", "details": "the shop's glossary"}
LATE = "a day late"

# By name: verbose_name, description, python_date_format or d3format, unit, certification, warning.
COLUMNS = {
    "region": ("Sales region", "Where the order was *booked*: Ünïcode, 日本語", None, None, {"certified_by": "Sales", "details": ""}, None),
    "status": ("Order status", None, None, None, None, "**cancelled** orders stay in"),
    "order_date": (None, "Day of the order", "%Y-%m-%d", None, None, None)}
METRICS = {"amount": ("Total amount", "Sum of gross amounts", ",.2f", "EUR", None, None)}  # regional_orders has a column of this name


def make_reference(world):
    ident = world.datasets[NAME] = new_dataset(world, NAME, sql=SQL)
    columns = world.client.ok("GET", f"/api/v1/dataset/{ident}")["result"]["columns"]
    world.client.ok("PUT", f"/api/v1/dataset/{ident}", {
        "description": "What the fields of the shop mean", "extra": extra(WHOLE, LATE),
        "columns": [{"id": c["id"], "column_name": c["column_name"], **described(COLUMNS.get(c["column_name"]), "python_date_format")}
                    for c in columns],
        "metrics": [{"metric_name": name, "expression": "COUNT(*)", **described(told, "d3format"), **currency(world, told)}
                    for name, told in METRICS.items()]})
    world.references[NAME] = {
        "id": ident, "owners": ["Ada Admin"],
        "fields": [truth(name, "COLUMN", told) for name, told in COLUMNS.items()] + [truth(name, "METRIC", told) for name, told in METRICS.items()]}


def described(told, pattern):
    """What a column or metric is sent with; nothing for one of which nothing is told."""
    if told is None:
        return {}
    verbose, text, form, _, certified, warning = told
    return {"verbose_name": verbose, "description": text, pattern: form, "extra": extra(certified, warning)}


def extra(certified, warning):
    parts = {"certification": certified, "warning_markdown": warning}
    return json.dumps({key: value for key, value in parts.items() if value}) if certified or warning else None


def currency(world, told):
    unit = {"symbol": told[3], "symbolPosition": "suffix"}
    return {"currency": unit if world.knows("6.0") else json.dumps(unit)}


def truth(name, kind, told):
    verbose, text, form, unit, certified, warning = told
    return {"name": name, "kind": kind, "verboseName": verbose or "", "description": text or "", "format": form, "unit": unit or "",
            "certification": certified or WHOLE, "warnings": [each for each in (warning, LATE) if each]}
