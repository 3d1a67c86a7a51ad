"""The links a person would paste to a dashboard, one per shape and meaning, each with the truth about it."""

import json

from .boards import FILTER_BOARD, SCOPE_BOARD, STORY_BOARDS
from .client import rison
from .explore_links import make_explore_links
from .more_boards import HOSTILE_BOARD, HOSTILE_PARAMETERS, OTHER_BOARDS, TEMPLATE_BOARD
from .page_links import make_page_links
from .sqllab_links import make_sqllab_links
from .states import FILTER_KEYS, HOSTILE_STATE, PERMALINKS, SHOP_STATE, TEMPLATE_STATE, State, anchor
from .truth import dashboard, doubt, missing
from .values import chosen, during

REGIONAL, SHOP, JINJA, PLAIN, USER = STORY_BOARDS
EMPTY, DIGITS, DRAFT = OTHER_BOARDS
NO_KEY = "nosuchkey01"
# What an older link holds for the shop: not what its permalink or key hold, so that one can see who wins.
INLINE = State(SHOP, {"region": chosen("region", ["AMER"]), "time": during("2023-01-01 : 2023-02-01")})


def make_links(world):
    dashboard_links(world)
    state_links(world)
    native_filters_links(world)
    other_dashboard_links(world)
    make_explore_links(world)
    make_sqllab_links(world)
    make_page_links(world)


def board(world, name, which, truth=None, query=(), fragment=None, path=None):
    """A link to a dashboard, by its slug unless a path says otherwise."""
    world.link(name, path or f"/superset/dashboard/{which.slug}/", truth or dashboard(world, which), query, fragment)


def dashboard_links(world):
    shop = world.boards[SHOP.slug]
    board(world, "regional_plain", REGIONAL)
    board(world, "regional_region", REGIONAL, dashboard(world, REGIONAL, link_params={"region": "EMEA"}), {"region": "EMEA"})
    board(world, "shop_plain", SHOP)
    board(world, "plain_board", PLAIN)
    board(world, "user_board", USER)
    for name, which in (("filter_plain", FILTER_BOARD), ("scope_plain", SCOPE_BOARD), ("template_plain", TEMPLATE_BOARD),
                        ("hostile_plain", HOSTILE_BOARD), ("empty_board", EMPTY), ("draft_board", DRAFT)):
        board(world, name, which)
    board(world, "dashboard_id", SHOP, path=f"/superset/dashboard/{shop['id']}/")
    board(world, "dashboard_uuid", SHOP, path=f"/superset/dashboard/{shop['uuid']}/")
    board(world, "dashboard_without_slash", SHOP, path=f"/superset/dashboard/{SHOP.slug}")
    board(world, "dashboard_missing", SHOP, missing("DASHBOARD", "no-such-dashboard"), path="/superset/dashboard/no-such-dashboard/")
    board(world, "dashboard_slug_of_digits", DIGITS, missing("DASHBOARD", DIGITS.slug))
    board(world, "dashboard_tab_anchor", SHOP, dashboard(world, SHOP, anchor="TAB-1"), fragment="TAB-1")
    chart = anchor(world, "Revenue")
    board(world, "dashboard_chart_anchor", SHOP, dashboard(world, SHOP, anchor=chart), fragment=chart)
    reserved = {"standalone": "1", "uiConfig": "3", "show_filters": "0", "expand_filters": "1", "force": "1", "edit": "false",
                "focused_chart": str(world.charts["Revenue"]), "dashboard_page_id": "aB3dE6gH9k"}
    board(world, "dashboard_reserved_names", SHOP, query=reserved)
    board(world, "dashboard_url_parameters", JINJA, dashboard(world, JINJA, link_params={"region": "EMEA", "rate": "1.1"}),
          {"region": "EMEA", "rate": "1.1", "standalone": "2"})
    given = {"region": "LATAM", "status": "new", "low": "5"}
    board(world, "template_url_parameters", TEMPLATE_BOARD, dashboard(world, TEMPLATE_BOARD, link_params=given), given)
    board(world, "hostile_url_parameters", HOSTILE_BOARD, dashboard(world, HOSTILE_BOARD, link_params=HOSTILE_PARAMETERS), HOSTILE_PARAMETERS)


