"""A draft as lines of a terminal, each in runs of one style; whoever shows them gives the styles a look."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from dateline.edtf import in_words
from dateline.model import Article, Event, Source
from dateline.review.likeness import Like
from dateline.review.passages import excerpt
from dateline.review.session import Draft

Style = Literal["plain", "title", "muted", "quote", "dated", "fault"]
Run = tuple[str, Style]
Line = list[Run]

LIKE_SHOWN = 3
_PART = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a session stands."""

    number: int
    """Of the draft, from 1."""
    total: int


def page(
    draft: Draft,
    place: Place,
    likes: Sequence[Like],
    articles: Mapping[str, Article],
    width: int,
    *,
    marked: bool,
) -> list[Line]:
    """Everything that is to be known of a draft.

    Args:
        draft: The draft.
        place: Where the session stands.
        likes: Which events may be the same.
        articles: The articles by id.
        width: Of the lines, in columns.
        marked: Whether signs show where a quote begins and ends, for want of another look.
    """
    lines = [_head(draft, place, width), []]
    for finding in draft.findings:
        lines += wrapped(
            [(f"{finding.line}:{finding.col}: {finding.message}: {finding.fix}", "fault")], width
        )
    event = draft.event
    if event is None:
        return [
            *lines,
            *wrapped([(f"{draft.id} cannot be shown. Press e to mend its file.", "plain")], width),
        ]
    lines += wrapped([(event.title, "title")], width)
    lines += wrapped(list(_when(event)), width)
    if event.summary:
        lines += wrapped([(event.summary, "plain")], width)
    lines += wrapped([(_facts(event), "muted")], width, indent=2)
    if likes:
        lines += [[], [("May be the same as", "plain")]]
    for number, like in enumerate(likes[:LIKE_SHOWN], 1):
        other = like.event
        known = f"{number}) {other.title}, {in_words(other.date)}, {other.status}"
        lines += wrapped([(known, "plain"), (f" {other.id}", "muted")], width, indent=3)
    for source in event.sources:
        lines += [[], *_source(source, articles.get(source.article), width, marked=marked)]
    return lines


def fitted(lines: Sequence[Line], height: int) -> list[Line]:
    """As many lines as there is room for; the last then says that there are more."""
    if len(lines) <= height:
        return list(lines)
    more = len(lines) - height + 1
    return [*lines[: height - 1], [(f"… {more} more lines: press v to read them", "muted")]]


def wrapped(runs: Iterable[Run], width: int, indent: int = 0) -> list[Line]:
    """Runs of text broken into lines between words; ``indent`` is the room before all lines but the first."""
    lines: list[Line] = [[]]
    used = 0
    for word in _words(runs):
        room = sum(_columns(text) for text, _ in word)
        if used and used + 1 + room > width:
            lines.append([(" " * indent, "plain")] if indent else [])
            used = indent
        elif used:
            lines[-1].append((" ", word[0][1] if lines[-1][-1][1] == word[0][1] else "plain"))
            used += 1
        lines[-1] += word
        used += room
    return [_joined(line) for line in lines]


def _words(runs: Iterable[Run]) -> Iterator[Line]:
    """What stands between blanks; the style may change inside a word."""
    word: Line = []
    for text, style in runs:
        for part in _PART.findall(text):
            if not part.isspace():
                word.append((part, style))
            elif word:
                yield word
                word = []
    if word:
        yield word


def _joined(line: Line) -> Line:
    """A line with the words of one style in one run."""
    return [("".join(text for text, _ in runs), style) for style, runs in groupby(line, lambda run: run[1])]


def _columns(text: str) -> int:
    """How many columns a terminal takes for a text."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def _head(draft: Draft, place: Place, width: int) -> Line:
    told = f"Draft {place.number} of {place.total}"
    path = draft.path.as_posix()
    room = width - len(told) - 2
    if len(path) > room:
        path = "…" + path[len(path) - room + 1 :]
    return [(told, "plain"), (path.rjust(width - len(told)), "muted")]


def _when(event: Event) -> Iterator[Run]:
    yield f"{in_words(event.date)} ", "plain"
    yield f"({event.date})", "muted"
    words = list(dict.fromkeys(source.dated for source in event.sources if source.dated))
    if words:
        yield ", dated by ", "muted"
    for number, dated in enumerate(words):
        yield ", “" if number else "“", "muted"
        yield dated, "dated"
        yield "”", "muted"


def _facts(event: Event) -> str:
    facts: list[str] = [fact for fact in (event.status, event.kind) if fact not in {"draft", "happened"}]
    facts.append(f"importance {event.importance}")
    facts += [", ".join(names) for names in (event.actors, event.places, event.tags) if names]
    return " · ".join(facts)


def _source(source: Source, article: Article | None, width: int, *, marked: bool) -> Iterator[Line]:
    outlet = (article and article.outlet) or source.article or source.url or ""
    told = [outlet, *([in_words(article.published)] if article and article.published else [])]
    by: list[Run] = [(", ".join(told), "plain")]
    if source.speaker:
        by.append((f" — {source.speaker}", "plain"))
    yield from wrapped(by, width)
    cut = excerpt(article.text if article else "", source.quote, source.dated)
    runs: list[Run] = [
        (cut.before, "muted"),
        ("»" if marked else "", "muted"),
        (cut.quote, "quote"),
        (cut.dated, "dated"),
        (cut.quote_after, "quote"),
        ("«" if marked else "", "muted"),
        (cut.after, "muted"),
    ]
    for line in wrapped(runs, width - 2):
        yield [("  ", "plain"), *line]
