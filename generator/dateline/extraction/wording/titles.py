"""A happening to its title, as a headline has it.

The words are built anew from the parse rather than cut out of the sentence: who in full, the verb in the
present, what completes it. Dates, attribution, relative clauses and asides stay out.
"""

import re
from typing import TYPE_CHECKING

from dateline.extraction.grammar import is_verb, subject_of
from dateline.extraction.lexicon import word_set
from dateline.extraction.wording.clauses import clause, predicate_of
from dateline.extraction.wording.nominals import nominal
from dateline.extraction.wording.phrases import Wording
from dateline.extraction.wording.subjects import weighs

if TYPE_CHECKING:
    from dateline.parsing import Token

LONGEST = 90
# A longer word that opens a title and comes back was taken for what something else did.
_SMALL = 4
# What sets the subject off from others that another sentence told of.
_THAN_BEFORE = re.compile(r"^(?:another|other)\s+(?=\w)", re.IGNORECASE)
# A name of two words or more that comes back.
_NAMED_TWICE = re.compile(r"\b([^\W_a-z]\w+ [^\W_a-z][\w-]+)\b.*\b\1\b")


def title(head: "Token", wording: Wording) -> str | None:
    """The title of the happening that a word names.

    Returns:
        A clause or noun phrase of at most :data:`LONGEST` characters without a final stop; None where the
        passage does not say who or what it is about.
    """
    if head.lemma_.lower() in word_set(wording.language, "speech", "quoting"):
        return None
    if head.dep_ == "acl" and head.lemma_.lower() in word_set(wording.language, "speech", "asked"):
        return None  # "residents interviewed on Sunday said"
    text = nominal(head, wording) if head.pos_ == "NOUN" else clause(head, wording)
    if text is None:
        return None
    text = re.sub(r"\s+([,.;:])", r"\1", re.sub(r"\s+", " ", text)).strip(" ,;:-–—.")
    text = _THAN_BEFORE.sub("", text)
    words = text.split()
    again = bool(words) and len(words[0]) > _SMALL and words[0].lower() in words[1:]
    numbered = text.endswith(" No")  # "Mine No. 1"
    if numbered or len(text) > LONGEST or len(words) < 2 or again or _NAMED_TWICE.search(text):
        return None
    camel = text[:1].islower() and text[1:2].isupper()  # "iPhone" keeps its small letter
    return text if camel else text[:1].upper() + text[1:]


def is_slight(head: "Token", told: str, wording: Wording) -> bool:
    """Whether a title is too little to stand alone: "portrait begun", and nobody knows whose.

    Args:
        head: as for :func:`title`, which
        told: is what that gave.
        wording: of its article.
    """
    found = subject_of(head) if is_verb(head) else None
    if found is None or weighs(found.token, head, wording):
        return False
    alone = f"{wording.noun_phrase(found.token)} {predicate_of(head, found, wording)}"
    return told.lower() == alone.lower()
