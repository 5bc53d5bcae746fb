"""Fresh sites: what is written, when nothing is, and that they build, convert and publish."""

import json
import os
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml

from dateline import scaffold
from dateline.articles import read_article
from dateline.events import SCHEMA_NAME
from dateline.exceptions import DatelineError
from dateline.merging import build_events
from dateline.names import NAMES_SCHEMA_NAME
from dateline.scaffold import new_site

ROOT = Path(__file__).parents[1]
WRITTEN = [
    ".github/workflows/pages.yml",
    ".gitignore",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    "content/articles/example-gazette-2024-03-06.md",
    "content/events/2024/2024-03-04-ada-sample-meets-ben-placeholder.yml",
    "content/index.md",
    "mkdocs.yml",
    "requirements.txt",
]
ARTICLE, EVENT = WRITTEN[4:6]
OFFICIAL = {
    "actions/checkout",
    "actions/setup-python",
    "actions/configure-pages",
    "actions/upload-pages-artifact",
    "actions/deploy-pages",
}


@pytest.fixture
def fresh(tmp_path):
    folder = tmp_path / "harbour-news"
    new_site(folder)
    return folder


def contents(folder):
    """Every file and folder below a folder; the bytes of the files."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


def files_in(folder):
    return {path: data for path, data in contents(folder).items() if data is not None}


def settings(folder):
    """The settings as text: ``!ENV [NAME, default]`` as that list."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node))
    return yaml.load((folder / "mkdocs.yml").read_text(encoding="utf-8"), Loader)


def build(folder, **environment):
    bare = {name: value for name, value in os.environ.items() if not name.endswith(("_URL", "_URI"))}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env=bare | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_it_names_every_file_that_it_wrote(tmp_path):
    folder = tmp_path / "news"
    written = new_site(folder)
    assert written == [folder / path for path in WRITTEN]
    assert sorted(files_in(folder)) == WRITTEN


def test_folders_above_are_made_and_an_empty_folder_is_taken(tmp_path):
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "empty", tmp_path / "a" / "b"):
        new_site(folder)
        assert sorted(files_in(folder)) == WRITTEN


def test_paths_are_given_from_where_the_caller_stands(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert new_site(Path("news"))[-1] == Path("news/requirements.txt")


def test_the_files_do_not_depend_on_where_they_are_written(tmp_path):
    """So they hold no path of this computer."""
    new_site(tmp_path / "one", "The harbour")
    new_site(tmp_path / "deep" / "two", "The harbour")
    assert files_in(tmp_path / "one") == files_in(tmp_path / "deep" / "two")


@pytest.mark.parametrize(
    ("folder", "name"),
    [("harbour-news", "Harbour news"), ("Iran_und_Irak", "Iran und Irak"), ("-", "Timeline")],
)
def test_without_a_title_the_folder_names_the_timeline(tmp_path, folder, name):
    new_site(tmp_path / folder)
    assert settings(tmp_path / folder)["site_name"] == name


def test_the_folder_that_one_stands_in_has_a_name_too(tmp_path, monkeypatch):
    folder = tmp_path / "harbour"
    folder.mkdir()
    monkeypatch.chdir(folder)
    new_site(Path())
    assert settings(folder)["site_name"] == "Harbour"


@pytest.mark.parametrize(
    "title",
    [
        "NO",
        "2014",
        "Who: when? # what",
        "'quoted' \"twice\"",
        "<<heading>>",
        "ایران و عراق",
        "می‌روند",
        "x" * 300,
    ],
)
def test_any_title_survives_as_the_name_of_the_site(tmp_path, title):
    new_site(tmp_path / "news", title)
    assert settings(tmp_path / "news")["site_name"] == title


@pytest.mark.parametrize("title", ["two\nlines", " two \x07 lines ", "two\udce9lines", "two\u2028lines"])
def test_a_title_is_one_line_of_writable_characters(tmp_path, title):
    new_site(tmp_path / "news", title)
    assert settings(tmp_path / "news")["site_name"] == "two lines"
    assert "# two lines\n" in (tmp_path / "news" / "content/index.md").read_text(encoding="utf-8")


def test_a_title_of_blanks_is_none(tmp_path):
    new_site(tmp_path / "news", " ")
    assert settings(tmp_path / "news")["site_name"] == "News"


def test_a_folder_with_something_in_it_is_left_as_it_is(tmp_path):
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "mkdocs.yml").write_text("mine")
    with pytest.raises(
        DatelineError, match=r"notes: the folder is not empty .*: give the name of a new folder"
    ):
        new_site(tmp_path / "notes")
    assert contents(tmp_path) == {"notes": None, "notes/mkdocs.yml": b"mine"}


