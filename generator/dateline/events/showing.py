"""Findings as a person reads them: with the line that they speak of and a caret below the place."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from dateline.findings import Finding, visible
from dateline.utf8 import any_text

# Of a long line, what stands around the place is shown.
_WIDTH = 100
_BEFORE = 60
_TAB = "    "


def shown(findings: Iterable[Finding]) -> Iterator[str]:
    """Each finding as text of up to three lines: what it says, the line of the file, and a caret.

    Args:
        findings: Their files are read from where they were found; one that is gone leaves the first line.
    """
    lines_of = lru_cache(maxsize=1)(_lines)
    for finding in findings:
        lines = lines_of(finding.path)
        if 0 < finding.line <= len(lines):
            yield f"{finding}\n{_excerpt(finding, lines[finding.line - 1])}"
        else:
            yield str(finding)


def _lines(path: str) -> list[str]:
    try:
        return any_text(Path(path).read_bytes()).splitlines()
    except OSError:
        return []


def _excerpt(finding: Finding, line: str) -> str:
    at = min(finding.col - 1, len(line))
    start = 0 if len(line) <= _WIDTH else max(0, min(at - _BEFORE, len(line) - _WIDTH))
    before, after = line[start:at], line[at : start + _WIDTH]
    cut, left = ("…" if start else ""), ("…" if start + _WIDTH < len(line) else "")
    number = f"{finding.line:5}"
    text = visible(f"{cut}{before}{after}{left}".replace("\t", _TAB))
    caret = " " * (len(cut) + sum(map(_columns, before)))
    return f"{number} | {text}\n{' ' * len(number)} | {caret}^"


def _columns(char: str) -> int:
    """How many columns of a terminal a character takes."""
    if char == "\t":
        return len(_TAB)
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
