"""How good a conversion is, against timelines made by hand: `python tests/evaluation/timelines.py [FOLDER…]`.

FOLDER holds articles/*.md and timelines/*.yml as newsroom/README.md says; without one both halves of the
newsroom are scored: the one to develop on and the one that is never tuned on. Each story is converted on its
own. With --misses, what was missed is printed too (of the half to develop on only). With --one-day, what is
joined of articles that are each a story of their own is counted, if all come out on one day. The figures:

    told      gold tellings whose sentence is a source of some event
    dated     … and that event covers the same days as the gold date
    joined    pairs of tellings of one gold event in two articles that are sources of one event
    wrongly   pairs of tellings in two articles of events on different days that are sources of one event
    date F1   the days of the k heaviest events against the k days of the timeline
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from dateline.articles import read_article
from dateline.edtf import Day, parse
from dateline.merging import build_events
from dateline.model import Article, Event

NEWSROOM = Path(__file__).parent / "newsroom"
UNSEEN = NEWSROOM / "unseen"
DAY = "2001-12-14"
Place = tuple[str, int]
"""An article's id and where in its text a telling stands."""
Days = tuple[str, str]
"""The first and the last day of a date."""


@dataclass
class Score:
    """Counts; adding two adds each."""

    stories: int = 0
    articles: int = 0
    events: int = 0
    tellings: int = 0
    told: int = 0
    dated: int = 0
    pairs: int = 0
    joined: int = 0
    apart: int = 0
    wrongly: int = 0
    date_f1: float = 0.0

    def __add__(self, other: "Score") -> "Score":
        return Score(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})

    def __str__(self) -> str:
        return (
            f"{self.articles} articles, {self.events / self.articles:.1f} events an article; "
            f"told {self.told / self.tellings:.3f}, dated {self.dated / self.tellings:.3f}; "
            f"joined {self.joined}/{self.pairs} ({self.joined / max(1, self.pairs):.2f}), "
            f"wrongly {self.wrongly}/{self.apart} ({self.wrongly / max(1, self.apart):.3f}); "
            f"date F1 {self.date_f1 / self.stories:.3f}"
        )


def days_of(date: str) -> Days:
    """The first and the last day of a date."""
    read = parse(date)
    return _iso(read.earliest), _iso(read.latest)


def _iso(day: Day | None) -> str:
    return f"{day.year:04}-{day.month:02}-{day.day:02}" if day else ".."


def score(articles: Mapping[str, Article], gold: Sequence[dict[str, Any]]) -> tuple[Score, list[str]]:
    """One story: its figures, and what was missed, a line each."""
    events = build_events(articles.values())
    dates: dict[Place, set[Days]] = defaultdict(set)
    places = []
    for event in gold:
        mine = {(t["article"], articles[t["article"]].text.index(t["words"])) for t in event["tellings"]}
        places.append(mine)
        for place in mine:
            dates[place].add(days_of(event["date"]))
    told = {place: _sources_of(place, events, articles) for place in dates}
    found = Score(1, len(articles), len(events), len(dates), sum(map(bool, told.values())))
    missed = []

    def say(what: str, *where: Place) -> None:
        ours = " -- ".join(
            f"{a} {[(events[n].date, events[n].title) for n in told[a, at]]}" for a, at in where
        )
        words = articles[where[0][0]].text[where[0][1] :][:100]
        missed.append(f"{what} {ours} gold {sorted(dates[where[0]])} {words!r}")

    for place, wanted in dates.items():
        right = any(days_of(events[n].date) in wanted for n in told[place])
        found.dated += right
        if not right:
            say("DATE" if told[place] else "UNTOLD", place)
    for mine in places:
        for one, other in _of_two_articles(mine):
            found.pairs += 1
            found.joined += bool(told[one] & told[other])
            if told[one] and told[other] and not told[one] & told[other]:
                say("APART", one, other)
    for one, other in _of_two_articles(dates):
        if not dates[one] & dates[other]:
            found.apart += 1
            found.wrongly += bool(told[one] & told[other])
            if told[one] & told[other]:
                say("WRONGLY", one, other)
    found.date_f1 = date_f1(events, gold)
    return found, missed


def _of_two_articles(
    places: Sequence[Place] | set[Place] | Mapping[Place, Any],
) -> Iterator[tuple[Place, Place]]:
    return (pair for pair in combinations(sorted(places), 2) if pair[0][0] != pair[1][0])


def _sources_of(place: Place, events: Sequence[Event], articles: Mapping[str, Article]) -> set[int]:
    """The events, by number, that have the sentence at a place as a source."""
    article, at = place
    return {
        number
        for number, event in enumerate(events)
        for source in event.sources
        if source.article == article
        and (start := articles[article].text.find(source.quote)) <= at < start + len(source.quote)
    }


def single_days(events: Iterable[Event]) -> list[str]:
    """The days of the events that have one day, each once, in the order of the events."""
    spans = (days_of(event.date) for event in events)
    return list(dict.fromkeys(first for first, last in spans if first == last))


def date_f1(events: Sequence[Event], gold: Sequence[dict[str, Any]]) -> float:
    """How well the days of the heaviest events match a timeline's days, as many as it has."""
    happened = [event["date"] for event in gold if event.get("kind", "happened") == "happened"]
    wanted = {date for date in happened if parse(date).earliest == parse(date).latest}
    heaviest = sorted(events, key=lambda e: (-e.importance, -len(e.sources), e.date))
    best = set(single_days(heaviest)[: len(wanted)])
    return 2 * len(wanted & best) / (len(wanted) + len(best)) if wanted else 0.0


def stories(folder: Path) -> Iterator[tuple[str, dict[str, Article], list[dict[str, Any]]]]:
    """The stories of a folder: name, articles by id, gold events."""
    articles = {path.stem: read_article(path) for path in sorted((folder / "articles").glob("*.md"))}
    for path in sorted((folder / "timelines").glob("*.yml")):
        gold = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        mine = {name: article for name, article in articles.items() if name.rpartition("-")[0] == path.stem}
        yield path.stem, mine, gold


def one_day() -> tuple[int, int, int]:
    """How many articles, each a story of its own; of one day, how many events; how many of those joined."""
    paths = sorted((*NEWSROOM.glob("singles/articles/*.md"), *NEWSROOM.glob("fresh/articles/*.md")))
    articles = [replace(read_article(path), published=DAY) for path in paths]
    told = [{source.article for source in event.sources} for event in build_events(articles)]
    return len(articles), len(told), sum(len(each) > 1 for each in told)


def main(folders: Sequence[Path], *, misses: bool) -> None:
    """Score each folder and print its figures."""
    for folder in folders:
        total = Score()
        for name, articles, gold in stories(folder):
            found, missed = score(articles, gold)
            total += found
            if misses and folder != UNSEEN:
                print(f"{name}: {found}", *missed, sep="\n  ")
        print(f"{folder.name}: {total}")


if __name__ == "__main__":
    if "--one-day" in sys.argv:
        print("one day: {} articles, {} events, {} of them of two articles".format(*one_day()))
        sys.exit()
    named = [Path(argument) for argument in sys.argv[1:] if not argument.startswith("--")]
    main(named or [NEWSROOM, UNSEEN], misses="--misses" in sys.argv)
