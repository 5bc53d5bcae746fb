"""Names that an article itself gives as one: "Elbonian Coast Guard (ECG)", "X, also known as Y".

Letters in brackets are read as Schwartz and Hearst (2003) read them: back from the bracket until they are
used up; here word by word, since every letter begins one.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from dateline.extraction.lexicon import word_set
from dateline.extraction.who.naming_forms import bare, initials, is_acronym, is_name, without_titles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.parsing import Doc, Span

_NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT"})
_CAPITALISED = r"[^\W\d_a-z][\w.’'-]*"
_NAME = re.compile(rf"(?:the\s+)?({_CAPITALISED}(?:\s+(?:(?:of|the|al|el|de|for)\s+)?{_CAPITALISED}){{0,5}})")
_AND = re.compile(r"\s*(?:,?\s+(?:or|and)\s+|/)")
_AND_IN_BRACKETS = re.compile(r"\s*(?:,\s*(?:(?:or|and)\s+)?|\s(?:or|and)\s+|/)")
_FARTHEST = 4
_TWO_WORDS = 2


def other_names(docs: "Sequence[Doc]", language: str) -> "Iterator[tuple[str, str, tuple[int, int]]]":
    """Pairs of names that are declared to be one, with the passage and word where the first stands."""
    for place, doc in enumerate(docs):
        text = doc.text
        for one, other, at in (*_in_brackets(doc, text, language), *_aliases(doc, text, language)):
            if one != other and is_name(one, language) and is_name(other, language):
                yield one, other, (place, at)


def _in_brackets(doc: "Doc", text: str, language: str) -> "Iterator[tuple[str, str, int]]":
    for token in doc[1:-2] if "(" in text else ():
        if token.text != "(" or doc[token.i + 2].text != ")":
            continue
        letters = doc[token.i + 1].text
        if not is_acronym(letters):
            continue
        entity = _ending_at(doc, token.i)
        if (span := _spelled(doc, token.i, letters, language)) is not None:
            if entity is not None and entity.start < span.start and entity.label_ != "NORP":
                span = entity
            yield bare(span.text), letters, span.start
        elif entity is not None and entity.label_ == "ORG" and len(bare(entity.text).split()) >= _TWO_WORDS:
            yield bare(entity.text), letters, entity.start


def _spelled(doc: "Doc", end: int, letters: str, language: str) -> "Span | None":
    """The words before a bracket whose initials are the letters in it."""
    wanted = letters.replace(".", "").replace("-", "").removesuffix("s")
    for start in range(end - 1, max(-1, end - len(wanted) - _FARTHEST - 1), -1):
        span = doc.span(start, end)
        if span[0].text[:1] == wanted[:1] and wanted in initials(span.text, language):
            return span
    return None


def _aliases(doc: "Doc", text: str, language: str) -> "Iterator[tuple[str, str, int]]":
    for said in _alias_phrases(language).finditer(text):
        entity = next((e for e in doc.ents if e.end_char == said.start() and e.label_ in _NAMED), None)
        if entity is None:
            continue
        one = bare(entity.text)
        if entity.label_ == "PERSON":
            one, _ = without_titles(one, language)
        parting = _AND_IN_BRACKETS if "(" in said.group() else _AND
        at: int | None = said.end()
        while at is not None and (name := _NAME.match(text, at)):
            yield one, bare(name[1]), entity.start
            more = parting.match(text, name.end())
            at = more.end() if more else None


@cache
def _alias_phrases(language: str) -> re.Pattern[str]:
    phrases = sorted(word_set(language, "namings", "aliases"), key=lambda phrase: (-len(phrase), phrase))
    any_of = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"\s*[,(–—-]?\s*(?:{any_of})\s+[\"“‘']?")


def _ending_at(doc: "Doc", end: int) -> "Span | None":
    return next((e for e in doc.ents if e.end == end and e.label_ in _NAMED), None)
