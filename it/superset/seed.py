"""Fill a fresh Superset with a small shop, through its REST API: data, datasets with templates, charts, dashboards, links, users.

usage: seed.py BASE_URL HOME

HOME gets the data file (shop.db, which the server opens) and manifest.json: every id, key and link, and the users.
"""

import json
import os
import sys
import urllib.parse

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from client import Client, Unexpected
from shop import COLUMNS, MORE_COLUMNS, TEMPLATE_PARAMS, VIRTUAL_DATASETS, write_data

ADMIN_PASSWORD = os.environ.get("SUPERSET_IT_ADMIN_PASSWORD", "admin-Passw0rd")
USER_PASSWORD = os.environ.get("SUPERSET_IT_USER_PASSWORD", "user-Passw0rd")
SHARED_DATASETS = ["orders", "regional_orders", "v_region_default"]  # what analyst and reader may see


def chosen(column, values, operator="IN"):
    """The data mask of a select filter with values picked."""
    return {"extraFormData": {"filters": [{"col": column, "op": operator, "val": values}]},
            "filterState": {"value": values, "label": ", ".join(values)}, "ownState": {}}


def masked(**masks):
    """A dashboard's dataMask: filter key -> data mask."""
    return {f"NATIVE_FILTER-{key}": {"id": f"NATIVE_FILTER-{key}", "ownState": {}, **mask} for key, mask in masks.items()}


def layout(title, tabs):
    """The dashboard's position tree for {tab title: [(chart id, chart name)]}; a tab without a title stands for no tabs."""
    tree = {"DASHBOARD_VERSION_KEY": "v2", "HEADER_ID": {"id": "HEADER_ID", "type": "HEADER", "meta": {"text": title}}}

    def add(ident, kind, path, **meta):
        tree[ident] = {"id": ident, "type": kind, "children": [], "parents": path, "meta": meta}
        if path:
            tree[path[-1]]["children"].append(ident)
        return path + [ident]

    grid = add("GRID_ID", "GRID", add("ROOT_ID", "ROOT", []))
    if "" not in tabs:
        grid = add("TABS-main", "TABS", grid)
    for number, (tab, charts) in enumerate(tabs.items()):
        parent = add(f"TAB-{number}", "TAB", grid, text=tab) if tab else grid
        row = add(f"ROW-{number}", "ROW", parent, background="BACKGROUND_TRANSPARENT")
        for chart, name in charts:
            add(f"CHART-{chart}", "CHART", row, chartId=chart, sliceName=name, width=4, height=40)
    return tree


