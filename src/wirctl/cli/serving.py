"""A web server for one's own eyes: it shows files from memory, to this machine only."""

from __future__ import annotations

import mimetypes
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

LOOPBACK = "127.0.0.1"
_OWN = "/.wirctl/"
_WAIT = 20.0
_POLICY = b"default-src 'none'; "
_RELOAD = b"""const wait = async (seen) => {
  const answer = await fetch(`/.wirctl/version?seen=${seen}`);
  const now = await answer.text();
  if (seen !== "" && now !== seen) location.reload();
  else wait(now);
};
wait("");
"""


class Shop(ThreadingHTTPServer):
    """Shows a site from memory; a page that is open loads again when the site changes."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int) -> None:
        super().__init__((LOOPBACK, port), _Handler)
        self._files: Mapping[str, bytes] = {}
        self._version = 0
        self._changed = Condition()

    @property
    def address(self) -> str:
        """Where the start page is."""
        return f"http://{LOOPBACK}:{self.server_port}/"

    def show(self, files: Mapping[str, bytes]) -> None:
        """Show these files from now on."""
        with self._changed:
            self._files = files
            self._version += 1
            self._changed.notify_all()

    def file(self, path: str) -> bytes | None:
        """A file by its path; paths lead nowhere but into the files that are shown."""
        return self._files.get(f"{path}index.html" if path.endswith("/") or not path else path)

    def version_after(self, seen: str) -> int:
        """The number of the site, once it is another than the one seen, or after a while."""
        with self._changed:
            if seen == str(self._version):
                self._changed.wait(_WAIT)
            return self._version

    def is_at_home(self, host: str) -> bool:
        """Whether a request was meant for this machine, and not for a name that leads here."""
        return host in {f"{name}:{self.server_port}" for name in (LOOPBACK, "localhost")}


class _Handler(BaseHTTPRequestHandler):
    server: Shop
    server_version = "wirctl"
    sys_version = ""

    def do_GET(self) -> None:
        if not self.server.is_at_home(self.headers.get("Host", "")):
            self._answer(HTTPStatus.FORBIDDEN, b"", "text/plain")
            return
        address = urlsplit(self.path)
        if address.path.startswith(_OWN):
            self._own(address.path.removeprefix(_OWN), parse_qs(address.query))
            return
        path = unquote(address.path, errors="replace").lstrip("/")
        data = self.server.file(path)
        if data is None:
            self._answer(HTTPStatus.NOT_FOUND, b"404", "text/plain")
            return
        kind = "text/html" if path.endswith(("/", ".html")) or not path else _kind(path)
        self._answer(HTTPStatus.OK, _reloading(data) if kind == "text/html" else data, kind)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _own(self, name: str, query: Mapping[str, list[str]]) -> None:
        if name == "reload.js":
            self._answer(HTTPStatus.OK, _RELOAD, "text/javascript")
        elif name == "version":
            seen = query.get("seen", [""])[0]
            version = self.server.version_after(seen)
            self._answer(HTTPStatus.OK, str(version).encode(), "text/plain")
        else:
            self._answer(HTTPStatus.NOT_FOUND, b"404", "text/plain")

    def _answer(self, status: HTTPStatus, data: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of single requests."""


def _kind(path: str) -> str:
    known = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
    end = path.rpartition(".")[2]
    return known.get(end) or mimetypes.guess_type(path)[0] or "application/octet-stream"


def _reloading(page: bytes) -> bytes:
    """The page with the script that loads it again, which may ask this server only."""
    page = page.replace(_POLICY, _POLICY + b"connect-src 'self'; ", 1)
    return page.replace(b"</head>", b'<script src="/.wirctl/reload.js" defer></script>\n</head>', 1)
