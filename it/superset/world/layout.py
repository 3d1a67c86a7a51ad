"""A dashboard's position tree, and which charts lie below what."""

# Of the 12 columns that a row has, a chart takes 4.
CHARTS_IN_A_ROW = 3


class Layout:
    """`tabs` is {tab title: chart names, or the tabs inside}; the title "" stands for a dashboard without tabs.

    Tabs and rows are numbered as they come: TAB-0, TAB-1, …
    """

    def __init__(self, title, tabs, chart_ids):
        self.ids, self.names, self.above = chart_ids, [], {}
        self.tabs = self.rows = 0
        self.tree = {"DASHBOARD_VERSION_KEY": "v2", "HEADER_ID": {"id": "HEADER_ID", "type": "HEADER", "meta": {"text": title}}}
        self._tabs(tabs, self._add("GRID_ID", "GRID", self._add("ROOT_ID", "ROOT", [])), "TABS-main")

    def charts_below(self, roots):
        """The names of the charts with one of these among what is above them."""
        return [name for name in self.names if any(root in self.above[name] for root in roots)]

    def _tabs(self, tabs, path, ident):
        if "" in tabs:
            self._charts(tabs[""], path)
            return
        path = self._add(ident, "TABS", path)
        for title, content in tabs.items():
            tab = f"TAB-{self.tabs}"
            self.tabs += 1
            inside = self._add(tab, "TAB", path, text=title)
            if isinstance(content, dict):
                self._tabs(content, inside, f"TABS-{tab}")
            else:
                self._charts(content, inside)

    def _charts(self, names, path):
        for start in range(0, max(1, len(names)), CHARTS_IN_A_ROW):
            row = self._add(f"ROW-{self.rows}", "ROW", path, background="BACKGROUND_TRANSPARENT")
            self.rows += 1
            for name in names[start:start + CHARTS_IN_A_ROW]:
                ident = self.ids[name]
                self._add(f"CHART-{ident}", "CHART", row, chartId=ident, sliceName=name, width=4, height=40)
                self.names.append(name)
                self.above[name] = row

    def _add(self, ident, kind, path, **meta):
        self.tree[ident] = {"id": ident, "type": kind, "children": [], "parents": path, "meta": meta}
        if path:
            self.tree[path[-1]]["children"].append(ident)
        return path + [ident]
