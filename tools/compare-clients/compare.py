"""Tries every client on every server given, keeps the outcomes, and prints all that were kept as a table.

usage: compare.py WORKSPACE VERSION=URL...     see ../compare-clients.sh
"""

import json
import os
import subprocess
import sys

from scene import Scene, Unexpected

HERE = os.path.dirname(os.path.abspath(__file__))
CAPABILITIES = {
    "login": "log in with user name and password, and send a request that needs it",
    "read": "list databases, datasets, charts and dashboards, all of them",
    "preview": "get the SQL that Superset compiles for a filter value, without running it",
    "launch": "run SQL through SQL Lab and get its rows",
    "links": "say what a pasted permalink means: which filter has which value",
}
CLIENTS = {"dsreview": "try_dsreview.py", "superset-api-client": "try_superset_api_client.py", "preset-cli": "try_preset_cli.py"}
SECONDS = 600


def python(workspace, client):
    return sys.executable if client == "dsreview" else os.path.join(workspace, client, "bin", "python")


def tried(workspace, client, capability, scene):
    command = [python(workspace, client), os.path.join(HERE, CLIENTS[client]), capability]
    try:
        done = subprocess.run(command, input=json.dumps(scene), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                              encoding="utf-8", timeout=SECONDS)
        return json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return {"outcome": "fails", "words": f"no end within {SECONDS} s"}
    except ValueError:
        last = (done.stderr.strip().splitlines() or ["no words"])[-1]
        return {"outcome": "fails", "words": f"crash: {last.split(':')[0]}"}


def measure(workspace, version, base, user, password):
    scene = Scene(base, user, password)
    found = scene.version()
    if found != version:
        sys.exit(f"compare-clients: {base} is Superset {found}, not {version}. Name the version that runs there.")
    with scene as told:
        outcomes = {client: {} for client in CLIENTS}
        for client in CLIENTS:
            for capability in CAPABILITIES:
                outcome = outcomes[client][capability] = tried(workspace, client, capability, told)
                print(f"{version} {client} {capability}: {cell(outcome)}", file=sys.stderr)
    with open(os.path.join(workspace, f"{version}.json"), "w", encoding="utf-8") as kept:
        json.dump(outcomes, kept)


def cell(outcome):
    return outcome["outcome"] + (f" ({outcome['words']})" if "words" in outcome else "")


def release(client):
    with open(os.path.join(HERE, client + ".txt"), encoding="utf-8") as pins:
        return next(line.strip().replace("==", " ") for line in pins if line.startswith(client + "=="))


def table(workspace):
    kept = {}
    for name in sorted(os.listdir(workspace)):
        if name.endswith(".json"):
            with open(os.path.join(workspace, name), encoding="utf-8") as outcomes:
                kept[name.removesuffix(".json")] = json.load(outcomes)
    versions = sorted(kept, key=lambda version: [int(part) for part in version.split(".")])
    yield "| client | capability | " + " | ".join(versions) + " |"
    yield "|---" * (2 + len(versions)) + "|"
    for client in CLIENTS:
        name = client if client == "dsreview" else release(client)
        for capability in CAPABILITIES:
            yield f"| {name} | {capability} | " + " | ".join(cell(kept[version][client][capability]) for version in versions) + " |"


def page(workspace):
    yield "# Comparison with other clients of Superset"
    yield ""
    yield "Printed by `tools/compare-clients.sh`: each cell is what one run of that client did on a server of that version. The columns are"
    yield "versions of Superset. All clients are asked about the same small dashboard, which the script makes and removes; a client *works* when"
    yield "its answer is the right one, not when it merely does not fail. *Not offered* means that the client has no such method or command:"
    yield "the script searches its public names. The capabilities are what dsreview is for; the others do much that is not in the table, such"
    yield "as importing, exporting and synchronising. superset-api-client runs with `OAUTHLIB_INSECURE_TRANSPORT=1`, which it needs without TLS."
    yield ""
    yield from (f"- **{capability}**: {meaning}" for capability, meaning in CAPABILITIES.items())
    yield ""
    yield from table(workspace)


def main():
    workspace, servers = sys.argv[1], [argument.partition("=")[::2] for argument in sys.argv[2:]]
    user, password = os.environ.get("DSREVIEW_SUPERSET_USER", "admin"), os.environ.get("DSREVIEW_SUPERSET_PASSWORD")
    if servers and not password:
        sys.exit("compare-clients: set DSREVIEW_SUPERSET_PASSWORD to the password of the user on these servers.")
    for version, base in servers:
        try:
            measure(workspace, version, base, user, password)
        except (Unexpected, OSError) as failure:
            sys.exit(f"compare-clients: nothing could be set up on {base}: {failure}\nCheck the address, and that {user} is an administrator there.")
    print("\n".join(page(workspace)))


if __name__ == "__main__":
    main()
