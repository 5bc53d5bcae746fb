"""Raw file to article: the steps of cleaning, in order."""

import re
from dataclasses import replace
from pathlib import Path

from dateline.articles.clutter import drop_furniture, drop_repeats
from dateline.articles.datelines import read_dateline
from dateline.articles.front_matter import check_field, has_front_matter, parse_article
from dateline.articles.head import read_head
from dateline.articles.language import detect_language
from dateline.articles.naming import article_id
from dateline.articles.outlets import take_source_line
from dateline.articles.paragraphs import first_words, split_paragraphs
from dateline.articles.reading import normalise, read_text
from dateline.articles.records import Cleaned, Cut, Found
from dateline.articles.teasers import drop_teasers
from dateline.articles.web_page import read_web_page
from dateline.exceptions import ArticleError
from dateline.findings import Finding
from dateline.model import Article

# A standfirst or two may stand above the paragraph with the dateline.
_DEEPEST_DATELINE = 3
_HTML = {".html", ".htm", ".xhtml"}
# A page saved under another name shows by its first tags.
_TAG = re.compile(r"<\s*(!doctype html|html|head|body|meta)\b", re.IGNORECASE)
_NEAR_START = 1000


def clean_article(path: Path) -> Cleaned:
    """Read a file as an article, and say what was cut and what was found.

    An article file (``.md`` with front matter) is read as it stands; of a web page or a text the page around
    the article is cut. Evidence is taken only from words that are not cut as belonging to others.

    Args:
        path: A ``.md``, ``.txt`` or ``.html`` file.

    Returns:
        The article, its ``published`` in EDTF or None, with the lines cut and the words behind its metadata.

    Raises:
        ArticleError: The file cannot be read, is empty, binary, larger than 5 MB, or holds no article.
    """
    text = read_text(path)
    if path.suffix.lower() == ".md" and has_front_matter(text):
        return Cleaned(parse_article(text, path), is_article_file=True)
    if path.suffix.lower() in _HTML or _TAG.search(text[:_NEAR_START]):
        return _clean_web_page(text, path)
    text = normalise(text)
    return _clean(_without_heading_signs(text) if path.suffix.lower() == ".md" else text, "", (), path)


def read_article(path: Path) -> Article:
    """Read an article file, or a raw text or web page as ``dateline add`` would store it.

    Args:
        path: A ``.md``, ``.txt`` or ``.html`` file.

    Returns:
        The article; its id is the stem of an article file, or the id that adding would propose.

    Raises:
        ArticleError: As for ``clean_article``.
    """
    return clean_article(path).article


def _clean_web_page(text: str, path: Path) -> Cleaned:
    try:
        page = read_web_page(text)
    except ImportError:
        message, fix = "reading web pages needs more packages", "pip install 'dateline[convert]'"
        raise ArticleError(Finding(path.as_posix(), 0, 0, message, fix)) from None
    if not page:
        message, fix = "no article is found in this page", "save its text as .txt and add that"
        raise ArticleError(Finding(path.as_posix(), 0, 0, message, fix))
    return _clean(normalise(page.text), normalise(page.title).replace("\n", " "), page.found, path)


def _clean(text: str, title: str, markup: tuple[Found, ...], path: Path) -> Cleaned:
    page = split_paragraphs(text)
    lines, furniture = drop_furniture(page)
    lines, teasers = drop_teasers(lines)
    lines, source_line, source = take_source_line(lines)
    head = read_head(lines, title)
    lines, repeats = drop_repeats(head.lines)
    # In the order of trust: markup, source line, stamp, dateline, what stands beside the title.
    told = [*markup, *source, *(found for found in head.found if found.field != "outlet")]
    lines, dateline, said_there = _take_dateline(lines, dated=any(item.field == "published" for item in told))
    if not lines:
        message, fix = "no text is left without the page around it", "check that it holds an article"
        raise ArticleError(Finding(path.as_posix(), 0, 0, message, fix))
    cut = [*furniture, *teasers, *source_line, *head.cut, *repeats, *dateline]
    beside_title = [found for found in head.found if found.field == "outlet"]
    found = _believed([*told, *said_there, *beside_title])
    known = {item.field: item.value for item in found if item.field != "title"}
    body = "\n\n".join(lines)
    article = Article(
        id="", title=head.title or first_words(lines[0]), text=body, language=detect_language(body)
    )
    article = replace(article, **known)
    article = replace(article, id=article_id(article))
    return Cleaned(article, tuple(_in_order(cut, page)), found)


def _in_order(cuts: list[Cut], page: list[str]) -> list[Cut]:
    """The cuts in the order of the page; a dateline is the start of a line, the others are lines."""
    place = {line: at for at, line in reversed(list(enumerate(page)))}

    def position(cut: Cut) -> int:
        if cut.text in place:
            return place[cut.text]
        return next(at for at, line in enumerate(page) if line.startswith(cut.text))

    return sorted(cuts, key=position)


def _take_dateline(lines: list[str], *, dated: bool) -> tuple[list[str], list[Cut], list[Found]]:
    """The lines without the dateline, which stands before one of the first paragraphs.

    Args:
        lines: The lines below the head.
        dated: Whether the article's date is known already, so that the dateline's own can go.
    """
    for at, line in enumerate(lines[:_DEEPEST_DATELINE]):
        dateline = read_dateline(line)
        if not dateline:
            continue
        said = (("place", dateline.place), ("outlet", dateline.outlet), ("published", dateline.published))
        found = [Found(field, value, dateline.words.strip()) for field, value in said if value]
        if not (dateline.spent or dated):
            return lines, [], found
        rest = [*lines[:at], line[len(dateline.words) :], *lines[at + 1 :]]
        return rest, [Cut(dateline.words.strip(), "dateline")], found
    return lines, [], []


def _believed(said: list[Found]) -> tuple[Found, ...]:
    """The first sound word on each field, in the order of trust in which they come."""
    believed: dict[str, Found] = {}
    for found in said:
        if found.field not in believed and not check_field(found.field, found.value):
            believed[found.field] = found
    return tuple(believed.values())


def _without_heading_signs(text: str) -> str:
    """Markdown text whose headings are plain lines."""
    return re.sub(r"^#{1,6} +(.*?)[ #]*$", r"\1", text, flags=re.MULTILINE)
