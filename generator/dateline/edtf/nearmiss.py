"""What someone probably meant who typed something else than EDTF: candidates for an error's "write …"."""

import re
from collections.abc import Callable, Iterator

from dateline.edtf.language import language_data

_WORDS = language_data("en")["typed"]
_MONTHS = {name[:3].lower(): number for number, name in enumerate(language_data("en")["months"], 1)}
_WEEKDAY = r"(?:(?:[a-z]+day|[a-z]{3}),? )?"
_MONTH = "(" + "|".join(_MONTHS) + r")[a-z]*\.?"


# How deep people put dates into dates: "since about early May 1998 (uncertain)". Each level may double the
# work.
_DEEPEST = 4

Candidates = list[str]
Nested = Callable[[str], Candidates]
"""Tells what a part of the text could mean."""


def suggest(text: str, depth: int = 0) -> Iterator[str]:
    """Yield what could be written for ``text``; the caller drops what is no date either.

    Args:
        text: What was typed.
        depth: In how many other texts it stands.
    """

    def nested(part: str) -> Candidates:
        """The part itself if it looks like EDTF, else what it could mean."""
        if re.fullmatch(r"[-0-9X~?%]+", part):
            return [part]
        return list(suggest(part, depth + 1)) if depth < _DEEPEST else []

    for pattern, candidates in _RULES:
        if match := pattern.fullmatch(text.strip()):
            found = candidates(nested, *match.groups())
            yield from found
            if found:
                return


