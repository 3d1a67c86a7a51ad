"""Users: who may see what."""

from .client import Unexpected

SHARED_DATASETS = ["orders", "regional_orders", "v_region_default"]
ROLES = {"analyst": ["Gamma", "sql_lab", "shop_reader", "shop_emea"], "reader": ["Gamma", "shop_reader"], "limited": ["Gamma", "sql_lab"]}
ROW_RULE = "region = 'EMEA'"


def make_people(world):
    client = world.client
    roles = {role["name"]: role["id"] for role in client.listed("security/roles")}
    wanted = {f"[shop].[{name}](id:{world.datasets[name]})" for name in SHARED_DATASETS}
    permissions = [p["id"] for p in client.listed("security/permissions-resources")
                   if p["permission"]["name"] == "datasource_access" and p["view_menu"]["name"] in wanted]
    if len(permissions) != len(wanted):
        raise Unexpected(f"of the access permissions {sorted(wanted)} the server knows {len(permissions)}")
    for name in ("shop_reader", "shop_emea"):
        roles[name] = client.ok("POST", "/api/v1/security/roles/", {"name": name})["id"]
    client.ok("POST", f"/api/v1/security/roles/{roles['shop_reader']}/permissions", {"permission_view_menu_ids": permissions})
    client.ok("POST", "/api/v1/rowlevelsecurity/", {
        "name": "EMEA only", "description": "For the analyst", "filter_type": "Regular", "tables": [world.datasets["orders"]],
        "roles": [roles["shop_emea"]], "group_key": "region", "clause": ROW_RULE})
    ids = {user["username"]: user["id"] for user in client.listed("security/users")}
    world.users["admin"] = {"password": world.admin_password, "roles": ["Admin"]}
    for name, given in ROLES.items():
        # The password goes along: FAB 4 would hash the stored hash once more without it.
        client.ok("PUT", f"/api/v1/security/users/{ids[name]}", {"roles": [roles[role] for role in given], "password": world.user_password})
        world.users[name] = {"password": world.user_password, "roles": given, "datasets": SHARED_DATASETS if "shop_reader" in given else [],
                             "dashboards": visible(world) if "shop_reader" in given else []}
    world.users["analyst"]["row_rule"] = {"dataset": "orders", "clause": ROW_RULE}


def visible(world):
    """Superset shows a published dashboard to whoever may see one of its charts' datasets."""
    return [slug for slug, layout in world.layouts.items()
            if world.boards[slug]["published"] and any(world.chart_datasets[name] in SHARED_DATASETS for name in layout.names)]
