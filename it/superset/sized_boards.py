"""Dashboards of given sizes on a seeded server, for measurements, and their removal. What they stand on is the seed's.

usage: sized_boards.py make HOME SIZE...     a SIZE is CHARTS:DATASETS, such as 20:5; prints the boards as JSON
       sized_boards.py remove HOME           all that `make` ever made on this server

HOME is the one that the server was seeded with (seed.py). Each board has a filter for each of its datasets and one for the time, two
tabs, and a saved filter state, which its link names as the address bar of a browser does.
"""

import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from world.boards import SELECT, Board
from world.build import World
from world.charts import rows
from world.client import Client, Unexpected
from world.filters import Filter
from world.states import State
from world.values import chosen, during

PREFIX = "sized-"
# Each with columns to show and one to filter by.
DATASETS = {
    "orders": (["order_id", "region", "amount"], "region"), "customers": (["customer_id", "city"], "city"),
    "regional_orders": (["order_id", "region", "amount"], "status"), "products": (["product_id", "category"], "category"),
    "events": (["event_id"], "event_type"), "v_plain": (["order_id", "region"], "region"), "v_region_default": (["order_id", "amount"], "status"),
    "v_status_filter": (["order_id", "amount"], "status"), "v_template_params": (["order_id", "amount"], "status"),
    "t_url_or": (["order_id", "amount"], "status"),
}


def make(world, charts, datasets):
    names = list(DATASETS)[:datasets]
    drawn = []
    for number in range(charts):
        dataset = names[number % datasets]
        drawn.append(f"{PREFIX}{charts}-{number + 1}")
        rows(world, drawn[-1], dataset, DATASETS[dataset][0])
    filters = [Filter(f"f{at}", f"Filter on {name}", "filter_select", name, DATASETS[name][1], chosen(DATASETS[name][1], ["EMEA", "paid"]), SELECT)
               for at, name in enumerate(names)]
    half = charts // 2
    board = Board(f"{PREFIX}{charts}", f"{charts} charts of {datasets} datasets", {"First": drawn[:half], "Second": drawn[half:]},
                  (*filters, Filter("time", "When", "filter_time", default=during("2024-01-01 : 2024-07-01"))))
    world.make_board(board)
    state = State(board, {each.key: chosen(each.column, ["APAC"]) for each in filters})
    browser = Client(world.client.base).browser_login("admin", world.admin_password)
    key = browser.ok("POST", f"/api/v1/dashboard/{world.boards[board.slug]['id']}/filter_state?tab_id=1", {"value": json.dumps(state.mask(world))})["key"]
    return {"charts": charts, "datasets": datasets, "link": f"{world.client.base}/superset/dashboard/{board.slug}/?native_filters_key={key}"}


def remove(world):
    for resource, name in (("dashboard", "slug"), ("chart", "slice_name")):
        for row in world.client.listed(resource):
            if str(row[name]).startswith(PREFIX):
                world.client.ok("DELETE", f"/api/v1/{resource}/{row['id']}")


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in ("make", "remove"):
        sys.exit(__doc__)
    home = os.path.abspath(sys.argv[2])
    try:
        with open(os.path.join(home, "manifest.json"), encoding="utf-8") as file:
            manifest = json.load(file)
        world = World(manifest["base"], home, manifest["users"]["admin"]["password"], "")
        world.datasets = manifest["datasets"]
        remove(world)
        if sys.argv[1] == "make":
            sizes = [tuple(map(int, size.split(":"))) for size in sys.argv[3:]]
            if not sizes or any(not 2 <= datasets <= len(DATASETS) or charts < datasets for charts, datasets in sizes):
                sys.exit(f"sized_boards.py: a size is CHARTS:DATASETS with 2 to {len(DATASETS)} datasets, each drawn by a chart at least")
            print(json.dumps([make(world, *size) for size in sizes], indent=1))
    except (Unexpected, OSError, ValueError) as error:
        sys.exit(f"sized_boards.py: {error}\nIs the server of {home} running, and seeded? superset.sh status, superset.sh seed")


if __name__ == "__main__":
    main()
