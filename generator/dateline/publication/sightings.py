"""What articles tell that dates others: deeds with their days, and by whom and to whom they were done."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Article, DatedPhrase, Mention, Passage, Reading
from dateline.publication.cues import words_of
from dateline.publication.evidence import names_its_year, undated_phrases
from dateline.publication.people import Fame, People, keys_of, who_is_a_person
from dateline.publication.windows import Window, window_of

# News of an encounter comes out on its day or up to so many days later.
NEWS_AGE = 3
# An article that is dated to so many days dates what is news in it.
SHORT = 7
# What an article tells from here on is background rather than its news.
OPENING = 1200
# Of a name's rarity: less than a fifth of a large set of articles names who bears it.
RARE = 1.5
_BARE_DAY = re.compile(r"XXXX-WXX-[1-7](?:T.*)?|XXXX-XX-XX(?:T.*)?|PRESENT_REF")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Known:
    """When an article was published, as far as is known by now."""

    window: Window
    round: int
    """0 where the article says so itself, else the round in which evidence first told it to a few days."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that an article dates, or that is the news of an article of known date."""

    article: str
    mention: Mention
    people: tuple[str, ...]
    """Who took part; of a deed that befalls someone once, whom it befell."""
    once: str | None
    """The tag of a deed that befalls someone once, else None."""
    when: Window
    """Its first day is known."""
    round: int
    """That of the article's date if the day of the deed rests on it, else 0."""


class Library:
    """A set of articles with what is needed of each to compare them.

    Args:
        readings: of all articles, dated or not.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = {reading.article.id: reading for reading in readings}
        persons = who_is_a_person(readings)
        self.people = {id_: People(reading, persons) for id_, reading in self.readings.items()}
        self.fame = Fame(self.people.values())
        self._phrases: dict[str, list[DatedPhrase]] = {}

    def phrases(self, article: Article) -> list[DatedPhrase]:
        """The phrases of an article as they stand without any date of publication."""
        if article.id not in self._phrases:
            self._phrases[article.id] = undated_phrases(article)
        return self._phrases[article.id]

    def is_news(self, article: Article, passage: Passage) -> bool:
        """Whether a passage tells of the days before its article came out, as far as it shows.

        It does if it stands in the opening and names no other time than a day of the week.
        """
        said = {word.lower() for word in _WORD.findall(passage.text)}
        if passage.start >= OPENING or said & words_of(article.language, "earlier"):
            return False
        within = (p for p in self.phrases(article) if passage.start <= p.start < passage.end)
        return all(p.type not in {"DATE", "TIME"} or _BARE_DAY.fullmatch(p.value) for p in within)

    def is_certain(self, mention: Mention) -> bool:
        """Whether the date of a mention rests on no inferred day of publication."""
        article = self.readings[mention.article].article
        if article.published is not None:
            return True
        return any(p.edtf == mention.date for p in self.phrases(article) if names_its_year(p))

    def deeds(self, known: Mapping[str, Known]) -> dict[str, list[Deed]]:
        """The deeds that are dated by now, by a key of the name of each who has a part."""
        found: dict[str, list[Deed]] = defaultdict(list)
        for id_, reading in self.readings.items():
            for deed in self._deeds_of(reading, known.get(id_)):
                for key in {key for name in deed.people for key in keys_of(name)}:
                    found[key].append(deed)
        return found

    def _deeds_of(self, reading: Reading, known: Known | None) -> Iterator[Deed]:
        article, own = reading.article, self.people[reading.article.id]
        for mention in reading.mentions:
            if mention.kind != "happened":
                continue
            once = next((tag for tag in mention.tags if tag in words_of(article.language, "once")), None)
            people = own.befallen(mention) if once else own.taking_part(mention)
            if not people or not (once or len(people) > 1):
                continue
            when, round_ = self._when(article, mention, known)
            if when and when.first:
                yield Deed(article.id, mention, people, once, when, round_)

    def _when(self, article: Article, mention: Mention, known: Known | None) -> tuple[Window | None, int]:
        """The days of a mention, and the round of the date that they rest on."""
        if mention.date is not None:
            if self.is_certain(mention):
                return window_of(mention.date), 0
            return (window_of(mention.date), known.round) if known else (None, 0)
        if (
            mention.title
            and known
            and known.window.days
            and known.window.days <= SHORT
            and self.is_news(article, mention.passage)
        ):
            return known.window.moved(NEWS_AGE, 0), known.round
        return None, 0
