"""The MkDocs plugin: whole sites built for real, in every theme, strictly."""

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from dateline.events import check, event_schema
from dateline.names import names_schema

SAMPLE = Path(__file__).parent / "site" / "sample"
EVENT = "events/2020-01-03-petrel-rammed/index.html"
# Stands in an article and in no quote of an event.
UNQUOTED = "We will sign by the summer of 2024"
PATHS = {
    "index.html",
    "404.html",
    "about/index.html",
    EVENT,
    "articles/index.html",
    "articles/chronicle-rammed/index.html",
    "people/index.html",
    "people/velmarks-navy/index.html",
    "places/halden-sound/index.html",
    "tags/collision/index.html",
    "assets/dateline.css",
    "assets/embed.js",
    "embed/index.html",
    "outlets/harbour-post/index.html",
    "telling/index.html",
}


class Project:
    """A site's source folder, built on demand."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.content = root / "content"
        self.site = root / "site"
        shutil.copytree(SAMPLE, self.content)

    def configure(self, lines: str = "", theme: str = "dateline", plugins: str = "[dateline]") -> None:
        (self.root / "mkdocs.yml").write_text(
            f"site_name: The Halden Sound\ndocs_dir: content\ntheme: {theme}\nplugins: {plugins}\n{lines}\n",
            encoding="utf-8",
        )

    def run(self, *arguments: str, tool: str = "mkdocs") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", tool, "build", *arguments],
            cwd=self.root,
            capture_output=True,
            text=True,
            check=False,
        )

    def build(self, *arguments: str, tool: str = "mkdocs") -> None:
        done = self.run("--strict", *arguments, tool=tool)
        assert done.returncode == 0, done.stderr
        assert "WARNING -" not in done.stderr
        assert "ERROR -" not in done.stderr

    def page(self, path: str) -> str:
        return (self.site / path).read_text(encoding="utf-8")

    def written(self) -> set[str]:
        return {file.relative_to(self.site).as_posix() for file in self.site.rglob("*") if file.is_file()}


@pytest.fixture
def project(tmp_path) -> Project:
    made = Project(tmp_path)
    made.configure()
    return made


def test_the_theme_works_with_or_without_directory_urls(project):
    project.configure("use_directory_urls: false")
    project.build()
    assert PATHS - {"about/index.html"} | {"about.html"} <= project.written()
    assert f'href="{EVENT}"' in project.page("index.html")
    assert 'href="../../about.html"' in project.page(EVENT)


@pytest.mark.parametrize("directory_urls", ["true", "false"])
@pytest.mark.parametrize("theme", ["dateline", "mkdocs", "readthedocs", "material"])
def test_every_theme_builds_strictly_around_every_page(project, theme, directory_urls):
    project.configure(f"use_directory_urls: {directory_urls}", theme=theme, plugins="[search, dateline]")
    project.build()
    assert PATHS - {"about/index.html"} <= project.written()
    for path in PATHS - {"404.html", "about/index.html", "embed/index.html"}:
        if path.endswith(".html"):
            page = project.page(path)
            assert page.count("<h1") == 1, path
            assert "assets/dateline.css" in page
            assert "dateline" in page
            assert "datelinegap" not in page
    assert "<title>A boat rams the Orsan survey ship Petrel off Skar Point" in project.page(EVENT)


@pytest.mark.parametrize("theme", ["dateline", "mkdocs", "readthedocs", "material"])
def test_every_page_leads_to_the_data_in_every_theme(project, theme):
    """In its head for programs, and as a link for people; the timeline's own pages and others."""
    project.configure("site_url: https://sound.example/", theme=theme)
    project.build()
    for path in PATHS - {"404.html", "embed/index.html"}:
        if path.endswith(".html"):
            page, up = project.page(path), "../" * path.count("/")
            assert page.count(f'<link rel="alternate" type="application/atom+xml" href="{up}feed.xml">') == 1
            assert page.count('<meta property="og:title"') == 1
            assert re.search(r'href="(\.\./)*(\./)?data/"', page), path
    assert '<meta property="og:title" content="The Halden Sound">' in project.page("index.html")
    assert '<meta property="og:title" content="About' in project.page("about/index.html")
    assert '<script type="application/ld+json">' in project.page(EVENT)


