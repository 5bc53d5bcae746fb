"""Article files: front matter between two lines of ``---``, then the text, one paragraph per block."""

import difflib
import re
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from dateline.articles.language import detect_language
from dateline.articles.reading import normalise
from dateline.edtf import parse
from dateline.exceptions import ArticleError, EdtfError
from dateline.findings import Finding
from dateline.model import Article
from dateline.yaml_text import MapNode, Node, TextNode, mend_text_yaml

KEYS = ("title", "outlet", "published", "url", "language", "place")
_FENCE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)
_OPENING = re.compile(r"\ufeff?---[ \t]*\r?\n")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_BLOCKS = re.compile(r"\n\n+")
_ITEM = re.compile(r"\n(?=[-–—•*]\s)")


class _Dumper(yaml.SafeDumper):
    """Quotes what other YAML readers would not take for text, days excepted: people write them plain."""


_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def has_front_matter(text: str) -> bool:
    """Whether a file starts with a line of three hyphens."""
    return bool(_FENCE.match(text))


def front_matter_span(text: str) -> tuple[int, int] | None:
    """Where the YAML of an article file's front matter stands, between its fences; None if there is none.

    Args:
        text: All of the file, with or without byte order mark, its lines ended in any way.
    """
    opening = _OPENING.match(text)
    closing = _FENCE.search(text, opening.end()) if opening else None
    return (opening.end(), closing.start()) if opening and closing else None


def parse_article(text: str, path: Path) -> Article:
    """The article that an article file holds; its id is the file's stem.

    Args:
        text: All of the file, lines ended by line feeds.
        path: Where it stands, for the id and for errors.

    Raises:
        ArticleError: The front matter cannot be read or breaks the contract; it lists all that is wrong.
    """
    span = front_matter_span(text)
    if span is None:
        fix = "write a line '---' after its last key"
        raise ArticleError(Finding(path.as_posix(), 1, 1, "the front matter is not closed", fix))
    start, end = span
    front = mend_text_yaml(text[start:end], path.as_posix(), first_line=2)
    findings = list(front.slips)
    fields = {} if front.root is None else _fields(front.root, path.as_posix(), findings)
    body = paragraphs_of(text[end:].partition("\n")[2])
    if not body:
        line = text.count("\n", 0, end) + 1
        fix = "write it below the front matter"
        findings.append(Finding(path.as_posix(), line, 1, "the article has no text", fix))
    if findings:
        raise ArticleError(*sorted(findings))
    return Article(
        id=path.stem,
        title=fields["title"],
        text=body,
        outlet=fields.get("outlet"),
        published=fields.get("published"),
        url=fields.get("url"),
        language=fields.get("language") or detect_language(body),
        place=fields.get("place"),
    )


def format_article(article: Article) -> str:
    """The article file of an article: what is known, in the order of the contract, then the text."""
    known = {key: value for key in KEYS if (value := getattr(article, key))}
    front = yaml.dump(known, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1_000_000)
    return f"---\n{front}---\n{article.text}\n"


def paragraphs_of(body: str) -> str:
    """The text of an article file: paragraphs parted by one blank line, a list item being one of its own.

    The lines of a paragraph are joined.
    """
    blocks = _BLOCKS.split(normalise(body))
    paragraphs = (part for block in blocks for part in _ITEM.split(block))
    return "\n\n".join(" ".join(part.split("\n")) for part in paragraphs if part)


def check_field(key: str, value: str) -> tuple[str, str, str | None] | None:
    """What is wrong with the value of a key, and what to write instead; None when it is right.

    The third item is the value for it, where only one can be meant.
    """
    if key == "published":
        try:
            parse(value)
        except EdtfError as error:
            return error.problem, error.fix, error.meant[0] if len(error.meant) == 1 else None
    if key == "url" and not _is_url(value):
        return f"'{value}' is no web address", "write one that starts with https:// or http://", None
    if key == "language" and not _LANGUAGE.fullmatch(value):
        small = value.lower()
        meant = small if _LANGUAGE.fullmatch(small) else None
        return f"'{value}' is no language code", f"write {meant or 'two letters, such as en'}", meant
    return None


def _is_url(value: str) -> bool:
    try:
        address = urlsplit(value)
    except ValueError:
        return False
    return (
        address.scheme in {"http", "https"} and bool(address.hostname) and not re.search(r"[\s<>\"]", value)
    )


def _fields(front: Node, path: str, findings: list[Finding]) -> dict[str, str]:
    """The values by key; what is wrong with them goes into ``findings``."""

    def find(node: Node, message: str, fix: str, instead: str | None = None) -> None:
        findings.append(Finding(path, node.line, node.col, message, fix, instead))

    if not isinstance(front, MapNode):
        find(front, "this is a list", "write lines such as 'title: …'")
        return {}
    fields: dict[str, str] = {}
    for key, value in front.items:
        if key.value not in KEYS:
            near = difflib.get_close_matches(key.value.lower(), KEYS, 1)
            instead = f"write '{near[0]}'" if near else f"write one of {', '.join(KEYS)}, or leave it out"
            find(key, f"the key '{key.value}' is not known", instead)
            fields.update(dict.fromkeys(near, ""))
        elif not isinstance(value, TextNode):
            find(value, f"'{key.value}' holds more than a text", f"write '{key.value}: …' on one line")
            fields[key.value] = ""
        elif text := " ".join(normalise(value.value).split()):
            if wrong := check_field(key.value, text):
                find(value, *wrong)
            fields[key.value] = text
    if "title" not in fields:
        find(front, "the title is missing", "write a line 'title: …'")
    return fields