class Seeder:
    def __init__(self, base, home):
        self.home = home
        self.client = Client(base).login("admin", ADMIN_PASSWORD)
        self.manifest = {"base": self.client.base, "version": self.client.ok("GET", "/static/version_info.json")["version"],
                         "data_file": os.path.join(home, "shop.db"), "datasets": {}, "charts": {}, "dashboards": {}, "keys": {}, "links": {}}
        self.datasets, self.charts, self.boards, self.keys = (self.manifest[k] for k in ("datasets", "charts", "dashboards", "keys"))

    def run(self):
        if any(self.client.listed(resource) for resource in ("database", "dataset", "chart", "dashboard")):
            sys.exit("seed.py: this server is not fresh: it has databases, datasets, charts or dashboards, and ids would differ. "
                     "Go back to the state before any seed (superset.sh reset DIR), then seed.")
        self.make_database()
        self.make_datasets()
        self.make_charts()
        self.make_dashboards()
        self.make_keys()
        self.make_links()
        self.make_users()
        return self.manifest

    # --- database and datasets ---------------------------------------------------------------------------------------

    def make_database(self):
        path = self.manifest["data_file"]
        if os.path.exists(path):
            os.remove(path)
        write_data(path)
        self.database = self.manifest["database_id"] = self.client.ok("POST", "/api/v1/database/", {
            "database_name": "shop", "sqlalchemy_uri": f"sqlite:///{path}?check_same_thread=false", "expose_in_sqllab": True,
            "allow_dml": False, "extra": json.dumps({"allows_virtual_table_explore": True})})["id"]

    def make_datasets(self):
        certified = json.dumps({"certification": {"certified_by": "Data Office", "details": "audited 2024"}})
        warned = json.dumps({"warning_markdown": "net of **returns** only since 2024"})
        self.physical(
            "orders", description="One row per order line. Umlaute äöü, 日本語.", main_dttm_col="ordered_at", cache_timeout=60,
            extra=certified, fetch_values_predicate="amount > 0",
            columns={
                "region": {"verbose_name": "Sales region", "description": "Where the order was booked", "extra": certified},
                "status": {"verbose_name": "Order status"},
                "amount": {"verbose_name": "Amount (EUR)", "description": "Gross amount", "extra": warned},
                "order_date": {"is_dttm": True},
                "note": {"verbose_name": "Anmerkung", "filterable": False, "groupby": False}},
            calculated=[
                {"column_name": "net_amount", "expression": "amount - COALESCE(discount, 0)", "type": "FLOAT", "verbose_name": "Net"},
                {"column_name": "is_region", "expression": "CASE WHEN region = '{{ url_param(\"region\", \"EMEA\") }}' THEN 1 ELSE 0 END",
                 "type": "INTEGER", "description": "Calculated column with a template"}],
            metrics=[
                {"metric_name": "total_amount", "expression": "SUM(amount)", "verbose_name": "Total amount", "d3format": ",.2f",
                 "description": "Sum of gross amounts", "extra": certified},
                {"metric_name": "avg_net", "expression": "AVG(amount - COALESCE(discount, 0))", "warning_text": "slow", "extra": warned},
                {"metric_name": "amount_at_rate", "expression": "SUM(amount) * {{ url_param('rate', '1') }}"}])
        self.physical(
            "customers", description="People who buy",
            columns={"full_name": {"verbose_name": "Name"}, "email": {"description": "personal"}},
            metrics=[{"metric_name": "people", "expression": "COUNT(DISTINCT customer_id)"}])
        for name, sql in VIRTUAL_DATASETS.items():
            self.virtual(name, sql)

    def physical(self, table, columns, metrics, calculated=(), **fields):
        ident = self.datasets[table] = self.new_dataset(table)
        now = self.client.ok("GET", f"/api/v1/dataset/{ident}")["result"]
        # A PUT replaces the lists, so all that is there goes back, less the read-only and empty fields.
        kept = [{k: v for k, v in column.items() if k not in ("changed_on", "created_on", "type_generic") and v is not None}
                for column in now["columns"]]
        counted = [{k: m[k] for k in ("id", "metric_name", "expression", "metric_type", "verbose_name")} for m in now["metrics"]]
        self.client.ok("PUT", f"/api/v1/dataset/{ident}", {
            "columns": [{**column, **columns.get(column["column_name"], {})} for column in kept] + list(calculated),
            "metrics": counted + metrics, **fields})

    def virtual(self, name, sql):
        # Created from plain SQL: Superset runs it to learn the columns and their types, which most of these templates do not allow.
        plain = f"SELECT {', '.join([COLUMNS] + [c for n, c in MORE_COLUMNS.items() if n == name])} FROM orders"
        ident = self.datasets[name] = self.new_dataset(name, sql=plain)
        columns = self.client.ok("GET", f"/api/v1/dataset/{ident}")["result"]["columns"]
        change = {"sql": sql, "main_dttm_col": "order_date", "columns": [
            {"id": c["id"], "column_name": c["column_name"], "is_dttm": c["column_name"] == "order_date"} for c in columns]}
        if name in TEMPLATE_PARAMS:
            change["template_params"] = json.dumps(TEMPLATE_PARAMS[name])
        self.client.ok("PUT", f"/api/v1/dataset/{ident}", change)

    def new_dataset(self, name, **fields):
        return self.client.ok("POST", "/api/v1/dataset/", {"database": self.database, "schema": "main", "table_name": name, **fields})["id"]

    # --- charts ------------------------------------------------------------------------------------------------------

    def make_charts(self):
        count = {"expressionType": "SIMPLE", "column": {"column_name": "order_id"}, "aggregate": "COUNT", "label": "orders"}
        self.chart("Orders table", "table", "orders",
                   {"query_mode": "aggregate", "groupby": ["region", "status"], "metrics": ["total_amount", count], "row_limit": 100},
                   {"columns": ["region", "status"], "metrics": ["total_amount", count], "row_limit": 100,
                    "orderby": [["total_amount", False]], "applied_time_extras": {}})
        self.chart("Revenue", "big_number_total", "orders", {"metric": "total_amount"}, {"columns": [], "metrics": ["total_amount"]})
        self.chart("Customers by city", "table", "customers",
                   {"query_mode": "aggregate", "groupby": ["city"], "metrics": ["people"], "row_limit": 100},
                   {"columns": ["city"], "metrics": ["people"], "row_limit": 100})
        # The empty time range is what Superset's own page saves: it is the place a dashboard's time filter goes to.
        self.chart("Regional orders", "table", "regional_orders",
                   {"query_mode": "raw", "all_columns": COLUMNS.split(", "), "order_by_cols": ['["order_id", true]'], "row_limit": 100,
                    "adhoc_filters": [{"expressionType": "SIMPLE", "clause": "WHERE", "subject": "order_date",
                                       "operator": "TEMPORAL_RANGE", "comparator": "No filter"}]},
                   {"columns": COLUMNS.split(", "), "orderby": [["order_id", True]], "row_limit": 100,
                    "filters": [{"col": "order_date", "op": "TEMPORAL_RANGE", "val": "No filter"}]})
        for name in ("v_region_required", "v_status_filter", "v_template_params", "v_undeclared", "v_syntax_error"):
            self.raw_chart("Jinja " + name, name, ["order_id", "region", "amount"])
        self.raw_chart("Plain orders", "v_plain", ["order_id", "region", "amount"])
        self.raw_chart("Orders with viewer", "v_current_user", ["order_id", "amount", "viewer"])

    def raw_chart(self, name, dataset, columns):
        self.chart(name, "table", dataset, {"query_mode": "raw", "all_columns": columns, "row_limit": 20}, {"columns": columns, "row_limit": 20})

    def chart(self, name, kind, dataset, form, query):
        ident = self.datasets[dataset]
        chart = self.charts[name] = self.client.ok("POST", "/api/v1/chart/", {
            "slice_name": name, "viz_type": kind, "datasource_id": ident, "datasource_type": "table"})["id"]
        form = {"datasource": f"{ident}__table", "viz_type": kind, "slice_id": chart, **form}
        query = {"filters": [], "extras": {"having": "", "where": ""}, "url_params": {}, **query}
        result = {"force": False, "result_format": "json", "result_type": "full"}
        self.client.ok("PUT", f"/api/v1/chart/{chart}", {"params": json.dumps(form), "query_context": json.dumps(
            {"datasource": {"id": ident, "type": "table"}, "queries": [query], "form_data": {**form, **result}, **result})})

    # --- dashboards --------------------------------------------------------------------------------------------------

    def make_dashboards(self):
        select = {"multiSelect": True, "enableEmptyFilter": False, "defaultToFirstItem": False, "inverseSelection": False, "searchAllOptions": False}
        self.dashboard("regional-sales", "Regional sales", {"": ["Regional orders"]}, [
            self.native("status", "Status", "filter_select", "regional_orders", "status", mask=chosen("status", ["paid", "shipped"]), control=select),
            self.native("date", "Order date", "filter_time")])
        sales, people = ["Orders table", "Revenue"], ["Customers by city"]
        half_year = "2024-01-01 : 2024-07-01"
        self.dashboard("shop-overview", "Shop overview", {"Sales": sales, "People": people}, [
            self.native("region", "Region", "filter_select", "orders", "region", mask=chosen("region", ["EMEA"]), control=select,
                        chartsInScope=[self.charts[name] for name in sales], adhoc_filters=[], time_range="No filter", sortMetric=None),
            self.native("amount", "Amount", "filter_range", "orders", "amount", mask={
                "extraFormData": {"filters": [{"col": "amount", "op": ">=", "val": 10}, {"col": "amount", "op": "<=", "val": 500}]},
                "filterState": {"value": [10, 500], "label": "10 <= x <= 500"}}),
            self.native("time", "When", "filter_time", mask={"extraFormData": {"time_range": half_year}, "filterState": {"value": half_year}}),
            self.native("grain", "Grain", "filter_timegrain", "orders", mask={
                "extraFormData": {"time_grain_sqla": "P1M"}, "filterState": {"value": ["P1M"], "label": "Month"}}),
            self.native("timecol", "Time column", "filter_timecolumn", "orders"),
            {"id": "NATIVE_FILTER_DIVIDER-people", "type": "DIVIDER", "title": "People", "description": "filters of the second tab",
             "scope": {"rootPath": ["ROOT_ID"], "excluded": []}},
            self.native("city", "City", "filter_select", "customers", "city", tabs=["TAB-1"], control={**select, "inverseSelection": True},
                        mask=chosen("city", ["Zürich", "O'Fallon"], "NOT IN")),
            self.native("stale", "Old column", "filter_select", "orders", "warehouse_code", mask=chosen("warehouse_code", ["W1"])),
            self.native("gone", "Gone dataset", "filter_select", 987654, "whatever")])
        self.dashboard("jinja-board", "Jinja board", {"All": [name for name in self.charts if name.startswith("Jinja ")]}, [
            self.native("jstatus", "Status", "filter_select", "v_status_filter", "status", mask=chosen("status", ["paid", "shipped"]), control=select),
            self.native("jtime", "When", "filter_time")])
        self.dashboard("plain-board", "Plain board", {"": ["Plain orders"]}, [])
        self.dashboard("user-board", "User board", {"": ["Orders with viewer"]}, [])

    def native(self, key, name, kind, dataset=None, column=None, tabs=("ROOT_ID",), mask=None, control=None, **more):
        """A native filter; dataset is one of ours by name, or any id."""
        target = {}
        if dataset:
            target["datasetId"] = self.datasets.get(dataset, dataset)
        if column:
            target["column"] = {"name": column}
        return {"id": f"NATIVE_FILTER-{key}", "type": "NATIVE_FILTER", "name": name, "filterType": kind, "targets": [target],
                "controlValues": control or {"enableEmptyFilter": False}, "cascadeParentIds": [], "description": "", "tabsInScope": [],
                "defaultDataMask": mask or {"extraFormData": {}, "filterState": {}, "ownState": {}},
                "scope": {"rootPath": list(tabs), "excluded": []}, **more}

    def dashboard(self, slug, title, tabs, filters):
        ident = self.client.ok("POST", "/api/v1/dashboard/", {"dashboard_title": title, "slug": slug, "published": True})["id"]
        charts = {tab: [(self.charts[name], name) for name in names] for tab, names in tabs.items()}
        for chart, _ in sum(charts.values(), []):  # every chart of the shop is on one dashboard
            self.client.ok("PUT", f"/api/v1/chart/{chart}", {"dashboards": [ident]})
        tree = layout(title, charts)
        self.client.ok("PUT", f"/api/v1/dashboard/{ident}", {"position_json": json.dumps(tree), "json_metadata": json.dumps({
            "native_filter_configuration": filters, "cross_filters_enabled": True, "refresh_frequency": 0, "timed_refresh_immune_slices": [],
            "expanded_slices": {}, "label_colors": {}, "shared_label_colors": {}, "color_scheme": "", "chart_configuration": {},
            "positions": tree})})
        self.boards[slug] = {"id": ident, "uuid": self.client.ok("GET", f"/api/v1/dashboard/{ident}")["result"]["uuid"], "title": title,
                             "filters": {f["name"]: f["id"] for f in filters if "name" in f}}

    # --- keys and links ----------------------------------------------------------------------------------------------

    def make_keys(self):
        status = lambda value: masked(status=chosen("status", [value]))
        shop = masked(
            region=chosen("region", ["APAC", "LATAM"]),
            amount={"extraFormData": {"filters": [{"col": "amount", "op": ">=", "val": 100}]}, "filterState": {"value": [100, None], "label": "x >= 100"}},
            time={"extraFormData": {"time_range": "2024-03-01 : 2024-04-01"}, "filterState": {"value": "2024-03-01 : 2024-04-01"}},
            grain={"extraFormData": {"time_grain_sqla": "P1W"}, "filterState": {"value": ["P1W"], "label": "Week"}},
            timecol={"extraFormData": {"granularity_sqla": "order_date"}, "filterState": {"value": ["order_date"]}})
        self.permalink("regional_permalink", "regional-sales", dataMask=status("paid"), urlParams=[["min_amount", "100"]])
        self.permalink("shop_permalink", "shop-overview", dataMask=shop, activeTabs=["TAB-0"],
                       urlParams=[["region", "APAC"], ["note", "a b&c=d"]], anchor=f"CHART-{self.charts['Revenue']}")
        self.permalink("jinja_permalink", "jinja-board", dataMask=masked(jstatus=chosen("status", ["new"])), urlParams=[["region", "APAC"]])
        browser = Client(self.client.base).browser_login("admin", ADMIN_PASSWORD)
        for name, slug, mask in (("regional_filter_key", "regional-sales", status("new")), ("shop_filter_key", "shop-overview", shop)):
            path = f"/api/v1/dashboard/{self.boards[slug]['id']}/filter_state?tab_id=1"
            self.keys[name] = browser.ok("POST", path, {"value": json.dumps(mask)})["key"]

    def permalink(self, name, slug, **state):
        self.keys[name] = self.client.ok("POST", f"/api/v1/dashboard/{self.boards[slug]['id']}/permalink", state)["key"]

    def make_links(self):
        regional, shop = "/superset/dashboard/regional-sales/", "/superset/dashboard/shop-overview/"
        for name in ("regional_permalink", "shop_permalink", "jinja_permalink"):
            self.link(name, f"/superset/dashboard/p/{self.keys[name]}/")
        self.link("regional_plain", regional)
        self.link("regional_region", regional, region="EMEA")
        self.link("regional_filter_key", regional, native_filters_key=self.keys["regional_filter_key"])
        self.link("regional_expired_key", regional, native_filters_key="nosuchkey01")
        self.link("shop_plain", shop)
        self.link("shop_filter_key", shop, native_filters_key=self.keys["shop_filter_key"])
        self.link("plain_board", "/superset/dashboard/plain-board/")
        self.link("user_board", "/superset/dashboard/user-board/")
        # Pages that are not dashboards.
        orders, chart = self.datasets["orders"], self.charts["Orders table"]
        self.link("explore_chart", "/explore/", slice_id=chart)
        self.link("explore_dataset", "/explore/", datasource_type="table", datasource_id=orders)
        self.link("explore_slice", f"/superset/slice/{chart}/")
        self.link("sqllab", "/sqllab/", dbid=self.database, sql="SELECT * FROM orders WHERE note = '100% off'", schema="main", name="by hand")
        self.link("dataset_page", f"/dataset/{orders}")
        self.link("dataset_list", "/tablemodelview/list/")
        self.link("chart_list", "/chart/list/")

    def link(self, name, path, /, **query):
        text = urllib.parse.urlencode(query, quote_via=urllib.parse.quote)
        self.manifest["links"][name] = self.client.base + path + ("?" + text if text else "")

    # --- users -------------------------------------------------------------------------------------------------------

    def make_users(self):
        roles = {role["name"]: role["id"] for role in self.client.listed("security/roles")}
        wanted = {f"[shop].[{name}](id:{self.datasets[name]})" for name in SHARED_DATASETS}
        permissions = [p["id"] for p in self.client.listed("security/permissions-resources")
                       if p["permission"]["name"] == "datasource_access" and p["view_menu"]["name"] in wanted]
        if len(permissions) != len(wanted):
            raise Unexpected(f"of the access permissions {sorted(wanted)} the server knows {len(permissions)}")
        roles["shop_reader"] = self.client.ok("POST", "/api/v1/security/roles/", {"name": "shop_reader"})["id"]
        self.client.ok("POST", f"/api/v1/security/roles/{roles['shop_reader']}/permissions", {"permission_view_menu_ids": permissions})
        ids = {user["username"]: user["id"] for user in self.client.listed("security/users")}
        self.manifest["users"] = {"admin": {"password": ADMIN_PASSWORD, "roles": ["Admin"]}}
        for name, given in {"analyst": ["Gamma", "sql_lab", "shop_reader"], "reader": ["Gamma", "shop_reader"]}.items():
            # The password goes along, so that it is the one of the manifest whatever the set-up used.
            self.client.ok("PUT", f"/api/v1/security/users/{ids[name]}", {"roles": [roles[role] for role in given], "password": USER_PASSWORD})
            self.manifest["users"][name] = {"password": USER_PASSWORD, "roles": given, "datasets": SHARED_DATASETS}


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: seed.py BASE_URL HOME")
    base, home = sys.argv[1], os.path.abspath(sys.argv[2])
    try:
        manifest = Seeder(base, home).run()
    except (Unexpected, OSError) as error:
        sys.exit(f"seed.py: seeding {base} failed: {error}\nWhen the server was fresh, it no longer is: superset.sh reset DIR, then seed again.")
    text = json.dumps(manifest, indent=1, ensure_ascii=False)
    with open(os.path.join(home, "manifest.json"), "w", encoding="utf-8") as out:
        out.write(text + "\n")
    print(text)


if __name__ == "__main__":
    main()