def test_a_fresh_site_is_not_made_twice(fresh):
    (fresh / "content/index.md").write_text("mine")
    before = contents(fresh)
    with pytest.raises(DatelineError, match="not empty"):
        new_site(fresh)
    assert contents(fresh) == before


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "clipping").write_text("mine")
    with pytest.raises(DatelineError, match="clipping: this is a file: give the name of a new folder"):
        new_site(tmp_path / "clipping")
    assert contents(tmp_path) == {"clipping": b"mine"}


def test_where_nothing_can_be_written_it_says_so(tmp_path):
    (tmp_path / "clipping").write_text("mine")
    with pytest.raises(DatelineError, match=r"cannot be written \(Not a directory\): check the rights"):
        new_site(tmp_path / "clipping" / "news")
    assert contents(tmp_path) == {"clipping": b"mine"}


def test_the_site_builds_strictly_and_shows_the_example(fresh):
    site = build(fresh)
    assert "Ada Sample meets Ben Placeholder" in (site / "index.html").read_text(encoding="utf-8")
    assert (site / "events" / Path(EVENT).stem / "index.html").exists()


@pytest.mark.parametrize("title", ["A *b* <i>c</i> [d](e) `f` _g_ & \\h #", "ایران و عراق"])
def test_a_title_is_shown_as_it_was_typed(tmp_path, title):
    """What means something in Markdown or HTML is shown, not obeyed."""
    import html

    new_site(tmp_path / "news", title)
    home = (build(tmp_path / "news") / "index.html").read_text(encoding="utf-8")
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", home, re.DOTALL)
    assert heading
    assert html.unescape(re.sub(r"<a class=\"headerlink\".*", "", heading[1])) == title


def test_what_the_workflow_sets_gives_correction_links_and_addresses(fresh):
    site = build(
        fresh,
        SITE_URL="https://harbour.example/news",
        REPO_URL="https://git.example/harbour/news",
        EDIT_URI="https://git.example/harbour/news/edit/main/content/",
    )
    page = (site / "events" / Path(EVENT).stem / "index.html").read_text(encoding="utf-8")
    assert f'href="https://git.example/harbour/news/edit/main/{EVENT}"' in page
    assert "https://harbour.example/news/" in (site / "sitemap.xml").read_text(encoding="utf-8")
    # The page for lost addresses is shown at any depth, so its own links start at the site's root.
    assert 'href="/news/' in (site / "404.html").read_text(encoding="utf-8")


def test_there_is_nothing_to_correct(fresh):
    from dateline.events import check

    assert check(fresh / "content") == []


def test_the_example_event_is_what_conversion_makes_of_the_example_article(fresh):
    """Name, place and every byte of its file; and no other event."""
    from dateline.events import write_events

    example = {EVENT: (fresh / EVENT).read_bytes()}
    (fresh / EVENT).unlink()
    write_events(build_events([read_article(fresh / ARTICLE)]), fresh / "content")
    assert events_of(fresh) == example


def test_conversion_leaves_the_example_as_it_is(fresh):
    from dateline.events import write_events

    example = {EVENT: (fresh / EVENT).read_bytes()}
    report = write_events(build_events([read_article(fresh / ARTICLE)]), fresh / "content")
    assert list(report.new) == []
    assert list(report.changed) == []
    assert events_of(fresh) == example


def events_of(folder):
    return {path: data for path, data in files_in(folder).items() if re.search(r"/events/.*\.ya?ml$", path)}


@pytest.mark.parametrize("site", ["fresh", "ours"])
def test_an_editor_is_told_which_schemas_event_files_and_names_have(site, request):
    """The schemas that `dateline new` and `dateline convert` write; YAML is indented with spaces."""
    folder = request.getfixturevalue("fresh") if site == "fresh" else ROOT
    settings = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {
        f"./content/{SCHEMA_NAME}": ["content/events/**/*.yml", "content/events/**/*.yaml"],
        f"./content/{NAMES_SCHEMA_NAME}": "content/names.yml",
    }
    assert settings["[yaml]"]["editor.insertSpaces"] is True


