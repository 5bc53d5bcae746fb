"""`dateline render`: the same site without MkDocs."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from dateline.cli import main
from dateline.exceptions import SettingsError
from dateline.standalone import read_settings

SAMPLE = Path(__file__).parent / "site" / "sample"
EVENT = "events/2020-01-03-petrel-rammed/index.html"
SETTINGS = """\
site_name: The <Halden> Sound
site_url: https://sound.example/archive
docs_dir: content
theme: dateline
plugins: [{dateline: {pictures: 2, event_pages_from: 2}}]
repo_url: https://github.com/example/sound
edit_uri: edit/main/content/
"""
STORY = """\
---
description: How it began.
---
# The first year

See [[2020-01-03-petrel-rammed|the collision]], [about](../about.md#who) and ![a map](../map.svg).

```timeline
from: 2020
to: 2020
```
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    shutil.copytree(SAMPLE, tmp_path / "content")
    (tmp_path / "content" / "stories").mkdir()
    (tmp_path / "content" / "stories" / "first-year.md").write_text(STORY, encoding="utf-8")
    (tmp_path / "content" / "map.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(main, ["render", *arguments])


def written(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("directory_urls", ["true", "false"])
def test_the_files_are_those_of_mkdocs(project, directory_urls):
    """Every file is there, and every page holds the same between its frame, byte for byte."""
    (project / "mkdocs.yml").write_text(f"{SETTINGS}use_directory_urls: {directory_urls}\n", encoding="utf-8")
    result = run("out")
    assert result.exit_code == 0, result.output
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", "built"]
    subprocess.run(build, cwd=project, check=True)
    ours, theirs = written(project / "out"), written(project / "built")
    # The search of other themes, and a twin of the sitemap for crawlers of old.
    assert {path for path in theirs.keys() - ours.keys() if not path.startswith("search/")} == {
        "sitemap.xml.gz"
    }
    assert not ours.keys() - theirs.keys()
    events = [path for path in ours if path.startswith("events/")]
    assert len(events) == 18
    for path, content in ours.items():
        if path.endswith(".html"):
            # MkDocs leads home by "../." where "../" does.
            assert inside(content) == inside(theirs[path]), path
        elif path != "sitemap.xml":
            assert content == theirs[path], path


def inside(page):
    """What stands between the frame of a page, and what it tells other programs."""
    text = page.decode()
    main = re.search(r"<main.*</main>", text, re.DOTALL)
    assert main or "dl-home" in text
    head = re.search(r'<link rel="alternate".*?</head>', text, re.DOTALL)
    return (main[0] if main else text).replace('"/archive/."', '"/archive/"'), head and head[0]


def test_where_pages_are_named_by_files_even_the_frame_is_the_same(project):
    """Then there is but one way to write each link."""
    (project / "mkdocs.yml").write_text(f"{SETTINGS}use_directory_urls: false\n", encoding="utf-8")
    run("out")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", "built"], cwd=project, check=True
    )
    ours, theirs = written(project / "out"), written(project / "built")
    assert {path for path in ours if ours[path] != theirs[path]} == set()


def test_a_site_without_mkdocs_installed_renders(project):
    """No module of MkDocs is loaded."""
    code = (
        "import sys; sys.modules['mkdocs'] = None\n"
        "from pathlib import Path; from dateline.standalone import render_site\n"
        "render_site(Path(), Path('out'))\n"
        "assert not [name for name in sys.modules if name.startswith('mkdocs.')]\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=project, check=True)
    assert (project / "out" / EVENT).is_file()


def test_written_pages_have_their_links_pictures_and_timelines(project):
    run("out")
    page = (project / "out" / "stories" / "first-year" / "index.html").read_text(encoding="utf-8")
    assert '<a href="../../events/2020-01-03-petrel-rammed/">the collision</a>' in page
    assert '<a href="../../about/#who">about</a>' in page
    assert 'src="../../map.svg"' in page
    assert page.count("dl-title") == 6
    assert '<meta name="description" content="How it began.">' in page


def test_bare_pages_are_for_the_layout_of_another_generator(project):
    result = run("out", "--bare")
    assert result.exit_code == 0, result.output
    files = written(project / "out")
    assert "about/index.html" not in files
    for path in ("index.html", EVENT):
        text = files[path].decode()
        _, front, content = text.split("---\n", 2)
        assert yaml.safe_load(front).keys() == {"title", "description"}
        assert "<html" not in content
        assert "dateline" in content
    assert yaml.safe_load(files[EVENT].decode().split("---\n")[1])["title"].startswith("A boat rams")


def test_what_is_wrong_is_told_and_the_rest_is_written(project):
    (project / "content" / "events" / "bad.yml").write_text("date: soon\ntitle: x\n", encoding="utf-8")
    (project / "content" / "about.md").write_text("# About\n\n[[no-such-event]]\n", encoding="utf-8")
    result = run("out")
    assert result.exit_code == 0
    assert "content/events/bad.yml:1:7: 'soon' is not a date" in result.stderr
    assert "content/about.md:3:1: there is no event 'no-such-event'" in result.stderr
    assert "2 to correct" in result.stderr
    assert (project / "out" / EVENT).is_file()


@pytest.mark.parametrize("out", [".", "content", "content/site"])
def test_sources_are_never_written_over(project, out):
    before = written(project)
    result = run(out)
    assert result.exit_code == 1
    assert "this folder holds what the site is made from: give another one" in result.output
    assert written(project) == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("site_name: [", "this is no YAML"),
        ("- a\n- b\n", "this holds no settings"),
        ("plugins: [{dateline: {pictures: many}}]\n", "pictures is 'many': write a number"),
        ("plugins: [{dateline: {language: xx}}]\n", "language is 'xx': write one of en, fa"),
    ],
)
def test_settings_that_cannot_be_read_are_told(project, text, told):
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=re.escape(told)):
        read_settings(project)
    assert run("out").exit_code == 1


def test_settings_are_read_as_mkdocs_reads_them(tmp_path, monkeypatch):
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: 'Ferries: all'\nsite_url: !ENV [ADDRESS, OTHER, '']\nrepo_url: !ENV REPOSITORY\n"
        "markdown_extensions:\n  - x: {f: !!python/name:some.function }\n"
        "plugins: {dateline: {language: fa, show_drafts: false}}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("OTHER", "https://ferries.example")
    monkeypatch.delenv("REPOSITORY", raising=False)
    settings = read_settings(tmp_path)
    assert (settings.site_name, settings.site_url) == ("Ferries: all", "https://ferries.example/")
    assert (settings.repo_url, settings.language, settings.show_drafts) == ("", "fa", False)
    assert settings.content == tmp_path / "docs"


def test_a_folder_without_settings_is_called_as_it_is(tmp_path):
    assert read_settings(tmp_path / "ferries").site_name == "ferries"
    assert read_settings(tmp_path / "ferries").content == tmp_path / "ferries" / "content"
