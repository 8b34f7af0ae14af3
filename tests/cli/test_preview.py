"""`wirctl preview`: whom it answers, what it shows, and that it shows what was saved."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from contextlib import suppress
from http.client import HTTPConnection
from threading import Thread, Timer
from time import monotonic, sleep
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from commands import PATIENCE, environment, run
from small_plan import PLAN
from wirctl.cli.config import Config
from wirctl.cli.place import Place, find_place
from wirctl.cli.preview import Watch, _renew
from wirctl.cli.serving import LOOPBACK, Shop
from wirctl.cli.words import Speech

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = b"<head><meta content=\"default-src 'none'; script-src 'self'\"></head>"


@pytest.fixture
def shop() -> Iterator[Shop]:
    opened = Shop(0)
    opened.show({"index.html": PAGE, "assets/site.css": b"a{}"})
    Thread(target=opened.serve_forever, args=(0.01,), daemon=True).start()
    yield opened
    opened.shutdown()
    opened.server_close()


def ask(shop: Shop, path: str, host: str = "", method: str = "GET") -> tuple[int, bytes]:
    """Status and body of the answer."""
    connection = HTTPConnection(LOOPBACK, shop.server_port, timeout=PATIENCE)
    connection.request(method, path, headers={"Host": host or f"localhost:{shop.server_port}"})
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def test_page_is_shown_and_asks_whether_it_is_still_the_same(shop: Shop) -> None:
    status, data = ask(shop, "/")
    assert status == 200
    assert b"default-src 'none'; connect-src 'self'; script-src 'self'" in data
    assert b'<script src="/.wirctl/reload.js" defer></script>\n</head>' in data
    assert ask(shop, "/index.html?x=1") == (status, data)
    assert ask(shop, "/assets/site.css") == (200, b"a{}")
    assert ask(shop, "/", method="HEAD") == (200, b"")


@pytest.mark.parametrize(
    "path",
    ["/../plan.yaml", "/%2e%2e/plan.yaml", "//etc/passwd", "/assets/", "/none", "/.wirctl/x"],
)
def test_nothing_but_the_files_of_the_site_is_shown(path: str, shop: Shop) -> None:
    assert ask(shop, path)[0] == 404


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1", "localhost:1", "evil.localhost:80"])
def test_request_meant_for_another_name_is_refused(host: str, shop: Shop) -> None:
    assert ask(shop, "/", host) == (403, b"")


def test_only_this_machine_is_answered(shop: Shop) -> None:
    assert shop.server_address[0] == LOOPBACK
    assert shop.address == f"http://127.0.0.1:{shop.server_port}/"


def test_page_hears_of_the_next_version(shop: Shop) -> None:
    assert ask(shop, "/.wirctl/version?seen=") == (200, b"1")
    Thread(target=lambda: shop.show({"index.html": b"new"}), daemon=True).start()
    assert ask(shop, "/.wirctl/version?seen=1") == (200, b"2")
    assert ask(shop, "/")[1] == b"new"


def test_saved_file_is_shown_and_a_broken_one_keeps_what_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "plan" / "plan.yaml"
    file.parent.mkdir()
    file.write_text(PLAN, encoding="utf-8")
    watch, say = Watch(Place(file.parent, Config()), ""), Speech("de")
    with Shop(0) as shop:
        assert watch.has_changed()
        assert not watch.has_changed()
        _renew(shop, watch, say)
        before = shop.file("index.html")
        assert before is not None
        file.write_text("id: [\n", encoding="utf-8")
        assert watch.has_changed()
        _renew(shop, watch, say)
        assert shop.file("index.html") == before
        assert "Fehler" in capsys.readouterr().err
        file.write_text(PLAN.replace("title: ", "title: Neuer "), encoding="utf-8")
        assert watch.has_changed()
        _renew(shop, watch, say)
        assert b"Neuer" in (shop.file("index.html") or b"")


def test_template_that_is_saved_is_shown(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan/plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "wirctl.toml").write_text('templates = "own"\n', encoding="utf-8")
    template = tmp_path / "own/html/search.html.j2"
    template.parent.mkdir(parents=True)
    watch = Watch(find_place(str(tmp_path / "plan"), str(tmp_path / "wirctl.toml")), "")
    for words in ("Alt", "Neu"):
        template.write_text(
            f'{{% extends "base.html.j2" %}}{{% block main %}}<h1>{words}</h1>{{% endblock %}}',
            encoding="utf-8",
        )
        assert f"<h1>{words}</h1>".encode() in watch.render()["search.html"]


@pytest.mark.parametrize(
    ("port", "words"),
    [("http", "http ist kein Anschluss"), ("70000", "70000 ist kein Anschluss")],
)
def test_port_that_is_none_is_refused(
    port: str,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = run(capsys, "preview", "--port", port)
    assert result.code == 2
    assert words in result.err


@pytest.mark.slow
def test_command_says_at_once_where_the_pages_are_shows_what_is_saved_and_ends_when_asked(
    tmp_path: Path,
) -> None:
    file = tmp_path / "plan" / "plan.yaml"
    file.parent.mkdir()
    file.write_text(PLAN, encoding="utf-8")
    ends_on_interrupt = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    program = f"{ends_on_interrupt}from wirctl.cli.entry import main; main()"
    running = subprocess.Popen(
        [sys.executable, "-c", program, "preview", "--port", "0"],
        cwd=tmp_path,
        env={name: word for name, word in environment().items() if name != "PYTHONUNBUFFERED"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    guard = Timer(PATIENCE / 3, running.kill)
    guard.start()
    try:
        assert running.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:([0-9]+)/", running.stdout.readline())
        assert found is not None
        assert shown_at(int(found[1]), "<h1>Ein Plan</h1>")
        file.write_text(PLAN.replace("Ein Plan", "Noch einer"), encoding="utf-8")
        assert shown_at(int(found[1]), "<h1>Noch einer</h1>")
        running.send_signal(signal.SIGINT)
        rest, _ = running.communicate(timeout=PATIENCE)
        assert (running.returncode, len(rest.splitlines())) == (0, 1)
    finally:
        guard.cancel()
        running.kill()
        running.communicate()


def shown_at(port: int, words: str) -> bool:
    """Whether the start page comes to say this."""
    end = monotonic() + PATIENCE / 10
    while monotonic() < end:
        with suppress(OSError), urlopen(f"http://{LOOPBACK}:{port}/") as page:
            if words in page.read().decode():
                return True
        sleep(0.05)
    return False
