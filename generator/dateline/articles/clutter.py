"""Lines of the page around an article: language bars, share links, notices, footers, repeated lines."""

import re
from functools import cache

from dateline.articles.paragraphs import is_prose
from dateline.articles.records import Cut
from dateline.articles.teasers import is_list_heading
from dateline.articles.words import languages, letters_of, words

# Furniture is short; a longer line is a paragraph that happens to start like one.
_LONGEST_FURNITURE = 320
# Shorter lines may be said twice: "No comment."
_SHORTEST_REPEAT = 40
_SEPARATORS = re.compile(r"[\s|/·•,;:>»-]+")


def drop_furniture(lines: list[str]) -> tuple[list[str], list[Cut]]:
    """Take away the lines that belong to the page wherever they stand."""
    kept, cut = [], []
    for line in lines:
        if reason := _furniture(line):
            cut.append(Cut(line, reason))
        else:
            kept.append(line)
    return kept, cut


def drop_repeats(lines: list[str]) -> tuple[list[str], list[Cut]]:
    """Take away every later copy of a paragraph."""
    seen: set[str] = set()
    kept, cut = [], []
    for line in lines:
        letters = letters_of(line)
        if len(line) >= _SHORTEST_REPEAT and letters in seen:
            cut.append(Cut(line, "repeated paragraph"))
        else:
            seen.add(letters)
            kept.append(line)
    return kept, cut


def _furniture(line: str) -> str | None:
    """What piece of furniture a line is, None when it is part of the article."""
    letters = letters_of(line)
    if not letters:
        return "lone sign"
    if letters in words().lone_lines:
        return "page furniture"
    if _is_language_bar(line):
        return "language bar"
    if len(line) <= _LONGEST_FURNITURE and not is_list_heading(line):
        for reason, pattern in words().patterns.items():
            if pattern.fullmatch(line):
                return reason
    return None


def _is_language_bar(line: str) -> bool:
    """Whether most of a line are names of languages, three at least, or all of it, two at least."""
    if is_prose(line):
        return False
    rest, named = _language_name().subn(" ", line)
    others = [word for word in _SEPARATORS.split(rest) if word]
    return named >= 2 if not others else named >= 3 and named >= 2 * len(others)


@cache
def _language_name() -> re.Pattern[str]:
    names = sorted(
        {*languages().names, *map(_with_persian_letters, languages().names)}, key=len, reverse=True
    )
    codes = "|".join(sorted(languages().codes))
    return re.compile(rf"(?<!\w)(?:(?i:{'|'.join(map(re.escape, names))})|{codes})(?!\w)")


def _with_persian_letters(name: str) -> str:
    """The name as Persian keyboards type it, with the Persian forms of yeh and kaf."""
    return name.replace("ي", "ی").replace("ك", "ک")
