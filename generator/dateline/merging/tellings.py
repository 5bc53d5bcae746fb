"""One article's mentions to its tellings: each all that the article says of one happening.

What a passage tells without a date belongs to a happening that the article dates, or is the news itself.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from dateline.merging.spans import fit, span_of
from dateline.model import Mention, Reading

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")
# The story of an article stands in its opening and is at most a week old.
_OPENING = 1200
_FRESH = 7
# An article has one piece of news and some that go with it.
_NEWS_PER_ARTICLE = 4
_EVENTS_PER_ARTICLE = 8
_STATEMENTS = frozenset({"statement", "accusation", "demand", "threat"})
# Of 100; titles above it say the same in nearly the same words.
_SAME_WORDS = 88


@dataclass(slots=True)
class Telling:
    """What one article tells of one happening."""

    mentions: list[Mention]
    date: str | None
    """EDTF; None where the article gives no way to know."""
    names: set[str] = field(default_factory=set)
    """Who and what takes part, by name."""

    @property
    def article(self) -> str:
        """The id of the article."""
        return self.mentions[0].article

    @property
    def head(self) -> Mention:
        """The mention that tells it best."""
        return min(self.mentions, key=_plainness)

    def add(self, mention: Mention) -> None:
        """Take in a mention; one that only adds a detail brings no names of its own."""
        if mention.title:
            self.names |= names_of(mention)
        self.mentions.append(mention)


def find_tellings(reading: Reading) -> list[Telling]:
    """The happenings that one article tells, in the order of the text.

    Args:
        reading: of one article; its mentions in text order.

    Returns:
        Tellings with a date, and last those without one, which only other articles can date.
    """
    dated = _dated(reading.mentions)
    placed = _Placing(reading, dated)
    undated = [mention for mention in reading.mentions if mention.date is None]
    for mention in undated:
        if mention.title:
            placed.place(mention)
    for mention in undated:
        if not mention.title:
            placed.add_detail(mention)
    found = [telling for telling in dated if telling.head.title]
    return sorted([*found, *placed.news], key=lambda t: t.head.passage.start) + placed.rest


def _dated(mentions: Iterable[Mention]) -> list[Telling]:
    """The dated mentions by happening; those without a title come last, since they can only add."""
    tellings: list[Telling] = []
    for mention in sorted((m for m in mentions if m.date), key=lambda m: not m.title):
        home = next((t for t in tellings if _tells_more(mention, t)), None)
        if home is None:
            home = Telling([], mention.date)
            tellings.append(home)
        elif span_of(mention.date or "").breadth < span_of(home.date or "").breadth:
            home.date = mention.date
        home.add(mention)
    return tellings


def _tells_more(mention: Mention, telling: Telling) -> bool:
    if fit(mention.date, telling.date) not in {"same", "within"}:
        return False
    if not mention.title:
        return bool(telling.names & names_of(mention))
    return all(
        not m.title or (m.kind == mention.kind and same_deed(mention, m) and same_people(mention, m))
        for m in telling.mentions
    )


class _Placing:
    """Where the undated mentions of an article belong.

    Args:
        reading: of the article.
        dated: what the article dates by itself.
    """

    def __init__(self, reading: Reading, dated: Sequence[Telling]) -> None:
        self._article, self._dated = reading.article, dated
        known = _DAY.match(self._article.published or "")
        self._day = known.group() if known else None
        self._past = [
            p.start
            for p in reading.phrases
            if p.edtf and p.type == "DATE" and not self._is_fresh(p.edtf) and self._is_over(p.edtf)
        ]
        # From the first older date on, what an article tells without a date need not be news.
        self._background = min(self._past, default=len(self._article.text))
        self._story = self._find_story()
        self.news: list[Telling] = []
        self.rest: list[Telling] = []

    def place(self, mention: Mention) -> None:
        """Put a mention with the happening that it tells more of, or make it news of its own."""
        home = self._told_again(mention) or self._said_at(mention)
        if home is not None:
            home.add(mention)
        elif self._is_news(mention):
            date = (self._story.date if self._story else self._day) or ""
            news = Telling([], f"{date[: len('2001-01-01')]}~")
            news.add(mention)
            self.news.append(news)
            self._story = self._story or news
        elif not self._joins_story(mention) and mention.kind == "happened":
            self.rest.append(Telling([mention], None, names_of(mention)))

    def add_detail(self, mention: Mention) -> None:
        """Add what was said of the story, or how it was; what belongs nowhere stays out."""
        home = self._said_at(mention)
        if home is not None:
            home.add(mention)
        else:
            self._joins_story(mention)

    def _told_again(self, mention: Mention) -> Telling | None:
        if mention.kind != "happened":
            return None
        for telling in (*self._dated, *self.news, *self.rest):
            if any(m.title and same_deed(mention, m) and same_people(mention, m) for m in telling.mentions):
                return telling
        return None

    def _said_at(self, mention: Mention) -> Telling | None:
        """Where something was said: at the occasion in which the speaker has a part."""
        if not (_STATEMENTS & set(mention.tags) or mention.speaker):
            return None
        fresh = [t for t in self._dated if self._is_fresh(t.date)]
        occasions = (*([self._story] if self._story else []), *fresh, *self.news)
        return next((t for t in occasions if _speakers(mention) & t.names), None)

    def _joins_story(self, mention: Mention) -> bool:
        """Whether a mention adds to the story: it speaks of the same things, and not of earlier times."""
        story = self._story
        if story is None or self._looks_back(mention):
            return False
        about = {word for m in story.mentions if m.title for p in m.participants for word in _words(p.name)}
        joins = any(about & _words(p.name) for p in mention.participants)
        if joins:
            story.add(mention)
        return joins

    def _is_news(self, mention: Mention) -> bool:
        room = min(_NEWS_PER_ARTICLE, _EVENTS_PER_ARTICLE - len(self._dated))
        return bool(
            self._day
            and mention.title
            and mention.tags
            and mention.kind == "happened"
            and len(self.news) < max(room, not self._dated)
            and mention.passage.start < self._background
        )

    def _find_story(self) -> Telling | None:
        """The happening that an article is about: dated to the week before it came out, told in its opening.

        Of several it is the one that the headline tells, or else the first.
        """
        if self._day is None:
            return None
        leads = [
            telling
            for telling in self._dated
            if telling.head.title and telling.head.passage.start < _OPENING and self._is_fresh(telling.date)
        ]
        headline = self._article.title
        return min(
            leads,
            key=lambda t: (-round(fuzz.token_set_ratio(t.head.title, headline) / 25), t.head.passage.start),
            default=None,
        )

    def _looks_back(self, mention: Mention) -> bool:
        """Whether an article looks back in a passage: it or its paragraph so far names an older date."""
        start = mention.passage.start
        paragraph = self._article.text.rfind("\n\n", 0, start)
        return any(paragraph <= past < mention.passage.end for past in self._past)

    def _is_fresh(self, date: str | None) -> bool:
        if date is None or self._day is None:
            return False
        day, span = span_of(self._day), span_of(date)
        if span.first is None or span.last is None or day.first is None:
            return False
        return span.breadth <= _FRESH and -1 <= day.first - span.last <= _FRESH

    def _is_over(self, date: str) -> bool:
        last = span_of(date).last
        day = span_of(self._day).first if self._day else None
        return day is None or (last is not None and last < day)


def names_of(mention: Mention) -> set[str]:
    """The names of who and what takes part in a mention."""
    return {p.name for p in mention.participants if p.named} | set(mention.places)


def same_deed(one: Mention, other: Mention) -> bool:
    """Whether two mentions tell the same kind of deed: the same verb, tag, or nearly the same words."""
    if one.predicate == other.predicate or fuzz.token_sort_ratio(one.title, other.title) >= _SAME_WORDS:
        return True
    return bool(set(one.tags) & set(other.tags))


def same_people(one: Mention, other: Mention) -> bool:
    """Whether two mentions of one article share who took part, and do not name different doers."""
    mine, theirs = names_of(one), names_of(other)
    if not mine or not theirs:
        return fuzz.token_sort_ratio(one.title, other.title) >= _SAME_WORDS
    doers, others = agents_of(one), agents_of(other)
    if doers and others and not doers & others:
        return False
    shared = len(mine & theirs)
    return shared >= 2 or (shared == min(len(mine), len(theirs)) and one.predicate == other.predicate)


def agents_of(mention: Mention) -> set[str]:
    """The names of those who act in a mention."""
    return {p.name for p in mention.participants if p.named and p.role == "agent"}


def _words(name: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"\w{3,}", name)}


def _speakers(mention: Mention) -> set[str]:
    return agents_of(mention) | ({mention.speaker.name} if mention.speaker else set())


def _plainness(mention: Mention) -> tuple[bool, bool, int, int, int]:
    breadth = span_of(mention.date).breadth if mention.date else 0
    return (not mention.title, mention.dated is None, breadth, -len(mention.participants), len(mention.title))