def test_the_sitemap_has_the_pages_of_both_and_a_compressed_twin(project):
    project.configure("site_url: https://sound.example/archive")
    project.build()
    listed = re.findall("<loc>(.*?)</loc>", project.page("sitemap.xml"))
    pages = {path for path in project.written() if path.endswith("index.html") and path != "embed/index.html"}
    assert sorted(listed) == sorted(
        f"https://sound.example/archive/{path.removesuffix('index.html')}" for path in pages
    )
    assert gzip.decompress((project.site / "sitemap.xml.gz").read_bytes()).decode() == project.page(
        "sitemap.xml"
    )


def test_without_site_url_a_note_says_what_is_left_out_and_the_build_is_clean(project):
    done = project.run("--strict")
    assert done.returncode == 0
    assert (
        "INFO    -  dateline: mkdocs.yml has no site_url: feeds, sitemap and preview pictures" in done.stderr
    )
    assert not {"feed.xml", "feed.json", "assets/timeline.png"} & project.written()
    assert {"events.csv", "events.json", "events.ics", "datapackage.json"} <= project.written()


def test_the_feed_tells_when_an_event_was_committed_and_is_the_same_for_everybody(project, tmp_path):
    """Built twice from one commit, at different times and in different folders, no byte differs."""
    project.configure("site_url: https://sound.example/")
    git = ["git", "-C", str(project.root), "-c", "user.name=A", "-c", "user.email=a@sound.example"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "add", "content", "mkdocs.yml"], check=True)
    dates = {"GIT_COMMITTER_DATE": "2023-04-05T06:07:08+02:00", "GIT_AUTHOR_DATE": "2023-04-05T06:07:08Z"}
    subprocess.run([*git, "commit", "--quiet", "-m", "All"], check=True, env=os.environ | dates)
    project.build()
    feed = project.page("feed.xml")
    assert "<updated>2023-04-05T04:07:08Z</updated>" in feed
    copied = tmp_path / "copied"
    subprocess.run(["git", "clone", "--quiet", project.root, copied], check=True)
    again = Project.__new__(Project)
    again.root, again.content, again.site = copied, copied / "content", copied / "site"
    again.build()
    files = {
        "feed.xml",
        "feed.json",
        "events.ics",
        "events.csv",
        "events.json",
        "sitemap.xml",
        "datapackage.json",
    }
    assert {name: again.page(name) for name in files} == {name: project.page(name) for name in files}


@pytest.mark.parametrize("theme", ["dateline", "material"])
def test_properdocs_builds_the_site_too(project, theme):
    project.configure(theme=theme)
    project.build("-f", "mkdocs.yml", tool="properdocs")
    assert project.written() >= PATHS


def test_neither_the_files_nor_the_text_of_articles_and_events_reach_the_site(project):
    (project.content / "names.yml").write_text("[]\n", encoding="utf-8")
    project.configure(theme="material", plugins="[search, dateline]")
    project.build()
    assert not [path for path in project.written() if path.endswith((".yml", ".yaml", ".md", ".jsonl"))]
    telling = [path for path in project.written() if UNQUOTED.encode() in (project.site / path).read_bytes()]
    assert telling == []


def test_the_schemas_stand_at_the_root_of_the_site_as_this_version_reads_them(project):
    (project.content / "event.schema.json").write_text('{"title": "of an earlier version"}', encoding="utf-8")
    project.build()
    assert json.loads(project.page("event.schema.json")) == event_schema()
    assert json.loads(project.page("names.schema.json")) == names_schema()


def test_the_text_of_articles_is_published_on_request(project):
    project.configure(plugins="[{dateline: {publish_text: true}}]")
    project.build()
    assert UNQUOTED in project.page("articles/harbour-post-2023-03-14/index.html")


def test_generated_pages_stay_out_of_the_navigation_but_for_the_lists(project):
    project.build()
    navigation = project.page("about/index.html").split("</nav>")[0]
    links = [part.split('"')[0] for part in navigation.split('href="')[1:]]
    assert links[-5:] == ["../people/", "../places/", "../tags/", "../outlets/", "../articles/"]
    assert not [link for link in links if "events/" in link]


def test_a_list_is_lit_up_in_the_navigation_on_its_pages(project):
    project.build()
    assert '<a href="../" aria-current="true">People</a>' in project.page("people/orsa/index.html")
    assert '<a href="../../people/">People</a>' in project.page(EVENT)


