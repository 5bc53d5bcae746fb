"""An undated article's telling of an encounter that another article dates gets that date."""

from dataclasses import replace

from dateline.merging.publication import Dating
from dateline.merging.windows import window_of
from dateline.model import Mention, Reading

_TWO = 2


def with_encounters(reading: Reading, dating: Dating) -> Reading:
    """A reading whose undated mentions of encounters have the day that others give them.

    Args:
        reading: of an article without a date of its own.
        dating: the evidence of when it was published.
    """
    days = {
        each.sentence: str(window_of(each.bound).first)
        for each in dating.evidence
        if each.rule == "encounter" and each.accepted and each.bound
    }
    return replace(reading, mentions=tuple(_dated(mention, days) for mention in reading.mentions))


def _dated(mention: Mention, days: dict[str, str]) -> Mention:
    people = {participant.name for participant in mention.participants if participant.named}
    if mention.date is not None or len(people) < _TWO:
        return mention
    return replace(mention, date=days.get(mention.passage.text))
