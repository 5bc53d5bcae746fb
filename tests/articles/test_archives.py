"""Many articles in one file, and all articles of a content folder."""

import gzip
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.articles import all_articles, format_article, parse_article, size_of
from dateline.articles.archives import archive_files, read_archive
from dateline.articles.reading import MAX_BYTES
from dateline.model import Article

FERRY = {
    "id": "ferry-1",
    "title": "Ferry sinks off Exampleton",
    "outlet": "Gazette",
    "published": "1998-05-04",
    "url": "https://example.org/ferry",
    "language": "en",
    "place": "Exampleton",
    "text": "The ferry sank on Sunday.\n\nNobody was hurt.",
}


@pytest.fixture
def content(tmp_path):
    (tmp_path / "articles").mkdir()
    return tmp_path


def archive(content, *records, name="wire.jsonl", raw=b""):
    path = content / "articles" / name
    data = b"".join(json.dumps(record).encode() + b"\n" for record in records) + raw
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return path


@pytest.mark.parametrize("name", ["wire.jsonl", "wire.jsonl.gz"])
def test_a_line_is_an_article(content, name):
    """All that is known of an article stands in its line, compressed or not; other keys do not count."""
    (line,) = read_archive(archive(content, FERRY | {"tokens": 9, "section": None}, name=name))
    assert line.article == Article(
        id="ferry-1",
        title="Ferry sinks off Exampleton",
        text="The ferry sank on Sunday.\n\nNobody was hurt.",
        outlet="Gazette",
        published="1998-05-04",
        url="https://example.org/ferry",
        language="en",
        place="Exampleton",
    )


def test_text_alone_is_enough(content):
    """The title is the first words, the language is detected, the id made of title and a hash of the text."""
    (line,) = read_archive(
        archive(content, {"text": "Der Hafen und die Fähre und das Schiff und die See. " * 3})
    )
    assert line.article.title == "Der Hafen und die Fähre und das Schiff und die See. Der …"
    assert line.article.language == "de"
    assert line.article.id.startswith("der-hafen-und-die-fahre-und-")
    assert line.article.outlet is None


def test_articles_of_one_outlet_and_day_have_ids_of_their_own(content):
    """An outlet has many articles a day; what makes their ids is theirs, not their place in the file."""
    day = {"outlet": "Gazette", "published": "1998-05-04", "title": "News"}
    one, other = day | {"text": "The ferry sank."}, day | {"text": "The bridge fell."}
    first, second = (line.article.id for line in read_archive(archive(content, one, other)))
    assert first.startswith("gazette-1998-05-04-")
    assert first != second
    assert [line.article.id for line in read_archive(archive(content, other, one))] == [second, first]


@pytest.mark.parametrize("given", ["../../etc/passwd", "Ferry", "a/b", "ферри", "a" * 300, "con.md\0"])
def test_an_id_is_safe_as_the_name_of_a_file(content, given):
    """Whatever an id holds, the file that is named after it stands among the articles."""
    (line,) = read_archive(archive(content, FERRY | {"id": given}))
    name = line.article.id
    assert name.strip("-") == name
    assert all(char in "abcdefghijklmnopqrstuvwxyz0123456789-" for char in name)
    assert 8 <= len(name) <= 110


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"{'title': 'a'}\n", "this line is no JSON"),
        (b'"a text"\n', "this line is no JSON object"),
        (b'{"text": 12}\n', "'text' is no text"),
        (b'{"title": "a"}\n', "the article has no text"),
        (b'{"text": "a", "published": "last week"}\n', "'last week' is not a date"),
        (b'{"text": "a", "url": "javascript:alert(1)"}\n', "'javascript:alert(1)' is no web address"),
        (b"[" * 100_000 + b"\n", "this line is no JSON"),
        (b'{"text": "' + b"a" * MAX_BYTES + b'"}\n', "the line is longer than 5 MB"),
    ],
    ids=lambda value: value[:20] if isinstance(value, bytes) else None,
)
def test_a_bad_line_is_told_and_the_others_are_read(content, raw, told):
    """One line among a million costs one article, and is found by its number."""
    path = archive(content, FERRY, raw=raw + json.dumps(FERRY | {"id": "ferry-2"}).encode())
    first, bad, last = read_archive(path)
    assert (first.article.id, last.article.id) == ("ferry-1", "ferry-2")
    assert bad.article is None
    assert told in str(bad.finding)
    assert (bad.finding.path, bad.finding.line) == (path.as_posix(), 2)


