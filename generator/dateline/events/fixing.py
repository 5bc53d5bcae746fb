"""Mends, on request, what people typed where only one thing can be meant; every other byte stays as it is."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dateline.articles import front_matter_span, parse_article
from dateline.events.checking import Against
from dateline.events.files import event_files
from dateline.events.reading import read_text
from dateline.exceptions import ArticleError, DatelineError, YamlTextError
from dateline.findings import Finding
from dateline.utf8 import read_utf8
from dateline.whole_files import write_whole
from dateline.yaml_edits import Path as YamlPath
from dateline.yaml_edits import SetValue, edit_yaml
from dateline.yaml_text import ListNode, MapNode, Node, TextNode, mend_text_yaml

# What is mended may show something more to mend: a text that became a list, its item another spelling.
_MOST_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was mended; as text it is ``file:line: old → new``."""

    path: str
    line: int
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.old} → {self.new}"


def fix(content: Path) -> Iterator[Change]:
    """Mend the event files and the front matter of the articles of a content folder.

    Dates as people type them, names spelt unlike names.yml, capitals, commas and quotes around values, and
    slips of YAML are mended where only one thing can be meant. The rest is left to `check`.

    Args:
        content: The content folder.

    Returns:
        Every change, as soon as its file is written, whole or not at all.

    Raises:
        WriteError: A file cannot be written.
    """
    for path in sorted((content / "articles").glob("*.md")):
        yield from _fix_file(path, content, partial(_fixed_article, path=path))
    # The articles are read again only now, so that a title that was mended can be quoted.
    against = Against(content)
    for path in event_files(content):
        yield from _fix_file(
            path, content, partial(_fixed_event, path=path, content=content, against=against)
        )


_Fixed = tuple[str, list[Change]]


def _fix_file(path: Path, content: Path, fixed: Callable[[str], _Fixed]) -> Iterator[Change]:
    if path.is_symlink():
        return
    try:
        before = text = read_utf8(path)
    except YamlTextError:
        return
    changes: list[Change] = []
    for _ in range(_MOST_ROUNDS):
        text, more = fixed(text)
        changes += more
        if not more:
            break
    if text != before:
        write_whole(path, text.encode("utf-8"), content)
        yield from sorted(changes, key=lambda change: change.line)


def _fixed_event(text: str, path: Path, content: Path, against: Against) -> _Fixed:
    def findings(mended: str) -> Iterator[Finding]:
        file = read_text(mended, path.as_posix(), path.relative_to(content).as_posix())
        yield from file.findings
        yield from against.of_file(file)

    return _fixed(text, path.as_posix(), 1, findings)


def _fixed_article(text: str, path: Path) -> _Fixed:
    span = front_matter_span(text)
    if span is None:
        return text, []
    start, end = span

    def findings(front: str) -> Iterable[Finding]:
        try:
            parse_article(text[:start] + front + text[end:], path)
        except ArticleError as error:
            return error.findings
        return ()

    front, changes = _fixed(text[start:end], path.as_posix(), 2, findings)
    return text[:start] + front + text[end:], changes


def _fixed(text: str, name: str, first_line: int, findings: Callable[[str], Iterable[Finding]]) -> _Fixed:
    """The text with lines, then values mended."""
    mended = mend_text_yaml(text, name, first_line)
    pairs = zip(text.splitlines(), mended.text.splitlines(), strict=False)
    changes = [
        Change(name, line, *_told(old, new))
        for line, (old, new) in enumerate(pairs, first_line)
        if old != new
    ]
    if mended.root is None:
        return mended.text, changes
    places = {(node.line, node.col): (path, node.value) for path, node in _texts(mended.root)}
    text = mended.text
    for finding in findings(text):
        place = places.get((finding.line, finding.col))
        if finding.instead is None or place is None:
            continue
        path, old = place
        try:
            text = edit_yaml(text, [SetValue(path, finding.instead)], name)
        except DatelineError:
            continue  # `check` goes on telling what is wrong
        new = finding.instead if isinstance(finding.instead, str) else f"[{', '.join(finding.instead)}]"
        changes.append(Change(name, finding.line, " ".join(old.split()), " ".join(new.split())))
    return text, changes


def _told(old: str, new: str) -> tuple[str, str]:
    """Two lines as they are told: without what stands before both, unless they differ in just that."""
    if old.strip() != new.strip():
        return old.strip(), new.strip()
    return _visible(old), _visible(new)


def _visible(line: str) -> str:
    shown = line.replace("\t", "\\t").replace("\xa0", "\\xa0")
    return f"'{shown}'"


def _texts(node: Node, path: YamlPath = ()) -> Iterator[tuple[YamlPath, TextNode]]:
    """Every value that is a text, with the way to it."""
    match node:
        case TextNode():
            yield path, node
        case ListNode():
            for number, item in enumerate(node.items):
                yield from _texts(item, (*path, number))
        case MapNode():
            for key, value in node.items:
                yield from _texts(value, (*path, key.value))
