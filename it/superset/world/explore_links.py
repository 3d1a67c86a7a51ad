"""The links a person would paste to Explore, one per shape, each with the truth about it."""

import json
import urllib.parse

from .charts import simple, time_filter
from .templates import STORY, VIRTUAL
from .truth import doubt, explore, missing

CHART = "Orders table"
OWN = "Orders with filters of their own"
NO_ID = 999999


def make_explore_links(world):
    add = world.link_with
    orders, chart = world.datasets["orders"], world.charts[CHART]
    saved = explore(world, "orders", CHART)

    add("explore_chart", "/explore/", saved, slice_id=chart)
    add("explore_slice", f"/superset/slice/{chart}/", saved)
    add("explore_dataset", "/explore/", explore(world, "orders", origin="NONE"), datasource_type="table", datasource_id=orders)
    add("explore_datasource", "/explore/", explore(world, "orders", origin="NONE"), datasource=f"{orders}__table")
    add("explore_new_chart", "/explore/", explore(world, "orders", origin="NONE"), viz_type="pie", datasource=f"{orders}__table")
    add("explore_table", f"/superset/explore/table/{orders}/", explore(world, "orders", origin="NONE"))
    own = explore(world, "orders", OWN, conditions=[
        ("region", "IN", ["EMEA", "APAC"]), ("ordered_at", "TEMPORAL_RANGE", "2024-01-01 : 2024-07-01")])
    # A condition written as SQL, with a template in it, is no condition on a column.
    own["notRecovered"].append(doubt("FILTER", "adhoc_filters", "SQL"))
    add("explore_chart_with_filters", "/explore/", own, slice_id=world.charts[OWN])
    add("explore_url_parameters", "/explore/", explore(world, "orders", CHART, params={"region": "APAC", "rate": "1.5"}),
        slice_id=chart, region="APAC", rate="1.5")
    add("explore_missing_chart", "/explore/", missing("EXPLORE", "chart"), slice_id=NO_ID)
    add("explore_missing_dataset", "/explore/", missing("EXPLORE", "dataset"), datasource=f"{NO_ID}__table")
    for name in (*STORY, *VIRTUAL, "products"):
        add(f"template_{name}", "/explore/", explore(world, name, origin="NONE"), datasource_type="table", datasource_id=world.datasets[name])

    form_data_links(world, add)


def form_data_links(world, add):
    orders, chart = world.datasets["orders"], world.charts[CHART]
    changed = {"datasource": f"{orders}__table", "viz_type": "table", "slice_id": chart, "query_mode": "raw",
               "all_columns": ["order_id", "amount"], "row_limit": 10, "url_params": {"region": "AMER"},
               "adhoc_filters": [simple("region", "==", "AMER"), simple("status", "NOT IN", ["new", "cancelled"]),
                                 simple("note", "IS NOT NULL", None), time_filter("ordered_at", "Last month")]}
    told = {"conditions": [("region", "==", "AMER"), ("status", "NOT IN", ["new", "cancelled"]), ("note", "IS NOT NULL", None),
                           ("ordered_at", "TEMPORAL_RANGE", "Last month")],
            "params": {"region": "AMER"}}
    fresh = {name: value for name, value in changed.items() if name != "slice_id"}
    place = {"datasource_id": orders, "datasource_type": "table"}

    inline = explore(world, "orders", CHART, "URL", **told)
    add("explore_form_data", "/explore/", inline, form_data=json.dumps(changed))
    add("explore_form_data_twice", "/explore/", inline, form_data=urllib.parse.quote(json.dumps(changed)))
    add("explore_superset_form_data", "/superset/explore/", inline, form_data=json.dumps(changed))
    add("explore_table_form_data", f"/superset/explore/table/{orders}/", inline, form_data=json.dumps(changed))

    post = lambda path, body: world.client.ok("POST", path, body)["key"]
    key = world.keys["form_data_key"] = post("/api/v1/explore/form_data?tab_id=1", {**place, "chart_id": chart, "form_data": json.dumps(changed)})
    stored = explore(world, "orders", CHART, "SAVED_STATE", params_origin="SAVED_STATE", **told)
    add("explore_form_data_key", "/explore/", stored, form_data_key=key, slice_id=chart, **place)
    key = world.keys["form_data_key_without_chart"] = post("/api/v1/explore/form_data", {**place, "form_data": json.dumps(fresh)})
    stored = explore(world, "orders", None, "SAVED_STATE", params_origin="SAVED_STATE", **told)
    add("explore_form_data_key_without_chart", "/explore/", stored, form_data_key=key, **place)
    add("explore_expired_key", "/explore/", explore(world, "orders", CHART, lost="form_data_key"), form_data_key="nosuchkey01", slice_id=chart, **place)
    add("explore_expired_key_without_chart", "/explore/", explore(world, "orders", origin="NONE", lost="form_data_key"),
        form_data_key="nosuchkey01", **place)

    params = {"region": "LATAM", "note": "a b&c=d"}
    without = {name: value for name, value in changed.items() if name != "url_params"}
    key = world.keys["explore_permalink"] = post("/api/v1/explore/permalink", {"formData": without, "urlParams": [list(each) for each in params.items()]})
    shared = explore(world, "orders", CHART, "PERMALINK", params_origin="PERMALINK", **{**told, "params": params})
    add("explore_permalink", f"/superset/explore/p/{key}/", shared)
    add("explore_permalink_short", f"/explore/p/{key}/", shared)
    add("explore_permalink_gone", "/superset/explore/p/nosuchkey01/", missing("EXPLORE", "permalink"))
