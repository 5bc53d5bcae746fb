"""English dates of the calendar: days, months, years, seasons, quarters, decades, centuries, holidays."""

import re
from typing import cast

from dateline.dates.calendars import before_christ, is_before_christ, make_date
from dateline.dates.en.macros import MACROS
from dateline.dates.en.numbers import number
from dateline.dates.kinds import KINDS
from dateline.dates.meaning import Clock, Day, Fixed, Part, Reading, Unit
from dateline.dates.rules import Hit, Parts, Reader, Rule, compile_pattern


def _rule(pattern: str, read: Reader, whole: str | None = None) -> Rule:
    return Rule(compile_pattern(pattern, MACROS), read, whole)


def _year(hit: Hit, group: str = "year") -> int | None:
    """The year of a group, of which there may be two figures only, or an era beside it."""
    if not hit.has(group):
        return None
    tokens, year, era = hit.tokens, 0, ""
    for place in range(*hit.span(group)):
        if tokens.kinds[place] == _ERA:
            era = str(tokens.values[place])
        elif isinstance(value := tokens.values[place], int):
            year = value
    return before_christ(year) if era == "BC" else year


def _of_day(hit: Hit) -> Reading | None:
    """A day of a month, with its weekday and year if they are named."""
    month, day = hit.integer("month"), int(number(hit, "day"))
    if day > 31 or (hit.has("weekday") and _breaks_line(hit)):
        return None
    year = _year(hit)
    weekday = hit.integer("weekday") if hit.has("weekday") and year is None else None
    return Reading("DATE", Day(year=year, month=month, day=day, weekday=weekday))


def _last_day(hit: Hit) -> Reading | None:
    """The most recent day of a name: "last November 26"."""
    month, day = hit.integer("month"), int(number(hit, "day"))
    return Reading("DATE", Day(month=month, day=day, which=-1)) if day <= 31 else None


def _breaks_line(hit: Hit) -> bool:
    """Whether a line ends after the weekday: then it closes a headline and the date stands below it."""
    place = hit.span("weekday")[1]
    return "\n" in hit.tokens.text[hit.tokens.ends[place - 1] : hit.tokens.starts[place]]


def _iso(hit: Hit) -> Reading | None:
    said = hit.word("iso")
    year, month, number_of_day = (int(part) for part in said[:10].split("-"))
    day = Day(year, month, number_of_day)
    if make_date(year, month, number_of_day) is None:
        return None
    if len(said) > 10:
        return Reading("TIME", Clock(said[10:], day))
    return Reading("DATE", day)


def _slashed(hit: Hit) -> Reading | None:
    """Two figures and a year: month first unless that cannot be; ``day_order`` knows better."""
    said = hit.word("date")
    first, second, year = (int(part) for part in re.split("[/.-]", said))
    day_first = "." in said or first > 12
    month, day = (second, first) if day_first else (first, second)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    if year < 100:
        year += 2000 if year < 30 else 1900
    return Reading("DATE", Day(year, month, day))


def _year_first(hit: Hit) -> Reading | None:
    month, day = hit.integer("month"), hit.integer("day")
    return Reading("DATE", Day(hit.integer("year"), month, day)) if month <= 12 else None


def _day_pair(hit: Hit) -> Parts | None:
    """Days of one month: "March 3-5, 2020", "the 28th and 29 August", "3, 4 and 5 May"."""
    month, year = hit.integer("month"), _year(hit)
    groups = (("left", "day"), ("amid", "amid"), ("right", "till"))
    days = [(whole, int(number(hit, group))) for whole, group in groups if hit.has(group)]
    if any(day > 31 for _, day in days):
        return None
    return tuple((whole, Reading("DATE", Day(year, month, day))) for whole, day in days)


def _month(hit: Hit) -> Reading:
    return Reading("DATE", Day(year=_year(hit), month=hit.integer("month")))


def _season(hit: Hit) -> Reading:
    return Reading("DATE", Day(year=_year(hit), part=hit.word("season")))


def _lone_year(hit: Hit) -> Reading | None:
    return Reading("DATE", Day(year=_year(hit)))


