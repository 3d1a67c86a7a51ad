"""Links to pages that are neither dashboard nor Explore nor SQL Lab, and to what no present release serves."""

from .truth import explore, missing, of_dataset, page


def make_page_links(world):
    add = world.link_with
    orders, chart = world.datasets["orders"], world.charts["Orders table"]
    dataset = page("DATASET", found=True, **of_dataset(world, "orders"))

    add("dataset_page", f"/dataset/{orders}", dataset)
    add("dataset_missing", "/dataset/999999", missing("DATASET", "dataset"))
    add("dataset_edit", f"/tablemodelview/edit/{orders}", dataset)
    add("dataset_show", f"/tablemodelview/show/{orders}", dataset)
    add("dataset_add", "/dataset/add/", page("LIST", found=True))
    add("chart_edit", f"/chart/edit/{chart}", {**explore(world, "orders", "Orders table"), "kind": "CHART"})
    for name, path in (("dataset_list", "tablemodelview"), ("chart_list", "chart"), ("dashboard_list", "dashboard"),
                       ("saved_query_list", "savedqueryview"), ("database_list", "databaseview")):
        add(name, f"/{path}/list/", page("LIST", found=True))
    add("dataset_list_filtered", "/tablemodelview/list/", page("LIST", found=True), filters="(table_name:orders)", pageIndex="0")
    add("welcome", "/superset/welcome/", page("LIST", found=True))
    add("login", "/login/", page("LIST", found=True), next="/superset/dashboard/1/")
    add("short_url", "/r/12", page("REMOVED", found=False))
