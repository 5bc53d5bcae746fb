"""A made-up archive of any size: `python tests/evaluation/news_archive.py FILE.jsonl.gz ARTICLES [FIRST]`.

The articles of the newsroom come again and again, each time with other names, in other years and with some
paragraphs of others, so that they are as long as news is. The same numbers give the same bytes.
FIRST tells with which article to begin, to make more of an archive that is there.
"""

import gzip
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from dateline.articles import read_article

NEWSROOM = Path(__file__).parent / "newsroom" / "articles"
_WORDS = 500
_YEARS = 20
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_YEAR = re.compile(r"\b(19|20)\d\d\b")
_CALENDAR = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December|\w+day"
)
# What is told of a name stays together within so many turns: some names last, most do not.
_LASTING = 7


def articles(count: int, first: int = 0) -> Iterator[dict[str, str]]:
    """So many articles, as lines of an archive, from a number on."""
    sources = [read_article(path) for path in sorted(NEWSROOM.glob("*.md"))]
    for number in range(first, first + count):
        turn, at = divmod(number, len(sources))
        source, chance = sources[at], random.Random(number)
        paragraphs = source.text.split("\n\n")
        words = len(source.text.split())
        while words < _WORDS:
            more = chance.choice(sources).text.split("\n\n")[1:]
            paragraphs += more
            words += sum(len(each.split()) for each in more)
        text = _renewed("\n\n".join(paragraphs), turn)
        yield {
            "id": f"{source.id}-{turn}",
            "title": _renewed(source.title, turn),
            "outlet": source.outlet or "Newsroom",
            "published": _moved(source.published or "2020-06-01", turn),
            "url": f"https://example.org/{source.id}/{turn}",
            "language": "en",
            "text": text,
        }


def _renewed(text: str, turn: int) -> str:
    """A text of other people in another year; every seventh turn has the same people."""
    ending = "".join(chr(97 + int(digit)) for digit in str(turn // _LASTING)) if turn >= _LASTING else ""

    def named(match: re.Match[str]) -> str:
        return match[0] if _CALENDAR.fullmatch(match[0]) else match[0] + ending

    return _moved(_NAME.sub(named, text), turn)


def renamed(text: str, turn: int) -> str:
    """A text of other people in another year, as long as before."""
    first, second = divmod(turn // _LASTING % 676, 26)

    def named(match: re.Match[str]) -> str:
        return (
            match[0]
            if _CALENDAR.fullmatch(match[0])
            else f"{match[0][:-2]}{chr(97 + first)}{chr(97 + second)}"
        )

    return _moved(_NAME.sub(named, text) if turn else text, turn)


def _moved(text: str, turn: int) -> str:
    return _YEAR.sub(lambda match: str(int(match[0]) - turn % _YEARS), text)


def write(path: Path, count: int, first: int = 0) -> None:
    """Write an archive."""
    with gzip.GzipFile(path, "wb", mtime=0) as file:
        for article in articles(count, first):
            file.write(json.dumps(article, ensure_ascii=False).encode() + b"\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]), *map(int, sys.argv[2:]))