def test_build_output_and_environments_stay_out_of_git(fresh):
    assert (fresh / ".gitignore").read_text(encoding="utf-8").split() == ["/.venv/", "/site/"]


class Installed:
    """Dateline as pip says it was installed."""

    version = "1.4.2"

    def __init__(self, origin: dict[str, object] | None) -> None:
        self._origin = origin

    def read_text(self, name: str) -> str | None:
        assert name == "direct_url.json"
        return None if self._origin is None else json.dumps(self._origin)


COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("origin", "requirement"),
    [
        (None, "dateline[pictures]~=1.4.2"),
        ({"url": "file:///somewhere/dateline", "dir_info": {"editable": True}}, "dateline[pictures]~=1.4.2"),
        (
            {"url": "https://git.example/dateline", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            f"dateline[pictures] @ git+https://git.example/dateline@{COMMIT}",
        ),
        (
            {"url": "file:///somewhere/dateline", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            "dateline[pictures]~=1.4.2",
        ),
    ],
)
def test_the_site_asks_for_the_dateline_that_made_it(tmp_path, monkeypatch, origin, requirement):
    """The released version, or the commit where it came from a repository on the web."""
    monkeypatch.setattr(scaffold.fresh_site, "distribution", {"dateline": Installed(origin)}.get)
    new_site(tmp_path / "news")
    assert asked_for(tmp_path / "news") == [requirement]


def test_without_a_conversion_library(fresh):
    """The site half is enough to publish."""
    assert len(asked_for(fresh)) == 1
    assert asked_for(fresh)[0].startswith("dateline[pictures]")
    assert "convert" not in asked_for(fresh)[0]
    assert version("dateline") in asked_for(fresh)[0] or "git+https://" in asked_for(fresh)[0]


def asked_for(folder):
    lines = (folder / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@pytest.fixture(params=["fresh", "ours"])
def workflow(request):
    folder = request.getfixturevalue("fresh") if request.param == "fresh" else ROOT
    text = (folder / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8")
    # BaseLoader keeps `on` a text, as GitHub does.
    return yaml.load(text, yaml.BaseLoader)


def test_only_publishing_may_write_and_only_to_pages(workflow):
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"].keys() == {"build", "deploy"}
    assert workflow["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}


def test_pull_requests_are_checked_and_only_main_is_published(workflow):
    assert workflow["on"] == {"push": {"branches": ["main"]}, "pull_request": "", "workflow_dispatch": ""}
    assert workflow["jobs"]["deploy"]["if"] == "github.ref == 'refs/heads/main'"
    assert workflow["jobs"]["deploy"]["needs"] == "build"


def test_no_deployment_is_cut_short_by_the_next(workflow):
    assert workflow["concurrency"] == {"group": "pages-${{ github.ref }}", "cancel-in-progress": "false"}


def test_only_official_actions_run(workflow):
    used = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert {name.partition("@")[0] for name in used} == OFFICIAL
    assert all(re.fullmatch(r"[^@]+@(v\d+|[0-9a-f]{40})", name) for name in used)


def test_no_text_from_outside_reaches_a_shell(workflow):
    """Expressions are filled in before the shell reads the line."""
    assert not [line for line in commands(workflow) if "${{" in line]


def test_the_site_is_checked_before_it_is_built_strictly(workflow):
    assert commands(workflow)[-2:] == ["dateline check --format github", "mkdocs build --strict"]


def test_each_installs_the_site_half_alone(fresh):
    """A fresh site what it asks for; this repository what is locked, by hash, and itself."""
    installs = {}
    for folder in (fresh, ROOT):
        text = (folder / ".github/workflows/pages.yml").read_text(encoding="utf-8")
        installs[folder] = commands(yaml.load(text, yaml.BaseLoader))[:-2]
    assert installs == {
        fresh: ["pip install -r requirements.txt"],
        ROOT: [
            "pip install --require-hashes -r requirements/site.lock",
            "pip install --no-deps --no-build-isolation .",
        ],
    }


def commands(workflow):
    return [step["run"] for step in workflow["jobs"]["build"]["steps"] if "run" in step]