def test_pages_know_their_address_and_where_they_are_edited(project):
    project.configure(
        "site_url: https://org.example/sound\n"
        "repo_url: https://github.com/example/sound\nedit_uri_template: blob/main/content/{path}?plain=1"
    )
    project.build()
    page = project.page(EVENT)
    assert '<link rel="canonical" href="https://org.example/sound/events/2020-01-03-petrel-rammed/">' in page
    edit = (
        "https://github.com/example/sound/blob/main/content/events/2020/2020-01-03-petrel-rammed.yml?plain=1"
    )
    assert f'class="dl-edit" href="{edit}"' in page
    assert "canonical" in project.page("people/index.html")
    assert "dl-edit" not in project.page("people/index.html")
    assert 'href="/sound/css/theme.css"' in project.page("404.html")


def test_only_the_home_page_carries_the_whole_timeline(project):
    project.build()
    assert project.page("index.html").count('class="dl-event"') == 18
    assert "dl-event" not in project.page("about/index.html")


def test_a_home_page_is_made_where_none_is_written(project):
    (project.content / "index.md").unlink()
    project.build()
    assert "<h1" in project.page("index.html")
    assert project.page("index.html").count('class="dl-event"') == 18


def test_a_site_without_events_builds(project):
    shutil.rmtree(project.content / "events")
    shutil.rmtree(project.content / "articles")
    project.build()
    assert "No events yet" in project.page("index.html")


def test_a_fault_in_an_event_is_a_warning_with_its_place_and_strict_builds_fail(project):
    faulty = project.content / "events" / "2020" / "2020-02-30-no-such-day.yml"
    faulty.write_text("title: No such day\ndate: 2020-02-30\n", encoding="utf-8")
    lenient, strict = project.run(), project.run("--strict")
    assert lenient.returncode == 0
    assert "content/events/2020/2020-02-30-no-such-day.yml:2:7:" in lenient.stderr
    assert project.page("index.html").count('class="dl-event"') == 18
    assert strict.returncode == 1
    assert "2020-02-30-no-such-day.yml:2:7:" in strict.stderr


def test_a_fault_in_an_article_is_a_warning_and_the_others_stay(project):
    (project.content / "articles" / "bad.md").write_text("---\ntitle: [\n---\nText\n", encoding="utf-8")
    done = project.run()
    assert done.returncode == 0
    assert done.stderr.count("content/articles/bad.md:") == 1
    assert (project.site / "articles" / "chronicle-rammed" / "index.html").exists()


def test_a_page_at_the_address_of_a_generated_one_is_kept_and_reported(project):
    (project.content / "people.md").write_text("# Who is who\n", encoding="utf-8")
    done = project.run("--strict")
    assert done.returncode == 1
    assert "people.md: a page of the timeline has the same address: rename the file" in done.stderr
    assert "Who is who" in project.page("people/index.html")


def test_the_home_page_is_described_by_its_events_unless_the_site_is(project):
    project.build()
    assert '<meta name="description" content="18 events, 2003–2030">' in project.page("index.html")
    project.configure("site_description: All about the sound")
    project.build()
    assert '<meta name="description" content="All about the sound">' in project.page("index.html")


def test_two_builds_write_the_same_bytes(project, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    project.build()
    once = {path: (project.site / path).read_bytes() for path in project.written()}
    project.build()
    assert {path: (project.site / path).read_bytes() for path in project.written()} == once


def test_our_theme_forbids_requests_to_other_hosts(project):
    project.build()
    for path in ("index.html", EVENT, "404.html"):
        assert "default-src 'self'" in project.page(path)
        assert "<script>" not in project.page(path)


def test_a_page_shows_timelines_and_links_events_and_slips_in_it_are_told_by_line(project):
    page = project.content / "about.md"
    text = (
        "---\ntitle: About\n---\n\n# About\n\n[[2020-01-03-petrel-rammed|The log]]\n\n"
        "```timeline\ntags: collision\n```\n"
    )
    page.write_text(text, encoding="utf-8")
    project.build()
    html = project.page("about/index.html")
    assert '<a href="../events/2020-01-03-petrel-rammed/">The log</a>' in html
    assert html.count('class="dl-event"') == 3
    page.write_text(text.replace("tags: coll", "tags: kol").replace("rammed|", "rammmed|"), encoding="utf-8")
    done = project.run("--strict")
    assert done.returncode == 1
    assert "content/about.md:10:7: tags has no 'kolision': write 'collision'" in done.stderr
    assert (
        "content/about.md:7:1: there is no event '2020-01-03-petrel-rammmed': "
        "write '2020-01-03-petrel-rammed'" in done.stderr
    )


@pytest.fixture
def preview(project, unused_port) -> Iterator[str]:
    """The address of a running preview."""
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "-a", f"127.0.0.1:{unused_port}"]
    with subprocess.Popen(command, cwd=project.root, stderr=subprocess.DEVNULL) as server:
        yield f"http://127.0.0.1:{unused_port}/"
        server.terminate()


