"""The guide says what the code does; run as a script, this renews its page of commands."""

import json
import re
from pathlib import Path
from typing import get_args

import click
import pytest
import yaml

from dateline.articles.archives import FIELDS
from dateline.cli import main
from dateline.edtf import in_words, parse
from dateline.edtf.parsing import Form
from dateline.exceptions import EdtfError
from dateline.extraction.lexicon import table_of
from dateline.plugin import DatelineConfig
from dateline.site.selecting import KEYS

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "content" / "guide"
COMMANDS = GUIDE / "commands.md"
DATES = (GUIDE / "dates.md").read_text(encoding="utf-8")
SAID = re.findall(r"^\| `([^`]+)` \| (.+?) \|$", DATES, re.MULTILINE)
TYPED = re.findall(r"^\| ([^`|]+) \| `([^`]+)` \|$", DATES, re.MULTILINE)


# As many letters as stand beside each other in a block of code.
_WIDTH = 68


def commands_page() -> str:
    """The page that holds the help of every command, as it is printed."""
    opening = (
        "# Commands\n\nRun them in the folder of a site: the one that holds `mkdocs.yml` and `content/`. "
        "Each tells this about itself with `--help`. They exit with 0 when all is well, with 1 when "
        "something is to be corrected, and with 2 when they were called the wrong way.\n"
    )
    parts = [opening]
    program = main.make_context("dateline", ["check"])
    for name, command in sorted(main.commands.items()):
        context = click.Context(command, program, name, terminal_width=_WIDTH)
        parts.append(f"## dateline {name}\n\n```\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def test_the_help_of_every_command_is_in_the_guide():
    """If this fails, run `make reference`."""
    assert COMMANDS.read_text(encoding="utf-8") == commands_page()


def test_every_key_of_a_line_of_an_archive_is_in_the_guide():
    """No other is, and the example is a line that can be read."""
    page = (GUIDE / "archives.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| `([a-z]+)` \|", page, re.MULTILINE)) == sorted(FIELDS)
    (example,) = re.findall(r"^```json\n(.*)\n```$", page, re.MULTILINE)
    assert json.loads(example).keys() <= set(FIELDS)


def test_every_tag_of_the_scheme_is_in_the_guide():
    """In the order of the scheme, and no other."""
    page = (GUIDE / "events.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z]+)` \|", page, re.MULTILINE) == list(table_of("en", "kinds"))


@pytest.mark.parametrize(("date", "words"), SAID)
def test_the_site_says_a_date_as_the_guide_does(date, words):
    assert in_words(date) == words


def test_every_form_of_a_date_is_in_the_guide():
    """Each form, each part of a year, each qualifier, each open end."""
    dates = [parse(date) for date, _ in SAID]
    assert {date.form for date in dates} == set(get_args(Form))
    seasons = {date.text[-2:] for date in dates if date.form == "season"}
    assert seasons == {"21", "22", "23", "24", "33", "34", "35", "36", "40", "41"}
    assert {(date.approximate, date.uncertain) for date in dates} == {
        (False, False),
        (True, False),
        (False, True),
        (True, True),
    }
    written = {date for date, _ in SAID}
    for pattern in (
        r".+/\.\.",
        r"\.\./.+",
        r".+/",
        r"/.+",
        r"\[\.\..+",
        r".+\.\.\]",
        r"-.+",
        r".+W\d\d",
        r".+Z",
    ):
        assert any(re.fullmatch(pattern, date) for date in written), pattern


@pytest.mark.parametrize(("typed", "date"), TYPED)
def test_what_people_type_is_understood_as_the_guide_says(typed, date):
    with pytest.raises(EdtfError) as caught:
        parse(typed)
    assert caught.value.meant == (date,)


def test_every_option_of_the_plugin_is_in_the_guide():
    page = (GUIDE / "publishing.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == [name for name, _ in DatelineConfig._schema]


def test_every_key_of_a_timeline_block_is_in_the_guide():
    page = (GUIDE / "embedding.md").read_text(encoding="utf-8")
    keys = [
        key for row in re.findall(r"^\| (`.+?) \|", page, re.MULTILINE) for key in re.findall(r"`(\w+)`", row)
    ]
    assert sorted(keys) == sorted(KEYS)


def test_every_key_of_review_is_in_the_guide():
    from dateline.cli.review import _HELP

    page = (GUIDE / "review.md").read_text(encoding="utf-8")
    keys = re.findall(r"^(\w)  ", _HELP, re.MULTILINE)
    assert sorted(re.findall(r"^\| `(\w)` \|", page, re.MULTILINE)) == sorted(keys)


def test_every_page_of_the_guide_is_in_the_navigation():
    settings = re.sub(r"!ENV ", "", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    (pages,) = [item["Guide"] for item in yaml.safe_load(settings)["nav"] if "Guide" in item]
    listed = {path for page in pages for path in page.values()}
    assert listed == {f"guide/{path.name}" for path in GUIDE.glob("*.md")}


def test_every_event_in_the_guide_can_be_read():
    """What people copy from the guide is right."""
    from dateline.events.reading import read_text

    examples = [
        block
        for page in GUIDE.glob("*.md")
        for block in re.findall(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
        if block.startswith("date:")
    ]
    assert len(examples) > 1
    for block in examples:
        file = read_text(block, "example.yml", "events/2020/example.yml")
        assert file.findings == []
        assert len(file.events) == 1


if __name__ == "__main__":
    COMMANDS.write_text(commands_page(), encoding="utf-8")
