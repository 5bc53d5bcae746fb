"""Pages made when they are asked for, and folders watched by what the system tells."""

import time

import pytest
from mkdocs.livereload import LiveReloadServer

from dateline.model import Event
from dateline.plugin import watching
from dateline.plugin.preview import Preview
from dateline.plugin.watching import watch
from dateline.site import Options, Site

PAGE = "events/ferry/index.html"


def site(title):
    return Site([Event("ferry", "2020", title)], [], Options(shell=lambda page: page.content))


def sends(folder):
    """A server as MkDocs' is: it sends what stands in its folder."""

    def server(environ, start_response):
        file = folder / environ["PATH_INFO"].lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        start_response("200 OK" if file.exists() else "404 Not Found", [])
        return [file.read_bytes() if file.exists() else b""]

    return server


def ask(server, path):
    said = []
    body = server({"PATH_INFO": path}, lambda *line: said.append(line))
    return said[0][0], b"".join(body).decode()


@pytest.mark.parametrize("path", [f"/{PAGE}", "/events/ferry/", "/events/ferry", "/events//ferry/"])
def test_a_page_is_written_when_somebody_asks_for_it(tmp_path, path):
    preview = Preview()
    preview.show(site("Ferry sinks"), tmp_path, frozenset())
    assert list(tmp_path.iterdir()) == []
    status, body = ask(preview.before(sends(tmp_path), "/"), path)
    assert status == "200 OK"
    assert "Ferry sinks" in body


@pytest.mark.parametrize("path", ["events.csv", "events.json", "events.ics", "datapackage.json"])
def test_a_file_for_other_programs_is_made_when_somebody_asks_for_it(tmp_path, path):
    preview = Preview()
    preview.show(site("Ferry sinks"), tmp_path, frozenset())
    status, body = ask(preview.before(sends(tmp_path), "/"), f"/{path}")
    assert status == "200 OK"
    assert body == site("Ferry sinks").page(path)


def test_nothing_outside_of_the_site_is_written(tmp_path):
    preview = Preview()
    preview.show(site("Ferry sinks"), tmp_path / "site", frozenset())
    server = preview.before(sends(tmp_path), "/sub/")
    for path in ("/sub/../events/ferry/", "/events/ferry/", "/sub/nothing/", "/sub/"):
        ask(server, path)
    assert list(tmp_path.iterdir()) == []


def test_a_page_of_the_sites_own_stays(tmp_path):
    (tmp_path / PAGE).parent.mkdir(parents=True)
    (tmp_path / PAGE).write_text("Written by hand", encoding="utf-8")
    preview = Preview()
    preview.show(site("Ferry sinks"), tmp_path, frozenset({PAGE}))
    assert ask(preview.before(sends(tmp_path), "/"), f"/{PAGE}") == ("200 OK", "Written by hand")


def test_an_answer_that_a_build_has_overtaken_is_not_sent(tmp_path):
    """MkDocs waits for the build inside its own answer: what was there before is gone or old by then."""
    preview = Preview()
    preview.show(site("Ferry sinks"), tmp_path, frozenset())
    real, builds = sends(tmp_path), []

    def slow(environ, start_response):
        if not builds:
            preview.clear()
            (tmp_path / PAGE).unlink()
            builds.append("one")
            answer = real(environ, start_response)
            preview.show(site("Ferry floats"), tmp_path, frozenset())
            return answer
        return real(environ, start_response)

    status, body = ask(preview.before(slow, "/"), f"/{PAGE}")
    assert status == "200 OK"
    assert "Ferry floats" in body


@pytest.fixture
def server(tmp_path):
    made = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path / "site"))
    made.watch(str(tmp_path))
    yield made
    made.server_close()


def test_few_files_are_left_to_mkdocs(server, tmp_path):
    looking = server.observer
    assert watch(server, str(tmp_path)) is None
    assert server.observer is looking


def test_of_many_files_the_system_tells_edits_and_not_readings(server, tmp_path, monkeypatch):
    monkeypatch.setattr(watching, "_MANY", 1)
    file = tmp_path / "events" / "ferry.yml"
    file.parent.mkdir()
    file.write_text("date: 2020\n", encoding="utf-8")
    looking = server.observer
    watcher = watch(server, str(tmp_path))
    try:
        assert server.observer is looking, "it goes on with everything else"
        file.read_text(encoding="utf-8")
        time.sleep(0.5)
        assert not server._want_rebuild
        file.write_text("date: 2021\n", encoding="utf-8")
        until = time.monotonic() + 20
        while not server._want_rebuild and time.monotonic() < until:
            time.sleep(0.05)
        assert server._want_rebuild
    finally:
        watcher.stop()


def test_where_the_system_watches_no_more_folders_mkdocs_goes_on_looking(server, tmp_path, monkeypatch):
    def refuses(_self):
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watching, "_MANY", 0)
    monkeypatch.setattr(watching.Watcher, "start", refuses)
    looking = server.observer
    assert watch(server, str(tmp_path)) is None
    assert server.observer is looking
    assert str(tmp_path) in server._watched_paths
