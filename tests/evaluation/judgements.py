"""What a reader says of generated events: `python tests/evaluation/judgements.py [--sample]`.

newsroom/fresh/judgements.yml holds a hundred events drawn by lot from what conversion made of the articles
beside it, which no rule had been tuned on. Each has two verdicts by reading: is it faithful to its quote
(who, what, when, as fact or not, who says so), and is its title fit to print as it stands? This prints the
shares and how many of the judged events conversion still gives in the same words. --sample draws a new
hundred.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from dateline.articles import read_article
from dateline.merging import build_events
from dateline.model import Event

FRESH = Path(__file__).parent / "newsroom" / "fresh"
JUDGEMENTS = FRESH / "judgements.yml"
SIZE = 100
WORDS = 8


def generated() -> Iterator[Event]:
    """Every event of the fresh articles, converted together."""
    yield from build_events(read_article(path) for path in sorted((FRESH / "articles").glob("*.md")))


def told(event: Event) -> dict[str, str]:
    """An event as a reader judges it: by the source that says when, or else the first."""
    source = next((source for source in event.sources if source.dated), event.sources[0])
    facts = {"date": event.date, "title": event.title, "kind": event.kind}
    facts |= {"speaker": source.speaker} if source.speaker else {}
    facts |= {"dated": source.dated} if source.dated else {}
    return facts | {"article": source.article, "words": " ".join(source.quote.split()[:WORDS])}


def sample() -> list[dict[str, Any]]:
    """A hundred events by lot, in order, to be judged."""
    events = [told(event) for event in generated()]
    chosen = sorted(random.Random(len(events)).sample(range(len(events)), min(SIZE, len(events))))
    return [events[number] | {"faithful": "", "printable": "", "why": ""} for number in chosen]


def main() -> None:
    """Print the shares, or draw a sample."""
    if "--sample" in sys.argv:
        text = yaml.safe_dump(sample(), sort_keys=False, allow_unicode=True, width=110)
        JUDGEMENTS.write_text(text, encoding="utf-8")
        return
    judged = yaml.load(JUDGEMENTS.read_text(encoding="utf-8"), yaml.BaseLoader)
    now = {(facts["date"], facts["title"]) for facts in (told(event) for event in generated())}
    for verdict in ("faithful", "printable"):
        print(f"{verdict}: {sum(each[verdict] == 'yes' for each in judged)} of {len(judged)}")
    same = sum((each["date"], each["title"]) in now for each in judged)
    print(f"still given in the same words: {same} of {len(judged)}")


if __name__ == "__main__":
    main()
