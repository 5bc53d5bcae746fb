"""Where names begin and end, put right: words of a title in quotation marks, halves of names, two in one."""

from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.extraction.lexicon import word_set
from dateline.extraction.who.nations import countries_in_lower
from dateline.parsing import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.parsing import Doc, Token

_BORNE = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})
_OPENS, _CLOSES = frozenset({'"', "``", "“"}), frozenset({'"', "''", "”"})
_MARKS = _OPENS | _CLOSES
_ITALICS = frozenset({"*", "_"})
_PEERS = frozenset(
    {"baron", "baroness", "count", "countess", "duke", "duchess", "lord", "lady", "sir", "dame"}
)
_HYPHENS = frozenset({"-", "‑", "–"})
_INSIDE = frozenset({"in", "at", "near", "from", "to", "outside", "inside"})
# Small words that a title in capitals keeps small.
_SMALL = frozenset(
    {
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "and",
        "or",
        "by",
        "with",
        "from",
        "is",
        "’s",
        "'s",
    }
)
# What a minister or secretary is one of.
_FIELDS = frozenset(
    {
        *("state", "defense", "defence", "justice", "health", "education", "energy", "treasury", "labor"),
        *("labour", "finance", "interior", "agriculture", "transport", "commerce", "culture", "trade"),
    }
)
# A first name and a last.
_FULL_NAME = 2
# What is called after whoever gave it or is meant to have it: "the Founder’s Medal".
_GIVEN = frozenset({"medal", "prize", "award", "cup", "trophy", "shield", "plate", "scholarship", "day"})


def bounded(names: "Sequence[Span]", doc: "Doc", language: str) -> "list[Span]":
    """The names of a passage, each as far as it reaches.

    Args:
        names: as the recogniser saw them, in order.
        doc: the passage.
        language: the language of the word lists.
    """
    kept = [_cut(_bare(name), language) for name in names if not in_work(name) and not _is_of_gift(name)]
    whole = [_with_field(name, language) for name in kept]
    joined: list[Span] = []
    for name in whole:
        if joined and name.start < joined[-1].end:
            continue
        if joined and _is_of(joined[-1], name):
            joined[-1] = Span(doc, joined[-1].start, name.end, "GPE")
        else:
            joined.append(name)
    return joined


def _works(doc: "Doc") -> "Iterator[tuple[int, int]]":
    """Where a song, book or film is called in quotation marks: "wrote “Ana, Come Down the Hill”"."""
    marks = [word for word in doc if word.text in _MARKS]
    for opens, closes in pairwise(marks):
        inside = [t for t in doc[opens.i + 1 : closes.i] if t.text[:1].isalpha()]
        if opens.text not in _OPENS or closes.text not in _CLOSES or opens.whitespace_ or len(inside) < 2:
            continue
        if all(t.text[0].isupper() or t.lower_ in _SMALL for t in inside):
            yield opens.i, closes.i


def in_work(name: "Span") -> bool:
    """Whether a name is some of the words of a title; all of one may be what somebody is called."""
    for opens, closes in _works(name.doc):
        inside = [t for t in name.doc[opens + 1 : closes] if t.text[:1].isalpha()]
        if opens < name.start and name.end <= closes and name.label_ in _BORNE:
            return name.end - name.start < len(inside)
    return False


def _is_of_gift(name: "Span") -> bool:
    """Whether what is taken for somebody is whoever a medal is called after: "its Founder’s Medal"."""
    around = name.doc[name.end - 1 : name.end + 2]
    if name.label_ not in {"PERSON", "ORG"} or all(t.tag_ != "POS" for t in around[:2]):
        return False
    given = next((t for t in around[1:] if t.tag_ != "POS"), None)
    return given is not None and given.is_title and given.lower_ in _GIVEN


def _bare(name: "Span") -> "Span":
    """A name without the marks of italics around it: "*Aurora*"."""
    start, end = name.start, name.end
    while end - start > 1 and name.doc[end - 1].text in _ITALICS:
        end -= 1
    while end - start > 1 and name.doc[start].text in _ITALICS:
        start += 1
    return name if end - start == len(name) else Span(name.doc, start, end, name.label_)


def _is_office_of(word: "Token", language: str) -> bool:
    """Whether a word says of what somebody named behind it is the head: "president of Norvia Ana Ruiz"."""
    if word.i < 2 or word.nbor(-1).lower_ != "of":
        return False
    office = word.nbor(-2).lower_
    heads = office in word_set(language, "persons", "offices") | {"leader", "king", "queen"}
    field = word.lower_ in _FIELDS or word.lower_ in countries_in_lower(language)
    return (heads and field) or office in word_set(language, "persons", "states")


