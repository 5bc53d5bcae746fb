"""From a TIMEX3 value to the EDTF that a timeline can use; ``edtf_mapping.md`` is the table of it."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from dateline.dates.meaning import Mod
from dateline.dates.moments import days_of
from dateline.edtf import Day, parse
from dateline.exceptions import EdtfError

_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_PARTS = {"Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36", "H1": "40", "H2": "41"}
_DAYTIMES = {"MO", "MI", "AF", "EV", "NI"}
# First and last year, within a decade or (times ten) a century, of its early, middle and late part.
_FIRST = Day(0, 1, 1)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# By which month of a year, and day of a month, its early part and its middle have come.
_PARTS_END = {"START": ("03", "10"), "MID": ("06", "15")}
_EDGES = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}


def edtf_of(value: str, mod: Mod | None) -> str | None:
    """Give the EDTF of a date.

    Args:
        value: A TIMEX3 value of a DATE or TIME.
        mod: Its TIMEX3 modifier. Early, middle and late count within decades only, where EDTF can say them
            without inventing a day.

    Returns:
        EDTF as precise as the value and no more, None where the value gives no place on a timeline.
    """
    if re.fullmatch(r"\d{3}", value):
        if mod in _EDGES:
            first, last = _EDGES[mod]
            return f"{value}{first}~/{value}{last}~"
        return f"{value}X"
    if re.fullmatch(r"\d{2}", value):
        return f"{value}XX"
    plain = _shown(_plain(value))
    if plain and mod == "APPROX" and "T" in plain:
        return plain.split("T")[0]  # EDTF knows no "about" of a clock time
    return f"{plain}~" if plain and mod == "APPROX" and "/" not in plain else plain


def _shown(edtf: str | None) -> str | None:
    """The EDTF if a calendar and a clock can show it: 30 February and UTC+25 have none."""
    if edtf is None:
        return None
    try:
        return parse(edtf).text
    except EdtfError:
        return None


def _before_christ(value: str) -> str | None:
    """EDTF counts a year 0: 1 BC is 0000 and 264 BC is -0263."""
    if match := re.fullmatch(r"BC(\d{2})", value):
        century = int(match[1]) * 100  # the fifth century is 500 to 401 BC
        return f"{_year(century + 100)}/{_year(century + 1)}"
    if match := re.fullmatch(r"BC(\d{3})", value):
        decade = int(match[1]) * 10  # the 490s are 499 to 490 BC
        return f"{_year(decade + 9)}/{_year(max(decade, 1))}"
    year, rest = value[2:6], value[6:]
    plain = _plain(f"1000{rest}") if year.isdigit() and "W" not in rest else None
    return plain.replace("1000", _year(int(year))) if plain else None


def _year(year: int) -> str:
    return f"-{year - 1:04}" if year > 1 else "0000"


def _plain(value: str) -> str | None:
    if value.startswith("BC"):
        return _before_christ(value)
    if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value):
        return value
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])", value):
        return f"{match[1]}-{_SEASONS.get(match[2]) or _PARTS[match[2]]}"
    if days := days_of(value):
        return f"{days[0]}/{days[1]}"
    if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)T(.+)", value):
        if re.fullmatch(r"\d\d:\d\d(:\d\d)?(Z|[+-]\d\d(:\d\d)?)?", match[2]) and match[2][:2] != "24":
            return f"{value}:00" if re.search(r"[+-]\d\d\Z", match[2]) else value
        return match[1] if match[2] in _DAYTIMES or match[2].startswith("24") else None
    if match := re.fullmatch(r"(\d{4}-\d\d)-XX", value):
        return f"{match[1]}~"
    if match := re.fullmatch(r"FY(\d{4})", value):
        return f"{match[1]}~"
    return None


def between(start: str | None, end: str | None) -> str | None:
    """Give the EDTF of what lasts from one date to another.

    Args:
        start: EDTF of the start, None for an open one.
        end: EDTF of the end, None for an open one.

    Returns:
        The interval, ``1990/1994``, ``1990-05/..``, ``../1998``; None where both ends are open or the
        end comes before the start.
    """
    if start is None and end is None:
        return None
    first = _end(start, 0) if start else ".."
    last = _end(end, 1) if end else ".."
    if first == last:
        return first
    first_day, last_day = (parse(each).earliest if each != ".." else None for each in (first, last))
    return None if first_day and last_day and last_day < first_day else f"{first}/{last}"


def _end(edtf: str, side: int) -> str:
    """One end of an interval; of an interval its own end, of a time its day."""
    ends = edtf.split("/")
    return ends[side if len(ends) > 1 else 0].split("T")[0]


def edge_of(edtf: str, mod: Mod | None) -> str:
    """Give the early or middle part of a date that bounds something: "by mid-June" is not all of June.

    Args:
        edtf: EDTF of the whole.
        mod: the TIMEX3 modifier that says which part of it.

    Returns:
        About the end of the early part, about the middle; the date itself where the modifier names no such
        part, or where it is no year, month or week.
    """
    if mod not in _PARTS_END:
        return edtf
    if re.fullmatch(r"\d{4}", edtf):
        return f"{edtf}-{_PARTS_END[mod][0]}~"
    if re.fullmatch(r"\d{4}-(?:0\d|1[0-2])", edtf):
        return f"{edtf}-{_PARTS_END[mod][1]}~"
    first, _, last = edtf.partition("/")
    if not (_DAY.fullmatch(first) and _DAY.fullmatch(last)):
        return edtf
    return f"{date.fromisoformat(first) + timedelta(days=1 if mod == 'START' else 2)}~"


def unit_before(edtf: str) -> str:
    """Give the year or month right before a year, month, season or quarter; a day is left as it is."""
    if re.fullmatch(r"\d{4}", edtf):
        return f"{int(edtf) - 1:04}" if edtf > "0000" else edtf
    first = parse(edtf).earliest
    if not re.fullmatch(r"\d{4}-\d\d", edtf) or first is None:
        return edtf
    return f"{first.year:04}-{first.month - 1:02}" if first.month > 1 else f"{first.year - 1:04}-12"


def about(edtf: str) -> str:
    """Give the EDTF of what is near a date: ``2015-12-25~``; an interval says as much by itself."""
    return edtf if "/" in edtf or "T" in edtf or edtf.endswith("~") else f"{edtf}~"


def night_of(edtf: str) -> str:
    """Give the EDTF of the night that begins on a day: both its days."""
    try:
        following = date.fromisoformat(edtf) + timedelta(days=1)
    except (ValueError, OverflowError):
        return edtf
    return f"{edtf}/{following}"


def covering(dates: Sequence[str]) -> str | None:
    """Give the EDTF of the shortest time that holds each of some dates.

    Args:
        dates: EDTF texts, at least one.

    Returns:
        The date itself where all are one, else an interval; None where both its ends would be open.
    """
    if len(set(dates)) == 1:
        return dates[0]
    known = [parse(each) for each in dates]
    starts = [each.earliest for each in known if each.earliest]
    ends = [each.latest for each in known if each.latest]
    first = min(known, key=lambda each: each.earliest or _FIRST).text if len(starts) == len(known) else None
    last = max(known, key=lambda each: each.latest or _FIRST).text if len(ends) == len(known) else None
    return _shown(between(first, last))
