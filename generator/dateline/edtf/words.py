"""Dates in a reader's words, as uncertain as the date itself; the templates are the language's data file."""

import re
from functools import lru_cache
from typing import Any

from dateline.edtf.language import language_data
from dateline.edtf.parsing import Edtf, parse

_CLOCK = re.compile(r"T(.{5}(?::\d\d)?)(.*)")
_SHORTENABLE = {"day", "month"}


def in_words(date: Edtf | str, language: str = "en") -> str:
    """Say a date.

    Args:
        date: A date, or its EDTF text.
        language: The code of a language with a data file in this folder.

    Returns:
        Words that fit a heading or stand after a comma: "by the end of 1999", "3 or 4 May 1998".

    Raises:
        EdtfError: ``date`` is a text and no date.
        DatelineError: There are no words in that language.
    """
    return _said(parse(date) if isinstance(date, str) else date, language)


@lru_cache(maxsize=65_536)
def _said(date: Edtf, language: str) -> str:
    data = language_data(language)
    return _with_uncertainty(date, data).translate(str.maketrans("0123456789", data["digits"]))


def _with_uncertainty(date: Edtf, data: dict[str, Any]) -> str:
    if date.form == "interval":
        return _interval(date, data)
    if date.form == "choice":
        return _choice(date, data)
    return _qualified(_single(date, data), date, data)


def _single(date: Edtf, data: dict[str, Any]) -> str:
    fields = _fields(date, data)
    templates: dict[str, str] = data["dates"]
    if date.form == "season":
        return templates[date.text[: len(date.text.rstrip("~?%"))][-2:]].format_map(fields)
    if date.form == "years":
        is_decade = date.text[0] != "-" and date.text.count("X") == 1
        return templates["decade" if is_decade else "years"].format_map(fields)
    return templates[date.form].format_map(fields)


def _fields(date: Edtf, data: dict[str, Any]) -> dict[str, str]:
    first, last = date.earliest, date.latest
    if first is None or last is None:
        raise AssertionError("only intervals and choices are open")
    fields = {
        "year": _year(first.year, data),
        "next_year": _year(first.year + 1, data),
        "first": _year(first.year, data),
        "last": _year(last.year, data),
        "month": data["months"][first.month - 1],
        # Without a year after it: some languages inflect.
        "month_alone": data.get("months_alone", data["months"])[first.month - 1],
        "day": str(first.day),
    }
    if clock := _CLOCK.search(date.text):
        fields["clock"], offset = clock.groups()
        zone = {"": "", "Z": data["zones"]["utc"]}.get(offset, data["zones"]["offset"])
        fields["zone"] = zone.format(offset=offset)
    return fields


def _year(year: int, data: dict[str, Any]) -> str:
    if year <= 0:
        said: str = data["years"]["bce"].format(year=1 - year)
        return said
    return str(year) if year >= 1000 else data["years"]["ce"].format(year=year)


def _qualified(said: str, date: Edtf, data: dict[str, Any]) -> str:
    if date.approximate:
        said = data["qualifiers"]["approximate"].format(date=said)
    if date.uncertain:
        said = data["qualifiers"]["uncertain"].format(date=said)
    return said


def _interval(date: Edtf, data: dict[str, Any]) -> str:
    start, end = date.parts
    templates: dict[str, str] = data["intervals"]
    if start is None and end is not None:
        if date.text.startswith("/"):
            return templates["start_unknown"].format(end=_member(end, data))
        said = templates["by_day" if end.form == "day" else "by_end"]
        return said.format(end=_member(end, data))
    if end is None and start is not None:
        said = templates["end_unknown" if date.text.endswith("/") else "since"]
        return said.format(start=_member(start, data))
    return _part_of_decade(date, data) or _between(date, data["intervals"]["closed"], data)


def _between(date: Edtf, template: str, data: dict[str, Any]) -> str:
    start, end = _together(date.parts, data)
    return template.format(start=start, end=end)


def _part_of_decade(date: Edtf, data: dict[str, Any]) -> str | None:
    """``1994~/1996~`` and its like, which is how "mid-1990s" is written as EDTF."""
    match = re.fullmatch(r"(\d{3})(\d)~/\1(\d)~", date.text)
    for name, digits in data["typed"]["parts_of_decade"].items():
        if match and [match[2], match[3]] == digits:
            said: str = data["dates"][name].format(year=match[1] + "0")
            return said
    return None


def _choice(date: Edtf, data: dict[str, Any]) -> str:
    words = data["choices"]
    members = _together(date.parts, data)
    return words["last"].join([words["comma"].join(members[:-1]), members[-1]]) if members[1:] else members[0]


def _together(dates: tuple[Edtf | None, ...], data: dict[str, Any]) -> list[str]:
    """Each date, all but the last without the month and year that it shares with all that follow."""
    known = [date for date in dates if date is not None]
    return [_beside(date, known[i + 1 :], data) for i, date in enumerate(known)]


def _beside(date: Edtf, others: list[Edtf], data: dict[str, Any]) -> str:
    group = [date, *others]
    plain = all(
        one.form == date.form and one.form in _SHORTENABLE and not (one.approximate or one.uncertain)
        for one in group
    )
    if not others or not plain:
        return _member(date, data)
    years = {one.earliest.year for one in group if one.earliest}
    months = {one.earliest[:2] for one in group if one.earliest}
    shortened: dict[str, str] = data["shortened"]
    if date.form == "day" and len(months) == 1:
        return shortened["day_of_month"].format_map(_fields(date, data))
    if len(years) == 1:
        return shortened[f"{date.form}_of_year"].format_map(_fields(date, data))
    return _member(date, data)


def _member(date: Edtf, data: dict[str, Any]) -> str:
    """A date inside an interval or choice; an interval there is one to choose a date from."""
    if date.form != "interval":
        return _qualified(_single(date, data), date, data)
    start, end = date.parts
    if start is None:
        return data["choices"]["earlier"].format(end=_member(end, data)) if end else ""
    if end is None:
        said: str = data["choices"]["later"].format(start=_member(start, data))
        return said
    return _between(date, data["choices"]["between"], data)