def _cut(name: "Span", language: str) -> "Span":
    """The first of two names with nothing but a comma between: "at Kesten, Ruiz produced a map"."""
    if len(name) == 1:
        return name
    if len(name) > _FULL_NAME and _is_office_of(name[0], language):
        return Span(name.doc, name.start + 1, name.end, "PERSON")  # "Secretary of State Ana Ruiz"
    if name[-1].pos_ == "ADP" and name[-1].lower_ in {"of", "for", "at", "from"}:
        return Span(name.doc, name.start, name.end - 1, name.label_)  # "Ana Ruiz of Norvia, who"
    score = next((t.i for t in name if t.i > name.start and t.text[0].isdigit()), None)
    if score is not None and score + 1 < name.end and name.doc[score + 1].text in _HYPHENS:
        return Span(name.doc, name.start, score, name.label_)  # "beat Orla 2-1"
    if name.label_ == "PERSON" and name[-1].text.isdigit():
        return Span(name.doc, name.start, name.end - 1, "PERSON")  # "Ana Ruiz 9 per cent"
    owned = next((t for t in name if t.dep_ == "poss" and t.i > name.start and t.head.i >= name.end), None)
    if owned is not None and owned.i + 1 < name.end and owned.nbor().tag_ == "POS":
        return Span(name.doc, name.start, owned.i + 1, name.label_)  # "Norvia Air’s Aurora jet"
    comma = next((t.i for t in name if t.text == ","), None)
    listed = any(t.lower_ in {"and", "&"} for t in name)
    if comma is None or comma == name.start or listed or name.label_ not in {"PERSON", "ORG", "FAC"}:
        return name
    if name.doc[comma + 1].lower_.strip(".") in {"inc", "ltd", "llc", "jr", "sr"}:
        return name
    inside = name.start and name.doc[name.start - 1].lower_ in _INSIDE
    return Span(name.doc, name.start, comma, "GPE" if inside else name.label_)


def hyphened(name: "Span", language: str) -> "Span":
    """The span of a person or country with both halves, where the recogniser saw one: "Ruiz-Brandt"."""
    start, end = name.start, name.end
    if name.label_ == "GPE" and end + 1 < len(name.doc) and is_tie(name.doc[end]):
        whole = Span(name.doc, start, end + 2, "GPE")
        return whole if whole.text.lower() in countries_in_lower(language) else name
    if name.label_ != "PERSON":
        return name
    while start > 1 and _is_of_name(name.doc[start - 1], name, language) and name.doc[start - 2].text == ",":
        start -= 1  # "the minister, Mahamat Adoum Ruiz,"
    while start > 1 and is_tie(name.doc[start - 1]) and _is_half(name.doc[start - 2]):
        start -= 2
    while end + 1 < len(name.doc) and is_tie(name.doc[end]) and _is_half(name.doc[end + 1]):
        end += 2
    return Span(name.doc, start, end, "PERSON")


def _is_of_name(word: "Token", name: "Span", language: str) -> bool:
    """Whether a word right before a name is one more of its names."""
    tied = word.dep_ == "compound" and word.head.i == name.end - 1 and _is_half(word)
    return tied and word.lower_ not in word_set(language, "persons", "titles") | _PEERS


def is_tie(mark: "Token") -> bool:
    """Whether a mark makes one of the words around it."""
    return mark.text in _HYPHENS and not mark.whitespace_ and not mark.doc[mark.i - 1].whitespace_


def _is_half(word: "Token") -> bool:
    return word.pos_ == "PROPN" and word.is_title and word.is_alpha and word.ent_type_ in {"", "PERSON"}


def _with_field(name: "Span", language: str) -> "Span":
    """A body with the second of its fields: "Ministry of Labour and Pensions"."""
    words = [t for t in name if t.lower_ != "the"] if name.label_ == "ORG" else []
    tied = len(words) > 2 and words[1].lower_ in {"of", "for"}
    if not tied or words[0].lower_ not in word_set(language, "namings", "bodies"):
        return name
    end = name.end + 1
    if end >= len(name.doc) or name.doc[name.end].lower_ != "and":
        return name
    titles = word_set(language, "persons", "titles")
    while end < len(name.doc) and end <= name.end + 2 and _is_field(name.doc[end], titles):
        end += 1
    return Span(name.doc, name.start, end, "ORG") if end > name.end + 1 else name


def _is_field(word: "Token", titles: frozenset[str]) -> bool:
    free = not word.ent_type_ or (word.ent_type_ == "ORG" and word.tag_ == "NNPS")
    return word.pos_ == "PROPN" and word.is_title and free and word.lower_ not in titles


def _is_of(first: "Span", second: "Span") -> bool:
    """Whether two places are one with "of" in its name: "Bay of Kesten"."""
    words = [t.lower_ for t in first.doc[first.start : second.start]]
    return words[1:] == ["of"] and first.label_ == second.label_ == "GPE" and len(second) == 1
