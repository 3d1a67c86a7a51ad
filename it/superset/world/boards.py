"""Dashboards: what each holds. How they come onto the server is `build.py`'s matter."""

from dataclasses import dataclass

from .filters import GONE_DATASET, Divider, Filter, options
from .values import along, between, chosen, during, every, nothing_until_chosen


@dataclass(frozen=True)
class Board:
    """`tabs` as in `Layout`; `clicks` says which charts a click in a chart reaches, all others where it does not."""

    slug: str
    title: str
    tabs: dict
    filters: tuple = ()
    clicks: tuple = ()
    published: bool = True


SELECT = options()
HALF_YEAR = "2024-01-01 : 2024-07-01"

STORY_BOARDS = (
    Board("regional-sales", "Regional sales", {"": ["Regional orders"]}, (
        Filter("status", "Status", "filter_select", "regional_orders", "status", chosen("status", ["paid", "shipped"]), SELECT),
        Filter("date", "Order date", "filter_time"))),
    Board("shop-overview", "Shop overview", {"Sales": ["Orders table", "Revenue"], "People": ["Customers by city"]}, (
        Filter("region", "Region", "filter_select", "orders", "region", chosen("region", ["EMEA"]), SELECT, only=("Orders table", "Revenue"),
               more=(("adhoc_filters", []), ("time_range", "No filter"), ("sortMetric", None))),
        Filter("amount", "Amount", "filter_range", "orders", "amount", between("amount", 10, 500)),
        Filter("time", "When", "filter_time", default=during(HALF_YEAR)),
        Filter("grain", "Grain", "filter_timegrain", "orders", default=every("P1M", "Month")),
        Filter("timecol", "Time column", "filter_timecolumn", "orders"),
        Divider("people", "People", "filters of the second tab"),
        Filter("city", "City", "filter_select", "customers", "city", chosen("city", ["Zürich", "O'Fallon"], inverse=True),
               options(inverseSelection=True), tabs=("TAB-1",)),
        Filter("stale", "Old column", "filter_select", "orders", "warehouse_code", chosen("warehouse_code", ["W1"]), gone="COLUMN_GONE"),
        Filter("gone", "Gone dataset", "filter_select", GONE_DATASET, "whatever", gone="DATASET_GONE"))),
    Board("jinja-board", "Jinja board", {"All": [f"Jinja {name}" for name in (
        "v_region_required", "v_status_filter", "v_template_params", "v_undeclared", "v_syntax_error")]}, (
        Filter("jstatus", "Status", "filter_select", "v_status_filter", "status", chosen("status", ["paid", "shipped"]), SELECT),
        Filter("jtime", "When", "filter_time"))),
    Board("plain-board", "Plain board", {"": ["Plain orders"]}),
    Board("user-board", "User board", {"": ["Orders with viewer"]}),
)

