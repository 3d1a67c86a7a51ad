"""One client tries one capability on one server. The scene comes as JSON on standard input, the outcome goes as JSON to standard output.

A client is a class with a method for each capability that it offers. For one it has not, its public names are searched, so that
"not offered" is found out and not asserted.
"""

import json
import os
import re
import sys
import tempfile
import warnings

NAMES = {
    "login": r"login|auth",
    "read": r"^(get|list|find)|\blist\b",
    "preview": r"preview|compil|explain|render|get_sql",
    "launch": r"run|execute|launch",
    "links": r"permalink|link|filter_state|form_data|paste|context|explore",
}
PASSWORD = "DSREVIEW_SUPERSET_PASSWORD"


class Failed(Exception):
    """The client did something else than it was asked for."""


def expect(what, wanted, got):
    if wanted != got:
        raise Failed(f"{what}: wanted {wanted}, got {got}")


def words(failure):
    """A failure in a few words: no host, no path of this machine, one line."""
    text = str(failure) if isinstance(failure, Failed) else f"{type(failure).__name__}: {failure}"
    text = re.sub(r"https?://[^/\s]+", "", text)
    for folder in (sys.prefix, sys.base_prefix, os.getcwd(), os.path.expanduser("~"), tempfile.gettempdir()):
        text = re.sub(re.escape(folder) + r"\S*", "(path)", text)
    text = re.sub(r"\s+", " ", text).strip().replace("|", "/")
    return text if len(text) <= 100 else text[:99] + "…"


def attempt(client, capability, scene):
    method = getattr(client, capability, None)
    if method is None:
        found = sorted({name for name in client.names() if re.search(NAMES[capability], name)})
        return {"outcome": "not tried", "words": "it has " + ", ".join(found)} if found else {"outcome": "not offered"}
    try:
        method(scene, os.environ[PASSWORD])
        return {"outcome": "works"}
    except Exception as failure:
        return {"outcome": "fails", "words": words(failure)}


def main(client):
    warnings.simplefilter("ignore")
    answers, sys.stdout = sys.stdout, sys.stderr  # whatever a client prints is not its answer
    print(json.dumps(attempt(client, sys.argv[1], json.load(sys.stdin))), file=answers)
