"""Sets up the database of a Superset, by its own commands, in one process: starting one takes longer than most of them.

    SUPERSET_HOME=... SUPERSET_CONFIG_PATH=... FLASK_APP=... DIR/bin/python set_up.py ADMIN_PASSWORD USER_PASSWORD
"""

import sys

from flask.cli import ScriptInfo
from superset.cli.main import superset


def person(command: str, first: str, last: str, password: str, username: str | None = None) -> list[str]:
    username = username or last.lower()
    names = ["--username", username, "--firstname", first, "--lastname", last]
    return ["fab", command, *names, "--email", f"{username}@example.org", "--password", password]


def main(admin_password: str, user_password: str) -> None:
    commands = [["db", "upgrade"], ["init"], person("create-admin", "Ada", "Admin", admin_password)]
    for first, last in (("Ann", "Analyst"), ("Rea", "Reader"), ("Lim", "Limited")):
        commands.append(person("create-user", first, last, user_password) + ["--role", "Gamma"])
    server = ScriptInfo()
    for command in commands:
        superset.main(args=command, prog_name="superset", standalone_mode=False, obj=server)


main(*sys.argv[1:])
