"""Article files: front matter between two lines of ``---``, then the text, one paragraph per block."""

import difflib
import re
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

import yaml

from dateline.articles.language import detect_language
from dateline.articles.reading import normalise
from dateline.edtf import parse
from dateline.exceptions import ArticleError, EdtfError, YamlTextError
from dateline.model import Article
from dateline.yaml_text import MapNode, Node, TextNode, load_text_yaml

KEYS = ("title", "outlet", "published", "url", "language", "place")
_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_BLOCKS = re.compile(r"\n\n+")


class _Dumper(yaml.SafeDumper):
    """Quotes what other YAML readers would not take for text, days excepted: people write them plain."""


_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def has_front_matter(text: str) -> bool:
    """Whether a file starts with a line of three hyphens."""
    return bool(_FENCE.match(text))


def parse_article(text: str, path: Path) -> Article:
    """The article that an article file holds; its id is the file's stem.

    Args:
        text: All of the file, lines ended by line feeds.
        path: Where it stands, for the id and for errors.

    Raises:
        ArticleError: The front matter cannot be read or breaks the contract; starts ``file:line:col:``.
    """
    closing = _FENCE.search(text, 3)
    if not closing:
        raise ArticleError(
            f"{path}:1:1: the front matter is not closed: write a line '---' after its last key"
        )
    try:
        front = load_text_yaml(text[text.index("\n") + 1 : closing.start()], str(path), first_line=2)
    except YamlTextError as error:
        raise ArticleError(str(error)) from None
    fields = _fields(front, path)
    body = paragraphs_of(text[closing.end() :])
    if not body:
        line = text.count("\n", 0, closing.end()) + 1
        raise ArticleError(f"{path}:{line}:1: the article has no text: write it below the front matter")
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
    """The text of an article file: blocks parted by one blank line, the lines of a block joined."""
    blocks = _BLOCKS.split(normalise(body))
    return "\n\n".join(" ".join(block.split("\n")) for block in blocks if block)


def check_field(key: str, value: str) -> str | None:
    """What is wrong with the value of a key, and what to write instead; None when it is right."""
    if key == "published":
        try:
            parse(value)
        except EdtfError as error:
            return str(error)
    if key == "url":
        return _check_url(value)
    if key == "language" and not _LANGUAGE.fullmatch(value):
        return f"'{value}' is no language code: write two letters, such as en"
    return None


def _check_url(value: str) -> str | None:
    try:
        address = urlsplit(value)
        sound = (
            address.scheme in {"http", "https"}
            and bool(address.hostname)
            and not re.search(r"[\s<>\"]", value)
        )
    except ValueError:
        sound = False
    return None if sound else f"'{value}' is no web address: write one that starts with https:// or http://"


def _fields(front: Node, path: Path) -> dict[str, str]:
    if not isinstance(front, MapNode):
        _fail(path, front, "this is a list: write lines such as 'title: …'")
    fields: dict[str, str] = {}
    for key, value in front.items:
        if key.value not in KEYS:
            near = difflib.get_close_matches(key.value.lower(), KEYS, 1)
            instead = f"write '{near[0]}'" if near else f"write one of {', '.join(KEYS)}, or leave it out"
            _fail(path, key, f"the key '{key.value}' is not known: {instead}")
        if not isinstance(value, TextNode):
            _fail(path, value, f"'{key.value}' holds more than a text: write '{key.value}: …' on one line")
        text = " ".join(normalise(value.value).split())
        if not text:
            continue
        if wrong := check_field(key.value, text):
            _fail(path, value, wrong)
        fields[key.value] = text
    if "title" not in fields:
        _fail(path, front, "the title is missing: write a line 'title: …'")
    return fields


def _fail(path: Path, node: Node, message: str) -> NoReturn:
    raise ArticleError(f"{path}:{node.line}:{node.col}: {message}")
