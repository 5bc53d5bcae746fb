"""Some of the events, chosen by what a `timeline` block says: names, kinds, a stretch of time, how many."""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from dateline.edtf import Day, parse
from dateline.exceptions import EdtfError, YamlTextError
from dateline.findings import Finding
from dateline.model import Event, Kind
from dateline.site.catalogue import Catalogue
from dateline.yaml_text import ListNode, MapNode, Node, TextNode, load_text_yaml

NAMED = ("people", "places", "tags", "outlets")
KEYS = (*NAMED, "kind", "importance", "from", "to", "limit")


@dataclass(slots=True)
class Selection:
    """What the events have to be: some name of each section that has any, and so on; empty is everything."""

    names: dict[str, frozenset[str]] = field(default_factory=dict)
    kinds: frozenset[str] = frozenset()
    importance: int = 1
    """At least so important."""
    first: Day | None = None
    last: Day | None = None
    """Nothing that is known to lie wholly before ``first`` or after ``last``."""
    limit: int | None = None
    """No more than so many: the most important ones."""


def select(catalogue: Catalogue, selection: Selection) -> list[Event]:
    """Choose events, in the order of the timeline."""
    chosen = [event for event in catalogue.events if _fits(event, selection, catalogue)]
    if selection.limit is None or len(chosen) <= selection.limit:
        return chosen
    kept = {event.id for event in sorted(chosen, key=lambda event: -event.importance)[: selection.limit]}
    return [event for event in chosen if event.id in kept]


def _fits(event: Event, selection: Selection, catalogue: Catalogue) -> bool:
    names: dict[str, Callable[[], Iterable[str]]] = {
        "people": lambda: event.actors,
        "places": lambda: event.places,
        "tags": lambda: event.tags,
        "outlets": lambda: map(catalogue.outlet, event.sources),
    }
    date = parse(event.date)
    return (
        event.importance >= selection.importance
        and (not selection.kinds or event.kind in selection.kinds)
        and all(not wanted.isdisjoint(names[section]()) for section, wanted in selection.names.items())
        and not (selection.first and date.latest and date.latest < selection.first)
        and not (selection.last and date.earliest and date.earliest > selection.last)
    )


def read_selection(
    text: str, name: str, first_line: int, catalogue: Catalogue
) -> tuple[Selection, list[Finding]]:
    """Read what a block says.

    Args:
        text: The lines of the block: YAML, a key a line; a name alone or a list of names.
        name: What findings call the file.
        first_line: The line of the file on which ``text`` starts.
        catalogue: What there is to choose from.

    Returns:
        What could be read, and what is wrong with the rest.
    """
    selection = Selection()
    try:
        root = load_text_yaml(text, name, first_line)
    except YamlTextError as error:
        return selection, list(error.findings)
    if not isinstance(root, MapNode):
        return selection, [
            Finding(name, root.line, root.col, "this is a list", "write 'tags: …' or another key")
        ]
    findings: list[Finding] = []
    for key, value in root.items:
        try:
            _take(selection, key.value, value, catalogue, findings, name)
        except _WrongError as wrong:
            node = key if wrong.is_key else value
            findings.append(Finding(name, node.line, node.col, wrong.message, wrong.fix))
    return selection, findings


class _WrongError(Exception):
    def __init__(self, message: str, fix: str, *, is_key: bool = False) -> None:
        super().__init__(message)
        self.message, self.fix, self.is_key = message, fix, is_key


def _take(
    selection: Selection, key: str, value: Node, catalogue: Catalogue, findings: list[Finding], name: str
) -> None:
    if key in NAMED:
        known = catalogue.sections[key]
        words = list(_texts(key, value))
        for word in words:
            if word.value not in known:
                message = f"{key} has no '{word.value}'"
                findings.append(Finding(name, word.line, word.col, message, nearest(word.value, known)))
        selection.names[key] = frozenset(word.value for word in words)
    elif key == "kind":
        for word in _texts(key, value):
            if word.value not in get_args(Kind):
                raise _WrongError(f"kind is '{word.value}'", nearest(word.value, get_args(Kind)))
        selection.kinds = frozenset(word.value for word in _texts(key, value))
    elif key in {"from", "to"}:
        _take_bound(selection, key, _text(key, value))
    elif key == "importance":
        selection.importance = _number(key, value, range(1, 6))
    elif key == "limit":
        selection.limit = _number(key, value, range(1, 10_000))
    else:
        raise _WrongError(f"the key '{key}' is unknown", nearest(key, KEYS), is_key=True)


def _take_bound(selection: Selection, key: str, text: str) -> None:
    try:
        date = parse(text)
    except EdtfError as error:
        raise _WrongError(error.problem, error.fix) from None
    if key == "from":
        selection.first = date.earliest
    else:
        selection.last = date.latest


def _texts(key: str, value: Node) -> Iterator[TextNode]:
    for node in value.items if isinstance(value, ListNode) else [value]:
        if not isinstance(node, TextNode) or not node.value:
            raise _WrongError(f"{key} is not a name or a list of names", f"write '{key}: [one, another]'")
        yield node


def _text(key: str, value: Node) -> str:
    if not isinstance(value, TextNode):
        raise _WrongError(f"{key} is not one date", f"write '{key}: 2020' or '{key}: 2020-01-03'")
    return value.value


def _number(key: str, value: Node, allowed: range) -> int:
    text = value.value if isinstance(value, TextNode) else ""
    if not (text.isdecimal() and len(text) <= len(str(allowed[-1])) and int(text) in allowed):
        raise _WrongError(f"{key} is not a number", f"write one from {allowed[0]} to {allowed[-1]}")
    return int(text)


def nearest(word: str, known: Mapping[str, object] | Sequence[str]) -> str:
    """Advise what to write instead of a word that is not known."""
    folded = {each.casefold(): each for each in known}
    near = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.5)
    if near:
        return f"write '{folded[near[0]]}'"
    return (
        f"write one of {', '.join(known)}" if len(known) <= len(KEYS) else "write a name that the site lists"
    )