def state_links(world):
    for name, state in PERMALINKS.items():
        at = anchor(world, state.anchor) if state.anchor else None
        world.link(name, f"/superset/dashboard/p/{world.keys[name]}/", dashboard(world, state.board, state, "PERMALINK", anchor=at))
    for name, state in FILTER_KEYS.items():
        board(world, name, state.board, dashboard(world, state.board, state, "SAVED_STATE"), {"native_filters_key": world.keys[name]})
    board(world, "regional_expired_key", REGIONAL, dashboard(world, REGIONAL, lost="native_filters_key"), {"native_filters_key": NO_KEY})
    key = {"permalink_key": world.keys["shop_permalink"]}
    # The page takes filters, but no parameters, from a permalink_key: those come with the redirect from /p/…/, as its address shows.
    board(world, "permalink_key", SHOP, dashboard(world, SHOP, SHOP_STATE, "PERMALINK", with_state_params=False), key)
    redirected = dict(SHOP_STATE.params)
    board(world, "permalink_redirected", SHOP, dashboard(
        world, SHOP, SHOP_STATE, "PERMALINK", redirected, anchor=anchor(world, SHOP_STATE.anchor)),
        {**key, **redirected}, anchor(world, SHOP_STATE.anchor), f"/superset/dashboard/{world.boards[SHOP.slug]['uuid']}/")
    # What the link adds to a permalink comes last in the address it redirects to, so it wins.
    more = {"region": "LATAM", "rate": "3"}
    world.link("permalink_with_parameters", f"/superset/dashboard/p/{world.keys['shop_permalink']}/", dashboard(
        world, SHOP, SHOP_STATE, "PERMALINK", more, anchor=anchor(world, SHOP_STATE.anchor)), more)
    board(world, "permalink_key_and_filter_key", SHOP, dashboard(world, SHOP, SHOP_STATE, "PERMALINK", with_state_params=False),
          {**key, "native_filters_key": NO_KEY})
    board(world, "permalink_key_gone", SHOP, dashboard(world, SHOP, lost="permalink_key"), {"permalink_key": NO_KEY})
    board(world, "filter_key_of_another_dashboard", SHOP, dashboard(world, SHOP, lost="native_filters_key"),
          {"native_filters_key": world.keys["regional_filter_key"]})
    world.link("permalink_gone", f"/superset/dashboard/p/{NO_KEY}/", missing("DASHBOARD", "permalink"))


def native_filters_links(world):
    inline = dashboard(world, SHOP, INLINE, "URL")
    text = {"native_filters": rison(INLINE.mask(world))}
    board(world, "native_filters", SHOP, inline, text)
    board(world, "native_filters_and_key", SHOP, inline, {**text, "native_filters_key": world.keys["shop_filter_key"]})
    board(world, "native_filters_and_permalink_key", SHOP, inline, {**text, "permalink_key": world.keys["shop_permalink"]})
    board(world, "native_filters_empty", SHOP, query={"native_filters": "()"})
    board(world, "native_filters_broken", SHOP, dashboard(world, SHOP, lost="native_filters"), {"native_filters": text["native_filters"][:-9]})
    for name, state in (("filter_native_filters", PERMALINKS["filter_permalink"]), ("scope_native_filters", PERMALINKS["scope_permalink"]),
                        ("template_native_filters", TEMPLATE_STATE), ("hostile_native_filters", HOSTILE_STATE)):
        board(world, name, state.board, dashboard(world, state.board, state, "URL"), {"native_filters": rison(state.mask(world))})


def other_dashboard_links(world):
    shop = world.boards[SHOP.slug]
    legacy = dashboard(world, SHOP)
    legacy["notRecovered"].append(doubt("STATE", "preselect_filters", "LEGACY"))
    board(world, "preselect_filters", SHOP, legacy, {"preselect_filters": json.dumps({str(world.charts["Orders table"]): {"region": ["EMEA"]}})})
    embedded = world.client.ok("POST", f"/api/v1/dashboard/{shop['id']}/embedded", {"allowed_domains": []})["result"]["uuid"]
    world.keys["embedded"] = embedded
    world.link("dashboard_embedded", f"/dashboard/{shop['id']}/embedded", dashboard(world, SHOP))
    world.link("dashboard_embedded_slug", f"/dashboard/{SHOP.slug}/embedded", dashboard(world, SHOP))
    world.link("embedded", f"/embedded/{embedded}", dashboard(world, SHOP))
