"""What an article says itself of when it was published: stamps, datelines, dates told as past or to come."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.articles.datelines import read_dateline
from dateline.articles.stamps import Stamp, read_stamp
from dateline.dates import find_dates
from dateline.dates.timeline import edtf_of
from dateline.edtf import in_words, parse
from dateline.extraction.passages import split_passages
from dateline.model import Article, DatedPhrase, Kind, Passage, Reading
from dateline.publication.cues import Stance, is_over, stance
from dateline.publication.windows import Window, one_of, window_of

STAMP, PAST, TO_COME, DEED, ENCOUNTER, DERIVED = range(6)
"""How far a piece of evidence is trusted: the lower goes first, and what contradicts it is rejected."""

_YEAR = re.compile(r"\d{3}")
_MONTH_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")
# A stamp without a label counts at the top of the text, a dateline before one of its first paragraphs.
_TOP = 3
# A report comes out on the day of its dateline or on the next.
_AFTER_DATELINE = 1
# Years of which a day without a year can be; over more the year is as good as open.
_YEARS = 20


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence for when an article was published."""

    rule: str
    """stamp, dateline, past, to come, deed, month or encounter."""
    sentence: str
    """The words of the article, verbatim."""
    bound: str | None
    """EDTF: when the article was published by this piece alone; None where it names no year."""
    accepted: bool
    because: str
    """Why it bounds the article, or why it does not count."""
    article: str | None = None
    """The other article that it rests on."""


@dataclass(frozen=True, slots=True)
class Clue:
    """A piece of evidence before it is weighed against others."""

    rule: str
    trust: int
    sentence: str
    options: tuple[Window, ...]
    """When the article was published: within one of them. Empty where ``yearly`` or ``refuted`` says it."""
    because: str
    article: str | None = None
    yearly: tuple[int, int] | None = None
    """Month and day of a dateline without a year."""
    refuted: str = ""
    """Why it does not count whatever else is known."""

    @property
    def complete(self) -> bool:
        """Whether it must be one of the options, so that even several bound the article."""
        return self.trust == STAMP or self.yearly is not None

    @property
    def order(self) -> tuple[int, str, str, str, str]:
        """In which clues are weighed: by trust, else in an order that no article's place decides."""
        return (self.trust, self.rule, str(self.bound), self.sentence, self.article or "")

    @property
    def bound(self) -> str | None:
        """EDTF of the options."""
        if len(self.options) == 1:
            return self.options[0].edtf
        return one_of(self.options) if self.options else None

    def fitting(self, window: Window) -> list[Window]:
        """The options that leave some of a window, each cut to it."""
        options = _in_each_year(self.yearly, window) if self.yearly else self.options
        return [met for option in options if (met := option.meet(window))]

    def weighed(self, refusal: str = "") -> Evidence:
        """The evidence, accepted unless a refusal is given."""
        because = refusal or self.because
        return Evidence(self.rule, self.sentence, self.bound, not refusal, because, self.article)


def _in_each_year(month_day: tuple[int, int], window: Window) -> list[Window]:
    """The days of a dateline in each year of a window; none where the window is too wide to tell."""
    if window.first is None or window.last is None or window.last.year - window.first.year > _YEARS:
        return []
    found = []
    for year in range(window.first.year - 1, window.last.year + 1):
        try:
            day = date(year, *month_day)
        except ValueError:  # 29 February
            continue
        found.append(Window(day, day).moved(0, _AFTER_DATELINE))
    return found


def own_clues(reading: Reading) -> list[Clue]:
    """What one article says of its own date, without regard to any other.

    Args:
        reading: of an article without a date of publication.
    """
    article = reading.article
    passages = split_passages(article.text, article.language)
    phrases = undated_phrases(article)
    return [*_stamps(article), *_datelines(article), *_told(reading, passages, phrases)]


def undated_phrases(article: Article) -> list[DatedPhrase]:
    """The dated phrases of an article read without any date of publication: what they say by themselves."""
    return find_dates(article.text, None, article.language, style="news")


def names_its_year(phrase: DatedPhrase) -> bool:
    """Whether a phrase has a place on the timeline by words of its own, not by "of the previous year"."""
    return phrase.type in {"DATE", "TIME"} and phrase.edtf is not None and bool(_YEAR.search(phrase.text))


# -- stamps -------------------------------------------------------------------------------------------------


