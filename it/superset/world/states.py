"""Saved states: what permalinks and keys hold."""

import json
from dataclasses import dataclass, field

from .boards import FILTER_BOARD, SCOPE_BOARD, STORY_BOARDS
from .more_boards import HOSTILE_BOARD, HOSTILE_PARAMETERS, HOSTILE_VALUES, OTHER_BOARDS, ROWS_BOARD, TEMPLATE_BOARD
from .values import NOTHING, Value, along, between, chosen, clicked, during, every

REGIONAL, SHOP, JINJA = STORY_BOARDS[:3]


@dataclass(frozen=True)
class State:
    """Values by filter key, clicks by chart name, left-overs by an id that the dashboard no longer has."""

    board: object
    values: dict = field(default_factory=dict)
    clicks: dict = field(default_factory=dict)
    left_over: dict = field(default_factory=dict)
    params: tuple = ()
    tabs: tuple = ()
    anchor: str = None

    def mask(self, world):
        """Superset's dataMask."""
        charts = {str(world.charts[name]): value for name, value in self.clicks.items()}
        filters = {f"NATIVE_FILTER-{key}": value for key, value in self.values.items()}
        return {ident: {"id": ident, **value.mask()} for ident, value in {**filters, **charts, **self.left_over}.items()}

    def permalink(self, world):
        """What a permalink stores."""
        parts = {"dataMask": self.mask(world), "urlParams": [list(pair) for pair in self.params], "activeTabs": list(self.tabs)}
        if self.anchor:
            parts["anchor"] = anchor(world, self.anchor)
        return {name: part for name, part in parts.items() if part}


def anchor(world, name):
    return f"CHART-{world.charts[name]}" if name in world.charts else name


def status(value):
    return State(REGIONAL, {"status": chosen("status", [value])}, params=(("min_amount", "100"),))


SHOP_STATE = State(
    SHOP, {"region": chosen("region", ["APAC", "LATAM"]), "amount": between("amount", 100, None), "time": during("2024-03-01 : 2024-04-01"),
           "grain": every("P1W", "Week"), "timecol": along("order_date")},
    params=(("region", "APAC"), ("note", "a b&c=d")), tabs=("TAB-0",), anchor="Revenue")

FILTER_STATE = State(FILTER_BOARD, {
    "many": chosen("region", ["LATAM"]), "one": NOTHING, "unset": chosen("category", ["Garden"]), "number": chosen("quantity", [3]),
    "truth": chosen("is_active", [False]), "null": chosen("segment", [None]), "inverse": chosen("note", ["срочно"], inverse=True),
    "missing": chosen("city", ["東京"]), "first": chosen("country_code", ["CH"]), "search": chosen("full_name", ["Ana Müller"]),
    "both": between("amount", 25.5, None), "low": NOTHING, "high": between("discount", 30, 30), "span": between("price", 10, 20),
    "fixed": during("Last month"), "relative": NOTHING, "always": during(" : 2024-02-01"), "column": along("ordered_at"),
    "nocolumn": along("event_time"), "grain": every("P3M", "Quarter"), "nograin": every("P1D", "Day"), "staleunset": chosen("shelf", ["S9"])})

FILTER_CLEARED = State(FILTER_BOARD, {each.key: NOTHING for each in FILTER_BOARD.filters if hasattr(each, "default")})

SCOPE_STATE = State(
    SCOPE_BOARD, {"whole": chosen("region", ["APAC"]), "child": chosen("status", ["paid"])},
    clicks={"Scope A": clicked("region", "AMER"), "Scope B": clicked("status", "new")},
    left_over={"NATIVE_FILTER-longgone": chosen("region", ["EMEA"]), "NATIVE_FILTER-longgoneunset": Value(), "987651": clicked("status", "paid")},
    params=(("region", "EMEA"),), anchor="TAB-3")

TEMPLATE_STATE = State(
    TEMPLATE_BOARD, {"status": chosen("status", ["returned"]), "region": NOTHING, "amount": between("amount", 50, 60)},
    params=(("region", "LATAM"), ("status", "paid"), ("floor", "12")))

# Values for all that a page can give: the parameters of the address, and filters.
ROWS_STATE = State(
    ROWS_BOARD, {"region": chosen("region", ["EMEA", "APAC"]), "status": chosen("status", ["paid", "shipped"]), "amount": between("amount", 20, 400),
                 "time": during("2024-02-01 : 2024-11-01")},
    params=(("region", "EMEA"), ("min_amount", "50"), ("status", "paid"), ("low", "10"), ("high", "300"), ("since", "2024-03-01"), ("note", "срочно"),
            ("rate", "2")))
ROWS_PARAMETERS = State(ROWS_BOARD, params=ROWS_STATE.params)

HOSTILE_STATE = State(
    HOSTILE_BOARD, {"quote": chosen("it's", list(reversed(HOSTILE_VALUES))), "rison": chosen("!t", ["!t", "a'b!c", "(:,)"]),
                    "odd.id-ü:(1)": chosen("Grund", ["передумал"])}, params=tuple(HOSTILE_PARAMETERS.items()))

PERMALINKS = {
    "regional_permalink": status("paid"), "shop_permalink": SHOP_STATE,
    "jinja_permalink": State(JINJA, {"jstatus": chosen("status", ["new"])}, params=(("region", "APAC"),)),
    "filter_permalink": FILTER_STATE, "filter_cleared": FILTER_CLEARED, "scope_permalink": SCOPE_STATE, "template_permalink": TEMPLATE_STATE,
    "rows_permalink": ROWS_STATE, "rows_parameters": ROWS_PARAMETERS,
    "hostile_permalink": HOSTILE_STATE, "bare_permalink": State(OTHER_BOARDS[2]),
}
FILTER_KEYS = {
    "regional_filter_key": status("new"), "shop_filter_key": SHOP_STATE, "filter_key": FILTER_STATE, "scope_filter_key": SCOPE_STATE,
    "template_filter_key": TEMPLATE_STATE, "hostile_filter_key": HOSTILE_STATE,
}


def make_states(world, browser):
    """Permalinks are the API's matter; filter states are the browser's alone from 6.0 on."""
    for name, state in PERMALINKS.items():
        board = world.boards[state.board.slug]["id"]
        world.keys[name] = world.client.ok("POST", f"/api/v1/dashboard/{board}/permalink", state.permalink(world))["key"]
    for name, state in FILTER_KEYS.items():
        board = world.boards[state.board.slug]["id"]
        answer = browser.ok("POST", f"/api/v1/dashboard/{board}/filter_state?tab_id=1", {"value": json.dumps(state.mask(world))})
        world.keys[name] = answer["key"]
