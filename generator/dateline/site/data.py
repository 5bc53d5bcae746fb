"""The timeline as columns, for the explorer: what it draws, counts and looks through.

``timeline/index.js`` comes with the home page. On a site that shows all its events there it holds everything.
On a larger one it holds the dates and the most frequent names, and the rest waits in files of some years each
until a reader filters or searches: ``<year>.json`` (what an event is filtered by), ``<year>-<part>.json``
(what its card shows) and ``words-<number>.json`` (which events hold which words).
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from dateline.edtf import Day, parse
from dateline.model import Event
from dateline.site.addresses import at
from dateline.site.catalogue import Catalogue
from dateline.site.chronology import ranks_in_years, year_of
from dateline.site.markup import summary_text
from dateline.site.searching import Index, steps, words
from dateline.site.views import EventView, Views
from dateline.site.wording import Wording

FOLDER = "timeline"
INDEX = f"{FOLDER}/index.js"
"""The script that hands the explorer its first data."""

FACETS = ("people", "places", "tags", "outlets")
_KINDS = {"happened": "h", "planned": "p", "forecast": "f", "denied": "d"}
_SHARD = 1_000
"""Years are put into one file until it holds as many events."""
_PART = 100
"""So many cards are fetched at a time."""
_FIRST_NAMES = 16
"""So many names of each facet come with the page of a large site."""
_NOTABLE = 240
"""So many events may be named on the strip."""


class _Row(NamedTuple):
    """One event with the number that stands for its date."""

    event: Event
    view: EventView
    date: int


def data_files(
    catalogue: Catalogue, views: Views, words_of: Wording, *, inline: bool
) -> Iterator[tuple[str, str]]:
    """Make the data files.

    Args:
        catalogue: The events.
        views: Their views.
        words_of: What the explorer says.
        inline: All events stand on the home page, so their texts need not be told again.

    Yields:
        A path from the site's root and the file's text; the same events give the same bytes.
    """
    table = _Table(catalogue, views)
    index = {"language": words_of.language, "text": _text(words_of)} | table.index()
    if inline:
        index["facets"] = table.facets
        index["events"] = table.columns(table.rows) | {"words": [_quoted(row.event) for row in table.rows]}
        yield INDEX, _script(index)
        return
    index["facets"] = {facet: names[:_FIRST_NAMES] for facet, names in table.facets.items()}
    yield f"{FOLDER}/names.json", _json(table.facets)
    shards = []
    for rows in _shards(table.rows):
        first = year_of(rows[0].event)
        shards.append([first, len(rows)])
        yield f"{FOLDER}/{first}.json", _json(table.columns(rows))
        for part in range(0, len(rows), _PART):
            yield f"{FOLDER}/{first}-{part // _PART}.json", _json(_cards(rows[part : part + _PART], views))
    words_index = Index()
    for number, row in enumerate(table.rows):
        words_index.add(number, _texts(row.event, row.view))
    blocks = []
    for number, block in enumerate(words_index.blocks()):
        blocks.append(next(iter(block), ""))
        yield f"{FOLDER}/words-{number}.json", _json(block)
    index |= {"shards": shards, "part": _PART, "words": {"first": blocks, "common": words_index.common()}}
    yield INDEX, _script(index)


class _Table:
    """Every event with its date and names turned into numbers, the frequent names first."""

    def __init__(self, catalogue: Catalogue, views: Views) -> None:
        self.dates: dict[str, int] = {}
        self.rows: list[_Row] = []
        counts: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
        for event in catalogue.events:
            row = _Row(event, views.event(event), self.dates.setdefault(event.date, len(self.dates)))
            self.rows.append(row)
            for facet, names in _names(row).items():
                counts[facet].update(names)
        self.facets: dict[str, list[list[Any]]] = {}
        self._numbers: dict[str, dict[str, int]] = {}
        for facet in FACETS:
            ordered = sorted(counts[facet].items(), key=lambda item: (-item[1], item[0]))
            listings = catalogue.sections.get(facet, {})
            self.facets[facet] = [
                [name, count, *([listings[name].path.split("/")[1]] if name in listings else [])]
                for name, count in ordered
            ]
            self._numbers[facet] = {name: number for number, (name, _) in enumerate(ordered)}

    def columns(self, rows: Sequence[_Row]) -> dict[str, Any]:
        """What events are filtered by."""
        named = [_names(row) for row in rows]
        return {
            "date": steps(row.date for row in rows),
            "kind": "".join([_KINDS[row.event.kind] for row in rows]),
            "status": "".join([row.event.status[0] for row in rows]),
            "importance": "".join([str(row.event.importance) for row in rows]),
        } | {
            facet: [[number[name] for name in names[facet]] for names in named]
            for facet, number in self._numbers.items()
        }

    def index(self) -> dict[str, Any]:
        """What the strip draws: every date that occurs, how often, and the events that may be named there."""
        counts = Counter(row.date for row in self.rows)
        firsts, spans, certainty = [], [], []
        for text in self.dates:
            date = parse(text)
            first, last = date.earliest or date.latest, date.latest or date.earliest
            if first is None or last is None:
                raise AssertionError("a date has at least one bound")
            firsts.append(day_number(first))
            spans.append(day_number(last) - firsts[-1])
        views = {row.date: row.view for row in reversed(self.rows)}
        for number in range(len(self.dates)):
            letter = views[number].precision[0]
            certainty.append(letter.upper() if views[number].vague else letter)
        return {
            "total": len(self.rows),
            "dates": {
                "from": steps(firsts),
                "span": spans,
                "certainty": "".join(certainty),
                "count": [counts[number] for number in range(len(self.dates))],
            },
            "notable": [
                [row.date, row.event.importance, row.event.title, row.view.anchor]
                for row in _notable(self.rows)
            ],
        }


def day_number(day: Day) -> int:
    """Return the days from 1 January 1970 to a day of the proleptic Gregorian calendar, in any year.

    The method is Howard Hinnant's ``days_from_civil``: years begin in March, so leap days come last.
    """
    year = day.year - (day.month <= 2)
    era, of_era = divmod(year, 400)
    of_year = (153 * ((day.month + 9) % 12) + 2) // 5 + day.day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468


def _names(row: _Row) -> dict[str, Sequence[str]]:
    """The names of an event by facet, each once."""
    event = row.event
    return {
        "people": list(dict.fromkeys(event.actors)),
        "places": list(dict.fromkeys(event.places)),
        "tags": list(dict.fromkeys(event.tags)),
        "outlets": row.view.outlets,
    }


def _notable(rows: Sequence[_Row]) -> list[_Row]:
    """The most important events of each year, so that no busy year takes all the names."""
    ranks = ranks_in_years(row.event for row in rows)
    best_first = sorted(
        range(len(rows)), key=lambda number: (ranks[number], -rows[number].event.importance, number)
    )
    return [rows[number] for number in sorted(best_first[:_NOTABLE])]


def _shards(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    shard: list[_Row] = []
    for _, of_year in groupby(rows, key=lambda row: year_of(row.event)):
        shard += of_year
        if len(shard) >= _SHARD:
            yield shard
            shard = []
    if shard:
        yield shard


def _text(words_of: Wording) -> dict[str, Any]:
    """The words that the explorer puts into the page."""
    own: dict[str, Any] = words_of.table["explorer"]
    shared: dict[str, str] = words_of.table["text"]
    return {**own, "told_by": shared["told_by"], "draft_note": shared["draft_note"]}


def _cards(rows: Sequence[_Row], views: Views) -> dict[str, list[str]]:
    """What the cards of events show beyond what they are filtered by; where those are that have no page."""
    places = ["" if views.where.has_page(row.event) else at("index.html", row.view.href) for row in rows]
    return ({"place": places} if any(places) else {}) | {
        "id": [row.view.anchor for row in rows],
        "title": [row.event.title for row in rows],
        "when": [row.view.when for row in rows],
        "summary": [summary_text(row.event.summary) for row in rows],
    }


def _texts(event: Event, view: EventView) -> Iterator[str]:
    yield event.title
    yield event.summary
    yield from (*event.actors, *event.places, *event.tags, *view.outlets)
    for source in event.sources:
        yield source.quote
        yield source.speaker or ""


def _quoted(event: Event) -> str:
    """The words of an event's quotes and speakers, in an order that repeats no sentence of the article."""
    return " ".join(
        sorted(words(text for source in event.sources for text in (source.quote, source.speaker or "")))
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _script(index: dict[str, Any]) -> str:
    return f"globalThis.datelineIndex = {_json(index)};\n"