def _named_year(hit: Hit) -> Reading | None:
    return _lone_year(hit) if hit.word("unit") == "Y" else None


def _year_range(hit: Hit) -> Parts | None:
    """Two years, the second maybe by its last two figures: "1939-45"."""
    first, last = hit.integer("left"), hit.integer("right")
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 300:
        return None
    return (("left", Reading("DATE", Day(year=first))), ("right", Reading("DATE", Day(year=last))))


def _decade(hit: Hit) -> Reading | None:
    digits = hit.word("decade")
    if len(digits) == 3:
        return None
    if len(digits) == 2:
        if hit.match.end() - hit.match.start() == 1:
            return None  # "in his 80s"
        return Reading("DATE", Fixed(("20" if digits < "30" else "19") + digits[0]))
    # "The 1800s" are the century, "the 2000s" the decade, which is all of it that has passed.
    century = digits.endswith("00") and digits < "2000"
    return Reading("DATE", Fixed(digits[:2] if century else digits[:3]))


def _later_decade(hit: Hit) -> Reading | None:
    """The second of two: "the 70s and 80s"."""
    digits = hit.word("decade")
    if len(digits) != 2:
        return _decade(hit)
    return Reading("DATE", Fixed(("20" if digits < "30" else "19") + digits[0]))


def _decade_word(hit: Hit) -> Reading:
    century = hit.integer("century") if hit.has("century") else 19
    return Reading("DATE", Fixed(f"{century}{hit.integer('decade') // 10}"))


def _century(hit: Hit) -> Reading | None:
    if hit.word("unit") != "CE":
        return None
    ordinal = int(number(hit, "ordinal"))
    if not 1 <= ordinal <= 30:
        return None
    before_christ = hit.word("era") == "BC"
    return Reading("DATE", Fixed(f"BC{ordinal - 1:02}" if before_christ else f"{ordinal - 1:02}"))


def _ancient_range(hit: Hit) -> Parts | None:
    """Two years with one era: "264 to 241 BC"."""
    left, right = hit.integer("left"), _year(hit, "right") or 0
    if not is_before_christ(right) or left <= before_christ(right):
        return None
    return (
        ("left", Reading("DATE", Day(year=before_christ(left)))),
        ("right", Reading("DATE", Day(year=right))),
    )


def _ancient_decade(hit: Hit) -> Reading | None:
    digits = hit.word("decade")
    return Reading("DATE", Fixed(f"BC{int(digits) // 10:03}")) if hit.word("era") == "BC" else None


def _eraless(hit: Hit) -> Reading | None:
    """A year of three figures; what is told decides its era."""
    year = hit.integer("year")
    if not 100 <= year <= 999 or not hit.tokens.said(hit.span("year")[0]).isdigit():
        return None
    day = Day(year=year, part=hit.word("season") or None, bare=True)
    return Reading("DATE", day, only="narrative")


def _quarter_name(hit: Hit) -> Reading:
    return Reading("DATE", Day(year=_year(hit), part=hit.word("part")))


def _quarter(hit: Hit) -> Reading | None:
    place = int(number(hit, "ordinal"))
    if hit.word("unit") != "Q" or not (1 <= place <= 4 or place == -1):
        return None
    return Reading("DATE", Day(year=_year(hit), part=f"Q{4 if place == -1 else place}"))


def _half(hit: Hit) -> Reading | None:
    place = 2 if hit.has("latter") else int(number(hit, "ordinal"))
    if place not in {1, 2}:
        return None
    return Reading("DATE", Day(part=f"H{place}"))


def _day_alone(hit: Hit) -> Reading | None:
    """A day that waits for its month: "the 15th of this month"."""
    day = hit.integer("day")
    return Reading("DATE", Day(day=day)) if day <= 31 else None


def _fiscal(hit: Hit) -> Reading:
    return Reading("DATE", Fixed(f"FY{hit.integer('year')}"))


def _holiday(hit: Hit) -> Reading:
    return Reading("DATE", Day(year=_year(hit), holiday=hit.word("holiday")))


