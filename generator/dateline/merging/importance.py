"""How much each event weighs, 1 to 5, among the events of one timeline.

What journalists put on a timeline is told by many, stands at the head of the articles and is referred back
to long after (Kessler et al. 2012, Tran et al. 2015). Each of these adds to an event's weight; so do the
articles that only name its day. Of the events of one day the heaviest stands for the day and the others
give way, so that the heaviest events of a timeline lie on different days.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from dateline.merging.spans import span_of
from dateline.merging.tellings import Telling
from dateline.model import Article, Reading

# The opening of an article, in characters.
_LEAD = 400
_ASIDE = 0.6
_OUTLET = 0.5
_NAMED_DAY = 0.7
# What an event is worth of which only the day is known on which it was news.
_ABOUT = 0.6
_SECOND_OF_DAY = 0.5
# What an article adds that tells an event so many days after it or later.
_LATER = ((30, 2.0), (7, 1.5), (2, 1.2), (0, 1.0))
_TOLD_BEFORE = 0.7
# The share of a timeline's events that each weight from 5 down may have, the heavier ones included.
_SHARES = ((5, 0.02), (4, 0.08), (3, 0.25), (2, 0.6))
# What one article alone tells or names is no more than this; what two do, one more.
_OF_ONE = 3


NamedDays = dict[int, Counter[float]]
"""By number of day, how many articles that name it add how much to it."""


def name_days(reading: Reading, named: NamedDays) -> None:
    """Add the days that an article names: they weigh the more, the later it does."""
    spans = {span_of(phrase.edtf) for phrase in reading.phrases if phrase.edtf}
    for day in {span.first for span in spans if span.days == 1 and span.first is not None}:
        named.setdefault(day, Counter())[_after(day, reading.article)] += 1


Weight = tuple[float, int]
"""How much an event weighs, and how many articles tell it or name its day."""


def weigh(
    groups: Sequence[Sequence[Telling]], articles: Mapping[str, Article], named: NamedDays
) -> list[Weight]:
    """What each event weighs, in the order given.

    Args:
        groups: the tellings of each event, the one with its date first; all events of each of their days.
        articles: by id.
        named: of all articles.
    """
    weights = [_told(group, articles) for group in groups]
    days = [_day(group) for group in groups]
    of_day: dict[int, list[int]] = defaultdict(list)
    for number, day in enumerate(days):
        if day is not None:
            of_day[day].append(number)
    for day, events in of_day.items():
        first, *others = sorted(events, key=lambda number: (-weights[number], number))
        weights[first] += _NAMED_DAY * sum(each * times for each, times in sorted(named.get(day, {}).items()))
        for number in others:
            weights[number] *= _SECOND_OF_DAY
    known_to = (
        max(len({telling.article for telling in group}), named[day].total() if day in named else 0)
        for group, day in zip(groups, days, strict=True)
    )
    return list(zip(weights, known_to, strict=True))


def rank(weights: Sequence[float], known_to: Sequence[int]) -> list[int]:
    """The importance of each event of a timeline, 1 to 5, in the order given.

    Args:
        weights: as `weigh` gives them.
        known_to: likewise.
    """
    return [min(level, _OF_ONE + known - 1) for level, known in zip(_levels(weights), known_to, strict=True)]


def _day(found: Sequence[Telling]) -> int | None:
    span = span_of(found[0].date or "")
    return span.first if span.days == 1 else None


def _told(found: Sequence[Telling], articles: Mapping[str, Article]) -> float:
    span = span_of(found[0].date or "")
    day, weight = span.first, 0.0
    for telling in {telling.article: telling for telling in found}.values():
        leads = any(mention.passage.start < _LEAD for mention in telling.mentions)
        weight += (1.0 if leads else _ASIDE) * _after(day, articles[telling.article])
    outlets = {articles[telling.article].outlet for telling in found}
    factual = 1.0 if any(m.kind == "happened" for telling in found for m in telling.mentions) else 0.5
    sure = _ABOUT if span.approximate else 1.0
    return factual * sure * (weight + _OUTLET * (len(outlets) - 1))


def _after(day: int | None, article: Article) -> float:
    """What an article adds to a day by the time that has passed since."""
    published = span_of(article.published).first if article.published else None
    if day is None or published is None:
        return 1.0
    return next((weight for least, weight in _LATER if published - day >= least), _TOLD_BEFORE)


def _levels(weights: Sequence[float]) -> list[int]:
    """Weights to 1..5 by rank; equals share the middle of their ranks, so none is picked out by chance."""
    ranked = sorted(weights)
    levels = []
    for weight in weights:
        first, after = bisect_left(ranked, weight), bisect_right(ranked, weight)
        rank = (len(ranked) - after + (after - first - 1) / 2) / len(ranked)
        levels.append(next((level for level, share in _SHARES if rank < share), 1))
    return levels
