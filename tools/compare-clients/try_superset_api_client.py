"""superset-api-client, used as its own documentation says: that asks for this variable where the server speaks plain HTTP."""

import inspect
import os

os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"

import supersetapiclient
from supersetapiclient import charts, client, dashboards, databases, datasets, saved_queries
from trial import expect, main


class SupersetApiClient:
    def names(self):
        modules = (client, charts, dashboards, databases, datasets, saved_queries)
        types = {ancestor for module in modules for _, kind in inspect.getmembers(module, inspect.isclass) for ancestor in kind.__mro__
                 if ancestor.__module__.startswith(supersetapiclient.__name__)}
        return {name for kind in types for name in vars(kind) if not name.startswith("_")}

    def connect(self, scene, password):
        return client.SupersetClient(host=scene["base"], username=scene["user"], password=password)

    def login(self, scene, password):
        answer = self.connect(scene, password).get(scene["base"] + "/api/v1/database/")
        expect("a request that needs a login", 200, answer.status_code)

    def read(self, scene, password):
        connected = self.connect(scene, password)
        listed = {"database": connected.databases, "dataset": connected.datasets, "chart": connected.charts, "dashboard": connected.dashboards}
        expect("lists", scene["counts"], {resource: len(found.find()) for resource, found in listed.items()})

    def launch(self, scene, password):
        columns, rows = self.connect(scene, password).run(database_id=scene["database"], query=scene["sql"])
        expect("rows", scene["rows"], list(rows))


main(SupersetApiClient())
