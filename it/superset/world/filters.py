"""Native filters: what each is defined as, and which charts it reaches."""

from dataclasses import dataclass

from .values import NOTHING, Value

WHOLE = ("ROOT_ID",)
GONE_DATASET = 987654


@dataclass(frozen=True)
class Filter:
    """A native filter of a dashboard. Charts and filters are named, not numbered.

    dataset   one of ours by name, or any id
    only      chart names for `chartsInScope`, which then decides; ids stand for charts that are not on the dashboard
    gone      what it is defined on and is no longer there: COLUMN_GONE, DATASET_GONE
    """

    key: str
    name: str
    kind: str
    dataset: object = None
    column: str = None
    default: Value = NOTHING
    control: tuple = ()
    tabs: tuple = WHOLE
    excluded: tuple = ()
    only: tuple = None
    parents: tuple = ()
    gone: str = None
    more: tuple = ()

    @property
    def id(self):
        return f"NATIVE_FILTER-{self.key}"

    def configuration(self, world):
        """Its entry in `native_filter_configuration`."""
        target = {}
        if self.dataset:
            target["datasetId"] = world.datasets.get(self.dataset, self.dataset)
        if self.column:
            target["column"] = {"name": self.column}
        entry = {"id": self.id, "type": "NATIVE_FILTER", "name": self.name, "filterType": self.kind, "targets": [target],
                 "controlValues": {"enableEmptyFilter": False, **dict(self.control)}, "description": "", "tabsInScope": [],
                 "cascadeParentIds": [f"NATIVE_FILTER-{parent}" for parent in self.parents], "defaultDataMask": self.default.mask(),
                 "scope": {"rootPath": list(self.tabs), "excluded": [world.charts[name] for name in self.excluded]}, **dict(self.more)}
        if self.only is not None:
            entry["chartsInScope"] = [world.charts.get(name, name) for name in self.only]
        return entry

    def reach(self, layout):
        """The names of the charts in its scope."""
        if self.only is not None:
            return [name for name in layout.names if name in self.only]
        return [name for name in layout.charts_below(self.tabs) if name not in self.excluded]


@dataclass(frozen=True)
class Divider:
    key: str
    title: str
    description: str

    id = property(lambda self: f"NATIVE_FILTER_DIVIDER-{self.key}")

    def configuration(self, world):
        return {"id": self.id, "type": "DIVIDER", "title": self.title, "description": self.description,
                "scope": {"rootPath": ["ROOT_ID"], "excluded": []}}


def options(**changed):
    """The settings of a select filter."""
    return tuple({"multiSelect": True, "enableEmptyFilter": False, "defaultToFirstItem": False, "inverseSelection": False,
                  "searchAllOptions": False, **changed}.items())
