"""What all clients are asked about: a small dashboard that is made for the comparison, through the server's REST API."""

import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "it", "superset"))

from world.client import Client, Unexpected

NAME = "dsreview client comparison"
SQL = "SELECT 'EMEA' AS region, 10 AS amount UNION ALL SELECT 'APAC' AS region, 20 AS amount"
FILTER = {"id": "NATIVE_FILTER-region", "name": "Region", "value": "EMEA"}
RESOURCES = ("database", "dataset", "chart", "dashboard")


class Scene:
    """Made on entering, removed on leaving."""

    def __init__(self, base, user, password):
        self.client = Client(base).login(user, password)
        self.base, self.user = self.client.base, user
        self.made = []

    def version(self):
        return self.client.ok("GET", "/static/version_info.json")["version"]

    def __enter__(self):
        databases = [row["id"] for row in self.client.listed("database") if row["expose_in_sqllab"]]
        if not databases:
            sys.exit(f"compare-clients: {self.base} has no database that SQL Lab may use. Add one, or seed it as it/superset does.")
        try:
            link = self.make(min(databases))
        except BaseException:
            self.__exit__()
            raise
        return {"base": self.base, "user": self.user, "database": min(databases), "sql": SQL, "link": link, "filter": FILTER,
                "rows": [{"region": "EMEA", "amount": 10}, {"region": "APAC", "amount": 20}],
                "counts": {resource: len(self.client.listed(resource)) for resource in RESOURCES}}

    def __exit__(self, *failure):
        while self.made:
            self.client.send("DELETE", self.made.pop())

    def new(self, resource, **fields):
        ident = self.client.ok("POST", f"/api/v1/{resource}/", fields)["id"]
        self.made.append(f"/api/v1/{resource}/{ident}")
        return ident

    def make(self, database):
        dataset = self.new("dataset", database=database, table_name=NAME, sql=SQL)
        columns = ["region", "amount"]
        query = {"columns": columns, "filters": [], "row_limit": 100, "extras": {"having": "", "where": ""}, "url_params": {}}
        form = {"datasource": f"{dataset}__table", "viz_type": "table", "query_mode": "raw", "all_columns": columns, "row_limit": 100}
        chart = self.new("chart", slice_name=NAME, viz_type="table", datasource_id=dataset, datasource_type="table",
                         params=json.dumps(form), query_context=json.dumps({
                             "datasource": {"id": dataset, "type": "table"}, "queries": [query], "form_data": form,
                             "result_format": "json", "result_type": "full", "force": False}))
        board = self.new("dashboard", dashboard_title=NAME, published=False)
        self.client.ok("PUT", f"/api/v1/chart/{chart}", {"dashboards": [board]})
        self.client.ok("PUT", f"/api/v1/dashboard/{board}", {
            "position_json": json.dumps(self.layout(chart)), "json_metadata": json.dumps({
                "native_filter_configuration": [self.native_filter(dataset)], "positions": self.layout(chart)})})
        mask = {FILTER["id"]: {"id": FILTER["id"], "ownState": {}, "filterState": {"value": [FILTER["value"]]},
                               "extraFormData": {"filters": [{"col": "region", "op": "IN", "val": [FILTER["value"]]}]}}}
        key = self.client.ok("POST", f"/api/v1/dashboard/{board}/permalink", {"dataMask": mask, "urlParams": []})["key"]
        return f"{self.base}/superset/dashboard/p/{key}/"

    @staticmethod
    def layout(chart):
        def node(ident, kind, parents, children, **meta):
            return {"id": ident, "type": kind, "parents": parents, "children": children, "meta": meta}

        return {"DASHBOARD_VERSION_KEY": "v2",
                "ROOT_ID": node("ROOT_ID", "ROOT", [], ["GRID_ID"]),
                "GRID_ID": node("GRID_ID", "GRID", ["ROOT_ID"], ["ROW-1"]),
                "ROW-1": node("ROW-1", "ROW", ["ROOT_ID", "GRID_ID"], ["CHART-1"], background="BACKGROUND_TRANSPARENT"),
                "CHART-1": node("CHART-1", "CHART", ["ROOT_ID", "GRID_ID", "ROW-1"], [], chartId=chart, sliceName=NAME, width=4, height=40)}

    @staticmethod
    def native_filter(dataset):
        return {"id": FILTER["id"], "name": FILTER["name"], "type": "NATIVE_FILTER", "filterType": "filter_select", "cascadeParentIds": [],
                "targets": [{"datasetId": dataset, "column": {"name": "region"}}], "scope": {"rootPath": ["ROOT_ID"], "excluded": []},
                "controlValues": {"multiSelect": True, "enableEmptyFilter": False, "defaultToFirstItem": False},
                "defaultDataMask": {"extraFormData": {}, "filterState": {}, "ownState": {}}}
