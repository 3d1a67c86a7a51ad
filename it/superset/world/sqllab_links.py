"""The links a person would paste to SQL Lab, one per shape, each with the truth about it."""

import json
import sqlite3

from .truth import doubt, missing, of_dataset, sql_lab

TEMPLATED = "SELECT region, SUM(amount) FROM orders WHERE status = '{{ wanted_status }}' GROUP BY region"
PLAIN = "SELECT * FROM orders WHERE note = '100% off'"
PARAMETERS = {"wanted_status": "paid"}
NO_ID = 999999


def make_sqllab_links(world):
    add = world.link_with
    full = {"database": world.database, "schema": "main", "sql": TEMPLATED, "templateParameters": PARAMETERS}

    add("sqllab", "/sqllab/", sql_lab(database=world.database, schema="main", sql=PLAIN, name="by hand"),
        dbid=world.database, sql=PLAIN, schema="main", name="by hand")
    add("sqllab_database_name", "/sqllab/", sql_lab(database=world.database, schema="main", sql=PLAIN, name="by name"),
        dbname="shop", sql=PLAIN, schema="main", name="by name")
    add("sqllab_templated", "/sqllab/", sql_lab(database=world.database, schema="main", sql=TEMPLATED, autorun=True, missing=list(PARAMETERS)),
        dbid=world.database, sql=TEMPLATED, schema="main", autorun="true")
    orders = world.datasets["orders"]
    add("sqllab_dataset", "/sqllab/", sql_lab(**of_dataset(world, "orders")), datasourceKey=f"{orders}__table")
    # The SQL runs where the dataset is.
    add("sqllab_dataset_sql", "/sqllab/", sql_lab(**of_dataset(world, "orders"), database=world.database, schema="main", sql=PLAIN), datasourceKey=f"{orders}__table", sql=PLAIN)
    add("sqllab_new", "/sqllab/", {**sql_lab(), "kind": "LIST"}, new="true")
    add("sqllab_history", "/sqllab/history/", {**sql_lab(), "kind": "LIST"})

    saved = world.keys["saved_query"] = world.client.ok("POST", "/api/v1/saved_query/", {
        "db_id": world.database, "label": "By region – größte zuerst", "schema": "main", "sql": TEMPLATED, "description": "With a parameter",
        "template_parameters": json.dumps(PARAMETERS)})["id"]
    add("sqllab_saved_query", "/sqllab/", sql_lab(**full, name="By region – größte zuerst"), savedQueryId=saved)
    add("sqllab_saved_query_missing", "/sqllab/", missing("SQL_LAB", "saved query"), savedQueryId=NO_ID)
    run = world.client.ok("POST", "/api/v1/sqllab/execute/", {
        "database_id": world.database, "sql": TEMPLATED, "client_id": "seededquery", "schema": "main", "runAsync": False, "tab": "seeded",
        "templateParams": json.dumps(PARAMETERS), "queryLimit": 50})
    query = world.keys["query"] = run["query"]["queryId"]
    # A query keeps its text before rendering; what its parameters were is not told.
    add("sqllab_query", "/sqllab/", sql_lab(database=world.database, schema="main", sql=TEMPLATED, name="seeded", missing=list(PARAMETERS)), queryId=query)
    add("sqllab_query_missing", "/sqllab/", missing("SQL_LAB", "query"), queryId=NO_ID)
    permalink(world, add, full)
    legacy(world, add, full)
    add("sqllab_old_address", "/superset/sqllab", sql_lab(database=world.database, schema="main", sql=PLAIN),
        dbid=world.database, sql=PLAIN, schema="main")


def permalink(world, add, full):
    if not world.knows("5.0"):
        world.not_offered("link sqllab_permalink", "5.0", "SQL Lab has permalinks since then")
        return
    key = world.keys["sqllab_permalink"] = world.client.ok("POST", "/api/v1/sqllab/permalink", {
        "dbId": world.database, "name": "Shared tab", "sql": TEMPLATED, "schema": "main", "catalog": None, "autorun": False,
        "templateParams": json.dumps(PARAMETERS)})["key"]
    add("sqllab_permalink", f"/sqllab/p/{key}", sql_lab(**full, name="Shared tab"))
    add("sqllab_permalink_gone", "/sqllab/p/nosuchkey01", missing("SQL_LAB", "permalink"))


def legacy(world, add, full):
    """A share of old (?id=N). No release still makes them through an API alone, so it is written where they are kept."""
    shared = {"dbId": world.database, "title": "Shared of old", "schema": "main", "sql": TEMPLATED, "autorun": False,
              "templateParams": json.dumps(PARAMETERS)}
    with sqlite3.connect(f"{world.home}/superset.db", timeout=60) as metadata:
        number = metadata.execute("INSERT INTO keyvalue (value) VALUES (?)", (json.dumps(shared),)).lastrowid
    metadata.close()
    world.keys["key_value"] = number
    told, gone = sql_lab(**full, name="Shared of old"), missing("SQL_LAB", "shared query")
    if not world.knows("5.0"):
        # Read by /kv/, which takes no bearer token: not even whether it is there can be told.
        told, gone = ({"kind": "SQL_LAB", "found": found, "notRecovered": [doubt("STATE", "id", "SESSION_ONLY")]} for found in (True, False))
    add("sqllab_legacy_id", "/sqllab/", told, id=number)
    add("sqllab_legacy_id_missing", "/sqllab/", gone, id=8)