FILTER_BOARD = Board(
    "filter-board", "A filter of every kind",
    {"Orders": ["Orders by region", "Orders by month", "Orders with filters of their own", "Orders by status (never saved again)",
                "Orders with a gone column"], "Customers": ["Customers by country"]}, (
        Filter("many", "Many regions", "filter_select", "orders", "region", chosen("region", ["EMEA", "APAC"]), SELECT),
        Filter("one", "One status", "filter_select", "orders", "status", chosen("status", ["paid"]), options(multiSelect=False), parents=("many",)),
        Filter("unset", "No product yet", "filter_select", "products", "category", control=SELECT),
        Filter("number", "Quantities", "filter_select", "orders", "quantity", chosen("quantity", [1, 2, 8]), SELECT),
        Filter("truth", "Active or not", "filter_select", "customers", "is_active", chosen("is_active", [True]), SELECT),
        Filter("null", "Segment or none", "filter_select", "customers", "segment", chosen("segment", ["retail", None]), SELECT),
        Filter("inverse", "All but", "filter_select", "orders", "note", chosen("note", ["don't ring", "100% off"], inverse=True),
               options(inverseSelection=True)),
        Filter("required", "Required, with a value", "filter_select", "orders", "region", chosen("region", ["AMER", "EMEA"]), options(enableEmptyFilter=True)),
        Filter("missing", "Required, without a value", "filter_select", "customers", "city", nothing_until_chosen(), options(enableEmptyFilter=True)),
        Filter("first", "The first country there is", "filter_select", "customers", "country_code",
               control=options(enableEmptyFilter=True, defaultToFirstItem=True), more=(("requiredFirst", True),)),
        Filter("search", "Any search", "filter_select", "customers", "full_name", control=options(searchAllOptions=True, creatable=True)),
        Filter("both", "From and to", "filter_range", "orders", "amount", between("amount", 19.99, 500)),
        Filter("low", "From", "filter_range", "orders", "quantity", between("quantity", 2, None)),
        Filter("high", "To", "filter_range", "orders", "discount", between("discount", None, 30)),
        Filter("exact", "Just this", "filter_range", "customers", "lifetime_value", between("lifetime_value", 0, 0)),
        Filter("span", "No range yet", "filter_range", "products", "price"),
        Divider("times", "Times", "what follows is about time"),
        Filter("fixed", "Fixed time", "filter_time", default=during(HALF_YEAR)),
        Filter("relative", "Relative time", "filter_time", default=during("Last quarter")),
        Filter("open", "Open time", "filter_time", default=during("2024-03-01 : ")),
        Filter("always", "Any time", "filter_time"),
        Filter("column", "Time column", "filter_timecolumn", "orders", default=along("order_date")),
        Filter("nocolumn", "No time column yet", "filter_timecolumn", "events"),
        Filter("grain", "Grain", "filter_timegrain", "orders", default=every("P1W", "Week")),
        Filter("nograin", "No grain yet", "filter_timegrain", "orders"),
        Filter("stale", "Gone column", "filter_select", "orders", "warehouse_code", chosen("warehouse_code", ["W1"]), SELECT, gone="COLUMN_GONE"),
        Filter("staleunset", "Gone column, no value", "filter_select", "orders", "shelf", control=SELECT, gone="COLUMN_GONE"),
        Filter("gone", "Gone dataset", "filter_select", GONE_DATASET, "whatever", chosen("whatever", ["x"]), SELECT, gone="DATASET_GONE")))

SCOPE_BOARD = Board(
    "scope-board", "Who is in scope",
    {"First": ["Scope A", "Scope B"], "Second": {"Inner one": ["Scope C"], "Inner two": ["Scope D"]}, "People": ["Scope people"]}, (
        Filter("whole", "Whole dashboard", "filter_select", "orders", "region", chosen("region", ["EMEA"]), SELECT),
        Filter("tab", "First tab", "filter_select", "orders", "region", chosen("region", ["APAC"]), SELECT, tabs=("TAB-0",)),
        Filter("outer", "Both inner tabs", "filter_select", "orders", "status", chosen("status", ["new"]), SELECT, tabs=("TAB-1",)),
        Filter("inner", "One inner tab", "filter_select", "orders", "status", chosen("status", ["paid"]), SELECT, tabs=("TAB-2",)),
        Filter("two", "Two tabs", "filter_select", "orders", "status", chosen("status", ["shipped"]), SELECT, tabs=("TAB-0", "TAB-4")),
        Filter("excluded", "All but one", "filter_range", "orders", "amount", between("amount", 5, None), excluded=("Scope B",)),
        Filter("tabexcluded", "A tab but for one", "filter_range", "orders", "amount", between("amount", 6, None), tabs=("TAB-0",), excluded=("Scope A",)),
        Filter("listed", "A list decides", "filter_select", "orders", "region", chosen("region", ["AMER"]), SELECT, tabs=("TAB-0",),
               excluded=("Scope A",), only=("Scope A", "Scope D")),
        Filter("stray", "A list with charts of other dashboards", "filter_select", "orders", "region", chosen("region", ["LATAM"]), SELECT,
               only=("Scope C", "Revenue", 876543)),
        Filter("nobody", "A list of none", "filter_select", "orders", "region", chosen("region", ["EMEA"]), SELECT, only=()),
        Filter("nowhere", "No root", "filter_select", "orders", "region", chosen("region", ["EMEA"]), SELECT, tabs=()),
        Filter("goneroot", "A tab that is gone", "filter_select", "orders", "region", chosen("region", ["EMEA"]), SELECT, tabs=("TAB-gone",)),
        Filter("child", "Child of two", "filter_select", "orders", "status", control=SELECT, parents=("whole", "tab"))),
    clicks=(("Scope A", ("Scope B", "Scope C")),))
