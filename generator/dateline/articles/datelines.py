"""Datelines: the town and agency before the first words of a report, "ROME (ANSA) - …"."""

import re
from dataclasses import dataclass, replace

from dateline.articles.stamps import find_date
from dateline.articles.words import words

_UPPER = "[A-ZÀ-ÖØ-Þ]"
_CAPITALS = rf"(?:{_UPPER}[\w.'’-]*)"
_DASH = r"(?:\s*[-‐‑‒–—―]{1,2}\s*)"
# "(AP)", "(Reuters)", "(Anadolu News Agency)".
_AGENCY = r"\((?P<agency>[^\W\d_][\w./& -]{0,38}\w)\)"
_DATE = r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?:,? \d{4})?"
_TOWN = rf"{_CAPITALS}(?:[ /]{_CAPITALS}){{0,3}}"
_WITH_AGENCY = re.compile(
    rf"(?P<place>{_TOWN}(?:, {_TOWN})?)?(?:,? (?P<date>{_DATE}),?)?\s*{_AGENCY}\s*"
    rf"(?:{_DASH}|: |(?<=\))(?=[A-Z][a-z])|(?P<after>{_DATE}),? (?=[A-Z]))(?=\S)"
)
# "Baghdad, May 18, IRNA – "
_WITHOUT_BRACKETS = re.compile(
    rf"(?P<place>{_TOWN}), (?:(?P<date>{_DATE}), )?(?P<agency>[A-Z][\w/]*){_DASH}(?=\S)"
)
# "Valley News/ "
_BEFORE_SLASH = re.compile(r"(?P<outlet>(?:[A-Z][\w.-]* ){0,3}(?:News|Agency))\s*/\s*(?=\S)")
_WITH_DATE = re.compile(rf"(?P<place>{_TOWN}(?:, {_TOWN})?), (?P<date>{_DATE})(?:{_DASH}|: )(?=\S)")
# "N’DJAMENA", "ST. GEORGE’S".
_ALL_CAPITALS = rf"{_UPPER}(?:{_UPPER}|[.'’-])*{_UPPER}\.?"
_ALONE = re.compile(
    rf"(?P<name>{_ALL_CAPITALS}(?: {_ALL_CAPITALS})*)(?P<country>, [A-Z][\w. ]{{1,40}}?)?"
    rf"(?P<dash>{_DASH}|: )(?=\S)"
)
_THREE_CONSONANTS = re.compile("[^AEIOUY]{3}")
# "**Kesten, 11 October 2024** – " is set in bold.
_IN_MARKS = re.compile(r"(?P<mark>[*_]{1,3})(?P<inside>[^*_\n]{2,80})(?P=mark)")
_STARTS_SENTENCE = re.compile(r"[\"'“‘«(\[]*[^\W_a-z]")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before a report."""

    words: str
    place: str | None = None
    outlet: str | None = None
    published: str | None = None
    """EDTF, when the dateline names a year."""
    spent: bool = True
    """Whether all that the words say is in the other fields, so that the text can do without them."""


def read_dateline(paragraph: str) -> Dateline | None:
    """The dateline at the start of a paragraph, None when there is none beyond doubt."""
    dateline = _in_marks(paragraph) or _read(paragraph)
    if not dateline or not _STARTS_SENTENCE.match(paragraph[len(dateline.words) :]):
        return None
    return dateline


def _in_marks(paragraph: str) -> Dateline | None:
    """A dateline set in bold or italics, its marks among its words."""
    match = _IN_MARKS.match(paragraph)
    plain = _read(f"{match['inside']}{paragraph[match.end() :]}") if match else None
    if match is None or plain is None or len(plain.words) < len(match["inside"]):
        return None
    return replace(plain, words=paragraph[: len(plain.words) + 2 * len(match["mark"])])


def _read(paragraph: str) -> Dateline | None:
    if match := _WITH_AGENCY.match(paragraph):
        return _dated(match, match["agency"]) if _is_agency(match["agency"], match["place"]) else None
    match = _WITHOUT_BRACKETS.match(paragraph)
    if match and match["agency"] in words().agencies:
        return _dated(match, match["agency"])
    if match := _BEFORE_SLASH.match(paragraph):
        return Dateline(match[0], outlet=match["outlet"])
    if match := _WITH_DATE.match(paragraph):
        return _dated(match, None)
    match = _ALONE.match(paragraph)
    if not match or match["name"] in words().not_datelines:
        return None
    name = match["name"]
    if name in words().towns:
        return Dateline(match[0], place=_in_title_case(name) + (match["country"] or ""))
    if match["country"]:
        return Dateline(match[0], place=_in_title_case(name) + match["country"])
    if match["dash"].strip() == ":":
        return None
    if name in words().agencies or (_THREE_CONSONANTS.search(name) and not match["dash"].startswith(" ")):
        return Dateline(match[0], outlet=name)
    return None


def _dated(match: re.Match[str], agency: str | None) -> Dateline:
    place = _in_title_case(match["place"]) if match["place"] else None
    parts = match.groupdict()
    words_of_date = parts["date"] or parts.get("after")
    date = find_date(words_of_date) if words_of_date else None
    published = date[0] if date else None
    # A date without its year would be lost with the dateline, and the text still needs it.
    return Dateline(match[0], place, agency, published, spent=not words_of_date or bool(published))


def _is_agency(name: str, place: str | None) -> bool:
    """Whether what stands in parentheses is an agency, not the short form of the words before it."""
    if name in words().agencies or not place:
        return name in words().agencies or name.endswith("News Agency")
    town = place.split(",")[0]
    return town.isupper() or town.upper() in words().towns


def _in_title_case(place: str) -> str:
    """The place with capitals at the start of its words only: "NEW YORK" is "New York"."""
    if not place.split(",", maxsplit=1)[0].isupper():
        return place
    quiet = re.sub(
        r"[^\W\d_]{2,}", lambda word: word[0].capitalize() if word[0].isupper() else word[0], place
    )
    return re.sub(r"(?<=['’])S\b", "s", quiet)
