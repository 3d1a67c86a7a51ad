"""Dashboards about templates, about hostile names and values, and about being small, hidden or unreachable."""

from .boards import SELECT, Board
from .charts import ON_TEMPLATE_BOARD, ROWS_OF, WITH_TEMPLATES, chart
from .datasets import virtual
from .filters import Filter
from .templates import Template
from .values import between, chosen

TEMPLATE_BOARD = Board(
    "template-board", "What templates ask for",
    {"": [f"Template {name}" for name in ON_TEMPLATE_BOARD] + ["Products"]}, (
        Filter("region", "Region", "filter_select", "t_filter_required", "region", chosen("region", ["EMEA"]), SELECT),
        Filter("status", "Status", "filter_select", "t_filter_removed", "status", control=SELECT),
        Filter("amount", "Amount", "filter_range", "t_filters_loop", "amount", between("amount", 10, None)),
        Filter("category", "Category", "filter_select", "products", "category", chosen("category", ["Kids & Toys"]), SELECT, only=("Products",)),
        Filter("time", "When", "filter_time")))

ROWS_BOARD = Board(
    "every-template", "Rows of every dataset with templates", {"": [ROWS_OF + name for name in WITH_TEMPLATES]}, (
        Filter("region", "Region", "filter_select", "t_filter_required", "region", control=SELECT),
        Filter("status", "Status", "filter_select", "t_filter_removed", "status", control=SELECT),
        Filter("amount", "Amount", "filter_range", "t_filters_loop", "amount"),
        Filter("time", "When", "filter_time")))

LONG = "very long " * 20 + "name"
HOSTILE_DATASET = "Größe & 'Maße' \"2024\" 🎁"
HOSTILE_CHART = "'; DROP TABLE charts; -- <b>\u202eخط\u202c</b> 🎁"
HOSTILE_COLUMNS = ["it's", 'say "hi"', "größe 東京", "مبلغ", "🎁", "!t", "a:b,(c)", "100%", LONG]
HOSTILE_VALUES = ["O'Fallon", 'say "hi"', "!t", "!n", "(a:b,c:!(d))", "", " ", "👩‍👩‍👧", "مرحبا", "{{ 7 * 7 }}", "1' OR '1'='1", "a,b", "&c=d#e?",
                  "100%25", "+", "null", "back\\slash", "line\nbreak", "tab\there", "x" * 1000]
HOSTILE_PARAMETERS = {"größe": "a b&c=d", "it's": "'; --", "tpl": "{{ 7 * 7 }}", "🎁": "emoji 👩‍👩‍👧", "empty": "", "plus": "1+1", "rison": "!(a,b)"}


def make_hostile_things(world):
    quoted = ['"' + name.replace('"', '""') + '"' for name in HOSTILE_COLUMNS]
    sources = ["region", "status", "note", "amount", "order_date", "region", "status", "region", "note"]
    picked = ", ".join(f"{source} AS {name}" for source, name in zip(sources, quoted))
    sql = f"SELECT order_id, {picked} FROM orders"
    virtual(world, HOSTILE_DATASET, Template(sql, plain=sql))
    columns = ["order_id", *HOSTILE_COLUMNS]
    chart(world, HOSTILE_CHART, "table", HOSTILE_DATASET,
          {"query_mode": "raw", "all_columns": columns, "row_limit": 20}, {"columns": columns, "row_limit": 20})
    chart(world, LONG, "table", "returns 2024",
          {"query_mode": "raw", "all_columns": ["return id", "возврат"], "row_limit": 20}, {"columns": ["return id", "возврат"], "row_limit": 20})


HOSTILE_BOARD = Board(
    "größe-東京", "Böses \"Brett\" <script>alert('1')</script> \u202eلوحة\u202c 🎁",
    {"Reiter 'eins' 🎁": [HOSTILE_CHART], LONG: [LONG]}, (
        Filter("quote", "it's \"quoted\"", "filter_select", HOSTILE_DATASET, "it's", chosen("it's", HOSTILE_VALUES), SELECT),
        Filter("double", "!(a:b,c)", "filter_select", HOSTILE_DATASET, 'say "hi"', chosen('say "hi"', ["(x)"]), SELECT),
        Filter("unicode", "größe 東京", "filter_select", HOSTILE_DATASET, "größe 東京", chosen("größe 東京", ["срочно"]), SELECT),
        Filter("rtl", "\u202eمبلغ\u202c", "filter_range", HOSTILE_DATASET, "مبلغ", between("مبلغ", 1, 99)),
        Filter("rison", "!t", "filter_select", HOSTILE_DATASET, "!t", chosen("!t", ["!f", "!n", "'", "!!"]), SELECT),
        Filter("structure", "a:b,(c)", "filter_select", HOSTILE_DATASET, "a:b,(c)", chosen("a:b,(c)", ["a:b"]), SELECT),
        Filter("percent", "100%", "filter_select", HOSTILE_DATASET, "100%", chosen("100%", ["%s"]), SELECT),
        Filter("long", LONG, "filter_select", HOSTILE_DATASET, LONG, chosen(LONG, [LONG]), SELECT),
        Filter("space", "возврат", "filter_range", "returns 2024", "возврат", between("возврат", 0, None), tabs=("TAB-1",)),
        Filter("odd.id-ü:(1)", "A filter with an odd id", "filter_select", "returns 2024", "Grund", chosen("Grund", ["zu groß", None]), SELECT, tabs=("TAB-1",))))

OTHER_BOARDS = (
    Board("empty-board", "Leeres Brett – пусто", {"": []}),
    # A path of digits only is always an id, so that nothing leads here by its slug.
    Board("2024", "A slug of digits", {"": ["Revenue"]}),
    Board("draft-board", "Not published", {"": ["Revenue"]}, published=False),
)
