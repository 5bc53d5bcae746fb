"""A collection to events: read once, named and dated slice by slice, merged stretch by stretch.

No more is in memory at a time than a slice of the articles or a stretch of the tellings, beside what is known
of the collection as a whole: its names, how rare its words are, how often each day is named, and what each
event weighs.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count

from dateline.archive.batches import batches, read_packed
from dateline.archive.reading import WORTH_A_PROCESS, read_collection
from dateline.archive.sharing import Share
from dateline.archive.spool import Spool
from dateline.archive.store import Store
from dateline.archive.stretches import Month, month_of, stretches
from dateline.archive.versions import versions
from dateline.articles import FoundArticle
from dateline.findings import Finding
from dateline.merging.canonical import with_names
from dateline.merging.events import Merging
from dateline.merging.explaining import explain
from dateline.merging.importance import rank
from dateline.merging.tellings import Telling
from dateline.model import Article, Event, Reading
from dateline.names import Names, propose
from dateline.publication import Dating, date_articles, with_late_dates

# Articles whose names are compared, and which date one another, at a time.
SLICE = 5_000
# Tellings that are merged at a time, see `stretches`: what fits into memory. Fewer are merged as one.
STRETCH = 50_000
# Events that are set aside at a time.
_TOGETHER = 500

_Told = tuple[int, int, Telling, Article]
"""A telling with its slice, its place in that, and its article."""
Progress = Callable[[str, int, int], None]
"""Is told what is being done, by how much it has come on, and how much there is of it in all."""


class Archive:
    """What a collection gives.

    Args:
        found: its articles.
        size: how many bytes they are.
        known: the names that people keep.
        store: where readings are kept.
        share: reads articles.
        progress: is told how far each step is.

    Raises:
        DatelineError: no article can be read, as for want of the language model; or the disk is full.
    """

    def __init__(
        self,
        found: Iterable[FoundArticle],
        size: int,
        known: Names,
        store: Store,
        share: Share,
        progress: Progress,
    ) -> None:
        self._store, self._share, self._progress = store, share, progress
        collected = read_collection(found, store, share, lambda more: progress("Reading", more, size))
        self.findings: list[Finding] = collected.findings
        """What is wrong with articles that were left out."""
        self.articles = sum(count for _, count in collected.batches)
        """How many there are without them."""
        self.names = known
        """The names known before and those that the articles add."""
        self.datings: dict[str, Dating] = {}
        """When the articles without a date of publication came out, by id."""
        self._spool, self._merging = Spool(store.folder), Merging()
        slices = _slices(collected.batches)
        self._find_names(slices)
        tellings = self._find_tellings(slices)
        store.end_run([*(key for key, _ in collected.batches), *self._again])
        self._stretches = stretches(tellings, STRETCH)
        self.importance = self._merge(tellings)
        """That of each event, in the order of `events`."""

    def events(self) -> Iterator[Event]:
        """The proposals without an id, in order of the stretches of time in which they were merged."""
        levels = iter(self.importance)
        for number in range(len(self._stretches)):
            for events in self._spool.get(("events", number)):
                yield from (replace(event, importance=next(levels)) for event in events)

    def explain(self, event: Event) -> str:
        """Why an event is told so, for people."""
        place = next(number for number, each in enumerate(self.events()) if each == event)
        for stretch in self._stretches:
            tellings, articles = self._told(stretch)
            merged = self._merging.merge(tellings, articles)
            if place < len(merged):
                return explain(merged[place].group, event.importance, articles)
            place -= len(merged)
        raise AssertionError  # every event is of a stretch

    def archived(self, names: Iterable[str]) -> Iterator[Article]:
        """Those of some articles, by id, that are in archives."""
        return self._store.articles(names)

    def _find_names(self, slices: Sequence[Sequence[bytes]]) -> None:
        """Slice by slice, as if the collection had grown so: what is proposed of one is known in the next."""
        for number, keys in enumerate(slices):
            namings = [own for key in keys for own in self._store.namings(key)]
            self.names = propose(chain.from_iterable(namings), self.names)
            self._spool.put(("within", number), self.names.within)
            self._progress("Naming", len(namings), self.articles)

    def _find_tellings(self, slices: Sequence[Sequence[bytes]]) -> Counter[Month]:
        """Set the tellings of all articles aside by month; how many there are of each."""
        counts: Counter[Month] = Counter()
        self._again: list[bytes] = []
        for number, keys in enumerate(slices):
            (within,) = self._spool.get(("within", number))
            names = replace(self.names, within=within)
            by_month: dict[Month, list[_Told]] = {}
            places = count()
            for reading in self._dated(self._readings(keys), names):
                article = replace(reading.article, text="")
                for telling in self._merging.add(reading):
                    by_month.setdefault(month_of(telling, article), []).append(
                        (number, next(places), telling, article)
                    )
                self._progress("Sorting", 1, self.articles)
            for month, told in by_month.items():
                counts[month] += len(told)
                self._spool.put(month, told)
        return counts

    def _readings(self, keys: Iterable[bytes]) -> list[Reading]:
        readings: list[Reading] = []
        for key in keys:
            found, unread = self._store.read(key)
            for name, reason in unread:
                self.findings.append(Finding(name, 0, 0, reason, "please report it; the others were read"))
            readings += found
        return sorted(readings, key=lambda reading: reading.article.id)

    def _dated(self, readings: Sequence[Reading], names: Names) -> list[Reading]:
        """Readings with the names that are kept, and with the dates that evidence gives those without one."""
        readings = [with_names(reading, names) for reading in readings]
        datings = date_articles(readings)
        self.datings |= datings
        dated = [
            (replace(reading.article, published=dating.published), 0)
            for reading in readings
            if (dating := datings.get(reading.article.id)) and dating.published
        ]
        again: dict[str, Reading] = {}
        for reading in self._read_again(dated):
            name = reading.article.id
            again[name] = with_late_dates(with_names(reading, names), datings[name])
        return [again.get(reading.article.id, reading) for reading in readings]

    def _read_again(self, articles: Iterable[tuple[Article, int]]) -> Iterator[Reading]:
        """What articles tell once it is known when they came out."""
        wanted = list(batches(articles))
        lacking = (batch for batch in wanted if batch.key not in self._store)
        for read in self._share(read_packed, lacking, versions(), least=WORTH_A_PROCESS):
            self._store.add(read)
        for batch in wanted:
            self._again.append(batch.key)
            yield from self._store.read(batch.key)[0]

    def _merge(self, tellings: Counter[Month]) -> list[int]:
        """Merge stretch by stretch, and set the events aside; the importance of each."""
        weights = [array("d") for _ in self._stretches]
        known_to = [array("l") for _ in self._stretches]
        pieces = ((number, *self._told(stretch)) for number, stretch in enumerate(self._stretches))
        for merged in self._share(merge_stretch, pieces, self._merging, least=2):
            weights[merged.number], known_to[merged.number] = merged.weights, merged.known_to
            for start in range(0, len(merged.events), _TOGETHER):
                self._spool.put(("events", merged.number), merged.events[start : start + _TOGETHER])
            told = sum(tellings[month] for month in self._stretches[merged.number])
            self._progress("Merging", told, tellings.total())
        return rank(array("d", chain.from_iterable(weights)), array("l", chain.from_iterable(known_to)))

    def _told(self, stretch: Sequence[Month]) -> tuple[list[Telling], dict[str, Article]]:
        """The tellings of a stretch of time, and their articles, without the texts."""
        told: list[_Told] = [each for month in stretch for some in self._spool.get(month) for each in some]
        told.sort(key=lambda each: each[:2])
        return [telling for _, _, telling, _ in told], {article.id: article for _, _, _, article in told}


@dataclass(frozen=True, slots=True)
class MergedStretch:
    """The events of a stretch of time, and what each weighs."""

    number: int
    events: list[Event]
    weights: "array[float]"
    known_to: "array[int]"


def merge_stretch(stretch: tuple[int, list[Telling], dict[str, Article]], merging: Merging) -> MergedStretch:
    """Merge the tellings of a stretch of time.

    Args:
        stretch: its number, its tellings and their articles.
        merging: to which all articles of the collection have been added.
    """
    number, tellings, articles = stretch
    merged = merging.merge(tellings, articles)
    return MergedStretch(
        number,
        [each.event for each in merged],
        array("d", (each.weight for each in merged)),
        array("l", (each.known_to for each in merged)),
    )


def _slices(batches: Iterable[tuple[bytes, int]]) -> list[list[bytes]]:
    """The keys of batches, put together to slices of a collection."""
    slices: list[list[bytes]] = []
    held = SLICE
    for key, articles in batches:
        if held >= SLICE:
            slices.append([])
            held = 0
        slices[-1].append(key)
        held += articles
    return slices
