"""preset-cli: its client class, which its commands use too."""

from preset_cli.api.clients.superset import SupersetClient
from preset_cli.auth.superset import UsernamePasswordAuth
from preset_cli.cli.superset.main import superset_cli
from trial import expect, main
from yarl import URL


class PresetCli:
    def names(self):
        return {name for name in dir(SupersetClient) if not name.startswith("_")} | set(superset_cli.commands)

    def connect(self, scene, password):
        base = URL(scene["base"])
        return SupersetClient(base, UsernamePasswordAuth(base, scene["user"], password))

    def login(self, scene, password):
        answer = self.connect(scene, password).session.get(scene["base"] + "/api/v1/database/")
        expect("a request that needs a login", 200, answer.status_code)

    def read(self, scene, password):
        connected = self.connect(scene, password)
        listed = {"database": connected.get_databases, "dataset": connected.get_datasets,
                  "chart": connected.get_charts, "dashboard": connected.get_dashboards}
        expect("lists", scene["counts"], {resource: len(get()) for resource, get in listed.items()})

    def launch(self, scene, password):
        rows = self.connect(scene, password).run_query(database_id=scene["database"], sql=scene["sql"])
        expect("rows", scene["rows"], rows.to_dict(orient="records"))


main(PresetCli())
