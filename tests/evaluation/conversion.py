"""How fast articles become events, and how many: `python tests/evaluation/conversion.py [FOLDER]`.

FOLDER holds article files (.md, .txt or .html); without it the digests of this repository are converted.
Prints words a second of one process, events an article and the memory it took.
"""

import resource
import sys
import time
from pathlib import Path

from dateline.articles import read_article
from dateline.extraction.parsing import pipeline
from dateline.merging import build_events

DIGESTS = Path(__file__).parents[2] / "content" / "articles"


def main(folder: Path) -> None:
    """Convert the articles of a folder and print the figures."""
    files = [path for path in sorted(folder.iterdir()) if path.suffix in {".md", ".txt", ".html"}]
    articles = [read_article(path) for path in files]
    words = sum(len(article.text.split()) for article in articles)
    start = time.perf_counter()
    pipeline("en")
    loaded = time.perf_counter()
    events = build_events(articles)
    seconds = time.perf_counter() - loaded
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = len(events) / len(articles)
    print(f"{len(articles)} articles, {words} words, {len(events)} events ({each:.1f} an article)")
    print(f"language model {loaded - start:.1f} s, conversion {seconds:.1f} s, {megabytes:.0f} MB")
    print(f"{words / seconds:,.0f} words/s")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DIGESTS)
