"""``add_article``: what is written, under which name, and when nothing is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.articles import add_article, clean_article, read_article
from dateline.exceptions import ArticleError, WriteError

RAW = "Ministers sign the river treaty\n\nThe two ministers met on Monday and signed the treaty.\n"
STAMPED = RAW.replace("treaty\n\n", "treaty\n\n27 February 2023\n\n") + "\nSource: Žižkov Pošt\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tmp_path / "content"


def files(content: Path) -> list[str]:
    return sorted(path.name for path in (content / "articles").iterdir())


def test_the_article_is_written_as_it_was_read(write, content: Path):
    raw = write(STAMPED)
    added = add_article(raw, content)
    assert added.new
    assert added.path == content / "articles" / "zizkov-post-2023-02-27.md"
    assert read_article(added.path) == read_article(raw)
    assert added.path.read_text(encoding="utf-8") == (
        "---\ntitle: Ministers sign the river treaty\noutlet: Žižkov Pošt\npublished: 2023-02-27\n"
        "language: en\n---\n"
        "The two ministers met on Monday and signed the treaty.\n"
    )
    assert [(cut.text, cut.reason) for cut in added.cut] == [
        ("27 February 2023", "date stamp"),
        ("Source: Žižkov Pošt", "source line"),
    ]
    assert {found.field for found in added.found} == {"title", "outlet", "published"}


def test_no_other_file_is_left_behind(write, content: Path):
    add_article(write(RAW), content)
    assert files(content) == ["ministers-sign-the-river-treaty.md"]


def test_the_same_text_under_any_id_changes_nothing(write, content: Path):
    first = add_article(write(RAW), content, outlet="Valley Post")
    before = first.path.read_bytes()
    again = add_article(write(RAW.replace("\n", "\r\n"), "other.txt"), content, outlet="Hill Post")
    assert (again.path, again.new) == (first.path, False)
    assert first.path.read_bytes() == before
    assert len(files(content)) == 1


def test_another_text_of_the_same_name_gets_a_number(write, content: Path):
    for day in ("Monday", "Tuesday", "Wednesday"):
        add_article(write(RAW.replace("Monday", day)), content)
    name = "ministers-sign-the-river-treaty"
    assert files(content) == [f"{name}-2.md", f"{name}-3.md", f"{name}.md"]


def test_what_is_given_goes_before_what_is_found(write, content: Path):
    given = {"published": "2014-12", "outlet": "Hill Post", "url": "https://hill.example/1"}
    article = read_article(add_article(write(STAMPED), content, **given).path)
    assert (article.published, article.outlet, article.url) == (
        "2014-12",
        "Hill Post",
        "https://hill.example/1",
    )
    assert article.id == "hill-post-2014-12"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"published": "last week"}, "published: "),
        ({"url": "hill.example"}, "url: 'hill.example' is no web address"),
    ],
)
def test_a_value_that_is_not_sound_is_refused_and_nothing_written(write, content: Path, given, message: str):
    with pytest.raises(ArticleError, match=message):
        add_article(write(RAW), content, **given)
    assert not content.exists()


def test_a_file_that_cannot_be_read_writes_nothing(write, content: Path):
    for unread in (b"", b"%PDF-1.7", b"---\ntitle: x\n"):
        with pytest.raises(ArticleError):
            add_article(write(unread, "raw.md"), content)
    assert not content.exists()


def test_an_article_file_keeps_its_metadata_and_its_name(write, content: Path):
    file = "---\ntitle: x\noutlet: Valley Post\npublished: ../2020\n---\nShare\n\nThe ministers met.\n"
    raw = write(file, "the-treaty.md")
    added = add_article(raw, content)
    assert added.path == content / "articles" / "the-treaty.md"
    assert read_article(added.path) == read_article(raw)


def test_a_broken_neighbour_is_no_obstacle(write, content: Path):
    (content / "articles").mkdir(parents=True)
    (content / "articles" / "broken.md").write_text("---\nno end")
    assert add_article(write(RAW), content).new


def test_a_title_in_another_script_is_named_by_a_hash_of_its_text(write, content: Path):
    added = add_article(write("نشست وزیران\n\nوزیران در تهران دیدار کردند.\n"), content)
    assert len(added.path.stem) == 10
    assert added.path.stem.isascii()
    assert read_article(added.path).language == "fa"


def test_a_folder_that_cannot_be_written_is_told(write, content: Path):
    content.write_text("a file stands here")
    with pytest.raises(WriteError, match="it cannot be written"):
        add_article(write(RAW), content)


@given(st.lists(st.sampled_from([*RAW.split(), "\n\n", "Latest news\n\n", "- "]), min_size=3, max_size=40))
def test_adding_what_was_added_changes_nothing(tmp_path_factory, words: list[str]):
    """The file that adding wrote reads as the article that was cleaned."""
    folder = tmp_path_factory.mktemp("site")
    raw = folder / "raw.txt"
    raw.write_text(" ".join(words) + "\n\nThe ministers met and signed the treaty.\n")
    added = add_article(raw, folder)
    assert read_article(added.path) == clean_article(raw).article
    assert not add_article(added.path, folder).new
