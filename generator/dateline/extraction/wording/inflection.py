"""English verb forms that titles need."""

_IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_PLURAL = {"be": "are"}


def present(lemma: str, *, plural: bool) -> str:
    """The third person of the present: "withdraws", for many "withdraw"."""
    if plural:
        return _PLURAL.get(lemma, lemma)
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith(("s", "x", "z", "ch", "sh")) or (lemma[-1:] == "o" and lemma[-2:-1] not in "aeiou"):
        return f"{lemma}es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return f"{lemma}s"


# Participles that do not end in -ed, of verbs that nouns are made of: "sale", "theft".
_PARTICIPLES = {"sell": "sold", "buy": "bought", "shoot": "shot", "build": "built", "steal": "stolen"}


def participle(lemma: str) -> str:
    """What has been done: "arrested", "sold"."""
    if lemma in _PARTICIPLES:
        return _PARTICIPLES[lemma]
    if lemma.endswith("e"):
        return f"{lemma}d"
    return f"{lemma[:-1]}ied" if lemma.endswith("y") and lemma[-2] not in "aeiou" else f"{lemma}ed"


_FUTURE = {"’ll": "will", "'ll": "will", "would": "will", "wo": "will", "shall": "will", "ca": "can"}
_BACKSHIFTED = {
    "had": "has",
    "would": "will",
    "was": "is",
    "were": "are",
    "did": "does",
}


# Helpers that "not" contracts otherwise.
_CONTRACTED = {"will": "wo", "can": "ca", "shall": "sha"}


def contracted(helper: str, short: str) -> str:
    """A helper with its short "not", apostrophe as in the text: "won't"."""
    return f"{_CONTRACTED.get(helper, helper)}{short}"


def future(modal: str) -> str:
    """The helper as a title has it: "would" of reported speech is "will"."""
    return _FUTURE.get(modal, modal)


def now(helper: str, *, plural: bool) -> str:
    """A verb form of reported speech, moved back to the time of speaking: "had" is "has", for many "have"."""
    if plural and helper in {"had", "did"}:
        return {"had": "have", "did": "do"}[helper]
    return _BACKSHIFTED.get(helper, helper)
