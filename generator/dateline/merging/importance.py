"""How much each event weighs, 1 to 5, among the events of one timeline.

What journalists put on a timeline is told by many, stands at the head of the articles and is referred back
to long after (Kessler et al. 2012, Tran et al. 2015). Each of these adds to an event's weight; so do the
articles that only name its day. Of the events of one day the heaviest stands for the day and the others
give way, so that the heaviest events of a timeline lie on different days.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.merging.spans import span_of
from dateline.merging.tellings import Telling
from dateline.model import Article, Reading

# The opening of an article, in characters.
_LEAD = 400
_ASIDE = 0.6
_OUTLET = 0.5
_NAMED_DAY = 0.7
_SECOND_OF_DAY = 0.5
# What an article adds that tells an event so many days after it or later.
_LATER = ((30, 2.0), (7, 1.5), (2, 1.2), (0, 1.0))
_TOLD_BEFORE = 0.7
# The share of a timeline's events that each weight from 5 down may have, the heavier ones included.
_SHARES = ((5, 0.02), (4, 0.08), (3, 0.25), (2, 0.6))


def named_days(readings: Iterable[Reading]) -> dict[int, float]:
    """How much each day, by its number, is referred to: each article once, and more the later it does."""
    days: Counter[int] = Counter()
    weights: dict[int, float] = defaultdict(float)
    for reading in readings:
        named = {
            span.first
            for p in reading.phrases
            if p.edtf and (span := span_of(p.edtf)).days == 1 and span.first
        }
        for day in sorted(named):
            days[day] += 1
            weights[day] += _after(day, reading.article)
    return dict(weights)


def weigh(
    groups: Sequence[Sequence[Telling]], articles: Mapping[str, Article], days: Mapping[int, float]
) -> list[int]:
    """The importance of each event, 1 to 5, in the order given.

    Args:
        groups: the tellings of each event, the one with its date first.
        articles: by id.
        days: as :func:`named_days` gives them.
    """
    weights = [_told(group, articles) for group in groups]
    by_day: dict[int, list[int]] = defaultdict(list)
    for number, found in enumerate(groups):
        span = span_of(found[0].date or "")
        if span.days == 1 and span.first is not None:
            by_day[span.first].append(number)
    for day, events in by_day.items():
        ordered = sorted(events, key=lambda number: (-weights[number], number))
        weights[ordered[0]] += _NAMED_DAY * days.get(day, 0.0)
        for number in ordered[1:]:
            weights[number] *= _SECOND_OF_DAY
    return _levels(weights)


def _told(found: Sequence[Telling], articles: Mapping[str, Article]) -> float:
    day = span_of(found[0].date or "").first
    weight = 0.0
    for telling in {telling.article: telling for telling in found}.values():
        leads = any(mention.passage.start < _LEAD for mention in telling.mentions)
        weight += (1.0 if leads else _ASIDE) * _after(day, articles[telling.article])
    outlets = {articles[telling.article].outlet for telling in found}
    factual = 1.0 if any(m.kind == "happened" for telling in found for m in telling.mentions) else 0.5
    return factual * (weight + _OUTLET * (len(outlets) - 1))


def _after(day: int | None, article: Article) -> float:
    """What an article adds to a day by the time that has passed since."""
    published = span_of(article.published).first if article.published else None
    if day is None or published is None:
        return 1.0
    return next((weight for least, weight in _LATER if published - day >= least), _TOLD_BEFORE)


def _levels(weights: Sequence[float]) -> list[int]:
    """Weights to 1..5 by rank; equals share the lower level, so none is picked out by chance."""
    ranked = sorted(weights, reverse=True)
    bounds = [
        (level, ranked[min(len(ranked) - 1, round(share * len(ranked)))])
        for level, share in _SHARES
        if ranked
    ]
    return [next((level for level, bound in bounds if weight > bound), 1) for weight in weights]
