"""Source lines: "Source » X" above or below an article names its outlet."""

import re
from functools import cache
from urllib.parse import urlsplit

from dateline.articles.paragraphs import ends_sentence, is_prose
from dateline.articles.records import Cut, Found
from dateline.articles.words import letters_of, words

_LONGEST_NAME = 60
_AND_AGENCIES = re.compile(r",? (and|&) (news )?agencies$", re.IGNORECASE)


def take_source_line(lines: list[str]) -> tuple[list[str], list[Cut], list[Found]]:
    """Take the source line away; within the text such a line credits a picture or a table and stays.

    Returns:
        The other lines, the line, and the outlet it names, if it is not "agencies" and the like.
    """
    first = next((at for at, line in enumerate(lines) if is_prose(line)), 0)
    last = max((at for at, line in enumerate(lines) if ends_sentence(line)), default=0)
    for at, line in enumerate(lines):
        match = _source().fullmatch(line)
        if match and not first < at < last:
            outlet = _outlet(match["name"])
            found = [Found("outlet", outlet, line)] if outlet else []
            return [*lines[:at], *lines[at + 1 :]], [Cut(line, "source line")], found
    return lines, [], []


def _outlet(name: str) -> str | None:
    if name.startswith(("http://", "https://", "www.")):
        return urlsplit(name if "//" in name else f"//{name}").netloc.removeprefix("www.") or None
    name = _AND_AGENCIES.sub("", name).rstrip(" .")
    return None if letters_of(name) in words().nameless_sources else name


@cache
def _source() -> re.Pattern[str]:
    labels = "|".join(map(re.escape, words().source_labels))
    return re.compile(
        rf"\(?(?i:{labels})\s*[»:>›|–—-]+\s*(?P<name>[^\s()].{{0,{_LONGEST_NAME - 2}}}[^\s)]|\w)\)?"
    )
