"""Why an event is one event: its tellings, what dates each, and the evidence that they tell the same."""

from collections.abc import Iterator, Mapping

from dateline.edtf import in_words
from dateline.merging.grouping import Group
from dateline.merging.references import ALIKE, NAMED, SAME, Meaning
from dateline.merging.same_event import ENOUGH, Likeness, Profile, compare, meaning
from dateline.merging.tellings import Telling
from dateline.model import Article, Event

_DATES = {
    "same": "the same date",
    "near": "the news came out within days of it",
    "within": "the one date lies within the other",
    "open": "both begin at the same time",
    "unsaid": "it does not say when",
}

_DEEDS = {
    SAME: "the same deed",
    NAMED: "the deed is named there",
    ALIKE: "the same kind of deed",
}


def explain(group: Group, event: Event, articles: Mapping[str, Article]) -> str:
    """How an event came about, for people: line by line.

    Args:
        group: the tellings of the event.
        event: what became of them.
        articles: by id.
    """
    lines = [f"{event.title}: {in_words(event.date)}, importance {event.importance}"]
    for number, member in enumerate(group.members):
        telling = member.telling
        outlet = articles[telling.article].outlet
        said = telling.head.title or " ".join(telling.head.words)
        lines.append(f"  {telling.article}{f' ({outlet})' if outlet else ''}: {said}")
        lines += [f"    {line}" for line in (*_dating(telling), *_ties(member, group.members[:number]))]
        quotes = dict.fromkeys(" ".join(mention.passage.text.split()) for mention in telling.mentions)
        lines += [f"    “{quote}”" for quote in quotes]
    return "\n".join(lines)


def _dating(telling: Telling) -> Iterator[str]:
    """What gives the date."""
    words = next((m.dated for m in telling.core if m.date == telling.date and m.dated), None)
    if telling.date is None:
        yield "it does not say when; the others do"
    elif words:
        yield f"dated {in_words(telling.date)} by “{words}”"
    else:
        yield f"dated {in_words(telling.date)}: the news of the day"


def _ties(member: Profile, earlier: list[Profile]) -> Iterator[str]:
    """The evidence that ties a telling to the one before that it is most like."""
    meant = [means for other in earlier if (means := meaning(member, other)) and means.suffices]
    found = [likeness for other in earlier if (likeness := compare(member, other))]
    if meant and (member.telling.refers or not any(likeness.is_one_event for likeness in found)):
        yield f"refers to it: {', '.join(_meant(max(meant, key=lambda means: means.total)))}"
        return
    best = max(found, key=lambda likeness: likeness.total, default=None)
    if best is not None:
        yield f"one event, with {best.total:.1f} of the {ENOUGH:.1f} it takes: {', '.join(_reasons(best))}"


def _meant(found: Meaning) -> Iterator[str]:
    yield _DEEDS[found.deed]
    yield f"{round(100 * found.cover)} % of its other words are told there"
    if found.shared:
        yield f"both name {', '.join(found.shared)}"
    if found.when:
        yield "it was then"


def _reasons(likeness: Likeness) -> Iterator[str]:
    yield _DATES[likeness.dates]
    if likeness.shared:
        yield f"both name {', '.join(likeness.shared)}"
    if likeness.deed:
        yield "the same kind of deed"
    if likeness.title or likeness.text:
        yield f"{round(100 * max(likeness.title, likeness.text))} % of the words alike"
    if likeness.other_doer:
        yield "though they name different doers"
