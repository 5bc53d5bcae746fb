"""What an article tells without saying when: more of what it dates, its news, or what only others date.

An article has a story: a happening of the week before it came out, which its headline names and its opening
tells. What is said of the story, and how it was, adds to it; what else is new is news of that day.
"""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from dateline.merging.article_days import LEAD, ArticleDays
from dateline.merging.headlines import mark_beside
from dateline.merging.rarity import words_of
from dateline.merging.references import NAMED, deed_likeness, is_when, said_of, sense_of
from dateline.merging.spans import span_of
from dateline.merging.tellings import (
    Telling,
    dated_tellings,
    names_of,
    same_death,
    same_deed,
    same_people,
    speakers_of,
)
from dateline.model import Mention, Participant, Passage, Reading

# The story of an article stands in its opening.
_OPENING = 1200
# An article has one piece of news and some that go with it.
_NEWS_PER_ARTICLE = 5
_EVENTS_PER_ARTICLE = 8
_CAPITALISED = re.compile(r"[^\W\d_a-z]\w*")
_MARKS = '"“'
_STATEMENTS = frozenset({"statement", "accusation", "demand", "threat"})
# How much of the words of a reference its own article must tell, and how many where the deeds are only alike.
_BARE, _WORDS = 0.5, 2
# How far apart two passages of one quotation stand, in characters.
_GAP = 3


def find_tellings(reading: Reading) -> list[Telling]:
    """The happenings that one article tells.

    Args:
        reading: of one article; its mentions in text order.

    Returns:
        Tellings with a date in the order of the text, and last those without one, which only other articles
        can date.
    """
    news = _News(reading)
    undated = [mention for mention in reading.mentions if mention.date is None]
    for mention in undated:
        if mention.title:
            news.place(mention)
    for mention in undated:
        if not mention.title:
            news.add_detail(mention)
    news.leave_untold()
    for reference in reading.references:
        if reference.kind == "happened":
            news.refer(reference)
    told = sorted([*news.dated, *news.told], key=lambda t: t.head.passage.start)
    mark_beside(told, reading.article)
    return told + news.rest


