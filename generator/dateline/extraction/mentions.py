"""An article to its mentions."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, groupby, islice
from operator import attrgetter
from typing import TYPE_CHECKING

from dateline.dates import DatesRead, read_dates
from dateline.extraction.choosing import choose
from dateline.extraction.grammar import is_verb
from dateline.extraction.headlines import plain_headline, titled_by
from dateline.extraction.kinds import deeds_of, is_listed, predicate_of, tag_of
from dateline.extraction.lexicon import word_set
from dateline.extraction.mending import mend
from dateline.extraction.participants import find_participants, find_places, named_in
from dateline.extraction.passages import split_passages
from dateline.extraction.references import find_references, words_telling
from dateline.extraction.shouting import quietened
from dateline.extraction.speakers import inherited, passed_on_by, speaker_of
from dateline.extraction.when.deeds import is_state, only_reports
from dateline.extraction.when.happenings import Happening, find_happenings, is_open
from dateline.extraction.when.modality import is_after, is_alleged, is_past, kind_of, to_come, was_to
from dateline.extraction.when.tense import tense_reader
from dateline.extraction.when.undated import adding_heads, undated_heads
from dateline.extraction.who.cast import Cast
from dateline.extraction.who.namings import find_namings
from dateline.extraction.wording.phrases import Wording
from dateline.extraction.wording.sufficiency import is_slight
from dateline.extraction.wording.titles import title
from dateline.model import Article, DatedPhrase, Mention, Passage, Reading, Speaker
from dateline.parsing import parse

if TYPE_CHECKING:
    from dateline.parsing import Doc, Token

_LEAD = 2
_PAST = frozenset({"VBD", "VBN"})
# So many characters of an article say with its headline what it is about.
_OPENING = 300
_WORD = re.compile(r"[^\W\d_]+")
# So many words in, a pronoun still means somebody of the passage before.
_HEAD_WORDS = 6


def find_mentions(article: Article) -> list[Mention]:
    """The happenings that an article tells, passage by passage; what it does not date has no date.

    Args:
        article: its date of publication and its language are what the dates are read against.

    Raises:
        DatelineError: no language model is installed for the article's language.
    """
    return list(read(article).mentions)


def read(article: Article) -> Reading:
    """The mentions of an article, and with them its dated phrases and the names it uses.

    Args:
        article: as for :func:`find_mentions`.

    Raises:
        DatelineError: no language model is installed for the article's language.
    """
    return next(read_batch([article]))


def read_batch(articles: Sequence[Article]) -> Iterator[Reading]:
    """What :func:`read` finds in each of some articles, in order; to parse them together takes less time.

    Raises:
        DatelineError: no language model is installed for the language of an article.
    """
    for language, group in groupby(articles, key=attrgetter("language")):
        told = []
        for article in group:
            dates = read_dates(article.text, article.published, language)
            told.append((article, plain_headline(article), passages_to_read(article, dates), dates))
        texts = (
            text
            for a, headline, passages, _ in told
            for text in (*([headline] if headline else []), *quietened(passages, a.text, language))
        )
        docs = parse(texts, language)
        for article, headline, passages, dates in told:
            above = next(docs) if headline else None
            own = list(islice(docs, len(passages)))
            for doc in own:
                mend(doc, language)
            reading = _read(article, passages, own, dates)
            if above is not None:
                titled = titled_by(above, reading.mentions, dict(zip(passages, own, strict=True)), language)
                reading = replace(reading, mentions=tuple(titled))
            yield reading


def passages_to_read(article: Article, dates: DatesRead) -> list[Passage]:
    """The passages of an article that can hold an event; its dates tell which do for certain."""

    @cache  # most articles are read whatever their dates
    def dated() -> list[int]:
        said = (p for p in dates.phrases() if p.type in {"DATE", "TIME"} and not p.value.endswith("_REF"))
        return sorted(phrase.start for phrase in said)

    def is_dated(passage: Passage) -> bool:
        at = bisect_left(dated(), passage.start)
        return at < len(dated()) and dated()[at] < passage.end

    pronouns = word_set(article.language, "persons", "pronouns")

    def leans(passage: Passage) -> bool:
        return not pronouns.isdisjoint(passage.text.lower().split(maxsplit=_HEAD_WORDS)[:_HEAD_WORDS])

    passages = split_passages(article.text, article.language)
    return [choice.passage for choice in choose(passages, is_dated, leans)]


def _read(article: Article, passages: Sequence[Passage], docs: "Sequence[Doc]", dates: DatesRead) -> Reading:
    phrases = dates.phrases(tense_reader(passages, docs, article.language))
    cast = Cast(docs, article.language)
    told_when = [[p for p in phrases if passage.start <= p.start < passage.end] for passage in passages]
    saying = (_saying(*each) for each in zip(told_when, docs, passages, strict=True))
    foremost = frozenset(_WORD.findall(f"{article.title} {article.text[:_OPENING]}".lower()))
    wording = Wording(cast, frozenset(chain.from_iterable(saying)), foremost)
    mentions: list[Mention] = []
    references: list[Mention] = []
    for at, (passage, doc, within) in enumerate(zip(passages, docs, told_when, strict=True)):
        happenings = find_happenings(doc, within, passage.start, article.language)
        dated = {happening.head.i: happening for happening in happenings}
        opens = not any(mention.title for mention in mentions) and at < _LEAD
        undated = list(undated_heads(doc, frozenset(dated), article.language, opens=opens))
        heads = [*(h.head for h in happenings), *undated]
        # A dated statement may be the news at the head of an article; later on it adds to it.
        adds = [at >= _LEAD and _is_dated_report(head, dated, article.language) for head in heads]
        told = [
            _mention(head, dated.get(head.i), article, passage, wording, titled=not adds_to_news)
            for head, adds_to_news in zip(heads, adds, strict=True)
        ]
        # Nor is what was said told twice: "Norvia Air has won an order, it said on Monday".
        pasts = (each for each in zip(heads, told, strict=True) if each[0].tag_ in _PAST and each[1].title)
        said = {head.head.i for head, m in pasts if head.dep_ == "ccomp" and not m.date}
        told = [
            replace(m, title="") if head.i in said and _is_dated_report(head, dated, article.language) else m
            for head, m in zip(heads, told, strict=True)
        ]
        adding = adding_heads(doc, frozenset(head.i for head in heads), article.language)
        told += [_mention(head, None, article, passage, wording, titled=False) for head in adding]
        mentions.extend(mention for mention in told if mention.title or mention.participants)
        references.extend(find_references(doc, article, passage, within, dated, wording))
    return Reading(
        article,
        tuple(mentions),
        tuple(phrases),
        find_namings(article.id, docs, cast),
        tuple(references),
    )


def _saying(phrases: Sequence[DatedPhrase], doc: "Doc", passage: Passage) -> "list[Token]":
    """The words of a passage that say when."""
    saying = (p for p in phrases if p.edtf or p.type == "TIME" or is_open(p))
    spans = [(p.evidence_start - passage.start, p.evidence_end - passage.start) for p in saying]
    return [t for t in doc if any(start <= t.idx < end for start, end in spans)] if spans else []


def _is_dated_report(head: "Token", dated: Mapping[int, Happening], language: str) -> bool:
    happening = dated.get(head.i)
    return happening is not None and happening.date is not None and only_reports(head, language)


def _mention(
    head: "Token",
    happening: Happening | None,
    article: Article,
    passage: Passage,
    wording: Wording,
    *,
    titled: bool,
) -> Mention:
    speaker = speaker_of(head, wording) or inherited(head.doc, wording)
    tag = tag_of(head, article.language)
    participants = find_participants(head, wording)
    date = happening.date if happening else None
    kind = to_come(kind_of(head, article.language), head, date, article.published, article.language)
    # What has happened is not of a day to come: then the day was read wrongly, and nothing is told of it.
    # Nor is a plan for a day gone by when the article came out still one: it lapsed, or its day was misread.
    gone = kind in {"planned", "forecast"} and is_past(date, article.published)
    misread = gone or (kind == "happened" and is_after(date, article.published))
    misread = misread or (kind == "planned" and was_to(head) and is_after(date, article.published))
    misread = misread or (kind == "happened" and is_alleged(head, article.language))
    # Nor is it since a day that something is to come: "to lift the ban, in force since May".
    dated = passage.text[slice(*happening.dated)] if happening else None
    when = (dated or "").lower()
    misread = misread or (when.startswith("since") and kind in {"planned", "forecast"})
    if date and article.published and when.endswith(("that year", "that month", "that week")):
        misread = misread or article.published.startswith(date)  # "that year" is none that goes on
    told = (title(head, wording, ahead=kind == "planned") or "") if titled and not misread else ""
    return Mention(
        article=article.id,
        passage=passage,
        predicate=predicate_of(head, article.language),
        tags=(tag,) if tag else (),
        title=told,
        participants=(*participants, *named_in(told, participants, wording)),
        places=find_places(head, wording, {p.name for p in participants if p.role == "agent"}),
        date=date,
        dated=dated,
        kind=kind,
        speaker=Speaker(speaker, passed_on_by(head, speaker, wording)) if speaker else None,
        deeds=deeds_of(head, article.language),
        notable=tag is not None or is_listed(head, article.language),
        state=is_verb(head) and is_state(head, article.language),
        words=words_telling(head, wording),
        slight=bool(told) and is_slight(head, told, wording, leads=passage.start < _OPENING),
    )
