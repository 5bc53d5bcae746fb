"""Whether the words around an English date look ahead or back."""

from dataclasses import replace
from importlib.resources import files

from dateline.dates.en.joining import before
from dateline.dates.en.macros import MACROS
from dateline.dates.kinds import KINDS
from dateline.dates.meaning import Clock, Day, Expression, Meaning, Same, Shift, Tense
from dateline.dates.rules import compile_pattern
from dateline.dates.tokens import Tokens

_SENTENCE_ENDS = {KINDS[name] for name in ("DOT", "STOP", "PARAGRAPH")}
_WILL, _PLAN, _PROMISE, _MODAL, _MOVE = (KINDS[name] for name in ("WILL", "PLAN", "PROMISE", "MODAL", "MOVE"))
_BE, _TO, _DID = (KINDS[name] for name in ("BE", "TO", "DID"))
_UNTIL = {KINDS["UNTIL"], KINDS["BY"], KINDS["THROUGH"]}
_OTHER = KINDS["OTHER"]
_PRESENT = frozenset({"is", "are", "being"})
_PERFECT = frozenset({"had", "was", "were"})
_IRREGULAR = frozenset(
    word
    for line in files("dateline.dates.en").joinpath("irregular_pasts.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
# How many tokens a verb may stand away; a run of words without meaning for dates is one token.
_BEFORE, _AFTER = 14, 6
# So many letters of such a run are read.
_NEAR = 80
_MOVED_TO = before("MOVE [^ DOT STOP PARAGRAPH]* [TO UNTIL] THE?")
_MOVED = compile_pattern("[DID BE OTHER]{0,3} MOVE", MACROS)
_AS_LATE_AS = before("AS [LATE PASTREF] AS")
_PLANNED = before("(?:[FOR IN ON] THE? | NOW)?")
_FOR, _OF, _APOSTROPHE = KINDS["FOR"], KINDS["OF"], KINDS["APOSTROPHE"]
_IS = (["is"], ["are"])
# "For Friday's raid", "for the 3 May raid", "called for Friday was held".
_DESCRIBES = compile_pattern("APOSTROPHE | OTHER | DID (?!MOVE)", MACROS)
_OPENS = before("(?:IN|ON|AT|DURING|BY|SINCE|AFTER|BEFORE|LATE|EARLY|OVER)+ (?:THE)?")
# "To Friday's close": what a market did that day.
_MARKET_DAY = compile_pattern("APOSTROPHE OTHER END", MACROS)


def tenses(expressions: list[Expression], tokens: Tokens) -> list[Expression]:
    """Give each date that needs it the tense of the nearest verb: before it, or else right after."""
    return [_tensed(each, tokens) if needs_tense(each) else each for each in expressions]


def needs_tense(expression: Expression) -> bool:
    """Whether a date lies before or after the day of writing by the tense alone: "on Friday", "in May"."""
    if expression.settled:
        return False
    meaning = _day_of(expression)
    if isinstance(meaning, Shift) and meaning.base == "previous" and meaning.unit in {"Y", "M"}:
        return (meaning.amount or 0) > 0  # "six years later"
    return isinstance(meaning, Day) and meaning.year is None and (meaning.of is None or meaning.of == Same())


def _day_of(expression: Expression) -> Meaning:
    meaning = expression.reading.meaning
    if isinstance(meaning, Shift) and meaning.unit == "WE" and isinstance(meaning.base, Day):
        return meaning.base  # "at the weekend"
    return meaning.day if isinstance(meaning, Clock) and meaning.day is not None else meaning


def _tensed(expression: Expression, tokens: Tokens) -> Expression:
    if (settled := _beside(expression, tokens)) is not None:
        return replace(expression, tense=settled, settled=True)
    tense = verb_before(expression, tokens) or _after(expression, tokens) or _of_past(expression, tokens)
    return replace(expression, tense=tense)


def _beside(expression: Expression, tokens: Tokens) -> Tense | None:
    """The tense that the very words beside a date settle, whatever verb stands above it."""
    kinds, first, after = tokens.kinds, expression.first, expression.last + 1
    left = kinds[max(0, first - _BEFORE) : first]
    if left[-1:] == KINDS["SINCE"] or _AS_LATE_AS.search(left):
        return "past"
    if kinds[after : after + 1] == _DID and tokens.said(after) == "had":
        return "past"  # "whose visit in January had led to it"
    if _MARKET_DAY.match(kinds, after):
        return "past"
    if _MOVE in left and expression.bound != "to" and _MOVED_TO.search(left):
        return "future"  # "put off until May": where it is now, not when that was done
    if _is_planned(expression, left, tokens):
        return "future"
    meaning = _day_of(expression)
    if isinstance(meaning, Day) and meaning.day and _MOVED.match(kinds, after):
        governed = opens_sentence(expression, tokens) or verb_before(expression, tokens)
        return None if governed else "future"  # "the vote on 6 May was put off": not on that day
    return None


def _is_planned(expression: Expression, left: str, tokens: Tokens) -> bool:
    """Whether something is or was to be then: "called for Friday", "was due in May", "it is on 3 May"."""
    found = _PLANNED.search(left)
    preposition = found[0] if found else ""
    place = expression.first - len(preposition) - 1
    owner = tokens.kinds[expression.last + 1 : expression.last + 2] == _APOSTROPHE
    if place >= 0 and not owner and (tokens.said(place) == "due" or _words(tokens, place)[-1:] in _IS):
        return True
    meaning = _day_of(expression)
    if preposition[:1] != _FOR or not isinstance(meaning, Day) or not (meaning.day or meaning.weekday):
        return False
    return not _DESCRIBES.match(tokens.kinds, expression.last + 1)


def verb_before(expression: Expression, tokens: Tokens) -> Tense | None:
    """The tense of the nearest verb before a date in its sentence."""
    kinds = tokens.kinds
    until = _is_until(expression, tokens)
    for place in range(expression.first - 1, max(-1, expression.first - _BEFORE), -1):
        kind = kinds[place]
        if kind in _SENTENCE_ENDS:
            break
        left = kinds[place - 1 : place] if place else ""
        if kind in {_WILL, _PLAN} or (kind == _BE and left in {_TO, _WILL, _MODAL}):
            return "future"
        if kind == _MODAL and kinds[place + 1 : place + 2] == _OTHER and tokens.said(place + 1) != "have":
            return "future"
        if kind in {_DID, _MOVE} and left == _OTHER and _ends_in_present(_words(tokens, place - 1)):
            continue  # "is officially reported"
        if kind == _PROMISE and until:
            return "future"  # "predicted 900 cases by May"
        if kind in {_DID, _MOVE, _PROMISE} and left != _BE:
            return "past"  # "agreed on Friday to leave"; in "agreed to leave on Friday" the "to" comes first
        if kind == _PROMISE or tokens.values[place] == "past":
            return "past"
        if kind == _TO and _is_infinitive(tokens, place):
            # "Set to begin", and headlines: "Team to play on Friday". After a past verb nobody knows.
            headline = left == _OTHER and not _says_past(_words(tokens, place - 1))
            return "future" if until or headline or left in {_PLAN, _PROMISE, _BE} else None
        if kind == _OTHER and left != _BE and not until and _says_past(_words(tokens, place)):
            return "past"
    return None


def _after(expression: Expression, tokens: Tokens) -> Tense | None:
    """The tense of a verb after the date: a "will", or of a date that opens its sentence any."""
    kinds, until = tokens.kinds, _is_until(expression, tokens)
    opens = opens_sentence(expression, tokens)
    for place in range(expression.last + 1, min(len(kinds), expression.last + _AFTER)):
        kind = kinds[place]
        if kind in _SENTENCE_ENDS:
            break
        if kind == _WILL or (kind == _PLAN and _ends_in_present(_words(tokens, place - 1))):
            return "future"  # "the rally on Friday is likely to …"
        if opens and not until and tokens.values[place] == "past":
            return "past"
        if opens and kind == _DID and (not until or tokens.said(place) in _PERFECT):
            return "past"
        if opens and not until and kind == _OTHER and _says_past(_words(tokens, place, first=True)):
            return "past"
    meaning = _day_of(expression)
    told = isinstance(meaning, Day) and meaning.of is not None  # "hid there until the 9th"
    return "future" if until and not told else None


def _of_past(expression: Expression, tokens: Tokens) -> Tense | None:
    """Past for the day that something is known by, "the fire of June 17", if no verb says otherwise."""
    meaning, place = _day_of(expression), expression.first - 1
    known = isinstance(meaning, Day) and meaning.month and meaning.day and place > 0
    return "past" if known and tokens.kinds[place] == _OF and tokens.kinds[place - 1] == _OTHER else None


def _is_until(expression: Expression, tokens: Tokens) -> bool:
    return tokens.kinds[expression.first - 1 : expression.first] in _UNTIL


def opens_sentence(expression: Expression, tokens: Tokens) -> bool:
    """Whether only a preposition stands before a date in its sentence: "In March the …"."""
    first = expression.first
    left = tokens.kinds[max(0, first - _BEFORE) : first]
    opening = _OPENS.search(left)
    place = first - (len(opening[0]) if opening else 0)
    return opening is not None and (place == 0 or tokens.kinds[place - 1] in _SENTENCE_ENDS)


def _is_infinitive(tokens: Tokens, place: int) -> bool:
    """Whether a "to" goes with a verb, as far as one can tell: a word in small letters follows."""
    following = place + 1
    return tokens.kinds[following : following + 1] == _OTHER and tokens.said(following).islower()


def _says_past(words: list[str]) -> bool:
    """Whether one of some words looks like a past that no present before it makes a state: "is known"."""
    return any(_is_past(word) and not _ends_in_present(words[:place]) for place, word in enumerate(words))


def _ends_in_present(words: list[str]) -> bool:
    return not _PRESENT.isdisjoint(words[-2:])


def _is_past(word: str) -> bool:
    if not word.islower():
        return False
    word = word.rstrip(".,;:!?'’\"”)")
    return word in _IRREGULAR or (word.endswith("ed") and len(word) > 4 and not word.endswith("eed"))


def _words(tokens: Tokens, place: int, *, first: bool = False) -> list[str]:
    """The last words of a token's run, or its first."""
    start = tokens.starts[place]
    after = tokens.starts[place + 1] if place + 1 < len(tokens.starts) else len(tokens.text)
    if first:
        return tokens.text[start : min(after, start + _NEAR)].split()
    return tokens.text[max(start, after - _NEAR) : after].split()
