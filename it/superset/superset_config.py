"""Configuration of the throw-away Superset of the test bed. All that is not named here is the release's default.

SUPERSET_HOME                    folder for the metadata database and the secret key (set by superset.sh)
SUPERSET_IT_TEMPLATES=0          switches Jinja templates off
SUPERSET_IT_CSRF=0               switches the CSRF check off
SUPERSET_IT_TOKEN_SECONDS=2      life of an access token (release's default: 15 minutes)
SUPERSET_IT_STATE_SECONDS=5      life of the keys of filter states and form data (release's default: days, renewed by reading)
SUPERSET_IT_SQLLAB_SECONDS=2     time limit of SQL Lab (release's default: 30 s); superset.sh then starts a worker without threads
SUPERSET_IT_APP_ROOT=/analytics  path that everything is served below, 6.0 and later (handed on by superset.sh as SUPERSET_APP_ROOT)
"""

import os
import pathlib
from datetime import timedelta

from babel import Locale
from superset.translations.utils import ALL_LANGUAGE_PACKS

_HOME = pathlib.Path(os.environ["SUPERSET_HOME"])

SECRET_KEY = (_HOME / "secret_key").read_text().strip()
SQLALCHEMY_DATABASE_URI = f"sqlite:///{_HOME / 'superset.db'}?check_same_thread=false"
SQLALCHEMY_ENGINE_OPTIONS = {"connect_args": {"timeout": 60}}
DATA_DIR = str(_HOME)

GLOBAL_ASYNC_QUERIES_WEBSOCKET_URL = "ws://websocket.test/"  # the login page shows it, and recordings hold that page
# 3.1 would put 240 KB of untranslated English into that page; later versions put in an empty pack like this one.
ALL_LANGUAGE_PACKS[Locale("en")] = {
    "domain": "superset",
    "locale_data": {"superset": {"": {"domain": "superset", "lang": "en", "plural_forms": "nplurals=2; plural=(n != 1)"}}},
}
FEATURE_FLAGS = {
    "ENABLE_TEMPLATE_PROCESSING": os.environ.get("SUPERSET_IT_TEMPLATES", "1") != "0",
    "KV_STORE": True,  # up to 4.1, what SQL Lab's links of old name is read through it
    "EMBEDDED_SUPERSET": True,  # embedded pages
}
FAB_ADD_SECURITY_API = True  # seed.py makes roles through it; must be on before `superset init`
PREVENT_UNSAFE_DB_CONNECTIONS = False  # the shop is an SQLite file
WTF_CSRF_ENABLED = os.environ.get("SUPERSET_IT_CSRF", "1") != "0"
TALISMAN_ENABLED = False  # plain HTTP on loopback
RATELIMIT_ENABLED = False
AUTH_RATE_LIMITED = False

if os.environ.get("SUPERSET_IT_TOKEN_SECONDS"):
    JWT_ACCESS_TOKEN_EXPIRES = timedelta(seconds=int(os.environ["SUPERSET_IT_TOKEN_SECONDS"]))

if os.environ.get("SUPERSET_IT_SQLLAB_SECONDS"):
    SQLLAB_TIMEOUT = int(os.environ["SUPERSET_IT_SQLLAB_SECONDS"])

if os.environ.get("SUPERSET_IT_STATE_SECONDS"):
    from superset.key_value.types import JsonKeyValueCodec

    FILTER_STATE_CACHE_CONFIG = EXPLORE_FORM_DATA_CACHE_CONFIG = {
        "CACHE_TYPE": "SupersetMetastoreCache",
        "CACHE_DEFAULT_TIMEOUT": int(os.environ["SUPERSET_IT_STATE_SECONDS"]),
        "REFRESH_TIMEOUT_ON_RETRIEVAL": False,
        "CODEC": JsonKeyValueCodec(),
    }
