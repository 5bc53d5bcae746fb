"""A parsed passage and its dated phrases to happenings: which words name them, and when each was."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateline.edtf import parse as parse_edtf
from dateline.extraction.grammar import SUBJECTS, has_child, is_event_noun, is_verb, object_of, subject_of
from dateline.extraction.kinds import tag_of
from dateline.extraction.lexicon import word_set
from dateline.extraction.when.date_attachment import LABEL, had, is_period, labelled, root_of
from dateline.extraction.when.deeds import HARM, is_state, only_reports
from dateline.extraction.when.governors import governor, is_discussed
from dateline.extraction.when.intervals import shifted
from dateline.extraction.when.modality import is_put_off, kind_of
from dateline.extraction.when.reality import is_cited, is_figure, is_negated, is_ones_own, is_plot
from dateline.model import DatedPhrase

if TYPE_CHECKING:
    from dateline.parsing import Doc, Span, Token

_UNIT = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?|\d{3}X")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|XXXX-WXX-[1-7]")
_CLOCK = re.compile(r"T\d\d")
_MADE = frozenset({"make", "produce", "manufacture", "build", "sell", "ship", "assemble", "register"})
_OPEN = re.compile(r"XXXX-(?:WXX-[1-7]|\d\d(?:-\d\d)?)")


@dataclass(frozen=True, slots=True)
class Happening:
    """A word that names a happening, with its date."""

    head: "Token"
    date: str | None
    """EDTF; None where the words leave it to the day of writing, which is not known."""
    dated: tuple[int, int]
    """Where in the passage the words stand that gave the date."""


def find_happenings(
    doc: "Doc", phrases: Sequence[DatedPhrase], offset: int, language: str
) -> list[Happening]:
    """The dated happenings of one passage, in text order, each head once.

    Args:
        doc: the parsed passage.
        phrases: the dated phrases that stand in it, with offsets into the article.
        offset: where the passage starts in the article.
        language: the language of the word lists.
    """
    found: dict[int, Happening] = {}
    for phrase in sorted(phrases, key=lambda each: each.edtf is None):
        if phrase.edtf is None and not is_open(phrase):
            continue
        start, end = phrase.evidence_start - offset, phrase.evidence_end - offset
        if (
            (span := _span(doc, start, end)) is None
            or _is_any_day(span)
            or is_period(span)
            or _is_told_of(span)
            or _is_nowadays(span, language)
            or _runs_then(span, language)
        ):
            continue
        clause = _told_of_day(span)
        if clause is not None and not is_state(clause, language) and not had(clause):
            day = phrase.edtf and phrase.edtf.removesuffix("/..").removeprefix("../")  # "since 5 March, when"
            if day and any(t.lower_ in {"until", "till", "to"} for t in span):
                day = day.rpartition("/")[2]  # "from 2005 until March 2008, when she resigned"
            found.setdefault(clause.i, Happening(clause, day, (start, end)))
        head = governor(span, language) or _item(span, language)
        if head is not None and clause is not None and head.lemma_ == "be" and head in clause.ancestors:
            continue  # "was on a training flight on 5 March when it crashed"
        if head is not None and (is_plot(head, language) or is_cited(head) or is_figure(head)):
            continue
        if head is not None and (is_ones_own(head, language) or _is_batch(head, phrase)):
            continue
        if head is not None and is_discussed(head, language):
            continue
        if head is not None and (head.i not in found or _is_closer(phrase, found[head.i], start)):
            dated = _date_of(phrase, head, language)
            if (last := _next_unit(phrase, phrases, doc, offset)) is not None:
                dated, end = f"{phrase.edtf}/{last.edtf}", last.evidence_end - offset
            elif (
                dated
                and span[0].lower_ == "from"
                and "/" not in dated
                and kind_of(head, language) != "happened"
            ):
                dated = f"{_day(dated)}/.."  # "will be paid from Tuesday", and it does not say how long
            found[head.i] = Happening(head, dated, (start, end))
            for other in _sharing(head, span, phrase, language):
                found.setdefault(other.i, Happening(other, phrase.edtf and _day(phrase.edtf), (start, end)))
    for happening in [
        *_at_once(found, language),
        *_since(found, language),
        *_counted(doc, found, phrases, offset, language),
    ]:
        found.setdefault(happening.head.i, happening)
    return [found[i] for i in sorted(found) if not _only_says(found[i].head, found, language)]


def _item(span: "Span", language: str) -> "Token | None":
    """What an item of a chronicle tells of the date that it opens with: "4 March: the ship sinks"."""
    doc = span.doc
    opens = not any(t.is_alpha for t in doc[: span.start])
    if not opens or span.end >= len(doc) or doc[span.end].text not in LABEL:
        return None
    after = [t for t in doc if t.i > span.end and (t.dep_ == "ROOT" or t.head.i < span.end)]
    names = (t for t in after if is_event_noun(t, language) or (is_verb(t) and not is_state(t, language)))
    told = next(names, None)
    if told is None and not any(is_verb(t) for t in after):
        told = next((t for t in after if labelled(t)), None)  # "4 March: result from the laboratory"
    return told


def _told_of_day(span: "Span") -> "Token | None":
    """The verb of a clause that says what happened on the day before it: "on 5 March, when it sank"."""
    after = [t for t in span.doc[span.end : span.end + 2] if t.text != ","][:1]
    told = (t.head for t in after if t.lower_ == "when" and is_verb(t.head))
    own = (verb for verb in told if has_child(verb, "nsubj") or has_child(verb, "nsubjpass"))
    # "On 5 March, when it had sunk": that was before.
    return next((verb for verb in own if not any(c.lower_ == "had" for c in verb.lefts)), None)


def _date_of(phrase: DatedPhrase, head: "Token", language: str) -> str | None:
    """The date of a phrase; what is put off until a day is for that day, and what had gone on began then."""
    went_on = head.tag_ == "VBG" and any(t.lower_ == "been" for t in head.lefts)  # "had been ill since May"
    if phrase.edtf is not None and had(head) and head.dep_ != "ccomp" and not went_on:
        return phrase.edtf.removesuffix("/..")  # "who had led it since 2004" need lead it no more
    if phrase.mod == "MORE_THAN" and phrase.edtf and _UNIT.fullmatch(phrase.edtf):
        return f"../{phrase.edtf}"  # "more than 20 years ago"
    until = phrase.edtf is not None and phrase.edtf.startswith("../") and is_put_off(head, language)
    until = until or (phrase.type == "TIME" and _CLOCK.search(phrase.value) is not None)  # "by noon"
    return phrase.edtf.removeprefix("../") if phrase.edtf and until else phrase.edtf


def _day(date: str) -> str:
    """A date without the time of day, which no interval may hold."""
    return date.partition("T")[0]


def _is_closer(phrase: DatedPhrase, known: Happening, start: int) -> bool:
    """Whether a date says closer when something was than the one known: "six weeks later, on 24 April"."""
    if not phrase.edtf or not known.date or not _UNIT.fullmatch(phrase.edtf) or start < known.dated[1]:
        return False
    one, other = parse_edtf(phrase.edtf), parse_edtf(known.date)
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    within = other.earliest <= one.earliest and one.latest <= other.latest
    return within and (one.earliest, one.latest) != (other.earliest, other.latest)


def _next_unit(
    phrase: DatedPhrase, phrases: Sequence[DatedPhrase], doc: "Doc", offset: int
) -> DatedPhrase | None:
    """The month, year or day right after that of a phrase, told with it: "in May and June", or "or June"."""
    joints = (t for t in doc if t.lower_ in {"and", "or"} and t.idx + offset == phrase.end + 1)
    joined = [t.idx + len(t) + offset for t in joints]
    following = next((p for p in phrases if joined and p.start == joined[0] + 1), None)
    if following is None or not phrase.edtf or not following.edtf:
        return None
    alike = len(phrase.edtf) == len(following.edtf) and "/" not in phrase.edtf + following.edtf
    if not alike or not _UNIT.fullmatch(phrase.edtf) or not _UNIT.fullmatch(following.edtf):
        return None
    last, first = parse_edtf(phrase.edtf).latest, parse_edtf(following.edtf).earliest
    if last is None or first is None:
        return None
    return following if date(*first) - date(*last) == timedelta(days=1) else None


def _only_says(head: "Token", found: Mapping[int, Happening], language: str) -> bool:
    """Whether a word only says so of something that is dated itself: who says it is its speaker."""
    contents = (c for c in head.children if c.dep_ == "ccomp") if only_reports(head, language) else ()
    # That something will be is the news of the day on which it was said.
    said = (c for c in contents if kind_of(c, language) != "planned")
    return any(content.i in found or any(t.i in found for t in content.conjuncts) for content in said)


def is_open(phrase: DatedPhrase) -> bool:
    """Whether a phrase would have a date if the day of writing were known: "on Sunday", "in June"."""
    return phrase.edtf is None and phrase.type == "DATE" and _OPEN.fullmatch(phrase.value) is not None


def _span(doc: "Doc", start: int, end: int) -> "Span | None":
    length = doc[-1].idx + len(doc[-1])
    return doc.covering(max(0, start), min(length, end))


def _is_any_day(span: "Span") -> bool:
    """Whether a weekday is one of many: "on a Sunday in March"."""
    day = span[-1]
    part = day.lower_.endswith("day") or day.lower_ in {"night", "morning", "evening", "afternoon"}
    return part and any(t.lower_ in {"a", "one"} for t in day.lefts)


def _is_told_of(span: "Span") -> bool:
    """Whether words only point to a time of which was told before, from when until when: "that period"."""
    return span[-1].lower_ == "period" and any(t.lower_ in {"this", "that"} for t in span[-1].lefts)


def _is_nowadays(span: "Span", language: str) -> bool:
    """Whether "today" means these days: "today the foundation runs two hospitals"."""
    verb = root_of(span).head
    plain = verb.tag_ in {"VBZ", "VBP"} and not has_child(verb, "aux") and not has_child(verb, "auxpass")
    beside = span.start == 0 or span.end == verb.i
    return beside and span.text.lower() == "today" and plain and tag_of(verb, language) is None


def _is_batch(head: "Token", phrase: DatedPhrase) -> bool:
    """Whether a date only says which of many things are meant: "cars produced between 2012 and 2015"."""
    made = head.dep_ == "acl" and head.tag_ == "VBN" and head.lemma_ in _MADE
    return made and "/" in (phrase.edtf or "") and not has_child(head, "agent")


def _runs_then(span: "Span", language: str) -> bool:
    """Whether a word says which of its kind a thing is: "an overnight train", but "overnight fighting"."""
    word = span[-1]
    thing = word.head
    described = word.dep_ in {"amod", "compound", "nmod"} and thing.pos_ in {"NOUN", "PROPN"}
    return word.lower_ == "overnight" and described and not is_event_noun(thing, language)


def _sharing(head: "Token", span: "Span", phrase: DatedPhrase, language: str) -> "Iterator[Token]":
    """Later verbs that "and" joins to a dated one, undated themselves.

    A date said first holds for all of them; a day said after the first verb, for what else happened that day.
    """
    if (
        not is_verb(head)
        or head.dep_ == "acl"
        or (span.start > head.i and not _DAY.fullmatch(_day(phrase.edtf or phrase.value)))
    ):
        return
    if (first := _at_one_blow(head)) is not None and span.start > head.i:
        yield first
    for verb in head.conjuncts:
        if verb.i <= span.start or verb.i <= head.i or not is_verb(verb) or verb.tag_ != head.tag_:
            continue
        opens = span.start == 0  # "On Friday a dam broke and a wave destroyed the village"
        own = not opens and any(t.dep_ in {"nsubj", "nsubjpass"} for t in verb.children)
        # "In 1940 she won a place, and for five years she worked": that was not all in 1940.
        later = [t for t in verb.subtree if t.i > head.i]
        dated = any(t.ent_type_ in {"DATE", "TIME"} or t.lower_ == "ago" for t in later)
        if any(t.lower_ == "now" for t in verb.lefts):
            continue  # "by 2016 it had set up two, and now 40 firms are based there"
        goes_on = verb.lemma_ in {"go", "carry"} and any(t.lower_ == "on" for t in verb.rights)
        if not own and not dated and not goes_on and verb.lemma_ not in word_set(language, "speech", "state"):
            yield verb


def _at_one_blow(verb: "Token") -> "Token | None":
    """What a day behind it dates, too: "a man died | and two others were hurt on Monday"."""
    first, found = verb.head, subject_of(verb)
    if verb.dep_ != "conj" or not is_verb(first) or first.tag_ not in {"VBD", "VBN"}:
        return None
    who = (found.token, *found.token.lefts) if found is not None else ()
    others = any(t.lower_ in {"other", "others", "more"} for t in who)
    harmed = {first.lemma_, verb.lemma_} <= HARM
    alike = first.tag_ == verb.tag_ == "VBD" and not any(t.dep_ in SUBJECTS for t in verb.lefts)
    between = verb.doc[first.i + 1 : verb.left_edge.i]
    dated = any(t.ent_type_ in {"DATE", "TIME"} for t in between)
    return first if (others or harmed or alike) and not dated else None


def _at_once(found: dict[int, Happening], language: str) -> Iterator[Happening]:
    """What happened when something dated did: "nine were killed when a wall fell on Monday"."""
    for happening in list(found.values()):
        clause, main = happening.head, happening.head.head
        opening = next((t.lower_ for t in clause.lefts if t.dep_ in {"mark", "advmod"}), "")
        if (
            clause.dep_ != "advcl"
            or opening not in {"when", "as"}
            or clause.tag_ != "VBD"
            or main.lemma_ == "be"
        ):
            continue
        helpers = _helpers(main)
        if not helpers and main.dep_ == "conj" and main.head.tag_ == main.tag_ == "VBN":
            helpers = _helpers(main.head)  # "four were killed and twelve wounded"
        past = main.tag_ == "VBD" or (main.tag_ == "VBN" and helpers and helpers <= {"was", "were"})
        told = past and main.i < clause.i and not is_negated(main) and not is_state(main, language)
        if told and not only_reports(main, language):
            yield replace(happening, head=main)
            if (first := _at_one_blow(main)) is not None:
                yield replace(happening, head=first)


def _helpers(verb: "Token") -> set[str]:
    return {t.lower_ for t in verb.lefts if t.dep_ in {"aux", "auxpass"}}


def _since(found: dict[int, Happening], language: str) -> Iterator[Happening]:
    """What goes on since a dated happening: "since the capture of X in June, Y has sent …"."""
    for happening in list(found.values()):
        head = happening.head
        near = (head.head, *head.children)
        since = next((t for t in near if t.lower_ == "since" and t.dep_ in {"prep", "mark"}), None)
        if since is None:
            continue
        verb = since.head if since.dep_ == "prep" else head.head
        begun = happening.date is None or parse_edtf(happening.date).earliest is not None
        if not is_verb(verb) or verb.i in found or not begun:
            continue
        things = (
            [verb.head]
            if verb.dep_ == "relcl"
            else [t for t in verb.rights if t.dep_ == "dobj" and t.i < since.i]
        )
        before = since.doc[since.i - 1] if since.i else since
        things += [before] if before.pos_ == "NOUN" else []  # "after the biggest protests since it ended"
        if any(t.tag_ == "JJS" or t.ent_type_ == "ORDINAL" for thing in things for t in thing.lefts):
            # "The harshest step that it has taken since it was founded", "records its biggest drop since …".
            continue
        if verb.dep_ == "acl" and any(t.lower_ == "to" for t in verb.lefts):
            continue  # "the right to be heard since the settlement of 1921"
        date = happening.date and f"{_day(happening.date.split('/')[0])}/.."
        joined = (v for v in verb.conjuncts if v.i > verb.i and is_verb(v))
        alike = (v for v in joined if not (has_child(v, "nsubj") or has_child(v, "nsubjpass")))
        for told in (verb, *(v for v in alike if all(t.lower_ != "still" for t in v.lefts))):
            stays = told.lemma_ in word_set(language, "speech", "state") or told.lower_ == "missing"
            if not stays and not has_child(told, "neg"):
                yield Happening(told, date, (since.idx, happening.dated[1]))


def _counted(
    doc: "Doc", found: dict[int, Happening], phrases: Sequence[DatedPhrase], offset: int, language: str
) -> Iterator[Happening]:
    """What is counted from a dated happening: "on 5 January, two days after X did Y" puts Y on the 3rd."""
    for phrase in phrases:
        span = _span(doc, phrase.start - offset, phrase.end - offset) if phrase.type == "DURATION" else None
        if span is None or span.end >= len(doc) or (hinge := doc[span.end]).lower_ not in {"after", "before"}:
            continue
        if phrase.mod is not None:
            continue  # "less than two weeks before the talks"
        before = [t.lower_ for t in doc[max(0, span.start - 3) : span.start]]
        if "for" in before or before[-1:] == ["in"]:
            continue  # "stays shut for three weeks after the fire", "the first in ten years after its fall"
        below = hinge.head if hinge.dep_ == "mark" else object_of(hinge)
        if below is None or not (is_verb(below) or is_event_noun(below, language)):
            continue
        verbs = [t for t in below.ancestors if t.i in found or is_verb(t)]
        above = next((t for t in verbs if t.i in found), verbs[0] if verbs else None)
        if above is None:
            continue
        later = hinge.lower_ == "after"
        if above.i in found and below.i not in found:
            told, known, sign = below, found[above.i], -1 if later else 1
        elif below.i in found and above.i not in found:
            told, known, sign = above, found[below.i], 1 if later else -1
        else:
            continue
        counted = known.date and shifted(_day(known.date.removesuffix("/..")), phrase.value, sign)
        if counted:
            bounds = (*known.dated, span.start_char, hinge.idx + len(hinge))
            yield Happening(told, counted, (min(bounds), max(bounds)))
