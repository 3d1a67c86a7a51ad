"""What a right recovery of a link is, told from the definitions the world was built from and from nothing a client says.

The rules are Superset's own: an entry of a state replaces a filter's default, also by nothing; a default without a shown value does
not apply; a filter reaches the charts of `chartsInScope`, else those below a root that are not excluded; a click in a chart reaches
the others.
"""

from dataclasses import replace

from .charts import CHART_ASKS
from .datasets import PHYSICAL_ASKS
from .templates import STORY, VIRTUAL
from .values import NOTHING, Value, condition

TEMPLATES = {**STORY, **VIRTUAL}


def dashboard(world, board, state=None, origin="NONE", link_params=None, with_state_params=True, anchor=None, lost=None):
    """The truth of a link to a dashboard. `lost` names the state that is gone; then defaults hold, and nobody may call it complete."""
    layout = world.layouts[board.slug]
    state_params = dict(state.params) if state and origin == "PERMALINK" and with_state_params else {}
    params = {name: (value, "PERMALINK") for name, value in state_params.items()}
    params.update({name: (value, "URL") for name, value in (link_params or {}).items()})
    filters = [native(world, layout, each, state, origin) for each in board.filters if hasattr(each, "default")]
    clicks = [cross_filter(world, board, layout, *each, origin) for each in (state.clicks if state else {}).items()]
    left_over = sorted(state.left_over) if state else []
    datasets = uses(world, board, layout)
    told = {
        "kind": "DASHBOARD", "found": True,
        "dashboard": {"id": world.boards[board.slug]["id"], "uuid": world.boards[board.slug]["uuid"], "title": board.title},
        "anchor": anchor,
        "charts": [{"id": world.charts[name], "name": name, "dataset": dataset_id(world, name)} for name in layout.names],
        "datasets": [{"id": world.datasets[name], "name": name, "usedBy": by} for name, by in datasets.items()],
        "filters": filters, "crossFilters": clicks, "leftOver": left_over,
        "urlParameters": [{"name": name, "value": value, "origin": by} for name, (value, by) in sorted(params.items())],
        "variables": [], "filledByServer": [each for name in datasets for each in filled(world, name)], "notRecovered": []}
    for name in datasets:
        names = [chart for chart in layout.names if world.chart_datasets[chart] == name]
        charts = {world.charts[chart] for chart in names}
        told["variables"] += variables(world, name, params, [each for each in filters + clicks if set(each["charts"]) & charts], names)
    settled = {each["id"]: each["value"] for each in filters}
    for each in board.filters:
        if hasattr(each, "default"):
            told["notRecovered"] += [doubt("FILTER", each.id, why) for why in in_doubt(each, settled[each.id], lost)]
    told["notRecovered"] += [doubt("FILTER", ident, "LEFT_OVER") for ident in left_over]
    gone = {each.dataset for each in board.filters if getattr(each, "gone", None) == "DATASET_GONE"}
    told["notRecovered"] += [doubt("DATASET", str(ident), "DATASET_GONE") for ident in sorted(gone)]
    if lost:
        told["notRecovered"].append(doubt("STATE", lost, "STATE_LOST"))
    told["notRecovered"] += templates_in_doubt(world, datasets)
    return told


def native(world, layout, each, state, origin):
    if state and each.key in state.values:
        value, by = state.values[each.key], origin
    elif each.default.shown is not None:
        value, by = each.default, "DEFAULT"
    else:
        value, by = NOTHING, "NONE"
    if is_empty(value.truth()) and dict(each.control).get("defaultToFirstItem"):
        by = "FIRST_ITEM"
    return {"id": each.id, "name": each.name, "type": each.kind, "dataset": world.datasets.get(each.dataset, each.dataset),
            "column": each.column, "value": value.truth(), "origin": by, "charts": sorted(world.charts[name] for name in each.reach(layout)),
            "parents": [f"NATIVE_FILTER-{parent}" for parent in each.parents]}


def in_doubt(each, value, lost):
    """Why nobody can be sure what a filter does."""
    settings, reasons = dict(each.control), [each.gone] if each.gone else []
    if is_empty(value) and settings.get("defaultToFirstItem"):
        reasons.append("FIRST_ITEM")
    elif is_empty(value) and settings.get("enableEmptyFilter"):
        reasons.append("REQUIRED_EMPTY")
    return reasons + (["STATE_LOST"] if lost else [])


def cross_filter(world, board, layout, chart, value, origin):
    reached = dict(board.clicks).get(chart, [name for name in layout.names if name != chart])
    return {"chart": world.charts[chart], "value": value.truth(), "origin": origin, "charts": sorted(world.charts[name] for name in reached)}


def uses(world, board, layout):
    """The board's datasets, those that only its filters name included, and who uses each."""
    used = {}
    for chart in layout.names:
        used.setdefault(world.chart_datasets[chart], set()).add("CHART")
    for each in board.filters:
        if getattr(each, "dataset", None) in world.datasets:
            used.setdefault(each.dataset, set()).add("FILTER")
    return {name: sorted(by) for name, by in used.items()}


