"""Cuts a text into tokens and gives each a kind, so that rules can be patterns over kinds instead of letters.

A kind is one character of a *kind string* that runs beside the tokens; every run of words without meaning for
dates is a single ``OTHER``. Reading the rules over that string costs little however many rules there are, and
a text without date words costs almost nothing.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from dateline.dates.kinds import KINDS
from dateline.dates.lexicon import Entry, Lexicon, Value

# Each part takes what it matches at once or a bounded number of characters, so that the scan stays linear on
# any input: nothing is read twice that could be read a thousand times.
_TOKEN = re.compile(
    r"""
    (?P<abbreviation>[A-Za-z](?:\.[A-Za-z]){1,3}(?![A-Za-z])\.?)
  | (?P<word>[^\W\d_][^\W_]*+)
  | (?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}
      (?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![\w-]))
  | (?P<slashed>[0-9]{1,2}(?:(?P<between>[/.])[0-9]{1,2}(?P=between)[0-9]{2}(?:[0-9]{2})?
      |-[0-9]{1,2}-[0-9]{4})(?![\w/]|[.-][0-9]))
  | (?P<clock>[0-9]{1,2}\.[0-9]{2}(?=[ap]\.?m\b)|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))
  | (?P<big>[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,9})?(?![0-9,][0-9]))
  | (?P<decimal>[0-9]{1,9}\.[0-9]{1,9}(?![\w.]))
  | (?P<dotted>[0-9]{1,9}(?:\.[0-9]{1,9}){2,6})
  | (?P<number>[0-9]++(?:(?:st|nd|rd|th|s)?(?![^\W_])|(?=(?:[ap]m|BC|AD|BCE|CE)\b|[ap]\.m)))
  | (?P<mixed>[0-9]++[^\W_]++)
  | (?P<paragraph>\n[^\S\n]*\n\s*)
  | (?P<sign>[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)

_OTHER = KINDS["OTHER"]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text as parallel lists; ``kinds[i]``, ``starts[i]``, ``ends[i]`` and ``values[i]``."""

    text: str
    kinds: str
    starts: list[int]
    ends: list[int]
    values: list[Value]

    def said(self, index: int) -> str:
        """Returns the characters of a token (of an OTHER: those of the first word of the run)."""
        return self.text[self.starts[index] : self.ends[index]]

    def touch(self, index: int) -> bool:
        """Returns whether no blank stands between a token and the one before it."""
        return index > 0 and self.ends[index - 1] == self.starts[index]


def tokenise(text: str, lexicon: Lexicon) -> Tokens:
    """Cut a text into tokens.

    Args:
        text: Any text.
        lexicon: The words to know; all others are OTHER.

    Returns:
        The tokens in order. Blanks belong to none; a blank line is a PARAGRAPH.
    """
    known, phrases, figures = lexicon.words, lexicon.phrases, _FIGURES
    kinds: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[Value] = []
    resume = 0
    in_other = False
    for match in _TOKEN.finditer(text):
        said = match[0]
        entry = known.get(said)
        if entry is None:
            group = match.lastgroup
            if group == "word" or group not in figures:
                if not in_other and match.start() >= resume:
                    kinds.append(_OTHER)
                    starts.append(match.start())
                    ends.append(match.end())
                    values.append("")
                    in_other = True
                continue
            entry = figures[group](said)
        start, end = match.span()
        if start < resume:
            continue
        if said in phrases:
            pattern, names = phrases[said]
            if longer := pattern.match(text, start):
                entry = names[" ".join(longer[0].lower().replace("’", "'").split())]
                end = resume = longer.end()
        if entry.kind == _OTHER:
            if in_other:
                continue  # it only could have begun a name
            in_other = True
        else:
            in_other = False
        kinds.append(entry.kind)
        starts.append(start)
        ends.append(end)
        values.append(entry.value)
    return Tokens(text, "".join(kinds), starts, ends, values)


def _number(said: str) -> Entry:
    digits = said.rstrip("stndrhSTNDRH")
    suffix = said[len(digits) :].lower()
    if len(digits) > 9:
        return Entry(KINDS["OTHER"], "")
    number = int(digits)
    if suffix == "s":
        return (
            Entry(KINDS["DECADE"], digits)
            if len(digits) in {2, 3, 4} and digits[-1] == "0"
            else Entry(KINDS["OTHER"], "")
        )
    if suffix:
        return Entry(KINDS["NTH"], number)
    if len(digits) == 4:
        if digits[0] == "0":
            return Entry(KINDS["MILITARY"], digits)
        return Entry(KINDS["YEAR" if 1000 <= number <= 2199 else "NUMBER"], number)
    if len(digits) <= 2:
        return Entry(KINDS["DAY" if 1 <= number <= 31 else "TWO"], number)
    return Entry(KINDS["NUMBER"], number)


def _decimal(said: str) -> Entry:
    return Entry(KINDS["DECIMAL"], float(said.replace(",", "")))


_FIGURES: dict[str, Callable[[str], Entry]] = {
    "number": _number,
    "decimal": _decimal,
    "big": _decimal,
    "iso": lambda said: Entry(KINDS["ISO"], said),
    "slashed": lambda said: Entry(KINDS["SLASHED"], said),
    "clock": lambda said: Entry(KINDS["CLOCK"], said),
    "paragraph": lambda _: Entry(KINDS["PARAGRAPH"], ""),
}
