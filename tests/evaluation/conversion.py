"""How fast articles become events, and in how much memory: `python tests/evaluation/conversion.py [FOLDER]`.

FOLDER holds article files (.md, .txt or .html); without it the newsroom is converted. Its articles are taken
again and again until there are words enough, each time with names that were not there before, as a collection
that grows brings new ones. Each line is measured in a process of its own that has read a few articles before:

    reading     articles to what they tell: words a second, and that of the processor time of all processes;
                the share of the words that was parsed; the most memory that one process took
    converting  the same articles to events, names and dates of publication, in one process
    parsing     the same articles with the model as it comes, by spaCy's own pipeline and nothing else, by
                which machines can be compared
"""

import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import spacy

from dateline.articles import read_article
from dateline.dates import read_dates
from dateline.extraction import read_all
from dateline.extraction.mentions import passages_to_read
from dateline.merging import convert
from dateline.model import Article
from dateline.parsing.loading import model_folder

NEWSROOM = Path(__file__).parent / "newsroom" / "articles"
WORDS = 60_000
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")


def articles_in(folder: Path) -> list[Article]:
    """The articles of a folder."""
    files = [path for path in sorted(folder.iterdir()) if path.suffix in {".md", ".txt", ".html"}]
    return [read_article(path) for path in files]


def words_in(articles: list[Article]) -> int:
    """How many words articles have."""
    return sum(len(article.text.split()) for article in articles)


def renewed(articles: list[Article]) -> Iterator[Article]:
    """The articles again and again, with new names each time."""
    turn = 0
    while True:
        ending = "".join(chr(97 + int(digit)) for digit in str(turn))
        for article in articles:
            text = NAME.sub(rf"\g<0>{ending}", article.text) if turn else article.text
            yield replace(article, id=f"{article.id}-{turn}", text=text)
        turn += 1


def processor_time() -> float:
    """The seconds that this process and those it started and that have ended have worked."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def reading(articles: list[Article], count: int, jobs: int) -> dict[str, Any]:
    """Read so many articles and tell how that went."""
    words, began, worked = 0, time.perf_counter(), processor_time()
    for told in read_all(islice(renewed(articles), count), jobs):
        words += len(told.article.text.split())
    seconds, work = time.perf_counter() - began, processor_time() - worked
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    parsed = sum(
        len(passage.text.split())
        for article in articles
        for passage in passages_to_read(article, read_dates(article.text, article.published))
    )
    return {
        "articles": count,
        "jobs": jobs,
        "words/s": round(words / seconds),
        "words/s of a core": round(words / work),
        "parsed": round(parsed / words_in(articles), 3),
        "MB": max(each.ru_maxrss for each in used) // 1024,
    }


def converting(articles: list[Article], count: int) -> dict[str, Any]:
    """Convert so many articles and tell how that went."""
    taken = list(islice(renewed(articles), count))
    began = processor_time()
    events = convert(taken).events
    work = processor_time() - began
    return {"articles": count, "events": len(events), "words/s of a core": round(words_in(taken) / work)}


def parsing(articles: list[Article], count: int) -> dict[str, Any]:
    """Let the model as it comes parse so many articles and tell how that went."""
    texts = [article.text for article in islice(renewed(articles), count)]
    model = spacy.load(model_folder("en"))
    list(model.pipe(texts[:20]))
    began = processor_time()
    words = sum(len(doc) > 0 and len(doc.text.split()) for doc in model.pipe(texts))
    return {"articles": count, "words/s of a core": round(words / (processor_time() - began))}


def main(folder: Path) -> None:
    """Print the figures of a folder."""
    articles = articles_in(folder)
    count = round(WORDS * len(articles) / words_in(articles))
    measures = [["reading", number, jobs] for number, jobs in ((count, 1), (4 * count, 1), (4 * count, 2))]
    for measure in (*measures, ["converting", count], ["parsing", count]):
        command = [sys.executable, __file__, str(folder), json.dumps(measure)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        figures = json.loads(done.stdout)
        print(measure[0], *(f"{name}: {value:,}" for name, value in figures.items()), sep="  ")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        name, *values = json.loads(sys.argv[2])
        given = articles_in(Path(sys.argv[1]))
        list(read_all(given[:20]))
        print(json.dumps(globals()[name](given, *values)))
    else:
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else NEWSROOM)
