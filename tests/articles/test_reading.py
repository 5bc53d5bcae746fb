"""Bytes to text: encodings, invisible characters, files that hold no text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.articles import clean_article, read_article
from dateline.articles.reading import MAX_BYTES, normalise, read_text
from dateline.exceptions import ArticleError
from dateline.model import Article

TEXT = "Le café rouvre à Nice\n\nLe café – fermé depuis 2020 – a rouvert lundi.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_encoding_is_recognised(write, encoding: str):
    article = read_article(write(TEXT.encode(encoding)))
    assert article.title == "Le café rouvre à Nice"
    assert article.text == "Le café – fermé depuis 2020 – a rouvert lundi."


def test_utf_16_without_mark_is_recognised_in_a_script_of_its_own(write):
    text = "دیدار وزیران\n\nوزیران در تهران دیدار کردند و گفتگو کردند.\n"
    assert read_article(write(text.encode("utf-16-le"))).title == "دیدار وزیران"


def test_the_charset_that_a_page_declares_is_used(write):
    page = '<html><head><meta charset="windows-1251"></head><body>мост</body></html>'
    assert "мост" in read_text(write(page.encode("cp1251"), "page.html"))


def test_a_page_in_utf_8_is_read_as_such_whatever_it_declares(write):
    page = '<html><head><meta charset="iso-8859-1"></head><body>café</body></html>'
    assert "café" in read_text(write(page, "page.html"))


def test_windows_line_ends_make_paragraphs(write):
    article = read_article(
        write("Bridge opens\r\n\r\nThe bridge opened on Monday at noon.\r\nIt was late.\r\n")
    )
    assert article.text == "The bridge opened on Monday at noon.\n\nIt was late."


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("a\xa0b\u2009c\td", "a b c d"),
        ("co\xadoperation", "cooperation"),
        ("a\u200bb\ufeffc\u2060d", "abcd"),
        ("\u202eevil\u202c \u2066x\u2069 \u200fy", "evil x y"),
        ("bell\x07 and \x1b[0m", "bell and [0m"),
        ("cafe\u0301", "café"),
        ("گفت\u200cوگو", "گفت\u200cوگو"),
        ("stray\u200djoiner", "strayjoiner"),
    ],
)
def test_invisible_characters_go_and_spaces_are_plain(raw: str, plain: str):
    assert normalise(raw) == plain


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \n\t\r\n", "\u200b\xa0\n".encode()])
def test_an_empty_file_is_refused(write, content: bytes):
    with pytest.raises(ArticleError, match="the file is empty: put the text"):
        read_article(write(content))


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7\n%...", "a PDF"),
        (b"PK\x03\x04rest", "a zip file or office document"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (bytes(range(256)) * 4, "not text"),
        (b"\x00\x01\x02\x03\x04\x05" * 50, "not text"),
    ],
)
def test_a_binary_file_is_refused(write, content: bytes, what: str):
    with pytest.raises(ArticleError, match=rf"{what}.*save the article as \.txt or \.html"):
        read_article(write(content))


def test_a_file_over_five_megabytes_is_refused(write):
    with pytest.raises(ArticleError, match="larger than 5 MB"):
        read_article(write(b"word " * (MAX_BYTES // 5 + 1)))


def test_a_missing_file_and_a_folder_are_refused_by_name(tmp_path: Path):
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(ArticleError, match=str(path)):
            read_article(path)


# Bytes as they come, and texts such as files hold, in encodings they may have.
LINES = st.lists(
    st.sampled_from(
        [
            "Latest news",
            "TEHRAN (FNA)- ",
            "-",
            "",
            "27 February 2023",
            "A man came home.",
            "By Jane Doe",
            "# x",
        ]
    )
    | st.text(max_size=60),
    max_size=12,
)
ENCODED = st.builds(
    lambda lines, encoding: "\n".join(lines).encode(encoding, "replace"),
    LINES,
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"]),
)


@given(content=st.binary(max_size=300) | ENCODED, suffix=st.sampled_from([".txt", ".md", ".html"]))
def test_any_bytes_are_an_article_or_an_error(tmp_path_factory, content: bytes, suffix: str):
    """No file raises anything but ArticleError, and every article has an id, a title and a text."""
    path = tmp_path_factory.mktemp("any") / f"file{suffix}"
    path.write_bytes(content)
    try:
        article = clean_article(path).article
    except ArticleError as error:
        article = error
    if isinstance(article, Article):
        assert article.id
        assert article.title.strip()
        assert article.text == normalise(article.text)
        assert "\n\n\n" not in article.text
    else:
        assert str(path) in str(article)
