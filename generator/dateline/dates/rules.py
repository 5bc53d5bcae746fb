"""The rules of a language as an ordered list, and the one scan that applies them all.

A rule is a pattern over kinds of tokens, written with the names of the kinds (``THE? ORDINAL OF MONTH``), and
a function that reads what it matched. Of the rules that match at a place the first that can read it wins.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dateline.dates.kinds import KINDS
from dateline.dates.meaning import Expression, Reading
from dateline.dates.tokens import Tokens

_NAME = re.compile(r"[A-Z]+")


class Hit:
    """What a rule matched: its groups are tokens."""

    __slots__ = ("match", "tokens")

    def __init__(self, tokens: Tokens, match: re.Match[str]) -> None:
        self.tokens = tokens
        self.match = match

    def has(self, group: str) -> bool:
        """Returns whether the pattern has the group and it took part in the match."""
        return group in self.match.re.groupindex and self.match.start(group) >= 0

    def integer(self, group: str) -> int:
        """Returns the value of the group's first token, which must be a whole number."""
        return int(self.tokens.values[self.match.start(group)])

    def word(self, group: str) -> str:
        """Returns the value of the group's first token as text, empty if the group took no part."""
        return str(self.tokens.values[self.match.start(group)]) if self.has(group) else ""

    def span(self, group: str) -> tuple[int, int]:
        """Returns the first token of the group and the one after its last."""
        return self.match.span(group)


Parts = tuple[tuple[str, Reading], ...]
"""Several expressions in one match: the group that holds each, and its reading."""
Reader = Callable[[Hit], Reading | Parts | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and how to read it; the reader returns None to let the next rule try."""

    pattern: re.Pattern[str]
    read: Reader
    whole: str | None = None
    """The group that is the expression, when the pattern holds context as well."""


def compile_pattern(pattern: str, macros: Mapping[str, str]) -> re.Pattern[str]:
    """Turn a pattern over names of kinds into a regular expression over a kind string.

    Args:
        pattern: Names of kinds in capitals, or of macros in capitals, with the operators of ``re``; blanks
            count for nothing, groups have names in small letters.
        macros: Shorthands for parts of patterns; they may use macros named before them.

    Returns:
        The regular expression.

    Raises:
        KeyError: A name is neither a kind nor a macro.
    """
    expanded = _NAME.sub(lambda name: _expand(name[0], macros), pattern.replace("?P<", "?\0<"))
    return re.compile(re.sub(r"\s+", "", expanded.replace("?\0<", "?P<")))


def _expand(name: str, macros: Mapping[str, str]) -> str:
    if name in macros:
        return "(?:" + _NAME.sub(lambda inner: _expand(inner[0], macros), macros[name]) + ")"
    return KINDS[name]


class Grammar:
    """The rules of a language, ready to be applied."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        # The joint pattern ends each rule with an empty group that tells the first rule that matches; a group
        # around the rule would keep ``re`` from seeing at once with which kinds it can start.
        joint = (re.sub(r"\?P<\w+>", "?:", rule.pattern.pattern) for rule in self.rules)
        self._anywhere = re.compile("|".join(f"{pattern}()" for pattern in joint))

    def read(self, tokens: Tokens) -> list[Expression]:
        """Find all expressions.

        Args:
            tokens: A tokenised text.

        Returns:
            The expressions in the order of the text, none overlapping another.
        """
        found: list[Expression] = []
        place = 0
        search = self._anywhere.search
        while (start := search(tokens.kinds, place)) is not None:
            place = start.start() + 1
            for rule in self.rules[(start.lastindex or 1) - 1 :]:
                match = rule.pattern.match(tokens.kinds, start.start())
                if match is None:
                    continue
                hit = Hit(tokens, match)
                reading = rule.read(hit)
                if reading is None:
                    continue
                parts = ((rule.whole or "", reading),) if isinstance(reading, Reading) else reading
                for group, part in parts:
                    first, after = match.span(group) if group else match.span()
                    found.append(_expression(tokens, first, after, part))
                place = max(place, match.span(rule.whole)[1] if rule.whole else match.end())
                break
        return found


def _expression(tokens: Tokens, first: int, after: int, reading: Reading) -> Expression:
    start, end = tokens.starts[first], tokens.ends[after - 1]
    return Expression(start, end, first, after - 1, reading, evidence_start=start, evidence_end=end)
