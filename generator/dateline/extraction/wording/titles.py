"""A happening to its title, as a headline has it.

The words are built anew from the parse rather than cut out of the sentence: who in full, the verb in the
present, what completes it. Dates, attribution, relative clauses and asides stay out.
"""

import re
from typing import TYPE_CHECKING

from dateline.extraction.lexicon import word_set
from dateline.extraction.when.date_attachment import LEADING
from dateline.extraction.wording.clauses import clause
from dateline.extraction.wording.completion import completed, is_left_hanging
from dateline.extraction.wording.fitting import LONGEST
from dateline.extraction.wording.nominals import nominal
from dateline.extraction.wording.phrases import Wording

if TYPE_CHECKING:
    from dateline.parsing import Token

# A longer word that opens a title and comes back was taken for what something else did.
_SMALL = 4
# What sets the subject off from others that another sentence told of.
_THAN_BEFORE = re.compile(r"^(?:another|other|further|subsequent)\s+(?=\w)", re.IGNORECASE)
# What leads to a date that a title leaves out.
_STARTING = re.compile(r" (?:starting|beginning)$")
# What adds nothing to a number.
_TOTAL = re.compile(r"\b(?:a |an )?(?:overall |combined )?total of (?=\d)", re.IGNORECASE)
# A word that comes back, as when what "them" stands for is told beside it.
_WORD_TWICE = re.compile(
    r"\b(?!(?:million|billion|thousand|percent|people|points|years|after)\b)([a-z]{5,})\b.*\b\1\b"
)
# "Norvia’s tour of Norvia", "Senate to amend Senate".
_OF_ITSELF = re.compile(r"\b(\w{4,})’s .*\bof \1\b|^(\w{4,}) (?:to )?[a-z]+ \2$")
# What is no text: an address, a bracket without its other, a word said twice over ("queen Queen").
_BROKEN = re.compile(
    r"https?:|www\.|#\w| [-–—] |-(?:high|wide|long|deep|tall|old)$|^[^(]*\)|\([^)]*$|\b(\w{3,}) \1\b",
    re.IGNORECASE,
)
# With these a title says that something is not so.
DENYING = frozenset({"not", "never", "no", "n't", "n’t", "nobody", "without", "cannot"})
_NOT = frozenset({"not", "never", "n't", "n’t"})
_APART = frozenset({"relcl", "acl", "advcl", "conj", "parataxis", "appos"})
# A name of two words or more that comes back.
_NAMED_TWICE = re.compile(r"\b([^\W_a-z]\w+ [^\W_a-z][\w-]+)\b.*\b\1\b")


def title(head: "Token", wording: Wording, *, ahead: bool = False) -> str | None:
    """The title of the happening that a word names.

    Args:
        head: the verb or noun.
        wording: of its article.
        ahead: whether it is to come, also where its verb does not say so: "the board meets on Monday".

    Returns:
        A clause or noun phrase of at most 90 characters without a final stop; None where the
        passage does not say who or what it is about.
    """
    if head.lemma_.lower() in word_set(wording.language, "speech", "quoting"):
        return None
    if head.dep_ == "acl" and head.lemma_.lower() in word_set(wording.language, "speech", "asked"):
        return None  # "residents interviewed on Sunday said"
    if head.dep_ == "acl" and head.lemma_ in LEADING:
        return None  # "a group led by Ana Ruiz on Sunday left the party"
    if head.dep_ == "acl" and _is_who_says_so(head.head):
        return None  # "according to a league table released in May"
    text = nominal(head, wording, ahead=ahead) if head.pos_ == "NOUN" else clause(head, wording, ahead=ahead)
    if text is None:
        return None
    text = re.sub(r"\s+([,.;:])", r"\1", re.sub(r"\s+", " ", text)).strip(" ,;:-–—.")
    text = _TOTAL.sub("", _STARTING.sub("", _THAN_BEFORE.sub("", text)))
    fit = (said for said in (completed(text, head, wording), text) if _is_whole(said, head))
    text = next(fit, None)
    if text is None or is_left_hanging(text, head, wording):
        return None
    camel = text[:1].islower() and text[1:2].isupper()  # "iPhone" keeps its small letter
    return text if camel else text[:1].upper() + text[1:]


def _is_who_says_so(noun: "Token") -> bool:
    """Whether a noun is what something was told according to."""
    to = noun.head
    return noun.dep_ == "pobj" and to.lower_ == "to" and to.head.lower_ == "according"


def _is_whole(text: str, head: "Token") -> bool:
    """Whether a title is some words of text, neither too long nor telling anything twice over or turned."""
    words = text.split()
    again = bool(words) and len(words[0]) > _SMALL and words[0].lower() in words[1:]
    numbered = text.endswith(" No")  # "Mine No. 1"
    twice = _NAMED_TWICE.search(text) or _OF_ITSELF.search(text) or _WORD_TWICE.search(text)
    unfit = numbered or len(text) > LONGEST or len(words) < 2 or again or twice
    return not (unfit or _BROKEN.search(text) or _is_turned(head, words))


def _is_turned(head: "Token", words: "list[str]") -> bool:
    """Whether a title tells as so what its sentence says is not: "was “not the will of the people”"."""
    said = {word.lower().strip("“”\"'‘’") for word in words}
    if said & DENYING or any(word.endswith(("n't", "n’t")) for word in said):
        return False
    denied = (t.head for t in head.subtree if t.lower_ in _NOT and t.head != head)
    return any({t.lower_, t.lemma_.lower()} & said and not _is_beside(t, head) for t in denied)


def _is_beside(word: "Token", head: "Token") -> bool:
    """Whether a word stands in an aside, or in what is joined on: "guilty of theft, not of fraud"."""
    above = word
    while above not in (head, above.head):
        if above.dep_ in _APART:
            return True
        above = above.head
    return False
