"""A text to its sentences, each with its place in the text."""

import re
from functools import cache

from dateline.articles.datelines import read_dateline
from dateline.extraction.lexicon import words_of
from dateline.extraction.who.nations import countries_in_lower
from dateline.model import Passage

# A line of a list stands alone, as a paragraph does.
# A short line without a stop, over one that begins a sentence.
_HEADING = re.compile(r"(?:\d{1,2}[.)] )?[^\W_a-z][^.!?:;,\n]{0,40}\n(?=[^\W_a-z])")
_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\s*\n|\s*[-–—•*]\s))*")
# The marks of bold print may close and open a sentence.
# An address in the middle of a line ends what stands before it, such as the names of buttons.
_STOP = re.compile(
    r"(?:\bhttps?://[^\s\"'<>()]*[^\s\"'<>().,;:!?]|[.!?…]+[\"'”’»)\]*_]*)(?=\s+[\"'“‘«(\[*_]*[^\W_a-z])"
)
# A place, an agency or a subject in capitals before what is told of it: "KESTEN — The ferry sank".
_CAPITALS = r"[^\W\d_a-zß-ÿ](?:[^\W_a-zß-ÿ]|[.'’/-])*"
_DASH = r"\s(?:[–—]|-{1,2})\s"
_LABEL = re.compile(
    rf"(?=\W*\w['’]?\w)[*_]{{0,3}}{_CAPITALS}(?:,? {_CAPITALS}){{0,3}}[*_]{{0,3}}{_DASH}(?=\W?[^\W\d_a-zß-ÿ])"
)
# Towns and their country, or its part: "Kesten and Orla, Norvia — The ferry sank".
_TOWN = r"[^\W\d_a-zß-ÿ][\w.'’-]*"
_PLACE = re.compile(
    rf"{_TOWN}(?: (?:and )?{_TOWN}){{0,3}}, (?P<part>occupied |[a-z]+ern )?"
    rf"(?P<country>{_TOWN}(?: {_TOWN}){{0,2}})\s?(?:[–—]|-{{1,2}})\s?"
    r"(?=[\"“‘']?[^\W\d_a-zß-ÿ])"
)
_NEXT_WORD = re.compile(r"\s+(\W*)(\w*)")
_LETTERS = re.compile(r"(?:[a-z]\.)*[a-z]")
_LAST_WORD = re.compile(r"[^\s(\[“‘\"'«—–/-]+$")


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return words_of(language, "abbreviations")


def split_passages(text: str, language: str = "en") -> list[Passage]:
    """The sentences of a text, in order.

    Args:
        text: paragraphs parted by blank lines; a sentence never runs over such a gap.
        language: a language folder of this package; it gives the abbreviations.

    Returns:
        Passages without blanks at their ends. Between them they hold every word of the text. A dateline
        ("ROME, May 3 (AP) –") is a passage of its own: it is no part of the sentence that it opens.
    """
    passages = []
    for paragraph in _PARAGRAPH.finditer(text):
        start = paragraph.start()
        if heading := _HEADING.match(text, start, paragraph.end()):
            passages.append(_passage(text, start, heading.end()))
            start = heading.end()
        if dateline := read_dateline(text[start : paragraph.end()]):
            passages.append(_passage(text, start, start + len(dateline.words)))
            start += len(dateline.words)
        elif (label := _label(text, start, paragraph.end(), language)) is not None:
            passages.append(_passage(text, start, label.end()))
            start = label.end()
        for stop in _STOP.finditer(text, start, paragraph.end()):
            if stop.end() > start and _ends_sentence(text, start, stop, language):
                passages.append(_passage(text, start, stop.end()))
                start = stop.end()
        if text[start : paragraph.end()].strip():
            passages.append(_passage(text, start, paragraph.end()))
    return passages


def _label(text: str, start: int, end: int, language: str) -> re.Match[str] | None:
    """What stands before what is told, from where or of what: capitals, or towns of a country."""
    place = _PLACE.match(text, start, end)
    if place is not None and (place["part"] or place["country"].lower() in countries_in_lower(language)):
        return place
    label = _LABEL.match(text, start, end)
    return label if label is not None and _stands_alone(text, label, language) else None


def _stands_alone(text: str, label: re.Match[str], language: str) -> bool:
    """Whether a dash parts capitals from what they label, and opens no aside: "NATO — our ally — is"."""
    line = text.find("\n", label.end())
    stops = _STOP.finditer(text, label.end(), len(text) if line < 0 else line)
    end = next((s.end() for s in stops if _ends_sentence(text, label.start(), s, language)), line)
    return len(re.findall(_DASH, text[label.start() : end if end > 0 else len(text)])) % 2 == 1


def _ends_sentence(text: str, start: int, stop: re.Match[str], language: str) -> bool:
    mark = stop.group()
    following = _NEXT_WORD.match(text, stop.end(), stop.end() + 60)
    next_word = following.group(2) if following else ""
    if next_word[:1].islower():
        return False
    if not mark.startswith(".") or (len(mark) > 1 and mark[1] == "."):
        return True
    before = _LAST_WORD.search(text, max(start, stop.start() - 20), stop.start())
    word = before.group().lower() if before else ""
    if word in _abbreviations(language) or _LETTERS.fullmatch(word):
        # "U.S. The" ends a sentence, "U.S. Army" and "J. Smith" do not.
        return "." in word and next_word.lower() in words_of(language, "openers")
    return True


def _passage(text: str, start: int, end: int) -> Passage:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Passage(start, end, text[start:end])
