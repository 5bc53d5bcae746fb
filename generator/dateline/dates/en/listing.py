"""Finds the items of a chronology: dates that head a line or a sentence and follow one another."""

import re
from dataclasses import replace

from dateline.dates.en.tense import opens_sentence
from dateline.dates.kinds import KINDS
from dateline.dates.meaning import Clock, Day, Expression, Shift
from dateline.dates.tokens import Tokens

_LINE_BEFORE = re.compile(r"(?:\A|\n)[\s\-–—•*·#>|(]*\Z")
_HEADS_LINE = re.compile(r"[*_)\s]*(?::(?!\d)|\||\s[-–—]\s|—)")
_HEADS_SENTENCE = re.compile(r":(?!\d)")
_COLON, _DASH, _PARAGRAPH = (KINDS[name] for name in ("COLON", "DASH", "PARAGRAPH"))
_SENTENCE_ENDS = {KINDS[name] for name in ("DOT", "STOP")}
# What stands between a first item and a year: a heading, a line with a colon, a sentence of its paragraph.
_LEAD_LINE = re.compile(r"[^\n.!?]{0,120}\n[\s\-–—•*·#>|(]*")
_LEAD_SENTENCE = re.compile(r"[^\n]{0,120}")
# So many letters on, a text still tells of the time that opened a sentence.
_GOES_ON = 600
# How much of a line before a date can be bullets and blanks.
_BULLET = 12


def items(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Mark the items of a chronology, and the date before the first one that says of which year they are."""
    if _COLON not in tokens.kinds and _DASH not in tokens.kinds and "|" not in tokens.text:
        return expressions
    out = list(expressions)
    headed = False
    for place, expression in enumerate(expressions):
        if not _heads_item(expression, tokens):
            continue
        out[place] = replace(expression, item=True)
        if not headed and place and _names_year(expressions[place - 1]):
            gap = tokens.text[expressions[place - 1].end : expression.start]
            if _LEAD_LINE.fullmatch(gap) or _LEAD_SENTENCE.fullmatch(gap):
                out[place - 1] = replace(out[place - 1], item=True)
        headed = True
    return out


def sequences(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Mark days that open the sentences of a paragraph one after the other, the first of them with its year.

    "On 8 March 2012 the king died. On 2 April his son was crowned."
    """
    out = list(expressions)
    last: int | None = None
    for place, expression in enumerate(expressions):
        meaning = expression.reading.meaning
        if last is not None and _PARAGRAPH in tokens.kinds[expressions[place - 1].last : expression.first]:
            last = None
        if not isinstance(meaning, Day):
            if isinstance(meaning, Shift) and meaning.base == "reference":
                last = None
        elif meaning.month and meaning.day and opens_sentence(expression, tokens):
            if meaning.year is None and last is not None and expression.tense == "past":
                out[last], out[place] = replace(out[last], item=True), replace(expression, item=True)
            last = place if meaning.year or out[place].item else None
        elif meaning.year or meaning.weekday or meaning.which is not None:
            last = None
    return out


def follow_ups(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Mark days and months that go on from a date with its year which opened a sentence before.

    "On 5 September 1917 the stokers refused to work. Four men were shot on 11 September." After a year alone
    they do so in its own sentence: "In 1946 he sailed to Norway, and in March he married."
    """
    out = list(expressions)
    last: int | None = None
    for place, expression in enumerate(expressions):
        meaning = expression.reading.meaning
        day = meaning.day if isinstance(meaning, Clock) else meaning
        if isinstance(day, Shift) and day.base == "reference":
            last = None
        if not isinstance(day, Day):
            continue
        if day.year or day.weekday or day.which is not None:
            last = place if day.year and opens_sentence(expression, tokens) else None
        elif last is not None and day.month and expression.tense != "future":
            between = tokens.kinds[expressions[last].last + 1 : expression.first]
            near = expression.start - expressions[last].end <= _GOES_ON
            opening = expressions[last].reading.meaning
            whole = isinstance(opening, Day) and opening.month is None
            if near and whole != any(end in between for end in _SENTENCE_ENDS):
                out[place] = replace(expression, follows=True)
    return out


def _heads_item(expression: Expression, tokens: Tokens) -> bool:
    meaning = expression.reading.meaning
    if not isinstance(meaning, Day) or meaning.month is None or meaning.which is not None:
        return False
    text, start, end = tokens.text, expression.start, expression.end
    if _LINE_BEFORE.search(text[max(0, start - _BULLET) : start] if start > _BULLET else "\n" + text[:start]):
        return _HEADS_LINE.match(text, end) is not None
    before = tokens.kinds[expression.first - 1 : expression.first]
    return before in _SENTENCE_ENDS and _HEADS_SENTENCE.match(text, end) is not None


def _names_year(expression: Expression) -> bool:
    meaning = expression.reading.meaning
    return isinstance(meaning, Day) and (meaning.year or 0) >= 1000 and expression.bound != "since"