def test_a_file_that_is_cut_short_gives_what_it_has(content):
    """A download that broke off is told; what came before is there."""
    path = archive(
        content,
        *(FERRY | {"id": f"ferry-{n}", "text": f"{n} sank. " * 3000} for n in range(9)),
        name="a.jsonl.gz",
    )
    path.write_bytes(path.read_bytes()[:-20])
    *read, last = read_archive(path)
    assert [line.article.id for line in read][:3] == ["ferry-0", "ferry-1", "ferry-2"]
    assert last.article is None
    assert "from here on the file cannot be read" in str(last.finding)


TEXT = st.text(max_size=80)


@given(st.fixed_dictionaries({"text": TEXT, "title": TEXT, "outlet": TEXT, "place": TEXT}))
def test_an_article_of_an_archive_is_the_same_as_a_file(tmp_path_factory, record):
    """So that it is not read again, and its quotes still stand in it, once an event cites it."""
    path = tmp_path_factory.mktemp("content") / "wire.jsonl"
    path.write_text(json.dumps(record), encoding="utf-8")
    for line in read_archive(path):
        if line.article is not None:
            name = path.with_name(f"{line.article.id}.md")
            assert parse_article(format_article(line.article), name) == line.article


def found(content):
    return [each.article for each in all_articles(content) if each.article]


def test_archives_come_first_then_files(content):
    """Both by name; so what is added to the end of an archive, or as a file, leaves the others in place."""
    ids = [f"ferry-{n}" for n in range(3)]
    archive(content, *(FERRY | {"id": name} for name in ids[:2]), name="b.jsonl")
    archive(content, FERRY | {"id": ids[2]}, name="a.jsonl.gz")
    (content / "articles" / "z.md").write_text("---\ntitle: Z\n---\nZ fell.\n", encoding="utf-8")
    (content / "articles" / "a.md").write_text("---\ntitle: A\n---\nA fell.\n", encoding="utf-8")
    assert [article.id for article in found(content)] == ["ferry-2", "ferry-0", "ferry-1", "a", "z"]
    assert [path.name for path in archive_files(content / "articles")] == ["a.jsonl.gz", "b.jsonl"]
    assert size_of(content) == sum(each.size for each in all_articles(content))


def test_a_file_stands_for_the_line_with_its_id(content):
    """There a person corrects an article of an archive that nobody can edit."""
    archive(content, FERRY, FERRY | {"id": "ferry-2"})
    first, second = found(content)
    corrected = replace(first, title="Ferry sinks", text="The ferry sank on Monday.")
    (content / "articles" / "ferry-1.md").write_text(format_article(corrected), encoding="utf-8")
    assert found(content) == [corrected, second]


def test_an_article_counts_once(content):
    """An id that stands twice is a mistake; the same article sent out twice without one is none."""
    free = {key: value for key, value in FERRY.items() if key != "id"}
    archive(content, FERRY, free, FERRY | {"text": "Other."}, free)
    assert len(found(content)) == 2
    (finding,) = (each.finding for each in all_articles(content) if each.finding)
    assert (finding.line, finding.message) == (3, "the id 'ferry-1' stands further up already")


def test_an_unreadable_file_is_told_and_the_others_are_read(content):
    (content / "articles" / "a.md").write_text("---\ntitle: A\n", encoding="utf-8")
    (content / "articles" / "b.md").write_text("---\ntitle: B\n---\nB fell.\n", encoding="utf-8")
    bad, good = all_articles(content)
    assert "front matter is not closed" in str(bad.finding)
    assert good.article.id == "b"