def test_the_preview_shows_a_correction_as_soon_as_it_is_saved(project, preview):
    page = until(preview, lambda page: "Orsa calls its ambassador home" in page)
    # Live reload puts a script into the page, which the policy would block.
    assert "Content-Security-Policy" not in page
    event = project.content / "events" / "2020" / "2020-01-06-orsa-recalls-ambassador.yml"
    event.write_text(
        event.read_text(encoding="utf-8").replace("calls its ambassador home", "recalls its envoy"),
        encoding="utf-8",
    )
    until(preview, lambda page: "Orsa recalls its envoy" in page)
    until(f"{preview}{EVENT}", lambda page: "Orsa" in page)
    until(f"{preview}events/{event.stem}", lambda page: "Orsa recalls its envoy" in page)
    until(f"{preview}people/orsa/", lambda page: "Orsa recalls its envoy" in page)
    page = until(f"{preview}about/", lambda page: "<h1" in page)
    assert "people/" in page


def test_the_preview_keeps_serving_and_shows_a_mistake_until_it_is_corrected(project, preview):
    """A slip in an event, an article that cannot be read, a broken names.yml: each is told on the page."""
    until(preview, lambda page: 'class="dl-event"' in page)
    event = project.content / "events" / "2020" / "2020-01-06-orsa-recalls-ambassador.yml"
    article = project.content / "articles" / "chronicle-rammed.md"
    names = project.content / "names.yml"
    right = {file: file.read_text(encoding="utf-8") for file in (event, article)}
    event.write_text(right[event].replace("title:", "title"), encoding="utf-8")
    article.write_text("---\ntitle: [\n---\nText\n", encoding="utf-8")
    names.write_text("- name: [\n", encoding="utf-8")
    told = ["content/events/2020/" + event.name, "content/articles/chronicle-rammed.md", "content/names.yml"]
    page = until(preview, lambda page: all(f"<code>{path}:" in page for path in told))
    assert "A boat rams the Orsan survey ship" in page, "what is right is shown"
    assert "Orsa calls its ambassador home" not in page
    for path, file in {f"events/{event.stem}/": event, "articles/chronicle-rammed/": article}.items():
        page = until(preview + path, lambda page, file=file: f"{file.name}:" in page and "livereload" in page)
        assert page.count("<li><code>") == 1
        assert "<em>" in page, "and what to write instead"
    for file, text in right.items():
        file.write_text(text, encoding="utf-8")
    names.unlink()
    page = until(preview, lambda page: "dl-faults" not in page and "Orsa calls its ambassador home" in page)
    until(f"{preview}events/{event.stem}/", lambda page: "dl-faults" not in page)


def test_an_event_is_shown_without_what_is_wrong_and_the_list_says_what(project, preview):
    event = project.content / "events" / "2020" / "2020-01-06-orsa-recalls-ambassador.yml"
    event.write_text(event.read_text(encoding="utf-8") + "mood: sad\n", encoding="utf-8")
    page = until(f"{preview}events/{event.stem}/", lambda page: "dl-faults" in page)
    assert "Orsa calls its ambassador home" in page
    assert "mood" in page


def test_a_build_shows_no_list_of_mistakes_on_the_pages(project):
    faulty = project.content / "events" / "2020" / "2020-02-30-no-such-day.yml"
    faulty.write_text("title: No such day\ndate: 2020-02-30\n", encoding="utf-8")
    assert project.run().returncode == 0
    assert "dl-faults" not in project.page("index.html")
    assert not (project.site / "events" / faulty.stem).exists()


