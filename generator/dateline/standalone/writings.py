"""The pages that people write in Markdown, made HTML as MkDocs makes them."""

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import yaml
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from dateline.site import Embedding
from dateline.standalone.navigation import said_of

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Writing:
    """A page that a person wrote."""

    file: str
    """From the content folder: ``guide/dates.md``."""
    path: str
    """Where it is written, from the site's root."""
    text: str
    first_line: int
    """Of the text, below the front matter."""
    title: str
    """As the front matter or the first heading has it, or as the file is called."""
    description: str


def read_writing(content: Path, file: str, *, directory_urls: bool) -> Writing:
    """Read a page below the content folder."""
    whole = (content / file).read_text(encoding="utf-8-sig")
    front = _FRONT_MATTER.match(whole)
    text = whole[front.end() :] if front else whole
    said = _said(front[1]) if front else {}
    heading = re.search(r"^#[ \t]+(.+?)[ \t]*#*$", text, re.MULTILINE)
    stem = Path(file).stem
    name = stem if stem != "index" else Path(file).parent.name or "Home"
    title = said.get("title") or (heading[1] if heading else said_of(name))
    return Writing(
        file,
        _path(file, directory_urls=directory_urls),
        text,
        whole[: len(whole) - len(text)].count("\n") + 1,
        str(title),
        str(said.get("description") or ""),
    )


def _said(front_matter: str) -> dict[str, object]:
    try:
        said = yaml.safe_load(front_matter)
    except yaml.YAMLError:
        return {}
    return said if isinstance(said, dict) else {}


def _path(file: str, *, directory_urls: bool) -> str:
    folder, name = posixpath.split(file.removesuffix(".md"))
    if name.casefold() == "readme":
        name = "index"
    if name == "index" or not directory_urls:
        return posixpath.join(folder, f"{name}.html")
    return posixpath.join(folder, name, "index.html")


def to_html(writing: Writing, embedding: Embedding, link: Callable[[str], str | None]) -> str:
    """Make the HTML of a page.

    Args:
        writing: The page.
        embedding: Puts timelines into it; has been told of the page.
        link: The URL that leads from it to a file of the content folder, None if there is none.
    """
    extensions: list[str | Extension] = [
        "toc",
        "tables",
        "fenced_code",
        embedding,
        _Links(writing.file, link),
    ]
    return Markdown(extensions=extensions).convert(writing.text)


class _Links(Extension):
    """Leads links between files of the content folder to the pages made of them."""

    def __init__(self, file: str, link: Callable[[str], str | None]) -> None:
        super().__init__()
        self._file, self._link = file, link

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Markdown's name)
        """Register behind what makes the links."""
        md.treeprocessors.register(_Leading(md, self._file, self._link), "dateline_files", 0)


class _Leading(Treeprocessor):
    def __init__(self, md: Markdown, file: str, link: Callable[[str], str | None]) -> None:
        super().__init__(md)
        self._file, self._link = file, link

    def run(self, root: Element) -> None:
        for element in root.iter():
            key = {"a": "href", "img": "src"}.get(element.tag)
            url = element.get(key) if key else None
            if key and url:
                element.set(key, self._led(url))

    def _led(self, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme or parts.netloc or not parts.path:
            return url
        target = posixpath.normpath(posixpath.join(posixpath.dirname(self._file), unquote(parts.path)))
        found = self._link(target)
        return url if found is None else parts._replace(path=found).geturl()
