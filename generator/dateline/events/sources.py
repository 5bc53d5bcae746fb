"""Sources against the articles: whether the article is there, and has the words that the source quotes."""

import difflib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from dateline.events.passages import Difference, nearest_passage, same_but_for_signs
from dateline.exceptions import ArticleError
from dateline.findings import Finding
from dateline.model import Article, Source
from dateline.yaml_text import MapNode

# More differences than these, or longer ones, are not told one by one.
_MOST_TOLD = 2
_MOST_WORDS = 4
_LONGEST_SHOWN = 160


class Articles:
    """The articles that sources point at, each read at most once.

    Args:
        folder: Where the article files are.
        read: Reads one of them; raises `ArticleError` where that cannot be done.
    """

    def __init__(self, folder: Path, read: Callable[[Path], Article]) -> None:
        self.paths = {path.stem: path for path in sorted(folder.glob("*.md"))}
        self._read = read
        self._known: dict[str, tuple[Article, str] | ArticleError] = {}

    def readable(self) -> list[Article]:
        """Those that can be read, in order of id."""
        found = map(self._read_once, self.paths)
        return [each[0] for each in found if not isinstance(each, ArticleError)]

    def text(self, article: str) -> str | None:
        """The title and text, every white space one blank; None where there is none to be read."""
        found = self._read_once(article) if article in self.paths else None
        return found[1] if isinstance(found, tuple) else None

    def findings(self) -> Iterator[Finding]:
        """What is wrong in the articles."""
        by_letters: dict[str, str] = {}
        for article, path in self.paths.items():
            found = self._read_once(article)
            if isinstance(found, ArticleError):
                yield from found.findings
            first = by_letters.setdefault(article.casefold(), article)
            if first != article:
                message = f"some computers take this name for that of {first}.md"
                yield Finding(path.as_posix(), 0, 0, message, "rename one of the two")

    def that_say(self, words: str) -> Iterator[str]:
        """The articles that have these words."""
        return (article for article in self.paths if words in (self.text(article) or ""))

    def _read_once(self, article: str) -> tuple[Article, str] | ArticleError:
        if article not in self._known:
            try:
                found = self._read(self.paths[article])
            except ArticleError as error:
                self._known[article] = error
            else:
                self._known[article] = found, _one_line(f"{found.title} {found.text}")
        return self._known[article]


def source_findings(name: str, source: Source, node: MapNode, articles: Articles) -> Iterator[Finding]:
    """What is wrong with a source.

    Args:
        name: What findings call its file.
        source: The source.
        node: Where it stands.
        articles: What it may point at.
    """

    def finding(key: str, message: str, fix: str, instead: str | None = None) -> Finding:
        place = node.get(key) or node
        return Finding(name, place.line, place.col, message, fix, instead)

    article = source.article
    if not article:
        return
    if article not in articles.paths:
        message, bare = f"there is no article '{article}'", _bare(article)
        if bare not in articles.paths:
            near = difflib.get_close_matches(article, articles.paths, n=1)
            fix = f"write {near[0]}" if near else f"add its text as content/articles/{article}.md"
            yield finding("article", message, fix)
            return
        yield finding("article", message, f"write {bare}", bare)
        article = bare
    text = articles.text(article)
    if text is None:
        return
    quote, dated = source.quote, source.dated or ""
    if quote not in text and (quote := _one_line(quote)) not in text:
        yield finding("quote", *_advice(quote, text, article, articles))
    if dated in text or (dated := _one_line(dated)) in text:
        return
    message = f"'{_short(dated)}' is not in the article {article}"
    if verbatim := same_but_for_signs(dated, text):
        yield finding("dated", message, f"write {verbatim}, with its quotation marks and dashes", verbatim)
    else:
        fix = "write the words of the article that gave the date, or leave 'dated' out"
        yield finding("dated", message, fix)


def _bare(article: str) -> str:
    """The id in what people write for it: the path of the file, quotes, a comma."""
    return PurePosixPath(article.rstrip(", ").strip("\"'“”‘’")).name.removesuffix(".md")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _advice(quote: str, text: str, article: str, articles: Articles) -> tuple[str, str, str | None]:
    """What is wrong with a quote, what to write instead, and the very words if only one can be meant."""
    message = f"these are not the words of {article}"
    if verbatim := same_but_for_signs(quote, text):
        message = f"{article} has other quotation marks or dashes in these words"
        return message, f"write {_short(verbatim)}", verbatim
    if elsewhere := next(articles.that_say(quote), None):
        return message, f"they stand in {elsewhere}, so write 'article: {elsewhere}'", None
    like = nearest_passage(quote, text)
    if like is None:
        return message, "copy the words of a passage, or name the article that has them", None
    if len(like.differences) <= _MOST_TOLD and all(map(_is_short, like.differences)):
        return (
            message,
            f"{' and '.join(map(_change, like.differences))}, as in '{_short(like.passage)}'",
            None,
        )
    return message, f"copy those of the nearest passage, '{_short(like.core)}'", None


def _is_short(difference: Difference) -> bool:
    return max(difference.quote.count(" "), difference.passage.count(" ")) < _MOST_WORDS


def _change(difference: Difference) -> str:
    if not difference.passage:
        return f"leave out '{_short(difference.quote)}'"
    if difference.quote:
        return f"write '{_short(difference.passage)}' instead of '{_short(difference.quote)}'"
    place = f" after '{difference.after}'" if difference.after else " at the start"
    return f"write '{_short(difference.passage)}'{place}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"
