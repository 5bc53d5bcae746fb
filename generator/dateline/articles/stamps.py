"""Date stamps: lines that say when a page was published, in their many forms, to EDTF."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.articles.words import words
from dateline.edtf import parse
from dateline.exceptions import EdtfError

_LONGEST = 160
_TIME = re.compile(
    r"(?<!\d)\d{1,2}[:.h]\d{2}(:\d{2}([.,]\d+)?)?\s*([ap]\.?m\b\.?)?(\s*(Z|[+-]\d{2}:?\d{2})(?!\w))?|\b\d{1,2}\s*[ap]\.?m\b\.?",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\b(Z|UTC|GMT|[A-Z]{1,3}[SD]?T|MSK|CE(S)?T)\b([+-]\d{1,2}(:?\d{2})?)?|[+-]\d{2}:?\d{2}\b")
_AGO = re.compile(r"\b\d+ (?:minute|hour|day|week|month|year)s? ago\b", re.IGNORECASE)
# Where a page loses the space between its parts: "20233:44", "GMTUpdated".
_GLUED = re.compile(r"(?<=[12]\d\d\d)(?=\d{1,2}:\d\d)|(?<=\w)(?=(?:Updated|Published|Posted)\b)")
_BYLINE = re.compile(r"(?i:by|from)\s+\S.{1,80}")
_PART = re.compile(r"\s*[|•·/,;–—-]\s*|\s{2,}|\s[@]\s")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date found in a stamp."""

    edtf: str
    label: str
    """"published", "updated", or "" when the date stands by itself."""
    sure: bool
    """Whether the stamp names the day and stands with a time of day or a label: a stamp beyond doubt."""


def find_date(text: str) -> tuple[str, str] | None:
    """The first full date or month in a short text: its EDTF, and the words that give it.

    Day and month in figures that could be either way round give both: ``[2023-02-03,2023-03-02]``.
    """
    for match in _date().finditer(text):
        if edtf := _edtf(match):
            return edtf, match[0]
    return None


def read_stamp(line: str) -> Stamp | None:
    """The stamp that a line is, None when the line says more than when and by whom.

    A line that is nothing but a date and what goes with it (weekday, time, zone, "Published", a byline) is a
    stamp; a date within other words is not.
    """
    if len(line) > _LONGEST:
        return None
    line = _GLUED.sub(" ", line)
    published, updated = _label(words().published), _label(words().updated)
    best: tuple[str, str] | None = None
    rest, at, label = "", 0, ""
    for match in _date().finditer(line):
        edtf = _edtf(match)
        if not edtf:
            continue
        before = line[at : match.start()]
        here = "published" if published.search(before) else "updated" if updated.search(before) else label
        if best is None or (here == "published" and best[1] != "published"):
            best = edtf, here
        rest, at, label = f"{rest}{before} | ", match.end(), here
    if best is None or not _says_nothing_else(rest + line[at:], has_label=bool(best[1])):
        return None
    full = best[0].count("-") >= 2
    return Stamp(best[0], best[1], sure=full and bool(best[1] or _TIME.search(rest + line[at:])))


def _says_nothing_else(rest: str, *, has_label: bool) -> bool:
    """Whether what stands around a stamp's dates are only times, labels, weekdays and a byline."""
    rest = _ZONE.sub(" ", _TIME.sub(" ", _AGO.sub(" ", rest)))
    for listed in (words().published, words().updated, words().weekdays, words().stamp_glue):
        rest = _label(listed).sub(" ", rest)
    parts = [
        part for part in (p.strip(" .,:()[]|") for p in _PART.split(rest)) if any(map(str.isalnum, part))
    ]
    named = [part for part in parts if not _BYLINE.fullmatch(part)]
    # Beside a labelled date two names may stand: the author, the outlet, the section or the town.
    names = [part for part in named if len(part.split()) <= 3 and part[0].isupper()]
    return not named or (has_label and names == named and len(names) <= 2)


@cache
def _label(listed: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(listed, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)[.:]?", re.IGNORECASE)


@cache
def _date() -> re.Pattern[str]:
    month = "|".join(sorted(words().months, key=len, reverse=True))
    named = rf"(?:{month})\b\.?"
    year, day = r"(?:19|20)\d\d", r"\d{1,2}(?:st|nd|rd|th)?"
    return re.compile(
        rf"(?<![\w/.-])(?:(?P<y1>{year})(?P<s>[-/.])(?P<m1>\d{{1,2}})(?P=s)(?P<d1>\d{{1,2}})(?!\d)(?:T(?=\d\d:))?"
        rf"|(?P<y2>{year})[-/ ]+(?P<n2>{named})[-/ ]+(?P<d2>{day})(?!\w)"
        rf"|(?P<d3>{day})(?: of)?[-/ ]*(?P<n3>{named})[-/, ]+(?P<y3>{year})(?!\w)"
        rf"|(?P<n4>{named})[-/ ]*(?P<d4>{day})(?:, ?|[-/ ]+)(?P<y4>{year})(?!\w)"
        rf"|(?P<a>\d{{1,2}})(?P<t>[-/.])(?P<b>\d{{1,2}})(?P=t)(?P<y5>{year})(?!\w)"
        rf"|(?P<n6>{named}),? (?P<y6>{year})(?!\w))",
        re.IGNORECASE,
    )


def _edtf(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    if part["y5"]:
        first, second = int(part["a"]), int(part["b"])
        ways = {_day(part["y5"], month, day) for month, day in ((first, second), (second, first))}
        found = sorted(way for way in ways if way)
        return f"[{','.join(found)}]" if len(found) > 1 else found[0] if found else None
    if part["y6"]:
        return f"{part['y6']}-{_month(part['n6']):02}"
    if part["y1"]:
        return _day(part["y1"], int(part["m1"]), int(part["d1"]))
    for form in "234":
        if part[f"y{form}"]:
            day = int(re.sub(r"\D", "", part[f"d{form}"]))
            return _day(part[f"y{form}"], _month(part[f"n{form}"]), day)
    return None


def _month(name: str) -> int:
    return words().months[name.rstrip(".").lower()]


def _day(year: str, month: int, day: int) -> str | None:
    edtf = f"{year}-{month:02}-{day:02}"
    try:
        parse(edtf)
    except EdtfError:
        return None
    return edtf
