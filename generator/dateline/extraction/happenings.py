"""A parsed passage and its dated phrases to happenings: which word names each, and when it was.

A date belongs to the nearest word above it in the parse that names a happening: a verb, or a noun such as
"withdrawal". What a date in a subordinate clause says is said of that clause alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.edtf import parse as parse_edtf
from dateline.extraction.grammar import event_noun, is_event_noun, is_verb, object_of, subject_of
from dateline.extraction.intervals import shifted
from dateline.extraction.lexicon import verb_tags, word_set
from dateline.extraction.modality import kind_of
from dateline.model import DatedPhrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_PREMODIFIERS = frozenset({"nummod", "compound", "amod", "nmod", "poss"})
_SETTINGS = frozenset({"in", "at", "during", "after", "following"})
_SUPERLATIVES = frozenset({"JJS", "RBS"})
_ORDINALS = frozenset({"first", "only", "last", "second", "third"})
_TELLINGS = frozenset({"remark", "comment", "statement", "speech", "announcement", "declaration"})


@dataclass(frozen=True, slots=True)
class Happening:
    """A word that names a happening, with its date."""

    head: "Token"
    date: str
    """EDTF."""
    dated: tuple[int, int]
    """Where in the passage the words stand that gave the date."""


def find_happenings(
    doc: "Doc", phrases: Sequence[DatedPhrase], offset: int, *, leads: bool, language: str
) -> list[Happening]:
    """The dated happenings of one passage, in text order, each head once.

    Args:
        doc: the parsed passage.
        phrases: the dated phrases that stand in it, with offsets into the article.
        offset: where the passage starts in the article.
        leads: whether the passage opens the article, where a plain statement is the news itself.
        language: the language of the word lists.
    """
    found: dict[int, Happening] = {}
    for phrase in phrases:
        if phrase.edtf is None:
            continue
        start, end = phrase.evidence_start - offset, phrase.evidence_end - offset
        if (span := _span(doc, start, end)) is None:
            continue
        head = _governor(span, leads=leads, language=language)
        if head is not None and head.i not in found:
            found[head.i] = Happening(head, phrase.edtf, (start, end))
            for other in _sharing(head, span, language):
                found.setdefault(other.i, Happening(other, phrase.edtf, (start, end)))
    for happening in [*_since(found, language), *_counted(doc, found, phrases, offset, language)]:
        found.setdefault(happening.head.i, happening)
    return [found[i] for i in sorted(found)]


def _span(doc: "Doc", start: int, end: int) -> "Span | None":
    return doc.char_span(max(0, start), min(len(doc.text), end), alignment_mode="expand")


def _governor(span: "Span", *, leads: bool, language: str) -> "Token | None":
    token, bound_by_since = _date_root(span), span[0].lower_ in {"since", "for"}
    while True:
        above = token.head
        if above.i == token.i:
            return None
        if is_verb(above):
            return _settle(above, leads=leads, language=language)
        if is_event_noun(above, language):
            if bound_by_since and _superlative(above):
                return None
            return _performed(above, language) or _not_light(above, language)
        if above.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
            premodifies = token.dep_ in _PREMODIFIERS or token.lower_ == "of"
            if premodifies or (bound_by_since and _superlative(above)):
                return None
        token = above


def _date_root(span: "Span") -> "Token":
    """The top word of the date; "2019" rather than a preposition of a date that the parse split."""
    root = span.root
    return root if not is_verb(root) else next((t for t in span if not is_verb(t)), root)


def _superlative(noun: "Token") -> bool:
    return any(t.tag_ in _SUPERLATIVES or t.lower_ in _ORDINALS for t in noun.subtree if t.i <= noun.i)


def _performed(noun: "Token", language: str) -> "Token | None":
    """The act that the noun is the content of: "declared the end of its mission", "was linked to the attacks"."""
    token, preposition = noun, ""
    while token.dep_ in {"pobj", "prep"} and token.head.i != token.i:
        if token.dep_ == "prep" and is_verb(token.head):
            preposition = token.lower_
            break
        token = token.head
    verb = token.head
    acts = "act" if token.dep_ == "dobj" else "involve" if preposition in {"in", "to", "of", "for", "with"} else None
    return verb if acts and verb.lemma_ in word_set(language, "speech", acts) else None


def _not_light(noun: "Token", language: str) -> "Token":
    """The verb that carries the noun ("held talks", "suffered a defeat"), which a title needs; else the noun."""
    verb = noun.head
    if noun.dep_ == "dobj" and is_verb(verb) and verb.lemma_ not in word_set(language, "speech", "report"):
        return verb
    return noun


def _settle(verb: "Token", *, leads: bool, language: str) -> "Token | None":
    """The word that names the happening which a dated verb tells, None where it tells none."""
    lemma = verb.lemma_.lower()
    if verb.dep_ in {"aux", "auxpass"}:
        verb, lemma = verb.head, verb.head.lemma_.lower()
    telling = lemma in word_set(language, "speech", "report")
    light = lemma in word_set(language, "speech", "light")
    if telling or (light and _child(verb, _TELLINGS)):
        if setting := _setting(verb, language):
            return setting
        return verb if telling and leads and _says_something(verb) else None
    if light:
        for child in verb.children:
            if child.dep_ in {"nsubj", "attr"} and is_event_noun(child, language) and not _object(verb):
                return child
    if _conditional(verb):
        return None
    if lemma == "be":
        return verb if _stay(verb, language) or kind_of(verb, language) != "happened" else None
    if lemma in word_set(language, "speech", "state") and not (light and _event_object(verb, language)):
        return None
    return verb


def _conditional(verb: "Token") -> bool:
    """Whether a clause only says on what condition: "if it leaves", "should it leave"."""
    subject = subject_of(verb)
    for child in verb.children:
        if child.lower_ in {"if", "unless", "whether"}:
            return True
        if child.dep_ == "aux" and child.lower_ == "should" and subject is not None and child.i < subject.token.i:
            return True
    return False


def _child(verb: "Token", lemmas: frozenset[str]) -> bool:
    return any(c.lemma_.lower() in lemmas for c in verb.children if c.dep_ in {"dobj", "nsubj", "nsubjpass"})


def _setting(verb: "Token", language: str) -> "Token | None":
    """The meeting, press conference or visit at which something was said."""
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ in _SETTINGS:
            for noun in prep.children:
                if noun.dep_ == "pobj" and is_event_noun(noun, language):
                    return noun
    return None


def _says_something(verb: "Token") -> bool:
    return any(c.dep_ == "ccomp" for c in verb.children)


def _object(verb: "Token") -> bool:
    return any(c.dep_ in {"dobj", "oprd"} and c.lower_ not in {"place", "effect"} for c in verb.children)


def _event_object(verb: "Token", language: str) -> bool:
    return any(c.dep_ == "dobj" and is_event_noun(c, language) for c in verb.children)


def _stay(verb: "Token", language: str) -> bool:
    """Whether "was in X for talks" tells of a visit."""
    preps = [c for c in verb.children if c.dep_ == "prep"]
    placed = any(p.lower_ in {"in", "at"} and any(o.ent_type_ in {"GPE", "FAC"} for o in p.children) for p in preps)
    return placed and any(
        is_event_noun(o, language) for p in verb.subtree if p.lower_ == "for" for o in p.children if o.dep_ == "pobj"
    )


def _sharing(head: "Token", span: "Span", language: str) -> "Iterator[Token]":
    """Later verbs joined to a dated one by "and" that have no date of their own: a date said first holds for all."""
    if not is_verb(head) or span.start > head.i:
        return
    for verb in head.conjuncts:
        own = any(t.dep_ in {"nsubj", "nsubjpass"} or t.ent_type_ == "DATE" for t in verb.children)
        if verb.i > head.i and is_verb(verb) and not own and verb.lemma_ not in word_set(language, "speech", "state"):
            yield verb


def _since(found: dict[int, Happening], language: str) -> Iterator[Happening]:
    """ "Since the capture of X in June, Y has sent …": the sending goes on from June."""
    for happening in list(found.values()):
        head = happening.head
        since = next((t for t in (head.head, *head.children) if t.lower_ == "since" and t.dep_ in {"prep", "mark"}), None)
        if since is None:
            continue
        verb = since.head if since.dep_ == "prep" else head.head
        earliest = parse_edtf(happening.date).earliest
        if not is_verb(verb) or verb.i in found or earliest is None:
            continue
        start = happening.date.split("/")[0]
        for told in (verb, *(v for v in verb.conjuncts if v.i > verb.i and is_verb(v))):
            if told.lemma_ not in word_set(language, "speech", "state"):
                yield Happening(told, f"{start}/..", (since.idx, happening.dated[1]))


def _counted(
    doc: "Doc", found: dict[int, Happening], phrases: Sequence[DatedPhrase], offset: int, language: str
) -> Iterator[Happening]:
    """ "On 5 January, two days after X did Y": Y was on the 3rd. And the other way round."""
    for phrase in phrases:
        span = _span(doc, phrase.start - offset, phrase.end - offset) if phrase.type == "DURATION" else None
        if span is None or span.end >= len(doc) or (hinge := doc[span.end]).lower_ not in {"after", "before"}:
            continue
        below = hinge.head if hinge.dep_ == "mark" else object_of(hinge)
        if below is None or not (is_verb(below) or is_event_noun(below, language)):
            continue
        above = next((t for t in below.ancestors if t.i in found or is_verb(t)), None)
        if above is None:
            continue
        later = hinge.lower_ == "after"
        if above.i in found and below.i not in found:
            told, known, sign = below, found[above.i], -1 if later else 1
        elif below.i in found and above.i not in found:
            told, known, sign = above, found[below.i], 1 if later else -1
        else:
            continue
        if date := shifted(known.date, phrase.value, sign):
            bounds = (*known.dated, span.start_char, hinge.idx + len(hinge))
            yield Happening(told, date, (min(bounds), max(bounds)))


def tag_of(head: "Token", language: str) -> str | None:
    """The kind of happening that a word names, None where the scheme has none for it."""
    if is_verb(head):
        carried = next((c for c in head.children if c.dep_ == "dobj" and is_event_noun(c, language)), None)
        if carried is not None and head.lemma_ in word_set(language, "speech", "light"):
            return tag_of(carried, language)
        if carried is not None and head.lemma_ not in verb_tags(language):
            return tag_of(carried, language)
        return verb_tags(language).get(head.lemma_.lower())
    return event_noun(head, language)[0]
