"""English verb forms: those that titles need, and the way back to the dictionary form."""

import re

_IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_PLURAL = {"be": "are"}


def present(lemma: str, *, plural: bool) -> str:
    """The third person of the present: "withdraws", for many "withdraw"."""
    if plural:
        return _PLURAL.get(lemma, lemma)
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return f"{lemma}es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return f"{lemma}s"


_FUTURE = {"’ll": "will", "'ll": "will", "would": "will", "wo": "will", "shall": "will", "ca": "can"}
_BACKSHIFTED = {
    "had": "has",
    "would": "will",
    "was": "is",
    "were": "are",
    "did": "does",
}


def future(modal: str) -> str:
    """The helper as a title has it: "would" of reported speech is "will"."""
    return _FUTURE.get(modal, modal)


def now(helper: str, *, plural: bool) -> str:
    """A verb form of reported speech, moved back to the time of speaking: "had" is "has", for many "have"."""
    if plural and helper in {"had", "did"}:
        return {"had": "have", "did": "do"}[helper]
    return _BACKSHIFTED.get(helper, helper)


# One vowel between single consonants: before "-ed" and "-ing" such a verb doubles its last ("stop, stopped").
_DOUBLES = re.compile(r"[^aeiou]*(?<!q)[aeiou][^aeiouwxy]")
_ENDINGS = {"VBG": "ing", "VBD": "ed", "VBN": "ed", "VBZ": "es"}


def dictionary_form(form: str, tag: str, lemma: str) -> str:
    """The verb that a form belongs to, where rules of spelling tell two verbs apart: "hoping" is of "hope".

    Args:
        form: a verb form in small letters.
        tag: its Penn Treebank tag.
        lemma: the dictionary form that was found for it; it is given back where spelling says nothing else.
    """
    ending = _ENDINGS.get(tag)
    if ending is None or form != lemma + ending:
        return lemma
    if tag == "VBZ":
        return lemma if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{lemma}e"
    return f"{lemma}e" if _DOUBLES.fullmatch(lemma) else lemma
