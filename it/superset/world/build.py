"""Builds the world, subject by subject, in an order that keeps ids the same: what the story of the quickstart needs comes first."""

import json
import os
import re
import urllib.parse

from . import boards, charts, datasets, more_boards, people, references, states
from .client import Client, Unexpected
from .layout import Layout
from .links import make_links
from .rows import write_data

ALL_BOARDS = (*boards.STORY_BOARDS, boards.FILTER_BOARD, boards.SCOPE_BOARD, more_boards.TEMPLATE_BOARD, more_boards.HOSTILE_BOARD,
              *more_boards.OTHER_BOARDS, more_boards.ROWS_BOARD)


class World:
    """What there is so far: names to ids, and the client of the user who makes it."""

    def __init__(self, base, home, admin_password, user_password):
        self.home, self.admin_password, self.user_password = home, admin_password, user_password
        self.client = Client(base).login("admin", admin_password)
        self.version = self.client.ok("GET", "/static/version_info.json")["version"]
        self.data_file = os.path.join(home, "shop.db")
        self.datasets, self.charts, self.boards, self.keys, self.links, self.expected = {}, {}, {}, {}, {}, {}
        self.references = {}
        self.chart_datasets, self.forms, self.layouts, self.skipped, self.users = {}, {}, {}, [], {}

    def knows(self, release):
        """Whether this server is of that release or later."""
        numbers = lambda text: [int(part) for part in re.findall(r"\d+", text)[:2]]
        return numbers(self.version) >= numbers(release)

    def not_offered(self, what, since, why):
        self.skipped.append({"what": what, "since": since, "why": why})

    def link(self, name, path, truth, query=(), fragment=None):
        """Adds a link and the truth about it; the path may hold any characters."""
        text = urllib.parse.urlencode(dict(query), quote_via=urllib.parse.quote)
        self.links[name] = (self.client.base + urllib.parse.quote(path) + ("?" + text if text else "")
                            + ("#" + urllib.parse.quote(fragment) if fragment else ""))
        self.expected[name] = truth

    def link_with(self, name, path, truth, /, **query):
        """As `link`, with the query as named arguments."""
        self.link(name, path, truth, query)

    def is_fresh(self):
        return not any(self.client.listed(resource) for resource in ("database", "dataset", "chart", "dashboard"))

    def build(self):
        self.make_database()
        datasets.make_story_datasets(self)
        datasets.make_more_datasets(self)
        charts.make_story_charts(self)
        charts.make_more_charts(self)
        more_boards.make_hostile_things(self)
        charts.make_row_charts(self)
        for board in ALL_BOARDS:
            self.make_board(board)
        browser = Client(self.client.base).browser_login("admin", self.admin_password)
        states.make_states(self, browser)
        make_links(self)
        people.make_people(self)
        references.make_reference(self)

    def make_database(self):
        if os.path.exists(self.data_file):
            os.remove(self.data_file)
        write_data(self.data_file)
        self.database = self.client.ok("POST", "/api/v1/database/", {
            "database_name": "shop", "sqlalchemy_uri": f"sqlite:///{self.data_file}?check_same_thread=false", "expose_in_sqllab": True,
            "allow_dml": False, "extra": json.dumps({"allows_virtual_table_explore": True})})["id"]

    def make_board(self, board):
        ident = self.client.ok("POST", "/api/v1/dashboard/", {
            "dashboard_title": board.title, "slug": board.slug, "published": board.published})["id"]
        layout = self.layouts[board.slug] = Layout(board.title, board.tabs, self.charts)
        for name in layout.names:
            there = self.client.ok("GET", f"/api/v1/chart/{self.charts[name]}")["result"]["dashboards"]
            self.client.ok("PUT", f"/api/v1/chart/{self.charts[name]}", {"dashboards": sorted({ident, *(each["id"] for each in there)})})
        filters = [each.configuration(self) for each in board.filters]
        metadata = {"native_filter_configuration": filters, "cross_filters_enabled": True, "refresh_frequency": 0,
                    "timed_refresh_immune_slices": [], "expanded_slices": {}, "label_colors": {}, "shared_label_colors": {},
                    "color_scheme": "", "chart_configuration": {}, **self.clicks(board, layout)}
        self.client.ok("PUT", f"/api/v1/dashboard/{ident}", {
            "position_json": json.dumps(layout.tree), "json_metadata": json.dumps({**metadata, "positions": layout.tree})})
        there = self.client.ok("GET", f"/api/v1/dashboard/{ident}")["result"]
        stored, tree = json.loads(there["json_metadata"]), json.loads(there["position_json"])
        as_sent = (all(stored[name] == metadata[name] for name in metadata) and there["slug"] == board.slug
                   and all(tree[ident].get("parents") == element["parents"] for ident, element in layout.tree.items() if "parents" in element))
        if not as_sent:
            raise Unexpected(f"dashboard {board.slug} was not stored as it was sent: {there}")
        self.boards[board.slug] = {"id": ident, "uuid": there.get("uuid") or self.client.exported_uuid(ident), "title": board.title, "published": board.published,
                                   "filters": {each.name: each.id for each in board.filters if hasattr(each, "name")}}

    def clicks(self, board, layout):
        """Which charts a click in each chart reaches; stored only where it is not simply all the others."""
        if not board.clicks:
            return {}
        everyone = [self.charts[name] for name in layout.names]
        configuration = {}
        for name in layout.names:
            own = self.charts[name]
            reached = [self.charts[each] for each in dict(board.clicks).get(name, [other for other in layout.names if other != name])]
            listed = name in dict(board.clicks)
            scope = {"rootPath": ["ROOT_ID"], "excluded": [each for each in everyone if each not in reached]} if listed else "global"
            configuration[str(own)] = {"id": own, "crossFilters": {"scope": scope, "chartsInScope": reached}}
        return {"chart_configuration": configuration, "global_chart_configuration": {
            "scope": {"rootPath": ["ROOT_ID"], "excluded": []}, "chartsInScope": everyone}}

    def manifest(self):
        return {"base": self.client.base, "version": self.version, "data_file": self.data_file, "database_id": self.database,
                "datasets": self.datasets, "charts": self.charts, "dashboards": self.boards, "keys": self.keys, "links": self.links,
                "expected": self.expected, "users": self.users, "references": self.references, "not_offered": self.skipped}
