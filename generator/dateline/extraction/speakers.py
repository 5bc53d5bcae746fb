"""Who is on record saying what a passage tells."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.extraction.cast import Cast
from dateline.extraction.lexicon import word_set
from dateline.extraction.phrases import noun_phrase, referent
from dateline.extraction.titles import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CONTENT = frozenset({"ccomp", "parataxis", "dobj", "advcl", "xcomp"})
_OPEN, _CLOSE = re.compile(r"^\s*[\"“«]"), re.compile(r"[\"”»]")


def speaker_of(head: "Token", cast: Cast, language: str) -> str | None:
    """The speaker whom the sentence itself names for a happening: the subject of the reporting verb above it, or
    the name after "according to". None where the outlet speaks."""
    telling = word_set(language, "speech", "report") | word_set(language, "speech", "act")
    below = head
    for above in head.ancestors:
        if above.pos_ == "VERB" and above.lemma_.lower() in telling and below.dep_ in _CONTENT | {"conj"}:
            found = subject_of(above)
            if found and found[0].i != below.i and (who := _who(found[0], cast)):
                return who
        below = above
    return _according(head.doc, cast)


def inherited(docs: "Sequence[Doc]", at: int, cast: Cast, language: str) -> str | None:
    """The speaker of a passage that is all quotation and names nobody: the one who was quoted just before."""
    if not (_OPEN.match(docs[at].text) and _CLOSE.search(docs[at].text[1:])):
        return None
    for doc in reversed(docs[max(0, at - 3) : at]):
        for token in doc:
            if token.pos_ == "VERB" and token.lemma_.lower() in word_set(language, "speech", "report"):
                found = subject_of(token)
                if found and (who := _who(found[0], cast)):
                    return who
    return None


def _according(doc: "Doc", cast: Cast) -> str | None:
    for token in doc[:-1]:
        if token.lower_ == "according" and doc[token.i + 1].lower_ == "to":
            thing = next((t for t in doc[token.i + 1].children if t.dep_ == "pobj"), None)
            if thing is not None:
                return _who(thing, cast)
    return None


def _who(token: "Token", cast: Cast) -> str | None:
    token = referent(token, cast)
    if token.pos_ == "PRON":
        return None
    return noun_phrase(token, cast, after=token.pos_ == "NOUN")
