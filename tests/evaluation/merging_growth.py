"""How the time of merging grows with the number of mentions: `python tests/evaluation/merging_growth.py`.

The mentions are made up: an archive of five years in which few names are in much of the news and many in
little, each happening told by one to nine articles, some without saying when; every other article refers to
a happening as known. Prints a line a size.
"""

import random
import resource
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from dateline.merging.events import merge
from dateline.model import Article, Mention, Participant, Passage, Reading

SIZES = (12_500, 25_000, 50_000, 100_000)
DEEDS = [
    ("meet", "meeting"),
    ("attack", "attack"),
    ("sign", "agreement"),
    ("resign", "office"),
    ("kill", "killing"),
]
WORDS = [
    f"{a}{b}" for a in ("bridge", "harbour", "wage", "border", "water", "school", "grain") for b in "abcdefgh"
]
A_READING = 5


def mentions(count: int, chance: random.Random) -> Iterator[tuple[date, Mention]]:
    """So many mentions, each with the day it tells of."""
    names = [f"Name{number} Surname{number % 977}" for number in range(4_000)]
    weights = [1 / (rank + 1) for rank in range(len(names))]
    made = 0
    while made < count:
        day = date(2010, 1, 1) + timedelta(days=chance.randrange(1_800))
        verb, tag = chance.choice(DEEDS)
        who = chance.choices(names, weights, k=2)
        words = chance.sample(WORDS, 3)
        for _ in range(min(chance.choice((1, 1, 1, 2, 3, 9)), count - made)):
            made += 1
            said = chance.random()
            when = day.isoformat() if said < 0.6 else f"{day:%Y-%m}" if said < 0.8 else None
            text = f"{who[0]} {verb}s {who[1]} over {' '.join(words)} {made}."
            people = (
                Participant(who[0], "agent", kind="person"),
                Participant(who[1], "patient", kind="person"),
            )
            yield (
                day,
                Mention("", Passage(0, len(text), text), verb, (tag,), text[:-1], people, (), when, when),
            )


def readings(count: int) -> list[Reading]:
    """An archive with so many mentions, five an article."""
    chance = random.Random(count)
    found = sorted(mentions(count, chance), key=lambda pair: (pair[0], pair[1].title))
    archive = []
    for start in range(0, len(found), A_READING):
        told = found[start : start + A_READING]
        name = f"a{start:07}"
        text, placed = "", []
        for _, mention in told:
            passage = Passage(len(text), len(text) + len(mention.passage.text), mention.passage.text)
            placed.append(Mention(name, passage, *_rest(mention)))
            text += mention.passage.text + "\n\n"
        published = (told[-1][0] + timedelta(days=1)).isoformat()
        article = Article(name, told[0][1].title, text.strip(), f"Outlet {start % 40}", published)
        known = (reference(placed[0]),) if len(archive) % 2 else ()
        archive.append(Reading(article, tuple(placed), (), references=known))
    return archive


def reference(told: Mention) -> Mention:
    """What takes a happening for known: its deed, who did it and what over."""
    over = told.passage.text.split()[6:9]
    return replace(told, title="", date=None, dated=None, words=(told.predicate, *over))


def _rest(mention: Mention) -> tuple:
    return (
        mention.predicate,
        mention.tags,
        mention.title,
        mention.participants,
        mention.places,
        mention.date,
        mention.dated,
    )


def main() -> None:
    """Merge archives of growing size."""
    for size in SIZES:
        archive = readings(size)
        start = time.process_time()
        events = merge(archive).events
        seconds = time.process_time() - start
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:>7,} mentions  {len(events):>6,} events  {seconds:5.1f} s  "
            f"{seconds / size * 1e6:4.0f} µs a mention  {megabytes:,.0f} MB"
        )


if __name__ == "__main__":
    main()
