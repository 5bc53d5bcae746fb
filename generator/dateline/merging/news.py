"""What an article tells without saying when: more of what it dates, its news, or what only others date.

An article has a story: a happening of the week before it came out, which its headline names and its opening
tells. What is said of the story, and how it was, adds to it; what else is new is news of that day.
"""

import re

from rapidfuzz import fuzz

from dateline.merging.rarity import words_of
from dateline.merging.references import NAMED, deed_likeness, is_when, said_of, sense_of
from dateline.merging.spans import UNKNOWN, span_of
from dateline.merging.tellings import Telling, dated_tellings, names_of, same_deed, same_people, speakers_of
from dateline.model import Mention, Passage, Reading
from dateline.publication.windows import window_of

_SINGLE = re.compile(r"\d{4}-\d\d(?:-\d\d)?(?=[T~]|$)")
# The story of an article stands in its opening and is at most a week old.
_OPENING = 1200
_LEAD = 300
_FRESH = 7
# An article has one piece of news and some that go with it.
_NEWS_PER_ARTICLE = 5
_EVENTS_PER_ARTICLE = 8
_CAPITALISED = re.compile(r"[^\W\d_a-z]\w*")
_STATEMENTS = frozenset({"statement", "accusation", "demand", "threat"})
# A date of publication wider than this says too little of when the news was.
_LONGEST_MONTH = 31
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
    for reference in reading.references:
        if reference.kind == "happened":
            news.refer(reference)
    return sorted([*news.dated, *news.told], key=lambda t: t.head.passage.start) + news.rest


