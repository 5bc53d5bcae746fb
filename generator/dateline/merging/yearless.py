"""Days and months without a year: other articles that tell the same of them give the year."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.edtf import in_words, parse
from dateline.merging.cues import stance, tags_in, words_of
from dateline.merging.evidence import DERIVED, Clue, names_its_year
from dateline.merging.people import keys_of, same_person
from dateline.merging.sightings import RARE, Library
from dateline.merging.windows import Window, window_of
from dateline.model import DatedPhrase, Passage, Reading

_BARE = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
# A date without a year means one less than a year away.
_YEAR = timedelta(days=365)

Day = tuple[int, int | None]
"""A month and its day, None for the whole month."""


@dataclass(frozen=True, slots=True)
class Told:
    """A day or month with its year, and where an article tells it."""

    article: str
    passage: Passage
    edtf: str


class Calendar:
    """What a set of articles tells of each day and month of the year.

    Args:
        library: of all articles.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._told: dict[Day, list[Told]] = defaultdict(list)
        for id_, reading in library.readings.items():
            dated = reading.article.published is not None
            phrases = reading.phrases if dated else filter(names_its_year, library.phrases(reading.article))
            for phrase in phrases:
                day = _day_of(phrase)
                passage = _around(phrase, library.people[id_].passages) if day else None
                if day and passage:
                    self._told[day].append(Told(id_, passage, phrase.edtf or ""))
                    if day[1] is not None:
                        month = (phrase.edtf or "").rpartition("-")[0]
                        self._told[day[0], None].append(Told(id_, passage, month))

    def clues(self, reading: Reading) -> Iterator[Clue]:
        """The years of an article's days without one, where other articles leave one for each."""
        article = reading.article
        phrases = self._library.phrases(article)
        for passage in self._library.people[article.id].passages:
            paragraph = article.text.rfind("\n\n", 0, passage.start)
            if any(names_its_year(p) and paragraph <= p.start < passage.end for p in phrases):
                continue  # "In 2010 … on 12 August": of that year
            for phrase in phrases:
                bare = _BARE.fullmatch(phrase.value)
                if bare and phrase.type == "DATE" and passage.start <= phrase.start < passage.end:
                    day = int(bare[1]), int(bare[2]) if bare[2] else None
                    yield from self._clue(reading, passage, phrase, day)

    def _clue(self, reading: Reading, passage: Passage, phrase: DatedPhrase, day: Day) -> Iterator[Clue]:
        same = [told for told in self._told[day] if self._is_same(reading, passage, told, day)]
        if len({told.edtf for told in same}) != 1:
            return
        told = min(same, key=lambda each: (each.article, each.passage.start))
        start, end = phrase.evidence_start - passage.start, phrase.evidence_end - passage.start
        language = reading.article.language
        when = window_of(told.edtf)
        yield Clue(
            rule="month",
            trust=DERIVED,
            sentence=passage.text,
            options=(_near(when, stance(passage.text, start, end, None, language)),),
            because=f"{told.article} tells the same of {in_words(told.edtf)}, "
            "and a day without a year is less than a year away",
            article=told.article,
        )

    def _is_same(self, reading: Reading, passage: Passage, told: Told, day: Day) -> bool:
        """Whether another article tells the same of that day: by rare names, of a month by the deed, too."""
        own, other = self._library.people[reading.article.id], self._library.people[told.article]
        if told.article == reading.article.id or not self._shared(
            own.named_in(passage), other.named_in(told.passage)
        ):
            return False
        if len(self._shared(own.all_names, other.all_names)) < 2:
            return False
        if day[1] is not None:
            return True
        language = reading.article.language
        alike = tags_in(passage.text, language) & tags_in(told.passage.text, language)
        return bool(alike - words_of(language, "everyday"))

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


def _day_of(phrase: DatedPhrase) -> Day | None:
    """The day or month that a dated phrase names, None for any other date."""
    if phrase.type != "DATE" or phrase.edtf is None:
        return None
    known = parse(phrase.edtf)
    if known.earliest is None or known.form not in {"day", "month"} or known.approximate:
        return None
    return known.earliest.month, known.earliest.day if known.form == "day" else None


def _around(phrase: DatedPhrase, passages: Sequence[Passage]) -> Passage | None:
    return next((p for p in passages if p.start <= phrase.start < p.end), None)


def _near(when: Window, told: str | None) -> Window:
    """The days of publication: less than a year after what is past, before what is to come, else either."""
    first, last = when.first or date.min, when.last or date.max
    after, before = Window(first, first + _YEAR), Window(last - _YEAR, last)
    return after if told == "past" else before if told == "ahead" else Window(before.first, after.last)