def _whole_unit(hit: Hit) -> Reading | None:
    """A week or weekend named by a day of it, or a month or year by its name: "the week of March 3"."""
    unit = hit.word("unit")
    known = unit in {"W", "WE", "M", "Y"}
    return Reading("DATE", Part(cast("Unit", unit), 0, Fixed(""))) if known else None


def _named_day(hit: Hit) -> Reading:
    return Reading("DATE", Fixed(hit.word("named")))


def _part(hit: Hit) -> Reading | None:
    """The first, third, last … day, week or month of something that follows."""
    unit = hit.word("unit")
    if unit not in {"D", "W", "M", "WE"} and not (unit == "Q" and hit.has("last")):
        return None
    place = -1 if hit.has("last") else int(number(hit, "ordinal"))
    return Reading("DATE", Part(cast("Unit", unit), place, Fixed("")))


_ERA = KINDS["ERA"]
_WEEKDAY = "(?: (?P<weekday>NAMEDWEEKDAY) COMMA? (?:THE)?)?"
_YEAR = "(?: (?:COMMA | OF)? (?P<year>ANYYEAR))?"

RULES = (
    _rule("(?P<iso>ISO)", _iso),
    _rule("THE (?P<unit>UNIT) OF (?=(?:MON|DAY|THE|YEAR))", _whole_unit),
    _rule(
        "(?: THE)? (?:(?P<last>LAST)|(?P<ordinal>CARDINAL DASH ORDINAL|ORDINAL|NTH)) (?P<unit>UNIT) (?=OF)",
        _part,
    ),
    _rule("(?P<date>SLASHED)", _slashed),
    _rule("(?P<year>YEAR) SLASH (?P<month>DAY) SLASH (?P<day>DAY)", _year_first),
    _rule("(?P<year>YEAR) DASH (?P<month>MON) DASH (?P<day>DAY)", _of_day),
    _rule("(?P<day>DAY) (?:DASH|SLASH) (?P<month>MON) (?:DASH|SLASH) (?P<year>YEAR|TWO|DAY)", _of_day),
    _rule(
        "(?P<left>(?P<month>MON) (?P<day>DAY)) COMMA (?P<amid>DAY|NTH) COMMA? (?:AND|OR)"
        "(?P<right>(?P<till>DAY|NTH)" + _YEAR + ")",
        _day_pair,
    ),
    _rule(
        "(?P<left>(?P<day>DAY|NTH)) COMMA (?P<amid>DAY|NTH) COMMA? (?:AND|OR)"
        "(?P<right>(?P<till>DAY|NTH) OF? (?P<month>MON)" + _YEAR + ")",
        _day_pair,
    ),
    _rule(
        "(?P<left>(?P<month>MON) (?P<day>DAYNUMBER)) (?:DASH|TO|AND|OR|THROUGH|UNTIL)"
        "(?P<right>(?P<till>DAYNUMBER)(?! (?:MON|UNITS|COUNTED|COLON))" + _YEAR + ")",
        _day_pair,
    ),
    _rule(
        "(?P<left> (?:THE)? (?P<day>DAYNUMBER)) (?:DASH|TO|AND|OR|THROUGH|UNTIL)"
        "(?P<right> (?:THE)? (?P<till>DAYNUMBER) OF? (?P<month>MON)" + _YEAR + ")",
        _day_pair,
    ),
    _rule(
        _WEEKDAY + "(?P<month>MON) (?:THE)? (?P<day>DAYNUMBER) (?! UNITS|COUNTED|PERCENT)" + _YEAR, _of_day
    ),
    # "On May 5 workers walked out": nothing is on a month.
    _rule("(?<= ON) (?P<month>MON) (?P<day>DAYNUMBER) (?= COUNTED)", _of_day),
    _rule(_WEEKDAY + "(?:THE)? (?P<day>DAYNUMBER) OF? (?:THE)? (?P<month>MON)" + _YEAR, _of_day),
    _rule("LAST (?P<month>MON) (?:THE)? (?P<day>DAYNUMBER) (?! UNITS|COUNTED|PERCENT)", _last_day),
    _rule("(?P<month>MON) (?:COMMA|OF)? (?P<year>ANYYEAR)", _month),
    _rule("(?P<year>YEAR) SLASH (?P<month>MON)", _month),
    _rule("(?: THE)? (?P<season>ANYSEASON) (?:COMMA|OF|DASH)? (?P<year>ANYYEAR)", _season),
    _rule("(?: THE)? (?P<holiday>HOLIDAY) (?:COMMA|OF|IN)? (?P<year>YEAR)", _holiday),
    _rule("(?: THE)? (?P<holiday>HOLIDAY)", _holiday),
    _rule("(?P<named>NAMEDDAY)", _named_day),
    _rule(
        "(?P<left>[DAY TWO NUMBER YEAR] (?:ERA)?) (?:DASH|TO|AND|OR) (?P<right>[DAY TWO NUMBER YEAR] ERA)",
        _ancient_range,
    ),
    _rule("(?P<year>[DAY TWO NUMBER YEAR] ERA | ERA [DAY TWO NUMBER YEAR])", _lone_year),
    _rule("(?: THE)? (?P<decade>DECADE) (?P<era>ERA)", _ancient_decade),
    _rule(
        "(?: THE)? (?P<season>SEASON) OF? (?P<year>NUMBER) (?! AMOUNT | ERA)",
        _eraless,
    ),
    _rule(
        "[IN BY SINCE UNTIL EARLY LATE DASH AFTER BEFORE] (?P<whole>(?P<year>NUMBER))"
        "(?! AMOUNT | DASH | ERA)",
        _eraless,
        "whole",
    ),
    _rule("(?: THE)? (?P<decade>DECADE)", _decade),
    _rule("(?: THE)? APOSTROPHE (?P<decade>DECADE)", _decade),
    _rule("(?<= DECADE AND) (?P<decade>DECADE)", _later_decade),
    _rule("(?: THE | APOSTROPHE)? (?P<century>CARDINAL) (?P<decade>DECADEWORD)", _decade_word),
    _rule("THE APOSTROPHE? (?P<decade>DECADEWORD)", _decade_word),
    _rule(
        "(?: THE)? (?P<ordinal>CARDINAL DASH ORDINAL|ORDINAL|NTH) DASH?"
        "(?P<unit>UNIT|UNITS) (?:(?P<era>ERA))?",
        _century,
    ),
    _rule("(?: THE)? (?P<part>QUARTERNAME) (?:OF)? (?:FISCAL)? (?P<year>ANYYEAR)", _quarter_name),
    _rule(
        "(?: THE)? (?P<ordinal>ORDINAL|NTH) DASH? FISCAL? (?P<unit>UNIT) OF? FISCAL? (?P<year>ANYYEAR)",
        _quarter,
    ),
    _rule("(?: THE)? (?P<ordinal>ORDINAL|NTH) DASH? FISCAL? (?P<unit>UNIT)", _quarter),
    _rule("THE (?:(?P<latter>LATTER)|(?P<ordinal>ORDINAL)) HALF", _half),
    _rule("(?P<ordinal>ORDINAL) DASH HALF", _half),
    _rule("FISCAL? UNIT? (?P<year>YEAR) (?P<ordinal>ORDINAL) DASH? FISCAL? (?P<unit>UNIT)", _quarter),
    _rule("(?: THE)? FISCAL (?:UNIT)? (?P<year>YEAR) (?: DASH [DAY TWO])?", _fiscal),
    _rule("(?: THE)? (?P<year>YEAR) FISCAL UNIT", _fiscal),
    _rule("(?: THE)? (?P<day>NTH) (?=OF THIS)", _day_alone),
)

# What longer expressions of other rooms may start with.
SHORT_RULES = (
    _rule("(?P<left>YEAR) (?:DASH|SLASH) (?P<right>YEAR|TWO|DAY)", _year_range),
    _rule("(?:THE)? (?P<unit>UNIT|UNITS) (?P<year>YEAR)", _named_year),
    _rule("(?P<year>YEAR)", _lone_year),
    _rule("(?P<year>SHORTYEAR)", _lone_year),
    _rule("(?P<month>MON)", _month),
    _rule("(?P<part>QUARTERNAME)", _quarter_name),
    _rule("(?: THE)? (?P<season>ANYSEASON)", _season),
)
