"""With which kinds of tokens the matches of a pattern can begin, so that others need not be tried there."""

import re

# What a pattern over kinds consists of; a look around takes no token itself.
_PART = re.compile(
    r"(?P<around>\(\?<?[=!])|(?P<group>\((?:\?(?:P<\w+>|[:>]))?)|(?P<end>\))|(?P<or>\|)"
    r"|\[(?P<kinds>[^\]^]+)\]|(?P<often>(?:[?*+]|\{\d+(?:,\d*)?\})[?+]?)|(?P<kind>[^\x00-\x7f])"
)


def first_kinds(pattern: str) -> frozenset[str]:
    """The kinds with which the matches of a pattern can begin.

    Args:
        pattern: a regular expression over a kind string, of kinds, sets of kinds, groups, alternatives,
            repetitions and looks around.

    Raises:
        ValueError: the pattern has something else, or may match no token at all.
    """
    parts = list(_PART.finditer(pattern))
    if "".join(part[0] for part in parts) != pattern:
        raise ValueError(f"not a pattern over kinds: {pattern!r}")
    first, empty, _ = _alternatives(parts, 0)
    if empty:
        raise ValueError(f"a pattern that may match no token: {pattern!r}")
    return first


def _alternatives(parts: list[re.Match[str]], at: int) -> tuple[frozenset[str], bool, int]:
    """The first kinds of alternatives, whether one may match no token, and where their group ends."""
    first, empty = frozenset[str](), False
    while True:
        begins, nothing, at = _sequence(parts, at)
        first, empty = first | begins, empty or nothing
        if at == len(parts) or parts[at]["end"]:
            return first, empty, at
        at += 1


def _sequence(parts: list[re.Match[str]], at: int) -> tuple[frozenset[str], bool, int]:
    """The first kinds of parts in a row, whether they may match no token, and what stands behind them."""
    first, empty = frozenset[str](), True
    while at < len(parts) and not (parts[at]["end"] or parts[at]["or"]):
        part = parts[at]
        if part["around"] or part["group"]:
            begins, nothing, at = _alternatives(parts, at + 1)
            if part["around"]:
                begins, nothing = frozenset(), True
        else:
            begins, nothing = frozenset(part["kinds"] or part["kind"]), False
        at += 1
        if at < len(parts) and (often := parts[at]["often"]):
            nothing = nothing or often[0] in "?*" or often.startswith(("{0", "{,"))
            at += 1
        if empty:
            first, empty = first | begins, nothing
    return first, empty, at
