"""Fill a fresh Superset with a small shop, through its REST API: data, datasets with templates, charts, dashboards, links, users.

usage: seed.py BASE_URL HOME

HOME gets the data file (shop.db, which the server opens) and manifest.json: every id, key and link, what a right recovery of each
link is, and the users. `world/build.py` says in which order things are made.
"""

import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from world.build import World
from world.client import Unexpected


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: seed.py BASE_URL HOME")
    base, home = sys.argv[1], os.path.abspath(sys.argv[2])
    try:
        world = World(base, home, os.environ.get("SUPERSET_IT_ADMIN_PASSWORD", "admin-Passw0rd"),
                      os.environ.get("SUPERSET_IT_USER_PASSWORD", "user-Passw0rd"))
        if not world.is_fresh():
            sys.exit("seed.py: this server is not fresh: it has databases, datasets, charts or dashboards, and ids would differ. "
                     "Go back to the state before any seed (superset.sh reset DIR), then seed.")
        world.build()
    except (Unexpected, OSError) as error:
        sys.exit(f"seed.py: seeding {base} failed: {error}\nWhen the server was fresh, it no longer is: superset.sh reset DIR, then seed again.")
    text = json.dumps(world.manifest(), indent=1, ensure_ascii=False)
    with open(os.path.join(home, "manifest.json"), "w", encoding="utf-8") as out:
        out.write(text + "\n")
    print(text)


if __name__ == "__main__":
    main()
