"""Whatever stands in a file of a site, reading it ends soon: with what it holds, or with findings in it."""

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from dateline.articles import parse_article
from dateline.edtf import parse
from dateline.events.ledger import read_ledger
from dateline.events.reading import read_text
from dateline.exceptions import EdtfError, FileError
from dateline.exchange import import_events, incoming
from dateline.json_lines import read_lines
from dateline.names import Name
from dateline.names.reading import parse_names, read_memory
from dateline.names.writing import memory_bytes
from dateline.plugin import DatelineConfig
from dateline.site import Embedding, Options, Site

LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
PIECES = [
    *(
        "name",
        "kind",
        "also",
        "title",
        "date",
        "person",
        "Ada",
        "x",
        "- ",
        ": ",
        "\n",
        "  ",
        "[",
        "]",
        "{",
        "}",
    ),
    *(
        ", ",
        "'",
        '"',
        "#",
        "&a ",
        "*a",
        "!",
        "|",
        ">",
        "---\n",
        "\t",
        "\r\n",
        "…",
        "\x85",
        "\ufeff",
        "👩‍💻",
        "é",
    ),
]
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60)


def findings(read, *arguments):
    """What is told of a text; nothing if it is read. Whatever else is raised fails the test."""
    try:
        read(*arguments)
    except FileError as error:
        return error.findings
    return ()


def stand_in(told, text, first_line=1):
    lines = LINE_BREAK.split(text)
    for finding in told:
        assert finding.message
        assert finding.fix
        number = finding.line - first_line
        assert 0 <= number <= len(lines)
        assert 1 <= finding.col <= len(lines[min(number, len(lines) - 1)]) + 1


@given(texts)
@example("'[---\n\", \"['`")
def test_findings_in_names_stand_in_the_text(text):
    stand_in(findings(parse_names, text, Path("names.yml")), text)


@given(texts)
def test_findings_in_front_matter_stand_in_the_text(text):
    file = f"---\n{text}\n---\nThe ferry sank.\n"
    stand_in(findings(parse_article, file, Path("a.md")), file)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(PIECES), inner, max_size=4),
)


@given(st.lists(values | st.binary(max_size=20).filter(lambda b: b"<<<<<<<" not in b), max_size=6))
@example([b"|||||||", None])
def test_lines_of_json_come_back_and_others_are_none(tmp_path_factory, written):
    path = tmp_path_factory.mktemp("lines") / "file.jsonl"
    lines = [
        v.replace(b"\n", b"").replace(b"\r", b"") if isinstance(v, bytes) else json.dumps(v).encode()
        for v in written
    ]
    path.write_bytes(b"".join(line + b"\n" for line in lines))
    read = dict(read_lines(path))
    assert all(1 <= number <= len(lines) for number in read)
    for number, value in enumerate(written, 1):
        if not isinstance(value, bytes):
            assert read[number] == value


@pytest.mark.parametrize("line", ["[" * 100_000, '{"a":' * 50_000, "1" * 100_000, "\ud800", "\0", "NaN"])
@pytest.mark.parametrize("read", [read_ledger, read_memory])
def test_a_hostile_line_is_told_with_its_number(tmp_path, read, line):
    path = tmp_path / "file.jsonl"
    path.write_bytes(line.encode("utf-8", "surrogatepass"))
    (finding,) = findings(read, path)
    assert (finding.line, finding.fix[:6]) == (1, "delete")


names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
entries = st.builds(
    Name, names, st.sampled_from(["person", "place"]), st.lists(names, max_size=3, unique=True).map(tuple)
)


@given(st.lists(entries, max_size=4, unique_by=lambda entry: (entry.kind, entry.name)))
def test_the_memory_of_names_comes_back(tmp_path_factory, proposed):
    path = tmp_path_factory.mktemp("memory") / ".names.jsonl"
    path.write_bytes(memory_bytes(proposed))
    assert sorted(read_memory(path), key=repr) == sorted(proposed, key=repr)


