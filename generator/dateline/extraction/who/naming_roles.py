"""The titles and roles beside a name: "the company's chief executive, X"; "X, head of the union"."""

import re
from typing import TYPE_CHECKING

from dateline.extraction.lexicon import table_of, word_set
from dateline.model import NameKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.parsing import Span, Token

KIND_OF: dict[str, NameKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
"""The recogniser's labels, which the word lists use too."""
_BEFORE = frozenset({"compound", "amod", "nmod", "poss", "case", "punct", "npadvmod", "advmod"})
_ENDS = frozenset({",", ";", ":", "(", ")", "—", "–", "“", "”", '"'})
_POSSESSIVE = re.compile(r"[’']s\b")
_LONGEST = 8
# Words that say when somebody held a role, or that stand before any.
_DROPPED = frozenset(
    {
        "the",
        "a",
        "an",
        "former",
        "late",
        "then",
        "current",
        "acting",
        "outgoing",
        "his",
        "her",
        "its",
        "their",
    }
)


def roles_beside(name: "Span", language: str) -> dict[str, NameKind]:
    """The roles of who or what is named, in lower case, without article; each with the kind that has it."""
    root = name.root
    runs: list[Sequence[Token]] = [_run_before(name)]
    runs += [_phrase(t) for t in root.children if t.dep_ == "appos" and t.i >= name.end]
    if root.dep_ == "appos" and root.head.i < name.start:
        runs.append(_phrase(root.head))
    elif root.dep_ in {"nsubj", "nsubjpass"} and root.head.lemma_ == "be":
        runs += [_phrase(t) for t in root.head.children if t.dep_ == "attr" and t.i > root.head.i]
    roles: dict[str, NameKind] = {}
    for run in runs:
        others = [t for t in run if not name.start <= t.i < name.end]
        kind, text = _kind(others, language), _text(others)
        if kind and text:
            roles[text] = KIND_OF[kind]
    return roles


def _run_before(name: "Span") -> "Sequence[Token]":
    """What stands before a name in its noun phrase: "Peruvian Finance Minister" before the name."""
    doc, start = name.doc, name.start
    while start > 0 and name.start - start < _LONGEST:
        before = doc[start - 1]
        if before.dep_ not in _BEFORE or before.lower_ in _ENDS or before.is_space:
            break
        if before.tag_ not in {"NN", "NNP", "NNPS", "JJ", "POS", "HYPH"} and not before.is_title:
            break
        start -= 1
    return doc[start : name.start]


def _phrase(noun: "Token") -> "Sequence[Token]":
    """A noun with what belongs to it, as far as the next comma."""
    doc, start, end = noun.doc, noun.left_edge.i, noun.i + 1
    for at in range(noun.i - 1, start - 1, -1):
        if doc[at].lower_ in _ENDS or doc[at].tag_ in {"VBZ", "VBD", "VBP"}:
            start = at + 1
            break
    while end <= noun.right_edge.i and end - start < _LONGEST and doc[end].lower_ not in _ENDS:
        if doc[end].dep_ in {"relcl", "acl", "cc"} or doc[end].pos_ in {"VERB", "AUX", "PRON"}:
            break
        end += 1
    return doc[start:end]


def _kind(run: "Sequence[Token]", language: str) -> str | None:
    """What the noun that a phrase is about says of the bearer: a person, a body, or nothing."""
    titles = word_set(language, "persons", "titles")
    bodies: dict[str, str] = table_of(language, "persons")["bodies"]
    heads = [t for t in run if t.pos_ in {"NOUN", "PROPN"}]
    of = next((n for n, t in enumerate(run) if t.tag_ == "IN"), len(run))
    before = [t for t in heads if t in run[:of]] or heads
    for token in reversed(before):
        if token.lemma_.lower() in bodies and (
            token.pos_ == "NOUN" or bodies[token.lemma_.lower()] == "PERSON"
        ):
            return bodies[token.lemma_.lower()]
        if token.lower_.strip(".") in titles:
            return "PERSON"
    return None


def _text(run: "Sequence[Token]") -> str:
    words = "".join(t.text_with_ws for t in run).lower()
    words = _POSSESSIVE.sub("", " ".join(words.split())).strip(" .,'’\"“”-–—")
    parts = words.split()
    while parts and parts[0] in _DROPPED:
        parts.pop(0)
    return " ".join(parts)
