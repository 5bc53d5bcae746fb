"""Teasers: the titles and blurbs of other articles, listed under headings such as "Latest news"."""

import re
from functools import cache

from dateline.articles.paragraphs import is_cut_short, is_prose
from dateline.articles.records import Cut
from dateline.articles.words import letters_of, words

# A longer paragraph is no blurb.
_LONGEST_BLURB = 300


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
    return bool(_heading().fullmatch(letters_of(line)))


def _is_closing(line: str) -> bool:
    return is_list_heading(line) and any(heading in letters_of(line) for heading in words().closing_headings)


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join((*words().closing_headings, *words().inline_headings))})+")
