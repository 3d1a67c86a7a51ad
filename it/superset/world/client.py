"""A small HTTP client for Superset's REST API: bearer token, cookies, CSRF, Rison. Standard library only."""

import http.cookiejar
import io
import json
import re
import urllib.error
import urllib.parse
import urllib.request
import zipfile

_BARE = re.compile(r"^[A-Za-z_./~][A-Za-z0-9_./~-]*$")


def rison(value):
    """A JSON-like value in Rison, the notation of Superset's `q` parameter and of `native_filters`."""
    if value is None or isinstance(value, bool):
        return {None: "!n", True: "!t", False: "!f"}[value]
    if isinstance(value, (int, float)):
        return repr(value).replace("+", "")
    if isinstance(value, str):
        return value if _BARE.match(value) else "'" + value.replace("!", "!!").replace("'", "!'") + "'"
    if isinstance(value, (list, tuple)):
        return "!(" + ",".join(map(rison, value)) + ")"
    return "(" + ",".join(rison(key) + ":" + rison(item) for key, item in value.items()) + ")"


class Unexpected(Exception):
    """An answer other than 2xx where success was needed."""


class Reply:
    def __init__(self, status, content):
        self.status, self.content = status, content

    @property
    def text(self):
        return self.content.decode("utf-8", "replace")

    @property
    def json(self):
        return json.loads(self.text)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args, **kwargs):
        return None


class Client:
    """One user's conversation with a server: keeps cookies, never follows redirects, uses no proxy."""

    def __init__(self, base):
        self.base = base.rstrip("/")
        self.token = self.csrf = None
        self._opener = urllib.request.build_opener(
            _NoRedirect, urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()), urllib.request.ProxyHandler({}))

    def send(self, method, path, body=None, form=None):
        """The answer, whatever its status. `body` is sent as JSON, `form` as a web form."""
        headers, data = {"Accept": "application/json"}, None
        if body is not None:
            data, headers["Content-Type"] = json.dumps(body).encode(), "application/json"
        if form is not None:
            data, headers["Content-Type"] = urllib.parse.urlencode(form).encode(), "application/x-www-form-urlencoded"
        if self.token:
            headers["Authorization"] = "Bearer " + self.token
        if self.csrf and method != "GET":
            headers.update({"X-CSRFToken": self.csrf, "Referer": self.base + "/"})
        request = urllib.request.Request(self.base + path, data=data, headers=headers, method=method)
        try:
            with self._opener.open(request, timeout=60) as answer:
                return Reply(answer.status, answer.read())
        except urllib.error.HTTPError as error:
            with error:
                return Reply(error.code, error.read())

    def ok(self, method, path, body=None):
        """The JSON of a 2xx answer."""
        reply = self.send(method, path, body)
        if not 200 <= reply.status < 300:
            raise Unexpected(f"{method} {path} answered {reply.status}: {reply.text[:1500]}")
        return reply.json

    def listed(self, resource, **query):
        """All rows of a list resource, page by page."""
        rows, page = [], 0
        while True:
            q = urllib.parse.quote(rison({**query, "page": page, "page_size": 100}), safe="")
            got = self.ok("GET", f"/api/v1/{resource}/?q={q}")["result"]
            rows += got
            if len(got) < 100:
                return rows
            page += 1

    def login(self, username, password):
        """Log in for a bearer token, as programs do."""
        answer = self.ok("POST", "/api/v1/security/login", {"username": username, "password": password, "provider": "db", "refresh": True})
        self.token = answer["access_token"]
        self.csrf = self.ok("GET", "/api/v1/security/csrf_token/")["result"]
        return self

    def browser_login(self, username, password):
        """Log in through the form for a session cookie, as a browser does: 6.x makes filter states for nobody else."""
        self.csrf = None
        token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', self.send("GET", "/login/").text)
        self.send("POST", "/login/", form={"username": username, "password": password, "csrf_token": token.group(1) if token else ""})
        self.csrf = self.ok("GET", "/api/v1/security/csrf_token/")["result"]
        return self

    def exported_uuid(self, dashboard):
        """A dashboard's uuid, which before 6.0 only an export tells."""
        reply = self.send("GET", f"/api/v1/dashboard/export/?q=!({dashboard})")
        with zipfile.ZipFile(io.BytesIO(reply.content)) as pack:
            name = next(each for each in pack.namelist() if "/dashboards/" in each)
            return re.search(r"^uuid: (\S+)", pack.read(name).decode(), re.MULTILINE).group(1)
