"""The rules of a language as an ordered list, and the one scan that applies them all.

A rule is a pattern over kinds of tokens, written with the names of the kinds (``THE? ORDINAL OF MONTH``), and
a function that reads what it matched. Of the rules that match at a place the first that can read it wins.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.dates.first_kinds import first_kinds
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


class _Joint:
    """Some rules as one pattern.

    The pattern ends each rule with an empty group that tells the first rule that matches.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        patterns = (re.sub(r"\?P<\w+>", "?:", rule.pattern.pattern) for rule in self._rules)
        return re.compile("|".join(f"{pattern}()" for pattern in patterns))

    def fitting(self, kinds: str, place: int) -> Sequence[Rule]:
        """The first rule that matches at a place and all after it, which may match; none where none does."""
        match = self._pattern.match(kinds, place)
        return self._rules[(match.lastindex or 1) - 1 :] if match else ()


class Grammar:
    """The rules of a language, ready to be applied."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        # Few rules can match where a kind stands, and most kinds begin none.
        beginning: dict[str, list[Rule]] = {}
        for rule in self.rules:
            for kind in first_kinds(rule.pattern.pattern):
                beginning.setdefault(kind, []).append(rule)
        self._beginning = {kind: _Joint(of_kind) for kind, of_kind in beginning.items()}

    def read(self, tokens: Tokens) -> list[Expression]:
        """Find all expressions.

        Args:
            tokens: A tokenised text.

        Returns:
            The expressions in the order of the text, none overlapping another.
        """
        found: list[Expression] = []
        free = 0
        for place, kind in enumerate(tokens.kinds):
            joint = self._beginning.get(kind)
            if joint is None or place < free:
                continue
            for rule in joint.fitting(tokens.kinds, place):
                match = rule.pattern.match(tokens.kinds, place)
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
                free = match.span(rule.whole)[1] if rule.whole else match.end()
                break
        return found


def _expression(tokens: Tokens, first: int, after: int, reading: Reading) -> Expression:
    start, end = tokens.starts[first], tokens.ends[after - 1]
    return Expression(start, end, first, after - 1, reading, evidence_start=start, evidence_end=end)
