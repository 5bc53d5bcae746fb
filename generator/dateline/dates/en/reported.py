"""Marks the days that only say when something was said, of which nothing else that is told need be."""

import re
from dataclasses import replace
from importlib.resources import files

from dateline.dates.en.tense import opens_sentence
from dateline.dates.kinds import KINDS
from dateline.dates.meaning import Day, Expression
from dateline.dates.tokens import Tokens

_VERBS = frozenset(
    word
    for line in files("dateline.dates.en").joinpath("reporting.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
_ON = KINDS["ON"]
# The verb stands so many words before the day, "told reporters on Friday", and so far after one that opens a
# sentence: "On Friday the head of the harbour board admitted that …".
_BEFORE, _AFTER = 2, 8
_NEAR = 90
# "She recalled in an interview in 1998".
_SPOKE = re.compile(
    r"\b(?:said|told|recalled|wrote|admitted|claimed)\b[^.!?]{0,30}"
    r"\b(?:interview|speech|lecture|letter|memoir)s? in $"
)


def reported(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Mark each such day: "the army said on Friday", "on Friday it admitted that …"."""
    return [replace(each, reported=True) if _is_reported(each, tokens) else each for each in expressions]


def _is_reported(expression: Expression, tokens: Tokens) -> bool:
    if expression.reading.type != "DATE":
        return False
    first = expression.first - (tokens.kinds[max(0, expression.first - 1) : expression.first] == _ON)
    end = tokens.starts[first]
    before = tokens.text[max(0, end - _NEAR) : end].split()[-_BEFORE:]
    meaning = expression.reading.meaning
    if isinstance(meaning, Day) and not (meaning.day or meaning.weekday):
        return _SPOKE.search(tokens.text[max(0, end - _NEAR) : end]) is not None
    if any(word in _VERBS for word in before):
        return True
    if not opens_sentence(expression, tokens):
        return False
    after = tokens.text[expression.end : expression.end + _NEAR].split()[:_AFTER]
    return any(word in _VERBS and "that" in after[at:] for at, word in enumerate(after))