def _stamps(article: Article) -> Iterator[Clue]:
    lines = [line for line in article.text.split("\n") if line.strip()]
    stamps = [(at, line, stamp) for at, line in enumerate(lines) if (stamp := read_stamp(line))]
    labelled = [(line, stamp) for _, line, stamp in stamps if stamp.sure or stamp.label]
    bare = [(line, stamp) for at, line, stamp in stamps if at < _TOP]
    usable = labelled or (bare if len(stamps) == 1 else [])
    published = [(line, stamp) for line, stamp in usable if stamp.label != "updated"]
    for line, stamp in published or usable:
        yield Clue("stamp", STAMP, line, _stamped(stamp), f"the text is stamped {in_words(stamp.edtf)}")


def _stamped(stamp: Stamp) -> tuple[Window, ...]:
    date_ = parse(stamp.edtf)
    members = [part.text for part in date_.parts if part] if date_.form == "choice" else [date_.text]
    return tuple(window_of(member) for member in members)


def _datelines(article: Article) -> Iterator[Clue]:
    for paragraph in article.text.split("\n\n")[:_TOP]:
        dateline = read_dateline(paragraph)
        if dateline is None:
            continue
        words = dateline.words.strip()
        if dateline.published:
            window = window_of(dateline.published).moved(0, _AFTER_DATELINE)
            said = in_words(dateline.published)
            yield Clue("dateline", STAMP, words, (window,), f"its dateline is of {said}")
        else:
            for phrase in find_dates(dateline.words, None, article.language, style="news"):
                if match := _MONTH_DAY.fullmatch(phrase.value):
                    yearly = int(match[1]), int(match[2])
                    because = "its dateline gives the day, and other evidence the year"
                    yield Clue("dateline", DERIVED, words, (), because, yearly=yearly)


# -- dates told as past or to come --------------------------------------------------------------------------


def _told(reading: Reading, passages: list[Passage], phrases: list[DatedPhrase]) -> Iterator[Clue]:
    language = reading.article.language
    kinds = {(m.passage.start, m.dated): m.kind for m in reversed(reading.mentions) if m.dated}
    for passage in passages:
        if read_stamp(passage.text):
            continue
        within = [p for p in phrases if passage.start <= p.start < passage.end and names_its_year(p)]
        stances = [(p, _stance(p, passage, kinds, language)) for p in within]
        past = [_not_before(p, passage, language) for p, told in stances if told == "past"]
        # Both ends of a range are told by the same words: the later one is what they say.
        past.sort(key=lambda clue: str(clue.options[0].first))
        yield from {clue.because: clue for clue in past}.values()
        if not past:  # beside a past date what is to come may have been so only then
            ahead = (_not_after(p, passage) for p, told in stances if told == "ahead")
            yield from (clue for clue in ahead if clue)


def _stance(
    phrase: DatedPhrase, passage: Passage, kinds: dict[tuple[int, str], Kind], language: str
) -> Stance | None:
    start, end = phrase.evidence_start - passage.start, phrase.evidence_end - passage.start
    said = passage.text[start:end]
    told = next((kind for (at, dated), kind in kinds.items() if at == passage.start and said in dated), None)
    return stance(passage.text, start, end, told, language)


def _not_before(phrase: DatedPhrase, passage: Passage, language: str) -> Clue:
    """The article is no older than what it tells as past.

    A year told as past may be the running one, so it bounds from its first day, unless the words say that it
    is over. Of a range each end stands for itself.
    """
    own = _own_window(phrase)
    start, end = phrase.evidence_start - passage.start, phrase.evidence_end - passage.start
    first = own.last if is_over(passage.text, start, end, language) else own.first
    if first and phrase.mod == "APPROX":
        first = first.replace(year=max(1, first.year - 1), day=min(first.day, 28))
    return Clue(
        "past", PAST, passage.text, (Window(first, None),), f"“{passage.text[start:end]}” is told as past"
    )


def _not_after(phrase: DatedPhrase, passage: Passage) -> Clue | None:
    """The article is no younger than what is still to come in it; of a range only the end is."""
    whole, own = window_of(phrase.edtf or ""), _own_window(phrase)
    if whole.last is None or own.last is None or whole.last > own.last or phrase.mod == "APPROX":
        return None
    said = passage.text[phrase.evidence_start - passage.start : phrase.evidence_end - passage.start]
    return Clue("to come", TO_COME, passage.text, (Window(None, own.last),), f"“{said}” is still to come")


def _own_window(phrase: DatedPhrase) -> Window:
    """The days of a phrase alone, without what "since", "by" or the other end of a range make of it."""
    own = edtf_of(phrase.value, None)
    return window_of(own) if own else Window()
