"""The date of news that a bare weekday tells: exact where the article's own days decide it, else theirs."""

import re
from datetime import date

from dateline.dates import find_dates
from dateline.edtf import parse
from dateline.model import Mention
from dateline.publication.dating import Dating
from dateline.publication.windows import window_of

_WEEK = 7
# A day, a month or a year.
_WHOLE = re.compile(r"\d{4}(?:-\d\d){0,2}")


def within(dated: str, interval: str) -> str | None:
    """The date that a phrase has in an article published within an interval.

    Args:
        dated: the words that give the date, such as "on Sunday".
        interval: EDTF: when the article was published; an end may be open.

    Returns:
        The date itself where every day of the interval agrees on it. Else some time not known closer: of a
        phrase that means a day of the news ("on Sunday", "yesterday"), within the interval; of any other,
        from its date on the first day of the interval to that on the last: "in June" of an article of 2020 is
        ``[2019-06..2020-06]``. None where the words give no date.
    """
    if determined := _date(dated, interval):
        return determined
    out = window_of(interval)
    days = [day for day in (out.first, out.last) if day]
    if days and all(_is_news_day(dated, day) for day in days):
        return out.some_day
    first, last = (_start(dated, str(day)) if day else "" for day in (out.first, out.last))
    whole = all(end == "" or (end and _WHOLE.fullmatch(end)) for end in (first, last))
    return f"[{first}..{last}]" if whole and (first or last) else None


def date_of(mention: Mention, dating: Dating) -> str | None:
    """The date of a mention: its own, or for one without, what its words mean in an article so dated."""
    if mention.date is not None or mention.dated is None or dating.published is None:
        return mention.date
    told = within(mention.dated, dating.published)
    # Whether a June to come is of this year or the next, only a day tells.
    return told if mention.kind == "happened" or (told and not told.startswith("[")) else None


def _date(dated: str, reference: str) -> str | None:
    return next((p.edtf for p in find_dates(dated, reference, style="news") if p.edtf), None)


def _start(dated: str, reference: str) -> str | None:
    """The date of a phrase; of one that goes on since then, its start."""
    return (edtf := _date(dated, reference)) and edtf.removesuffix("/..")


def _is_news_day(dated: str, written: date) -> bool:
    """Whether a phrase written on some day means a day within a week of it."""
    edtf = _date(dated, str(written))
    day = parse(edtf) if edtf else None
    if day is None or day.earliest is None or day.form not in {"day", "time"}:
        return False
    return abs((date(*day.earliest) - written).days) <= _WEEK
