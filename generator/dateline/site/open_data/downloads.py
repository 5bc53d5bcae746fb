"""The files that a site offers to other programs: tables, a calendar, citations, feeds."""

import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from heapq import nlargest
from typing import Literal

from dateline.exchange import data_package, export_events, own_lines
from dateline.model import Event, ExportFormat
from dateline.site.open_data.feeds import Feed, to_atom, to_json_feed
from dateline.site.open_data.news import news
from dateline.site.open_data.times import BEGINNING, last_change
from dateline.site.pages.press import Press

LARGE = 20_000
"""From so many events on, tables are gzipped and heads say nothing twice: else they would fill the host."""
# What zlib calls a gzip file; its head has no time then, so the same table is the same file.
_GZIP = 31
_IN_CALENDAR = 5_000
"""So many events a calendar program takes: the most important ones."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file for other programs."""

    name: str
    """What the words of a language call it by."""
    path: str
    media_type: str
    make: Callable[[], str | bytes]
    is_timeline: bool = True
    """The head of every page links what is the same timeline in another form."""


class Downloads:
    """The files of one site; each is made when it is asked for.

    Args:
        press: What the site holds.
    """

    def __init__(self, press: Press) -> None:
        self._press = press
        self.files: dict[str, Download] = {file.path: file for file in self._all()}
        """By path from the site's root."""

    def _all(self) -> Iterator[Download]:
        if self._press.options.address:
            # Feeds name pages by their whole addresses.
            yield self._feed("atom", "feed.xml", "application/atom+xml", to_atom)
            yield self._feed("json_feed", "feed.json", "application/feed+json", to_json_feed)
        zipped = ".gz" if len(self._press.catalogue.events) >= LARGE else ""
        table, records = f"events.csv{zipped}", f"events.json{zipped}"
        make = self._gzipped if zipped else self._exported
        types = ("application/gzip",) * 2 if zipped else ("text/csv", "application/json")
        # A zipped table is no form in which a program would show the timeline; the page of files has it.
        yield Download("csv", table, types[0], partial(make, "csv"), is_timeline=not zipped)
        yield Download("json", records, types[1], partial(make, "json"), is_timeline=not zipped)
        yield Download("calendar", "events.ics", "text/calendar", self._calendar)
        if self._press.catalogue.articles:
            media_type = "application/vnd.citationstyles.csl+json"
            make_cited = partial(self._exported, "csl")
            yield Download("citations", "articles.json", media_type, make_cited, is_timeline=False)
        make_package = partial(self._package, table, records)
        yield Download("package", "datapackage.json", "application/json", make_package, is_timeline=False)

    def _feed(self, name: str, path: str, media_type: str, write: Callable[[Feed, str], str]) -> Download:
        return Download(name, path, media_type, lambda: write(self._news, path))

    @cached_property
    def _news(self) -> Feed:
        return news(self._press, self._press.options.address or "", self._changes)

    @cached_property
    def _changes(self) -> dict[str, datetime]:
        """When each event was last changed, by id."""
        articles, changed = self._press.catalogue.articles, self._press.options.changed
        return {event.id: last_change(event, articles, changed) for event in self._press.catalogue.events}

    def _gzipped(self, style: Literal["json", "csv"]) -> bytes:
        """A table packed as it is made: all of it at once would take most of the memory."""
        gzip = zlib.compressobj(wbits=_GZIP)
        packed = [gzip.compress(line.encode()) for line in own_lines(style, self._press.catalogue.events)]
        return b"".join([*packed, gzip.flush()])

    def _exported(self, style: ExportFormat) -> str:
        return self._export(style, self._press.catalogue.events)

    def _calendar(self) -> str:
        events = self._press.catalogue.events
        if len(events) > _IN_CALENDAR:
            chosen = nlargest(_IN_CALENDAR, range(len(events)), key=lambda number: events[number].importance)
            events = tuple(events[number] for number in sorted(chosen))
        return self._export("ics", events)

    def _export(self, style: ExportFormat, events: tuple[Event, ...]) -> str:
        press = self._press
        return export_events(
            style,
            events,
            press.catalogue.articles.values(),
            title=press.title,
            language=press.words.language,
            stamp=max(self._changes.values(), default=BEGINNING),
            address=press.address,
        ).text

    def _package(self, table: str, records: str) -> str:
        press = self._press
        package = data_package(
            press.catalogue.events, name="timeline", title=press.title, table=table, others=[records]
        )
        return json.dumps(package, ensure_ascii=False, indent=1) + "\n"