def test_a_build_warns_of_what_check_finds(project, monkeypatch):
    """Events, articles, names: the same lines in both."""
    monkeypatch.chdir(project.root)
    (project.content / "articles" / "bad.md").write_text("---\ntitle: [\n---\nText\n", encoding="utf-8")
    (project.content / "names.yml").write_text("- name: [\n", encoding="utf-8")
    (project.content / "events" / "2020" / "bad.yml").write_text("date: soon\n", encoding="utf-8")
    found = [str(finding) for finding in check(Path("content"))]
    assert len(found) > 2
    done = project.run()
    assert [line for line in found if line not in done.stderr] == []
    assert done.stderr.count("WARNING") == len(found)
    assert project.run("--strict").returncode == 1


def test_drafts_are_marked_or_left_out_and_rejected_events_never_shown(project):
    for name, status in {"shown": "reviewed", "waiting": "draft", "refused": "rejected"}.items():
        (project.content / "events" / "2020" / f"{name}.yml").write_text(
            f"date: 2020\ntitle: This one is {name}\nstatus: {status}\n", encoding="utf-8"
        )
    project.build()
    home = project.page("index.html")
    assert "This one is shown" in home
    assert "This one is waiting" in home
    assert "dl-draft" in project.page("events/waiting/index.html")
    assert "refused" not in home
    project.configure(plugins="[{dateline: {show_drafts: false}}]")
    project.build()
    home = project.page("index.html")
    assert "This one is shown" in home
    assert "waiting" not in home
    assert "dl-draft" not in home
    assert not {"events/waiting/index.html", "events/refused/index.html"} & project.written()


def test_events_of_less_importance_than_asked_for_have_no_pages_and_no_link_to_one(project):
    project.build()
    of_each = {path for path in project.written() if path.startswith("events/")}
    assert len(of_each) == 18
    project.configure(plugins="[{dateline: {event_pages_from: 5}}]")
    project.build()
    left = {path for path in project.written() if path.startswith("events/")}
    assert left < of_each
    linked = set()
    for path in project.written():
        if path.endswith(".html"):
            linked |= set(re.findall(r'"[./]*(events/[^/"]+/)"', project.page(path)))
    assert linked == {path.removesuffix("index.html") for path in left}
    assert project.page("index.html").count('class="dl-event"') == 18


def test_a_site_of_drafts_that_are_left_out_says_why_it_is_empty(project):
    shutil.rmtree(project.content / "events")
    project.configure(plugins="[{dateline: {show_drafts: false}}]")
    (project.content / "events").mkdir()
    (project.content / "events" / "waiting.yml").write_text("date: 2020\ntitle: Ferry\n", encoding="utf-8")
    project.build()
    assert "once a person has reviewed it" in project.page("index.html")


def test_a_mistake_can_be_reported_where_the_files_are_kept(project):
    project.configure(
        "site_url: https://org.example/sound\nrepo_url: https://gitlab.example.org/team/sound/\n"
        "edit_uri: -/edit/main/content/"
    )
    project.build()
    page = project.page(EVENT)
    link = re.search(r'href="([^"]*/issues/new[^"]*)"', page)[1].replace("&amp;", "&")
    base, _, query = link.partition("?")
    assert base == "https://gitlab.example.org/team/sound/-/issues/new"
    fields = dict(parse_qsl(query))
    assert fields["issue[title]"] == "Correction: A boat rams the Orsan survey ship Petrel off Skar Point"
    for fact in (
        "2020-01-03-petrel-rammed",
        "https://org.example/sound/events/2020-01-03-petrel-rammed/",
        "3 January 2020",
    ):
        assert fact in fields["issue[description]"]


def until(address: str, true: Callable[[str], bool]) -> str:
    """Ask for a page until it is as wanted; fails after half a minute."""
    for _ in range(150):
        try:
            with urllib.request.urlopen(address) as answer:
                page: str = answer.read().decode()
        except (urllib.error.URLError, ConnectionError):
            page = ""
        if true(page):
            return page
        time.sleep(0.2)
    pytest.fail(f"the preview never got there; what it showed last:\n{page[:2000]}")


@pytest.fixture
def unused_port() -> int:
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
