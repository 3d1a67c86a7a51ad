"""Configuration of the throw-away Superset of the test bed. All that is not named here is the release's default.

SUPERSET_HOME                    folder for the metadata database and the secret key (set by superset.sh)
SUPERSET_IT_TEMPLATES=0          switches Jinja templates off
SUPERSET_IT_TOKEN_SECONDS=2      life of an access token (release's default: 15 minutes)
"""

import os
import pathlib
from datetime import timedelta

_HOME = pathlib.Path(os.environ["SUPERSET_HOME"])

SECRET_KEY = (_HOME / "secret_key").read_text().strip()
SQLALCHEMY_DATABASE_URI = f"sqlite:///{_HOME / 'superset.db'}?check_same_thread=false"
SQLALCHEMY_ENGINE_OPTIONS = {"connect_args": {"timeout": 60}}
DATA_DIR = str(_HOME)

FEATURE_FLAGS = {"ENABLE_TEMPLATE_PROCESSING": os.environ.get("SUPERSET_IT_TEMPLATES", "1") != "0"}
FAB_ADD_SECURITY_API = True  # seed.py makes roles through it; must be on before `superset init`
PREVENT_UNSAFE_DB_CONNECTIONS = False  # the shop is an SQLite file
WTF_CSRF_ENABLED = True
TALISMAN_ENABLED = False  # plain HTTP on loopback
RATELIMIT_ENABLED = False
AUTH_RATE_LIMITED = False

if os.environ.get("SUPERSET_IT_TOKEN_SECONDS"):
    JWT_ACCESS_TOKEN_EXPIRES = timedelta(seconds=int(os.environ["SUPERSET_IT_TOKEN_SECONDS"]))
