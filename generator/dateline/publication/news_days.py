"""The date of news that a bare weekday tells: exact where the article's own days decide it, else theirs."""

from datetime import date

from dateline.dates import find_dates
from dateline.edtf import parse
from dateline.model import Mention
from dateline.publication.dating import Dating

_WEEK = 7


def within(dated: str, interval: str) -> str | None:
    """The date that a phrase has in an article published within an interval.

    Args:
        dated: the words that give the date, such as "on Sunday".
        interval: EDTF: when the article was published.

    Returns:
        The date itself where every day of the interval agrees on it. Else, of a phrase that means a day of
        the news ("on Sunday", "yesterday"), the interval; None for any other ("in June") and beside an open
        end, where nothing is told.
    """
    if determined := _date(dated, interval):
        return determined
    bounds = parse(interval)
    if bounds.earliest is None or bounds.latest is None:
        return None
    ends = (date(*bounds.earliest), date(*bounds.latest))
    return interval if all(_is_news_day(dated, day) for day in ends) else None


def date_of(mention: Mention, dating: Dating) -> str | None:
    """The date of a mention: its own, or for one without, what its words mean in an article so dated."""
    if mention.date is not None or mention.dated is None or dating.published is None:
        return mention.date
    return within(mention.dated, dating.published)


def _date(dated: str, reference: str) -> str | None:
    return next((p.edtf for p in find_dates(dated, reference, style="news") if p.edtf), None)


def _is_news_day(dated: str, written: date) -> bool:
    """Whether a phrase written on some day means a day within a week of it."""
    edtf = _date(dated, str(written))
    day = parse(edtf) if edtf else None
    if day is None or day.earliest is None or day.form not in {"day", "time"}:
        return False
    return abs((date(*day.earliest) - written).days) <= _WEEK
