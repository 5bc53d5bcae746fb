"""How long a large site takes to load and to check: `python tests/evaluation/checking_speed.py`.

The site is made up: so many events, each of a file with two sources, one article for every five of them, and
names.yml with a thousand names. PyYAML's C loader, which only parses the event files, is timed beside it.
"""

import random
import sys
import tempfile
import time
from pathlib import Path

import yaml

from dateline.events import check, load_events

EVENTS = 10_000
EVENTS_AN_ARTICLE = 5
NAMES = 1_000
SENTENCE = (
    "the harbour office said that a ferry had left its berth before dawn and that nobody on board was hurt "
    "when it ran aground near the old lighthouse while crews of three other ships were on their way to help"
)
WORDS = SENTENCE.split()


def make_site(content: Path, count: int) -> None:
    """Write a content folder with so many events."""
    chance = random.Random(count)
    names = [f"Ada Surname{number:04}" for number in range(NAMES)]
    (content / "articles").mkdir(parents=True)
    entries = "".join(f"- name: {name}\n  kind: person\n  also: [{name[4:]}]\n" for name in names)
    (content / "names.yml").write_text(entries, encoding="utf-8")
    for number in range(0, count, EVENTS_AN_ARTICLE):
        quotes = [" ".join(chance.sample(WORDS, 18)).capitalize() + "." for _ in range(2 * EVENTS_AN_ARTICLE)]
        filling = [" ".join(chance.choices(WORDS, k=30)) + "." for _ in range(10)]
        paragraphs = "\n\n".join(f"{quote} {fill}" for quote, fill in zip(quotes, filling, strict=True))
        article = f"gazette-{number // EVENTS_AN_ARTICLE:05}"
        head = f"---\ntitle: Report {number}\noutlet: Gazette\npublished: 2021-03-05\nlanguage: en\n---\n"
        (content / "articles" / f"{article}.md").write_text(f"{head}{paragraphs}\n", encoding="utf-8")
        for event in range(number, min(number + EVENTS_AN_ARTICLE, count)):
            day = f"{1990 + event % 30}-{event % 12 + 1:02}-{event % 28 + 1:02}"
            folder = content / "events" / day[:4]
            folder.mkdir(parents=True, exist_ok=True)
            one, other = quotes[2 * (event - number)], quotes[2 * (event - number) + 1]
            dated = " ".join(one.split()[:3])
            who, speaker = chance.sample(names, 2)
            text = (
                "# yaml-language-server: $schema=../../event.schema.json\n"
                f"date: {day}\ntitle: Ferry {event} runs aground near the old lighthouse\n"
                f"actors: [{who}, Harbour Office]\nplaces: [Exampleton]\ntags: [accident]\n"
                "importance: 3\nstatus: draft\nsources:\n"
                f"  - article: {article}\n    quote: >-\n      {one}\n    dated: {dated}\n"
                f"  - article: {article}\n    quote: >-\n      {other}\n    speaker: {speaker}\n"
            )
            (folder / f"{day}-ferry-{event}-runs-aground.yml").write_text(text, encoding="utf-8")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        make_site(content, count)
        texts = [path.read_bytes() for path in content.rglob("events/*/*.yml")]
        print(f"{count} event files of {sum(map(len, texts)) // count} bytes")
        timed("PyYAML's C loader parses them", lambda: [yaml.load(text, yaml.CSafeLoader) for text in texts])
        timed("load_events", lambda: load_events(content))
        timed("check", lambda: check(content))


def timed(what: str, call) -> None:
    """Print what takes how many seconds of one core."""
    start = time.process_time()
    found = call()
    print(f"{what:30} {time.process_time() - start:5.2f} s   ({len(found)} found)")


if __name__ == "__main__":
    main()