class _News:
    """The news of one article and where its undated mentions belong."""

    def __init__(self, reading: Reading) -> None:
        self._article = reading.article
        published = span_of(self._article.published) if self._article.published else UNKNOWN
        self._published = published if published.breadth <= _LONGEST_MONTH else UNKNOWN
        # What is news in an article that came out on some day in a long time is of some day in it, too.
        self._some_day = window_of(self._article.published).some_day if self._article.published else None
        self.dated = dated_tellings(reading.mentions)
        self.told: list[Telling] = []
        self.rest: list[Telling] = []
        self._dates = [(p.start, p.edtf) for p in reading.phrases if p.edtf and p.type == "DATE"]
        self._past = [start for start, edtf in self._dates if self._is_old(edtf)]
        self._news_days = [
            (p.start, span_of(p.edtf))
            for p in reading.phrases
            if p.edtf and self._is_fresh(p.edtf) and span_of(p.edtf).days == 1
        ]
        # From the first older date on, what an article tells without a date need not be news.
        opening = next((m.passage.end for m in reading.mentions if m.passage.start < _LEAD), 0)
        self._background = min((p for p in self._past if p > opening), default=len(self._article.text))
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
        elif not self._joins_story(mention) and mention.tags and names_of(mention):
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
        deed, repeated = deed_likeness(reference, telling.core, said), len(said & sense)
        cover = repeated / len(sense) if sense else _BARE
        names = words_of(" ".join(names_of(reference)))
        suffices = deed >= NAMED or (deed and len((said & sense) - names) >= _WORDS)
        return deed + cover if suffices and cover >= _BARE else 0.0

    def _is_its_turn(self, reference: Mention, telling: Telling) -> bool:
        """Whether it is news where the new one is meant, and none where one of before is."""
        return reference.turn is None or self._is_fresh(telling.date) == (reference.turn == "latest")

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
            if telling.head.passage.start < _OPENING and self._is_fresh(telling.date)
        ]
        news = [m for m in reading.mentions if self._is_news(m)]
        leads = [m for m in news if m.passage.start < _LEAD]
        best = min([*(t.head for t in dated), *leads], key=self._distance, default=next(iter(news), None))
        if best is None:
            return None
        return next((t for t in dated if t.head is best), None) or self._add_news(best)

    def _distance(self, mention: Mention) -> tuple[bool, int, bool, int]:
        """Least for what is told of a day, near the headline (in quarters of its words), dated and early."""
        shared = fuzz.token_set_ratio(mention.title.casefold(), self._article.title.casefold())
        wide = mention.date is not None and span_of(mention.date).breadth > 1
        return wide, -round(shared / 25), mention.date is None, mention.passage.start

    def _add_news(self, mention: Mention) -> Telling:
        """Make a mention an event of its own: of the day of the story, or of the day of publication."""
        of_story = _SINGLE.match(self._story.date or "") if self._story else None
        single = of_story or _SINGLE.match(self._article.published or "")
        news = Telling([], f"{single.group()}~" if single else self._some_day)
        news.add(mention)
        self.told.append(news)
        return news

    def _is_news(self, mention: Mention) -> bool:
        return bool(
            self._some_day
            and mention.date is None
            and mention.title
            and mention.tags
            and mention.kind == "happened"
            and mention.passage.start < self._background
            # An article opens with its news, whatever else it compares that with.
            and (mention.passage.start == 0 or not self._is_dated_otherwise(mention))
            # What was said is news at the head of an article, or where there is no other.
            and ("statement" not in mention.tags or mention.passage.start < _LEAD or self._story is None)
        )

    def _room(self) -> int:
        """How many news events an article may have: at least one, and no more of some day in a long time."""
        if self._published.days is None:
            return 1
        return max(1, min(_NEWS_PER_ARTICLE, _EVENTS_PER_ARTICLE - len(self.dated)))

    def _told_again(self, mention: Mention) -> Telling | None:
        if mention.kind != "happened":
            return None
        for telling in (*self.dated, *self.told, *self.rest):
            if any(same_deed(mention, m) and same_people(mention, m) for m in telling.core):
                return telling
        return None

    def _said_at(self, mention: Mention) -> Telling | None:
        """Where something was said: at the occasion in which the speaker has a part."""
        if not _is_said(mention):
            return None
        speakers = speakers_of(mention)
        fresh = [t for t in self.dated if self._is_fresh(t.date)]
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
        if story is None or self._is_of_another_day(mention):
            return False
        if self._looks_back(mention) and not _is_said(mention):
            return False
        told = [p for m in story.core for p in m.participants]
        things = {word for p in told for word in _words(p.name)}
        of_mention = mention.participants
        if mention.passage.start < self._background:
            things |= self._headline
        else:  # further on an article speaks of much else; what a sentence is about comes first in it
            of_mention = of_mention[:1]
        names = {word for p in told if p.named for word in _words(p.name)} | self._named_in_headline
        joins = (
            any(things & _words(p.name) for p in of_mention)
            # What is said where an article tells its news is said of that.
            or (_is_said(mention) and mention.passage.start < self._background)
            or bool(names & _words(" ".join(_CAPITALISED.findall(mention.passage.text))))
            or self._goes_on(mention)
        )
        if joins:
            story.details.append(mention)
            self._last = mention.passage
        return joins

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

    def _is_of_another_day(self, mention: Mention) -> bool:
        """Whether a passage names a day of the news that is not that of the story."""
        story = span_of(self._story.date) if self._story and self._story.date else UNKNOWN
        return any(
            mention.passage.start <= at < mention.passage.end and not day.overlaps(story)
            for at, day in self._news_days
        )

    def _is_dated_otherwise(self, mention: Mention) -> bool:
        """Whether a passage names a time that is not that of the news, so that its deed may be of then."""
        inside = (edtf for start, edtf in self._dates if mention.passage.start <= start < mention.passage.end)
        return any(not self._is_fresh(edtf) for edtf in inside)

    def _looks_back(self, mention: Mention) -> bool:
        """Whether an article looks back in a passage: it or its paragraph so far names an older date."""
        start = mention.passage.start
        paragraph = self._article.text.rfind("\n\n", 0, start)
        return any(paragraph <= past < mention.passage.end for past in self._past)

    def _is_fresh(self, date: str | None) -> bool:
        if date is not None and date == self._some_day:
            return True
        out, span = self._published, span_of(date) if date else UNKNOWN
        if span.first is None or span.last is None or out.first is None or out.last is None:
            return False
        narrow = span.breadth <= max(_FRESH, out.breadth)
        return narrow and out.first - _FRESH <= span.last <= out.last + 1

    def _is_old(self, date: str) -> bool:
        last, out = span_of(date).last, self._published.first
        return not self._is_fresh(date) and (out is None or (last is not None and last < out))


def _is_said(mention: Mention) -> bool:
    return bool(_STATEMENTS & set(mention.tags) or mention.speaker)


def _words(name: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"\w{3,}", name)}
