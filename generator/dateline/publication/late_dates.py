"""The dates that the mentions of an undated article get once it is known when it came out."""

from dataclasses import replace

from dateline.model import Mention, Reading
from dateline.publication.dating import Dating
from dateline.publication.news_days import date_of
from dateline.publication.windows import window_of


def with_late_dates(reading: Reading, dating: Dating) -> Reading:
    """A reading whose mentions have the dates that the evidence gives them.

    An encounter has the day on which others saw the same two people meet; "on Sunday" is within the days in
    which the article came out.

    Args:
        reading: of an article without a date of its own.
        dating: the evidence of when it was published.
    """
    met = {
        each.sentence: str(window_of(each.bound).first)
        for each in dating.evidence
        if each.rule == "encounter" and each.accepted and each.bound
    }
    mentions = (replace(m, date=date_of(m, dating) or _met(m, met)) for m in reading.mentions)
    return replace(reading, mentions=tuple(mentions))


def _met(mention: Mention, days: dict[str, str]) -> str | None:
    named = any(participant.named for participant in mention.participants)
    return days.get(mention.passage.text) if named else None
