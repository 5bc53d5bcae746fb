"""Whether the words around an English date look ahead or back."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.dates.kinds import KINDS
from dateline.dates.meaning import Clock, Day, Expression, Tense
from dateline.dates.tokens import Tokens

_SENTENCE_ENDS = {KINDS[name] for name in ("DOT", "STOP", "PARAGRAPH")}
_WILL, _PLAN, _PROMISE, _MODAL = (KINDS[name] for name in ("WILL", "PLAN", "PROMISE", "MODAL"))
_BE, _TO, _DID = (KINDS[name] for name in ("BE", "TO", "DID"))
_UNTIL = {KINDS["UNTIL"], KINDS["BY"], KINDS["THROUGH"]}
_OTHER = KINDS["OTHER"]
_PRESENT = frozenset({"is", "are"})
# How many tokens a verb may stand away; a run of words without meaning for dates is one token.
_BEFORE, _AFTER = 14, 4


def tenses(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Give each date that needs it the tense of the nearest verb: before it, or else a "will" right after."""
    return [
        replace(expression, tense=_tense(expression, tokens)) if needs_tense(expression) else expression
        for expression in expressions
    ]


def needs_tense(expression: Expression) -> bool:
    """Whether a date lies before or after the day of writing by the tense alone: "on Friday", "in May"."""
    meaning = expression.reading.meaning
    if isinstance(meaning, Clock) and meaning.day is not None:
        meaning = meaning.day
    return isinstance(meaning, Day) and meaning.year is None and meaning.of is None


def _tense(expression: Expression, tokens: Tokens) -> Tense | None:
    kinds = tokens.kinds
    until = kinds[expression.first - 1 : expression.first] in _UNTIL
    for place in range(expression.first - 1, max(-1, expression.first - _BEFORE), -1):
        kind = kinds[place]
        if kind in _SENTENCE_ENDS:
            break
        before = kinds[place - 1 : place] if place else ""
        if kind in {_WILL, _PLAN} or (kind == _BE and before in {_TO, _WILL, _MODAL}):
            return "future"
        if kind == _MODAL and kinds[place + 1 : place + 2] == _OTHER and tokens.said(place + 1) != "have":
            return "future"
        if (
            kind == _DID
            and before == _OTHER
            and not _PRESENT.isdisjoint(list(_words(tokens, place - 1))[-2:])
        ):
            continue  # "is officially reported"
        if (kind == _DID and before != _BE) or kind == _PROMISE or tokens.values[place] == "past":
            return "past"  # "agreed on Friday to leave"; in "agreed to leave on Friday" the "to" comes first
        if kind == _TO and _is_infinitive(tokens, place):
            # "Set to begin", and headlines: "Team to play on Friday". After a past verb nobody knows.
            headline = before == _OTHER and not _says_past(tokens, place - 1)
            return "future" if until or headline or before in {_PLAN, _PROMISE, _BE} else None
        if kind == _OTHER and before != _BE and not until and _says_past(tokens, place):
            return "past"
    if until:
        return "future"
    for place in range(expression.last + 1, min(len(kinds), expression.last + _AFTER)):
        if kinds[place] in _SENTENCE_ENDS:
            break
        if kinds[place] == _WILL:
            return "future"
    return None


def _is_infinitive(tokens: Tokens, place: int) -> bool:
    """Whether a "to" goes with a verb, as far as one can tell: a word in small letters follows."""
    following = place + 1
    return tokens.kinds[following : following + 1] == _OTHER and tokens.said(following).islower()


def _says_past(tokens: Tokens, place: int) -> bool:
    """Whether the last verb-like word of a run of words is a regular past."""
    return any(word.endswith("ed") and len(word) > 4 for word in _words(tokens, place))


def _words(tokens: Tokens, place: int) -> Iterator[str]:
    after = tokens.starts[place + 1] if place + 1 < len(tokens.starts) else len(tokens.text)
    yield from tokens.text[max(tokens.starts[place], after - 80) : after].split()
