"""Teasers: the titles and blurbs of other articles, listed under headings such as "Latest news"."""

import re
from functools import cache

from dateline.articles.paragraphs import ends_sentence, is_cut_short, is_prose
from dateline.articles.records import Cut
from dateline.articles.words import letters_of, words

# A longer paragraph is no blurb.
_LONGEST_BLURB = 300
_LONGEST_HEADING = 6


def drop_teasers(lines: list[str]) -> tuple[list[str], list[Cut]]:
    """Take away headings of lists of other articles, with the titles and blurbs that follow them.

    A heading counts only after a first paragraph of prose. After a closing heading everything goes that
    looks like title, blurb, title, blurb; after an inline one only titles and blurbs cut short, since the
    article may go on below. Paragraphs that follow one another are never cut.
    """
    kept: list[str] = []
    cut: list[Cut] = []
    at, prose_seen = 0, False
    while at < len(lines):
        end = _teasers_end(lines, at) if prose_seen else at
        if end > at:
            cut += [Cut(line, "teaser") for line in lines[at:end]]
            at = end
        else:
            prose_seen = prose_seen or is_prose(lines[at])
            kept.append(lines[at])
            at += 1
    return kept, cut


def _teasers_end(lines: list[str], start: int) -> int:
    """Where the teasers under the heading at ``start`` end; ``start`` itself when it is no heading."""
    if not is_list_heading(lines[start]):
        return start
    closing, end = _is_closing(lines[start]), start + 1
    while end < len(lines):
        line = lines[end]
        closing = closing or _is_closing(line)
        if (line.endswith(":") and not is_list_heading(line)) or (
            is_prose(line) and not (closing and _is_blurb(lines, end))
        ):
            break
        end += 1
    return end


def _is_blurb(lines: list[str], at: int) -> bool:
    """Whether a paragraph can be the blurb of the title above it: short, and no other paragraph follows."""
    above, below = lines[at - 1], lines[at + 1] if at + 1 < len(lines) else ""
    under_title = not is_prose(above) and not is_cut_short(above) and not is_list_heading(above)
    return under_title and len(lines[at]) <= _LONGEST_BLURB and not is_prose(below)


def is_list_heading(line: str) -> bool:
    """Whether a line is nothing but one or several headings of lists of articles, even glued together."""
    letters = letters_of(line)
    return bool(_headings().fullmatch(letters)) or _names_whose(line, letters)


def _is_closing(line: str) -> bool:
    letters = letters_of(line)
    named = any(heading in letters for heading in words().closing_headings)
    return (named and is_list_heading(line)) or _names_whose(line, letters)


def _names_whose(line: str, letters: str) -> bool:
    """Whether a line is a heading such as "More from Valley Post": a few words, no sentence."""
    return (
        letters.startswith(words().closing_starts)
        and len(line.split()) <= _LONGEST_HEADING
        and not ends_sentence(line)
    )


@cache
def _headings() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join((*words().closing_headings, *words().inline_headings))})+")
