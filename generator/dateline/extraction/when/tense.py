"""The tense of the verb that governs a word, read off the parse: what "on Friday" alone does not say."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from dateline.extraction.grammar import PREMODIFIERS, is_event_noun, is_verb, shares_helpers
from dateline.extraction.lexicon import word_set
from dateline.extraction.when.date_attachment import LABEL
from dateline.extraction.when.deeds import is_state, only_reports
from dateline.extraction.when.modality import SETTLED, follows_happening, is_due, on_condition
from dateline.extraction.when.reality import is_usual
from dateline.model import Passage

if TYPE_CHECKING:
    from dateline.parsing import Doc, Token

Tense = Literal["past", "future"]

_AWAITED = frozenset({"expect", "forecast", "anticipate"})
_PRESENT = frozenset({"VBZ", "VBP"})
_AHEAD = frozenset({"will", "shall", "’ll", "'ll", "wo"})


def tense_reader(
    passages: Sequence[Passage], docs: "Sequence[Doc]", language: str
) -> Callable[[int], Tense | None]:
    """A function from an offset in an article to the tense of the verb above the word there.

    Args:
        passages: the passages of the article, in order.
        docs: the parse of each.
        language: the language of the word lists.
    """
    starts = [passage.start for passage in passages]

    def tense_at(offset: int) -> Tense | None:
        place = bisect_right(starts, offset) - 1
        if place < 0:
            return None
        local = offset - starts[place]
        token = next((t for t in docs[place] if t.idx <= local < t.idx + len(t)), None)
        if token is not None and follows_happening(token, language):
            return "past"
        verb = next((t for t in token.ancestors if is_verb(t)), None) if token is not None else None
        found = _tense(verb, language) if verb is not None else None
        if token is not None and verb is not None and _is_awaited(token, verb):
            return "future"  # "he expected an increase before Christmas"
        if found == "past" and token is not None and _is_apart_from_verb(token, language):
            return None
        if found == "future" and verb is not None and verb.tag_ in _PRESENT and _is_item(verb):
            return None  # a chronicle tells its past in the present
        return found

    return tense_at


def _is_awaited(date: "Token", verb: "Token") -> bool:
    """Whether a date is that of what is expected: "he expected it in mid-September"."""
    behind = any(t.dep_ == "dobj" and verb.i < t.i < date.i for t in verb.rights)
    return verb.lemma_ in _AWAITED and (behind or _is_limit(date))


def _is_apart_from_verb(date: "Token", language: str) -> bool:
    """Whether a verb says nothing of a date: "set a limit for the March 20 hearing", "shown until May"."""
    if date.dep_ in PREMODIFIERS and is_event_noun(date.head, language):
        return any(t.dep_ in {"det", "poss"} and t.i < date.i for t in date.head.lefts)
    return date.dep_ == "pobj" and date.head.lower_ in {"through", "until", "till"}


def _is_limit(date: "Token") -> bool:
    """Whether a date says by when something is to be."""
    return any(t.lower_ in {"by", "before", "until"} for t in (date.head, date.head.head))


def _is_item(verb: "Token") -> bool:
    """Whether a verb stands in an item of a chronicle, which opens with its date: "12 May – it sinks"."""
    doc = verb.doc
    label = next((t.i for t in doc if t.text in LABEL and t.i), 0)
    dated = all(t.ent_type_ == "DATE" or t.pos_ in {"NUM", "PUNCT"} for t in doc[:label])
    return 0 < label < verb.i and dated


def _is_deed(verb: "Token", language: str) -> bool:
    return is_verb(verb) and not only_reports(verb, language) and not is_state(verb, language)


def _tense(verb: "Token", language: str) -> Tense | None:
    shares = shares_helpers(verb)
    helped = verb.head if shares and not any(c.dep_ == "aux" for c in verb.lefts) else verb
    helpers = {c.lower_ for c in helped.children if c.dep_ in {"aux", "auxpass"}}
    verb = helped if shares else verb
    told = verb.dep_ == "ccomp" or (verb.dep_ == "conj" and verb.head.dep_ == "ccomp")
    would = "would" in helpers and "have" not in helpers and (told or on_condition(verb))
    if helpers & _AHEAD or would:
        return "future"  # "said that she would start on Tuesday"
    if "to" in helpers:
        above = verb.head
        if above.lower_ == "able" and above.head != above:
            return _tense(above.head, language)  # "had been able to visit it in May"
        planned = word_set(language, "speech", "planned", "due")
        if above.lemma_.lower() in planned or above.lemma_ == "be":
            return "future"
        # "Refused to let him in on Monday" tells of that Monday, "asked him to leave on Monday" may not.
        done = above.lemma_ in word_set(language, "speech", "implicative")
        return _tense(above, language) if done and verb.dep_ == "xcomp" else None
    finite = next((c for c in (verb, *verb.children) if c.tag_ in {"VBD", "VBZ", "VBP"} and is_verb(c)), None)
    if verb.tag_ == "VBN" and (is_due(verb, language) or verb.lemma_.lower() in _AWAITED):
        return "future"
    if verb.tag_ == "VBN" and verb.lemma_ in SETTLED and (finite is None or finite.tag_ == "VBD"):
        return "past"  # "set off", "was set up", "was set free"
    if finite is None and verb.tag_ == "VBN" and verb.dep_ == "ROOT" and not helpers:
        return "past"  # a past tense that was taken for a participle
    if finite is None and verb.tag_ == "VBN" and verb.dep_ in {"acomp", "xcomp", "oprd"} and not helpers:
        return _tense(verb.head, language)  # "stayed closed until June"
    if finite is None:
        return None
    if finite.tag_ == "VBD":
        return "past"
    # "A lease that runs out in May", "joins the bank in May": what the present tells with a day is to come.
    comes = finite is verb and not helpers and _is_deed(verb, language) and not is_usual(verb)
    beside_past = verb.dep_ == "advcl" and _tense(verb.head, language) == "past"
    return "future" if comes and not beside_past else None