def asks_of(name):
    """What the templates of a dataset ask for; a stored value is the default of what has no other, and of a plain name."""
    asks, stored = (TEMPLATES[name].asks, TEMPLATES[name].params) if name in TEMPLATES else PHYSICAL_ASKS.get(name, ((), {}))
    return [replace(ask, required=False, default=as_text(stored[ask.name])) if ask.kind == "VARIABLE" and ask.name in stored else ask
            for ask in asks]


def filled(world, name):
    """The names in a dataset's templates that the server itself gives a value."""
    macros = TEMPLATES[name].macros if name in TEMPLATES else ()
    return [{"dataset": world.datasets[name], "name": macro} for macro in macros]


def variables(world, dataset, params, filters, charts=()):
    """What the templates of a dataset and its charts ask for, and which value this link gives; filters are those that reach the charts."""
    asks = asks_of(dataset) + [replace(ask, where=f"chart {world.charts[chart]}") for chart in charts for ask in CHART_ASKS.get(chart, ())]
    told = []
    for ask in asks:
        value, origin = ask.default, "NONE" if ask.default is None else "DEFAULT"
        if ask.kind == "URL_PARAM" and ask.name in params:
            value, origin = params[ask.name]
        elif ask.kind in ("FILTER_VALUES", "GET_FILTERS"):
            found = [(each, by["origin"]) for by in filters for each in by["value"]["conditions"] if each["column"] == ask.name]
            if found:
                value = [scalar["text"] for each, _ in found for scalar in each["values"]]
                if ask.kind == "GET_FILTERS":
                    value = [each for each, _ in found]
                origin = found[0][1]
        elif ask.kind == "TIME_FILTER":
            found = [(by["value"]["timeRange"], by["origin"]) for by in filters if by["value"]["timeRange"]]
            value, origin = found[0] if found else (value, origin)
        told.append({"dataset": world.datasets[dataset], "field": ask.where, "kind": ask.kind, "name": ask.name, "required": ask.required,
                     "default": ask.default, "value": value, "origin": origin})
    return told


def templates_in_doubt(world, datasets):
    """What of the datasets' templates cannot be known or cannot be given."""
    doubts = []
    for name in datasets:
        ident = world.datasets[name]
        doubts += [doubt("TEMPLATE", ask.name, "NO_VALUE", ident) for ask in asks_of(name) if ask.kind == "VARIABLE" and ask.required]
        if name not in TEMPLATES:
            continue
        template = TEMPLATES[name]
        doubts += [doubt("TEMPLATE", name, why, ident) for why in (template.broken, template.unknown) if why]
        if not world.knows(template.since):
            doubts.append(doubt("TEMPLATE", name, "NOT_OFFERED", ident))
    return doubts


def doubt(kind, name, why, dataset=None):
    """An item that must come out partial or unresolved, and why."""
    return {"kind": kind, "name": name, "why": why, **({"dataset": dataset} if dataset else {})}


def explore(world, dataset, chart=None, origin="DEFAULT", conditions=(), params=None, params_origin="URL", lost=None, known=True):
    """The truth of a link to Explore. `origin` says where the form data comes from; conditions are those of the form data."""
    filters = [{"value": Value(conditions=tuple(conditions)).truth(), "origin": origin}]
    given = {name: (value, params_origin) for name, value in (params or {}).items()}
    ident = world.datasets.get(dataset, dataset)
    return {
        "kind": "EXPLORE", "found": known, "origin": origin, "chart": world.charts.get(chart, chart),
        "datasets": [{"id": ident, "name": dataset, "usedBy": ["CHART"]}] if known else [],
        "filters": [{"column": each["column"], "value": {**NOTHING.truth(), "conditions": [each]}, "origin": origin}
                    for each in (condition(*part) for part in conditions)],
        "urlParameters": [{"name": name, "value": value, "origin": by} for name, (value, by) in sorted(given.items())],
        "variables": variables(world, dataset, given, filters, [chart] if chart else []) if known else [],
        "filledByServer": filled(world, dataset) if known else [],
        "notRecovered": ([doubt("STATE", lost, "STATE_LOST")] if lost else []) + (templates_in_doubt(world, [dataset]) if known else [])}


def sql_lab(found=True, **parts):
    """The truth of a link to SQL Lab: database, schema, sql, templateParameters, datasets; whatever the link gives."""
    untold = [doubt("QUERY", "templateParameters", "PARAMETERS_UNTOLD")] if parts.get("missing") else []
    return {"kind": "SQL_LAB", "found": found, **parts, "notRecovered": untold}


def of_dataset(world, name):
    """What a link says that names a dataset and no chart."""
    return {"datasets": [{"id": world.datasets[name], "name": name, "usedBy": []}], "variables": variables(world, name, {}, []),
            "filledByServer": filled(world, name)}


def page(kind, **parts):
    """The truth of a link to another page: DATASET, CHART, LIST, or REMOVED for what no present release serves."""
    return {"kind": kind, **parts, "notRecovered": []}


def missing(kind, what):
    """The truth of a link to something that does not exist."""
    return {"kind": kind, "found": False, "notRecovered": [doubt(kind, what, "NOT_FOUND")]}


def dataset_id(world, chart):
    return world.datasets[world.chart_datasets[chart]]


def is_empty(value):
    return not (value["conditions"] or value["timeRange"] or value["timeGrain"] or value["timeColumn"])


def as_text(value):
    return [as_text(each) for each in value] if isinstance(value, list) else value if isinstance(value, str) else str(value)