class _News:
    """The news of one article and where its undated mentions belong."""

    def __init__(self, reading: Reading) -> None:
        self._article, self._mentions, self._days = reading.article, reading.mentions, ArticleDays(reading)
        self.dated = dated_tellings(reading.mentions)
        self.told: list[Telling] = []
        self.rest: list[Telling] = []
        self._headline = _words(self._article.title)
        forms = {word for naming in reading.namings for form in naming.forms for word in _words(form)}
        self._named_in_headline = self._headline & forms
        self._story: Telling | None = None
        self._story = self._find_story(reading)
        self._last: Passage | None = None

    def place(self, mention: Mention) -> None:
        """Put a mention with the happening that it tells more of, or make it news of its own."""
        if any(mention in telling.core for telling in (*self.dated, *self.told)):
            return
        if home := self._told_again(mention):
            home.add(mention)
        elif home := self._said_at(mention) or self._says_so(mention):
            home.details.append(mention)
        elif self._is_news(mention) and len(self.told) < self._room():
            self._add_news(mention)
        elif not self._joins_story(mention) and mention.kind == "happened":
            self._leave(mention)

    def add_detail(self, mention: Mention) -> None:
        """Add what was said of the story, or how it was; what belongs nowhere stays out."""
        if home := self._said_at(mention):
            home.details.append(mention)
        elif not self._joins_story(mention) and mention.notable and names_of(mention):
            self._leave(mention)

    def leave_untold(self) -> None:
        """Leave to other articles what is dated but that no title tells: who tells it fully names its day."""
        taken = {id(mention) for telling in self._all for mention in telling.mentions}
        for mention in self._mentions:
            untold = mention.date and mention.kind == "happened" and id(mention) not in taken
            said = untold and (names_of(mention) or not _is_said(mention))
            if said and self._death_of(mention) is None:
                self._leave(mention)

    def refer(self, reference: Mention) -> None:
        """Put a reference with the happening of this article that it means, or leave it to others."""
        fits = [(self._meaning(reference, telling), n) for n, telling in enumerate(self._all)]
        best, *others = sorted(fits, reverse=True) or [(0.0, 0)]
        if not best[0]:
            self._leave(reference, refers=True)
        elif not others or best[0] > others[0][0]:
            self._all[best[1]].details.append(reference)

    @property
    def _all(self) -> list[Telling]:
        return [*self.dated, *self.told]

    def _meaning(self, reference: Mention, telling: Telling) -> float:
        """How well a reference fits a happening of its own article, 0 where it does not."""
        if telling.head.kind != reference.kind or not self._is_its_turn(reference, telling):
            return 0.0
        if reference.date and telling.date and not is_when(reference.date, telling.date):
            return 0.0
        said, sense = said_of(telling.core), sense_of(reference)
        if not sense and telling is not self._story and not _follows(reference, telling):
            return 0.0  # "the visit" is the one that the article is about, or that was just told
        deed, repeated = deed_likeness(reference, telling.core, said), len(said & sense)
        cover = repeated / len(sense) if sense else _BARE
        names = words_of(" ".join(names_of(reference)))
        suffices = deed >= NAMED or (deed and len((said & sense) - names) >= _WORDS)
        return deed + cover if suffices and cover >= _BARE else 0.0

    def _is_its_turn(self, reference: Mention, telling: Telling) -> bool:
        """Whether it is news where the new one is meant, and none where one of before is."""
        return reference.turn is None or self._days.is_fresh(telling.date) == (reference.turn == "latest")

    def _leave(self, mention: Mention, *, refers: bool = False) -> None:
        """Leave a mention to other articles that date what it tells."""
        out = span_of(self._article.published).last if self._article.published else None
        names = names_of(mention)
        self.rest.append(Telling([mention], mention.date, not_after=out, names=names, refers=refers))

    def _find_story(self, reading: Reading) -> Telling | None:
        """The happening that an article is about.

        It is fresh and stands in the opening; of several it is the one nearest the headline, or else the
        first. Where that has no date, it is news of the day.
        """
        dated = [
            telling
            for telling in self.dated
            if telling.head.passage.start < _OPENING and self._days.is_fresh(telling.date)
        ]
        news = [m for m in reading.mentions if self._is_news(m)]
        leads = [m for m in news if m.passage.start < LEAD]
        latest = max((span_of(t.date).last or 0 for t in dated if t.date), default=0)
        heads = [*(t.head for t in dated), *leads]
        best = min(heads, key=lambda m: self._distance(m, latest), default=next(iter(news), None))
        if best is None:
            return None
        if best.date is None and (death := self._death_of(best)) is not None:
            death.add(best)
            return death
        return next((t for t in dated if t.head is best), None) or self._add_news(best)

    def _distance(self, mention: Mention, latest: int) -> tuple[bool, int, bool, bool, int]:
        """Least for what is told of a day, near the headline (in quarters of its words), late, dated, early.

        Args:
            mention: of the opening.
            latest: the last day of the news, as :class:`Span` counts them.
        """
        shared = fuzz.token_set_ratio(mention.title.casefold(), self._article.title.casefold())
        wide = mention.date is not None and span_of(mention.date).breadth > 1
        before = mention.date is not None and (span_of(mention.date).last or 0) < latest
        return wide, -round(shared / 25), before, mention.date is None, mention.passage.start

    def _add_news(self, mention: Mention) -> Telling:
        """Make a mention an event of its own: of the day that the article tells of there, or of its news."""
        single = self._days.day_at(mention.passage, self._story.date if self._story else None)
        told = self._days.time_in(mention.passage)
        ahead = f"{single}~/.." if single and mention.kind == "planned" else None
        news = Telling([], told or ahead or (f"{single}~" if single else self._days.some_day))
        news.add(mention)
        self.told.append(news)
        return news

    def _is_news(self, mention: Mention) -> bool:
        return bool(
            self._days.some_day
            and mention.date is None
            and mention.title
            and not mention.slight
            # What an article opens with is its news, of whatever kind.
            and (mention.notable or names_of(mention) or mention.passage.start < self._days.opening)
            and (mention.kind == "happened" or self._is_announced(mention))
            and mention.passage.start < self._days.background
            # An article opens with its news, whatever else it compares that with.
            and (mention.passage.start == 0 or not self._days.names_other_time(mention.passage))
            # What was said is news at the head of an article, or where there is no other.
            and ("statement" not in mention.tags or mention.passage.start < LEAD or self._story is None)
        )

    def _is_announced(self, mention: Mention) -> bool:
        """Whether an article opens with what is to come, from its day on: "the firm is to cut 400 jobs"."""
        return mention.kind == "planned" and mention.passage.start == 0 and self._days.are_known

    def _room(self) -> int:
        """How many news events an article may have: at least one, and no more of some day in a long time."""
        if not self._days.are_known:
            return 1
        return max(1, min(_NEWS_PER_ARTICLE, _EVENTS_PER_ARTICLE - len(self.dated)))

    def _told_again(self, mention: Mention) -> Telling | None:
        if mention.kind != "happened":
            return None
        for telling in (*self.dated, *self.told, *self.rest):
            if any(same_deed(mention, m) and same_people(mention, m) for m in telling.core):
                return telling
        return self._death_of(mention)

    def _death_of(self, mention: Mention) -> Telling | None:
        """The telling that dates the death of which a mention speaks: "who has died", and further on when."""
        tellings = (*self.dated, *self.told)
        return next((t for t in tellings if any(same_death(mention, m) for m in t.core)), None)

    def _said_at(self, mention: Mention) -> Telling | None:
        """Where something was said: at the occasion in which the speaker has a part."""
        if not _is_said(mention):
            return None
        # Of a deed that somebody tells, who does it says nothing.
        teller = mention.speaker if not _STATEMENTS & set(mention.tags) else None
        speakers = {teller.name} if teller else speakers_of(mention)
        fresh = [t for t in self.dated if self._days.is_fresh(t.date)]
        occasions = (*([self._story] if self._story else []), *fresh, *self.told)
        return next((t for t in occasions if speakers & t.names), None)

    def _says_so(self, mention: Mention) -> Telling | None:
        """The news that a passage tells, for the mention in it of who says so."""
        if "statement" not in mention.tags:
            return None
        return next((t for t in self.told if any(m.passage == mention.passage for m in t.core)), None)

    def _joins_story(self, mention: Mention) -> bool:
        """Whether a mention adds to the story: it speaks of the same things, and not of earlier times."""
        story = self._story
        if story is None or self._days.names_other_day(mention.passage, story.date):
            return False
        if self._days.looks_back(mention.passage) and not _is_said(mention):
            return False
        told = [p for m in story.core for p in m.participants]
        if mention.state and mention.kind == "happened" and not _is_quoted(mention):
            joins = _is_about(mention, told) or self._goes_on(mention)
            if joins:
                story.details.append(mention)
                self._last = mention.passage
            return joins
        things = {word for p in told for word in _words(p.name)}
        of_mention = mention.participants
        if mention.passage.start < self._days.background:
            things |= self._headline
        else:  # further on an article speaks of much else; what a sentence is about comes first in it
            of_mention = of_mention[:1]
        names = {word for p in told if p.named for word in _words(p.name)} | self._named_in_headline
        joins = (
            any(things & _words(p.name) for p in of_mention)
            # What is said where an article tells its news is said of that, if it speaks of it at all.
            or (
                _is_said(mention)
                and mention.passage.start < self._days.background
                and self._speaks_of(mention)
            )
            or bool(names & _words(" ".join(_CAPITALISED.findall(mention.passage.text))))
            or self._goes_on(mention)
        )
        if joins:
            story.details.append(mention)
            self._last = mention.passage
        return joins

    def _speaks_of(self, mention: Mention) -> bool:
        """Whether something is said of the news: what says enough for a title, or has a word of the story."""
        told = words_of(self._article.title) | (said_of(self._story.core) if self._story else frozenset())
        return bool(mention.title or told & words_of(" ".join(mention.words)))

    def _goes_on(self, mention: Mention) -> bool:
        """Whether a passage goes on with the one before, which the story has taken in.

        It does within a quotation, and where its subject is spoken of there: "The guards, …".
        """
        last = self._last
        if last is None or not 0 <= mention.passage.start - last.end <= _GAP:
            return False
        quoting = last.text.count("“") > last.text.count("”") or last.text.count('"') % 2 == 1
        subject = mention.participants[0].name if mention.participants else ""
        return quoting or bool(_words(subject) & _words(last.text))


def _is_said(mention: Mention) -> bool:
    return bool(_STATEMENTS & set(mention.tags) or mention.speaker)


def _is_quoted(mention: Mention) -> bool:
    """Whether a mention is somebody's words, or stands with some."""
    return _is_said(mention) or any(mark in mention.passage.text for mark in _MARKS)


def _follows(reference: Mention, telling: Telling) -> bool:
    """Whether a reference stands in the passage after one that tells a happening, or in that itself."""
    start = reference.passage.start
    return any(m.passage.start <= start and start - m.passage.end <= _GAP for m in telling.core)


def _is_about(state: Mention, told: Sequence[Participant]) -> bool:
    """Whether it is said how something is that the story befell, or that has a part in it alone."""
    befallen = [p for p in told if p.role != "agent"] or told
    things = {word for p in befallen for word in _words(p.name)}
    return any(things & _words(p.name) for p in state.participants[:1])


def _words(name: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"\w{3,}", name)}
