"""Days and months without a year: other articles that tell the same of them give the year."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dateline.edtf import in_words, parse
from dateline.model import DatedPhrase, Mention, Reading
from dateline.publication.cues import stance, words_of
from dateline.publication.evidence import DERIVED, Clue, names_its_year
from dateline.publication.people import keys_of, same_person
from dateline.publication.sightings import RARE, Library
from dateline.publication.windows import Window, window_of

_BARE = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
# A date without a year means one less than a year away.
_YEAR = timedelta(days=365)

Day = tuple[int, int | None]
"""A month and its day, None for the whole month."""


class Calendar:
    """What a set of articles tells of each day and month of the year.

    Args:
        library: of all articles.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._told: dict[Day, list[tuple[str, Mention]]] = defaultdict(list)
        """The deeds of a day with its date: of a month, too, those of its days."""
        for reading in library.readings.values():
            for mention in reading.mentions:
                day = _day_of(mention.date)
                if day and mention.date and library.is_certain(mention):
                    self._told[day].append((mention.date, mention))
                    if day[1] is not None:
                        self._told[day[0], None].append((mention.date.rpartition("-")[0], mention))

    def clues(self, reading: Reading) -> Iterator[Clue]:
        """The years of an article's days without one, where other articles leave one for each."""
        article = reading.article
        phrases = self._library.phrases(article)
        yeared = sorted(p.start for p in phrases if names_its_year(p))
        for phrase in phrases:
            bare = _BARE.fullmatch(phrase.value)
            if bare is None or phrase.type != "DATE":
                continue
            paragraph = article.text.rfind("\n\n", 0, phrase.start)
            before = bisect_left(yeared, phrase.start)
            if before and yeared[before - 1] >= paragraph:
                continue  # "In 2010 … on 12 August": of that year
            day = int(bare[1]), int(bare[2]) if bare[2] else None
            said = article.text[phrase.evidence_start : phrase.evidence_end]
            for mention in reading.mentions:
                within = mention.passage.start <= phrase.start < mention.passage.end
                if within and mention.dated and said in mention.dated:
                    yield from self._clue(reading, mention, phrase, day)

    def _clue(self, reading: Reading, mention: Mention, phrase: DatedPhrase, day: Day) -> Iterator[Clue]:
        same = [told for told in self._told[day] if self._is_same(mention, told[1])]
        if len({date_ for date_, _ in same}) != 1:
            return
        edtf, other = min(same, key=lambda told: (told[1].article, told[1].passage.start, told[1].title))
        passage = mention.passage
        start, end = phrase.evidence_start - passage.start, phrase.evidence_end - passage.start
        told = stance(passage.text, start, end, mention.kind, reading.article.language)
        yield Clue(
            rule="month",
            trust=DERIVED,
            sentence=passage.text,
            options=(_near(window_of(edtf), told),),
            because=f"{other.article} tells the same of {in_words(edtf)}, "
            "and a day without a year is less than a year away",
            article=other.article,
        )

    def _is_same(self, mention: Mention, other: Mention) -> bool:
        """Whether another article tells the same deed of rare names that both passages share."""
        if mention.article == other.article or not _same_deed(mention, other, self._library):
            return False
        mine, theirs = self._library.people[mention.article], self._library.people[other.article]
        return bool(
            self._shared(mine.named_in(mention.passage), theirs.named_in(other.passage))
            and len(self._shared(mine.all_names, theirs.all_names)) > 1
        )

    def _shared(self, mine: Sequence[str], theirs: Sequence[str]) -> set[str]:
        """The rare names of some that are among others."""
        keys = {key for name in theirs for key in keys_of(name)}
        return {
            name
            for name in mine
            if keys_of(name) & keys
            and self._library.fame.rarity(name) >= RARE
            and any(same_person(name, other) for other in theirs)
        }


def _same_deed(mention: Mention, other: Mention, library: Library) -> bool:
    language = library.readings[mention.article].article.language
    tags = set(mention.tags) & set(other.tags) - words_of(language, "everyday")
    return bool(tags) or (not mention.tags and mention.predicate == other.predicate)


def _day_of(edtf: str | None) -> Day | None:
    """The day or month that a date is, None for any other."""
    known = parse(edtf) if edtf else None
    if known is None or known.earliest is None or known.form not in {"day", "month"} or known.approximate:
        return None
    return known.earliest.month, known.earliest.day if known.form == "day" else None


def _near(when: Window, told: str | None) -> Window:
    """The days of publication: less than a year after what is past, before what is to come, else either."""
    first, last = when.first or date.min, when.last or date.max
    after, before = Window(first, first + _YEAR), Window(last - _YEAR, last)
    return after if told == "past" else before if told == "ahead" else Window(before.first, after.last)