@given(
    st.dictionaries(st.sampled_from(["publish_text", "show_drafts", "language", "x", ""]), values, max_size=4)
)
def test_any_options_are_taken_or_told(options):
    config = DatelineConfig()
    config.load_dict(options)
    errors, warnings = config.validate()
    assert {key for key, _ in errors} <= {"publish_text", "show_drafts", "language"}
    assert {key for key, _ in warnings} == options.keys() - {"publish_text", "show_drafts", "language"}
    if not errors:
        assert isinstance(config.publish_text, bool)
        assert config.language in {"en", "fa"}


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "```timeline\n",
                    "```\n",
                    "~~~timeline\n",
                    "~~~\n",
                    "limit: ",
                    "tags: ",
                    "from: ",
                    "9" * 5000,
                    "3\n",
                ),
                *(
                    "[[",
                    "]]",
                    "|",
                    "ferry",
                    "# H\n",
                    "x\n---\n",
                    "[a, b]\n",
                    "* ",
                    "> ",
                    "    ",
                    "`",
                    "<b>",
                    "\x02",
                    "\x03",
                ),
            ]
        )
        | st.text(max_size=5),
        max_size=30,
    ).map("".join)
)
def test_any_page_is_rendered_and_what_is_wrong_told_by_line(text):
    told = []
    embedding = Embedding(told.append)
    embedding.site = Site([], [], Options(shell=lambda _page, html: html))
    embedding.begin("index.md", 1)
    html = Markdown(extensions=[embedding]).convert(text)
    assert isinstance(html, str)
    for finding in told:
        assert finding.path == "index.md"
        assert 1 <= finding.line <= text.count("\n") + 2
        assert finding.fix


PARTS = [
    *(
        "a",
        "- a\n",
        "a: b\n",
        "[",
        "{",
        "[a, ",
        '"',
        "'",
        "\t",
        " \n",
        "# a\n",
        "---\n",
        "&a ",
        "? a\n",
        "|\n a\n",
        "“",
    ),
    *(
        "1 May 1998 ",
        "1998: x\n",
        "T00:00",
        "1/",
        "to ",
        "<b>",
        "<!--",
        "&#",
        "a,b\n",
        '"a",',
        "[[a",
        "```timeline\n",
    ),
]
READERS = {
    "front matter": lambda text: findings(parse_article, f"---\ntitle: x\n{text}\n---\nText", Path("a.md")),
    "text": lambda text: findings(parse_article, f"---\ntitle: x\n---\n{text}", Path("a.md")),
    "event": lambda text: read_text(text, "a.yml", "a.yml"),
    "names": lambda text: findings(parse_names, text, Path("names.yml")),
    "markwhen": lambda text: import_events(incoming(f"1998: a\n\n// {text}".encode(), "a.mw")),
}


@pytest.mark.parametrize("reader", READERS)
def test_no_text_takes_long(reader):
    """What is repeated a hundred thousand times; reading that looked at all before each would take hours."""
    for part in PARTS:
        text = part * (50_000 // len(part))
        start = time.process_time()
        READERS[reader](text)
        assert time.process_time() - start < 20, part


@pytest.mark.parametrize(
    "text",
    [
        *(
            "/" * 500,
            "1/2/2020 to " * 40,
            "from " * 90,
            "about " * 80,
            "between 1/2/2020 and " * 20,
            "~" * 500,
        ),
        *(
            "a or " * 90,
            "1 BC " * 90,
            ("T00:00+00" * 55),
            "[{" * 240,
            "1 May, " * 70 + "or 2 May 2020",
            "–" * 500,
        ),
    ],
)
def test_no_date_takes_long(text):
    """Dates within dates are looked for a few levels deep only."""
    start = time.process_time()
    with pytest.raises(EdtfError):
        parse(text[:500])
    assert time.process_time() - start < 2
