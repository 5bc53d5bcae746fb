"""What someone probably meant who typed something else than EDTF: candidates for an error's "write …"."""

import re
from collections.abc import Callable, Iterator

from dateline.edtf.language import language_data

_WORDS = language_data("en")["typed"]
_MONTHS = {name[:3].lower(): number for number, name in enumerate(language_data("en")["months"], 1)}
_WEEKDAY = r"(?:(?:[a-z]+day|[a-z]{3}),? )?"
_MONTH = "(" + "|".join(_MONTHS) + r")[a-z]*\.?"


def suggest(text: str) -> Iterator[str]:
    """Yield what could be written for ``text``; the caller drops what is no date either."""
    for pattern, candidates in _RULES:
        if match := pattern.fullmatch(text.strip()):
            found = list(candidates(*match.groups()))
            yield from found
            if found:
                return


def _dates(text: str) -> list[str]:
    """The text itself if it looks like EDTF, else what it could mean."""
    return [text] if re.fullmatch(r"[-0-9X~?%]+", text) else list(suggest(text))


def _ymd(year: str, month: str, day: str | None) -> list[str]:
    return [f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")]


def _either_order(first: str, second: str, year: str) -> list[str]:
    orders = [_ymd(year, second, first), _ymd(year, first, second)]
    both = [date for order in orders for date in order if int(date[5:7]) <= 12]
    return list(dict.fromkeys(both))


def _named_month(day: str | None, month: str, year: str) -> list[str]:
    return _ymd(year, str(_MONTHS[month[:3].lower()]), day)


def _part_of_year(name: str, year: str) -> list[str]:
    parts: dict[str, int] = {name.lower(): code for name, code in _WORDS["parts_of_year"].items()}
    return [f"{year}-{parts[name.lower()]}"]


def _part_of_months(name: str, year: str) -> list[str]:
    first, last = _WORDS["parts_of_months"][name.lower()]
    return [f"{year}-{first}~/{year}-{last}~"]


def _short_end(start: str, end: str) -> list[str]:
    return [f"{start}/{start[:2]}{end}"] if end > start[2:] else []


def _part_of_decade(name: str, decade: str) -> list[str]:
    first, last = _WORDS["parts_of_decade"][name.lower()]
    return [f"{decade}{first}~/{decade}{last}~"]


def _completed(start: str, end: str) -> list[str]:
    """The first of two dates, where it leaves to the second what they share: "May" of "May to July 1998"."""
    year = re.search(r"[0-9]{4}$", end)
    if year and not re.search(r"[0-9]{3}", start):
        return list(suggest(f"{start} {year[0]}"))
    return _dates(start)


def _from_to(start: str, end: str) -> list[str]:
    return [f"{one}/{other}" for one in _completed(start, end) for other in _dates(end)]


def _between(start: str, end: str) -> list[str]:
    """Either all of the time between two dates, or some time in it."""
    spans = [span.split("/") for span in _from_to(start, end)]
    return [text for one, other in spans for text in (f"{one}/{other}", f"[{one}..{other}]")]


def _one_of(earlier: str, last: str) -> list[str]:
    found = [_completed(start, last) for start in earlier.split(", ")]
    ends = _dates(last)
    return [f"[{','.join([*(each[0] for each in found), end])}]" for end in ends if all(found)]


def _before_christ(rest: str, year: str) -> list[str]:
    shown = f"-{int(year) - 1:04}" if int(year) > 1 else "0000"
    return [shown + date[4:] for date in _dates(f"{rest}{int(year):04}")]


def _in_doubt(date: str) -> list[str]:
    return [f"{one[:-1]}%" if one.endswith("~") else f"{one}?" for one in _dates(date)]


def _either(words: list[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


def _rule(
    pattern: str, candidates: Callable[..., list[str]]
) -> tuple[re.Pattern[str], Callable[..., list[str]]]:
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
    _rule(
        rf"([0-9]{{1,2}})( ?[-–] ?| [a-z]+ )([0-9]{{1,2}}) {_MONTH},? ([0-9]{{4}})",
        lambda first, joint, last, month, year: _dates(f"{first} {month} {year}{joint}{last} {month} {year}"),
    ),
    _rule(rf"{_MONTH},? ([0-9]{{4}})", lambda month, year: _named_month(None, month, year)),
    _rule(rf"{_PART_OF_YEAR},?(?: of)?[- ]?([0-9]{{4}})", _part_of_year),
    _rule(rf"([0-9]{{4}})[- ]?{_PART_OF_YEAR}", lambda year, name: _part_of_year(name, year)),
    _rule(rf"{_PART_OF_MONTHS}[- ]([0-9]{{4}})", _part_of_months),
    _rule(r"([0-9]{4})[-–]([0-9]{2})", _short_end),
    _rule(r"between (.+) and (.+)", _between),
    _rule(rf"{_PART_OF_DECADE}[- ](?:the )?([0-9]{{3}})0'?s", _part_of_decade),
    _rule(r"(?:the )?([0-9]{3})0'?s", lambda decade: [f"{decade}X"]),
    _rule(r"(.*?)([0-9]{1,4}) (?:BCE?|B\.C\.)", _before_christ),
    _rule(r"(?:one|some) day in ([0-9]{4})", lambda year: [f"{year}-XX-XX"]),
    _rule(r"(?:one|some) month in ([0-9]{4})", lambda year: [f"{year}-XX"]),
    _rule(r"(?:one|some) day in (.+)", lambda month: [f"{one}-XX" for one in _dates(month)]),
    _rule(r"one of the years ([0-9]{2})00 to [0-9]{4}", lambda century: [f"{century}XX"]),
    _rule(r"winter ([0-9]{4})/[0-9]{2,4}", lambda year: [f"{year}-24"]),
    _rule(
        r"(.+), ([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?: \(UTC([-+][0-9:]+|)\))?",
        lambda day, clock, zone: [f"{one}T{clock}{'Z' if zone == '' else zone or ''}" for one in _dates(day)],
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
    _rule(r"(.+?) ?\(uncertain\)", _in_doubt),
    _rule(r"from (.+), end unknown", lambda start: [f"{one}/" for one in _dates(start)]),
    _rule(r"until (.+), start unknown", lambda end: [f"/{one}" for one in _dates(end)]),
    _rule(
        rf"({_ABOUT}.+) {_either(_WORDS['to'])} ({_ABOUT}.+)",
        _from_to,
    ),
    _rule(rf"{_ABOUT}(.+)", lambda date: [f"{one}~" for one in _dates(date)]),
    _rule(
        rf"{_either(_WORDS['since'])} (.+?)(?: onwards?)?", lambda date: [f"{one}/.." for one in _dates(date)]
    ),
    _rule(rf"{_either(_WORDS['by'])} (.+)", lambda date: [f"../{one}" for one in _dates(date)]),
    _rule(
        rf"(.+?)(?: ?[–—] ?| - | {_either(_WORDS['to'])} )(.+)",
        _from_to,
    ),
    _rule(r"\{(.+)\}", lambda dates: [f"[{dates}]"]),
    _rule(r"([0-9]{4})-([0-9]{4})", lambda start, end: [f"{start}/{end}"]),
    _rule(r"(.+) or (?:earlier|before)", lambda date: [f"[..{one}]" for one in _dates(date)]),
    _rule(r"(.+) or (?:later|after)", lambda date: [f"[{one}..]" for one in _dates(date)]),
    _rule(rf"(.+),? {_either(_WORDS['or'])} (.+)", _one_of),
    _rule(r"(.+)/(?:open|now|present|)", lambda start: [f"{one}/.." for one in _dates(start)]),
    _rule(r"(?:open|)/(.+)", lambda end: [f"../{one}" for one in _dates(end)]),
    _rule(r"(.*[a-z].*)", lambda text: [text.upper()]),
)
