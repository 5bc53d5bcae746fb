"""A collection to events: read once, named and dated slice by slice, merged stretch by stretch.

No more is in memory at a time than the names of a slice of the articles, the readings of a batch or the
tellings of a stretch, beside what is known of the collection as a whole: its names, how rare its words are,
how often each day is named, and what each event weighs. Only where an article has no date all readings of its
slice are, since they may tell it.

Records know nobody who knows them, so no search for cycles is made among them.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from dateline.archive.batches import batches, read_packed
from dateline.archive.reading import WORTH_A_PROCESS, Part, read_collection
from dateline.archive.sharing import Share
from dateline.archive.spool import Spool
from dateline.archive.store import Store
from dateline.archive.stretches import Month, month_of, stretches
from dateline.archive.versions import versions
from dateline.articles import FoundArticle
from dateline.findings import Finding
from dateline.garbage import without_collecting
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
# Events, and tellings, that are set aside at a time.
_TOGETHER = 500
_SORTED_TOGETHER = 2_000

_Told = tuple[int, int, Telling, Article]
"""A telling with its slice, its place among those of its article, and that."""
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
        self.articles = sum(part.articles for part in collected.parts)
        """How many there are without them."""
        self.names = known
        """The names known before and those that the articles add."""
        self._spool, self._merging = Spool(store.folder), Merging()
        slices = _slices(collected.parts)
        self._find_names(slices)
        tellings = self._find_tellings(slices)
        store.end_run([*(part.key for part in collected.parts), *self._again])
        self._stretches = stretches(tellings, STRETCH)
        self.importance = self._merge(tellings)
        """That of each event, in the order of `events`."""

    def events(self) -> Iterator[Event]:
        """The proposals without an id, in order of the stretches of time in which they were merged."""
        levels = iter(self.importance)
        for number in range(len(self._stretches)):
            for events in self._spool.get(("events", number)):
                yield from (replace(event, importance=next(levels)) for event in events)

    def datings(self) -> Iterator[Dating]:
        """When the articles without a date of publication came out."""
        return chain.from_iterable(self._spool.get("datings"))

    def explain(self, event: Event) -> str:
        """Why an event is told so, for people."""
        place = next(number for number, each in enumerate(self.events()) if each == event)
        for stretch in self._stretches:
            tellings, articles = self._told(stretch)
            merged = self._merging.merge(tellings, articles)
            if place < len(merged):
                return explain(merged[place].group, event, articles)
            place -= len(merged)
        raise AssertionError  # every event is of a stretch

    def archived(self, names: Iterable[str]) -> Iterator[Article]:
        """Those of some articles, by id, that are in archives."""
        return self._store.articles(names)

    @without_collecting()
    def _find_names(self, slices: Sequence[Sequence[Part]]) -> None:
        """Slice by slice, as if the collection had grown so: what is proposed of one is known in the next."""
        for number, parts in enumerate(slices):
            namings = [own for part in parts for own in self._store.namings(part.key)]
            self.names = propose(chain.from_iterable(namings), self.names)
            self._spool.put(("within", number), self.names.within)
            self._progress("Naming", len(namings), self.articles)

    @without_collecting()
    def _find_tellings(self, slices: Sequence[Sequence[Part]]) -> Counter[Month]:
        """Set the tellings of all articles aside by month; how many there are of each."""
        counts: Counter[Month] = Counter()
        self._again: list[bytes] = []
        for number, parts in enumerate(slices):
            (within,) = self._spool.get(("within", number))
            told: list[tuple[Month, _Told]] = []
            for reading in self._dated(parts, replace(self.names, within=within)):
                article = replace(reading.article, text="")
                for place, telling in enumerate(self._merging.add(reading)):
                    told.append((month_of(telling, article), (number, place, telling, article)))
                if len(told) >= _SORTED_TOGETHER:
                    counts += self._set_aside(told)
                    told.clear()
                self._progress("Sorting", 1, self.articles)
            counts += self._set_aside(told)
        return counts

    def _set_aside(self, told: Iterable[tuple[Month, _Told]]) -> Counter[Month]:
        by_month: dict[Month, list[_Told]] = {}
        for month, each in told:
            by_month.setdefault(month, []).append(each)
        for month, some in by_month.items():
            self._spool.put(month, some)
        return Counter({month: len(some) for month, some in by_month.items()})

    def _dated(self, parts: Sequence[Part], names: Names) -> Iterator[Reading]:
        """Readings with the names that are kept, and with the dates that evidence gives those without one.

        Those that get one come last.
        """
        datings = self._find_dates(parts, names)
        dated: list[Article] = []
        for part in parts:
            readings, unread = self._store.read(part.key)
            for name, reason in unread:
                self.findings.append(Finding(name, 0, 0, reason, "please report it; the others were read"))
            for reading in readings:
                dating = datings.get(reading.article.id)
                if dating and dating.published:
                    dated.append(replace(reading.article, published=dating.published))
                else:
                    yield with_names(reading, names)
        for reading in self._read_again(sorted(dated, key=lambda article: article.id)):
            yield with_late_dates(with_names(reading, names), datings[reading.article.id])

    def _find_dates(self, parts: Sequence[Part], names: Names) -> dict[str, Dating]:
        """When the articles of a slice came out that do not say so, by id."""
        if not any(part.undated for part in parts):
            return {}
        found = date_articles(
            with_names(reading, names) for part in parts for reading in self._store.read(part.key)[0]
        )
        self._spool.put("datings", list(found.values()))
        return found

    def _read_again(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """What articles tell once it is known when they came out."""
        wanted = list(batches((article, 0) for article in articles))
        lacking = (batch for batch in wanted if batch.key not in self._store)
        for read in self._share(read_packed, lacking, versions(), least=WORTH_A_PROCESS, apart=True):
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

    @without_collecting()
    def _told(self, stretch: Sequence[Month]) -> tuple[list[Telling], dict[str, Article]]:
        """The tellings of a stretch of time, and their articles, without the texts."""
        told: list[_Told] = [each for month in stretch for some in self._spool.get(month) for each in some]
        told.sort(key=lambda each: (each[0], each[3].id, each[1]))
        return [telling for _, _, telling, _ in told], {article.id: article for _, _, _, article in told}


@dataclass(frozen=True, slots=True)
class MergedStretch:
    """The events of a stretch of time, and what each weighs."""

    number: int
    events: list[Event]
    weights: "array[float]"
    known_to: "array[int]"


@without_collecting()
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


def _slices(parts: Iterable[Part]) -> list[list[Part]]:
    """The batches of a collection, put together to slices."""
    slices: list[list[Part]] = []
    held = SLICE
    for part in parts:
        if held >= SLICE:
            slices.append([])
            held = 0
        slices[-1].append(part)
        held += part.articles
    return slices