def _ymd(year: str, month: str, day: str | None) -> Candidates:
    return [f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")]


def _either_order(first: str, second: str, year: str) -> Candidates:
    orders = [_ymd(year, second, first), _ymd(year, first, second)]
    both = [date for order in orders for date in order if int(date[5:7]) <= 12]
    return list(dict.fromkeys(both))


def _named_month(day: str | None, month: str, year: str) -> Candidates:
    return _ymd(year, str(_MONTHS[month[:3].lower()]), day)


def _part_of_year(name: str, year: str) -> Candidates:
    parts: dict[str, int] = {name.lower(): code for name, code in _WORDS["parts_of_year"].items()}
    return [f"{year}-{parts[name.lower()]}"]


def _part_of_months(name: str, year: str) -> Candidates:
    first, last = _WORDS["parts_of_months"][name.lower()]
    return [f"{year}-{first}~/{year}-{last}~"]


def _short_end(start: str, end: str) -> Candidates:
    return [f"{start}/{start[:2]}{end}"] if end > start[2:] else []


def _part_of_decade(name: str, decade: str) -> Candidates:
    first, last = _WORDS["parts_of_decade"][name.lower()]
    return [f"{decade}{first}~/{decade}{last}~"]


def _completed(nested: Nested, start: str, end: str) -> Candidates:
    """The first of two dates, where it leaves to the second what they share: "May" of "May to July 1998"."""
    year = re.search(r"[0-9]{4}$", end)
    if year and not re.search(r"[0-9]{3}", start):
        return nested(f"{start} {year[0]}")
    return nested(start)


def _pairs(nested: Nested, start: str, end: str) -> list[tuple[str, str]]:
    return [(one, other) for one in _completed(nested, start, end) for other in nested(end)]


def _from_to(nested: Nested, start: str, end: str) -> Candidates:
    return [f"{one}/{other}" for one, other in _pairs(nested, start, end)]


def _between(nested: Nested, start: str, end: str) -> Candidates:
    """Either all of the time between two dates, or some time in it."""
    pairs = _pairs(nested, start, end)
    return [text for one, other in pairs for text in (f"{one}/{other}", f"[{one}..{other}]")]


def _one_of(nested: Nested, earlier: str, last: str) -> Candidates:
    found = [_completed(nested, start, last) for start in earlier.split(", ")]
    ends = nested(last)
    return [f"[{','.join([*(each[0] for each in found), end])}]" for end in ends if all(found)]


def _before_christ(nested: Nested, rest: str, year: str) -> Candidates:
    shown = f"-{int(year) - 1:04}" if int(year) > 1 else "0000"
    return [shown + date[4:] for date in nested(f"{rest}{int(year):04}")]


def _in_doubt(nested: Nested, date: str) -> Candidates:
    return [f"{one[:-1]}%" if one.endswith("~") else f"{one}?" for one in nested(date)]


def _either(words: list[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


_Rule = tuple[re.Pattern[str], Callable[..., Candidates]]


def _rule(pattern: str, candidates: Callable[..., Candidates]) -> _Rule:
    return re.compile(pattern, re.IGNORECASE), lambda _, *parts: candidates(*parts)


def _nesting(pattern: str, candidates: Callable[..., Candidates]) -> _Rule:
    """A rule that asks what parts of the text mean."""
    return re.compile(pattern, re.IGNORECASE), candidates


_ABOUT = rf"{_either(_WORDS['about'])}\.? ?"
_PART_OF_YEAR = "(" + _either(list(_WORDS["parts_of_year"])) + ")"
_PART_OF_MONTHS = "(?:the )?(" + _either(list(_WORDS["parts_of_months"])) + ")"
_PART_OF_DECADE = "(" + _either(list(_WORDS["parts_of_decade"])) + ")"

# Tried in order; the first with a candidate wins.
_RULES = (
    _rule(r"([0-9]{4})[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{1,2}))?", _ymd),
    _rule(r"([0-9]{4})(0[1-9]|1[0-2])([0-9]{2})", _ymd),
    _rule(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})", _either_order),
    _rule(
        rf"{_WEEKDAY}([0-9]{{1,2}})(?:st|nd|rd|th|\.)?(?: of)?[- ]{_MONTH},?[- ]([0-9]{{4}})", _named_month
    ),
    _rule(
        rf"{_WEEKDAY}{_MONTH} ([0-9]{{1,2}})(?:st|nd|rd|th)?,? ([0-9]{{4}})",
        lambda month, day, year: _named_month(day, month, year),
    ),
    _nesting(
        rf"([0-9]{{1,2}})( ?[-–] ?| [a-z]+ )([0-9]{{1,2}}) {_MONTH},? ([0-9]{{4}})",
        lambda nested, first, joint, last, month, year: nested(
            f"{first} {month} {year}{joint}{last} {month} {year}"
        ),
    ),
    _rule(rf"{_MONTH},? ([0-9]{{4}})", lambda month, year: _named_month(None, month, year)),
    _rule(rf"{_PART_OF_YEAR},?(?: of)?[- ]?([0-9]{{4}})", _part_of_year),
    _rule(rf"([0-9]{{4}})[- ]?{_PART_OF_YEAR}", lambda year, name: _part_of_year(name, year)),
    _rule(rf"{_PART_OF_MONTHS}[- ]([0-9]{{4}})", _part_of_months),
    _rule(r"([0-9]{4})[-–]([0-9]{2})", _short_end),
    _nesting(r"between (.+) and (.+)", _between),
    _rule(rf"{_PART_OF_DECADE}[- ](?:the )?([0-9]{{3}})0'?s", _part_of_decade),
    _rule(r"(?:the )?([0-9]{3})0'?s", lambda decade: [f"{decade}X"]),
    _nesting(r"(.*?)([0-9]{1,4}) (?:BCE?|B\.C\.)", _before_christ),
    _rule(r"(?:one|some) day in ([0-9]{4})", lambda year: [f"{year}-XX-XX"]),
    _rule(r"(?:one|some) month in ([0-9]{4})", lambda year: [f"{year}-XX"]),
    _nesting(r"(?:one|some) day in (.+)", lambda nested, month: [f"{one}-XX" for one in nested(month)]),
    _rule(r"one of the years ([0-9]{2})00 to [0-9]{4}", lambda century: [f"{century}XX"]),
    _rule(r"winter ([0-9]{4})/[0-9]{2,4}", lambda year: [f"{year}-24"]),
    _nesting(
        r"(.+), ([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?: \(UTC([-+][0-9:]+|)\))?",
        lambda nested, day, clock, zone: [
            f"{one}T{clock}{'Z' if zone == '' else zone or ''}" for one in nested(day)
        ],
    ),
    _rule(r"([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2}:[0-9]{2}.*)", lambda day, clock: [f"{day}T{clock}"]),
    _rule(
        r"(.*T[0-9]{2}:?[0-9]{2}.*[+-][0-9]{2}):?([0-9]{2})?", lambda time, zone: [f"{time}:{zone or '00'}"]
    ),
    _rule(r"(.*)(?:\?~|~\?)", lambda date: [f"{date}%"]),
    _rule(r"[~?%](.*)", lambda date: [f"{date}~"]),
    _rule(r"([0-9]+)([xu*?]{1,3})", lambda known, unknown: [known + "X" * len(unknown)]),
    _rule(r"([0-9]{4}-)[xu?]{2}|", lambda year: [f"{year}XX"] if year else []),
    _rule(r"([0-9]{4}-[0-9]{2}-)[xu?]{2}", lambda month: [f"{month}XX"]),
    _nesting(r"(.+?) ?\(uncertain\)", _in_doubt),
    _nesting(r"from (.+), end unknown", lambda nested, start: [f"{one}/" for one in nested(start)]),
    _nesting(r"until (.+), start unknown", lambda nested, end: [f"/{one}" for one in nested(end)]),
    _nesting(
        rf"({_ABOUT}.+) {_either(_WORDS['to'])} ({_ABOUT}.+)",
        _from_to,
    ),
    _nesting(rf"{_ABOUT}(.+)", lambda nested, date: [f"{one}~" for one in nested(date)]),
    _nesting(
        rf"{_either(_WORDS['since'])} (.+?)(?: onwards?)?",
        lambda nested, date: [f"{one}/.." for one in nested(date)],
    ),
    _nesting(rf"{_either(_WORDS['by'])} (.+)", lambda nested, date: [f"../{one}" for one in nested(date)]),
    _nesting(
        rf"(.+?)(?: ?[–—] ?| - | {_either(_WORDS['to'])} )(.+)",
        _from_to,
    ),
    _rule(r"\{(.+)\}", lambda dates: [f"[{dates}]"]),
    _rule(r"([0-9]{4})-([0-9]{4})", lambda start, end: [f"{start}/{end}"]),
    _nesting(r"(.+) or (?:earlier|before)", lambda nested, date: [f"[..{one}]" for one in nested(date)]),
    _nesting(r"(.+) or (?:later|after)", lambda nested, date: [f"[{one}..]" for one in nested(date)]),
    _nesting(rf"(.+),? {_either(_WORDS['or'])} (.+)", _one_of),
    _nesting(r"(.+)/(?:open|now|present|)", lambda nested, start: [f"{one}/.." for one in nested(start)]),
    _nesting(r"(?:open|)/(.+)", lambda nested, end: [f"../{one}" for one in nested(end)]),
    _rule(r"(.*[a-z].*)", lambda text: [text.upper()]),
)
