"""The way back from an English verb form to its dictionary form."""

import re

# One vowel between single consonants: before "-ed" and "-ing" such a verb doubles its last ("stop, stopped").
_DOUBLES = re.compile(r"[^aeiou]*(?<!q)[aeiou][^aeiouwxy]")
# A consonant twice, or one behind two vowels, before an "e": no verb is spelled so.
_TWICE = re.compile(r".*[aeiou]([bdgmnp])\1e?")
_LONG = re.compile(r".*(?:ea|ee|oa|oo|ai)[dklmnp]e")
_ENDINGS = {"VBG": "ing", "VBD": "ed", "VBN": "ed", "VBZ": "es"}


def dictionary_form(form: str, tag: str, lemma: str) -> str:
    """The verb that a form belongs to, where rules of spelling tell two verbs apart: "hoping" is of "hope".

    Args:
        form: a verb form in small letters.
        tag: its Penn Treebank tag.
        lemma: the dictionary form that was found for it; it is given back where spelling says nothing else.
    """
    ending = _ENDINGS.get(tag)
    if ending == "ed" and form == f"{lemma}d":
        if _TWICE.fullmatch(lemma):
            return lemma[:-2]
        return lemma[:-1] if _LONG.fullmatch(lemma) else lemma
    if ending is None or form != lemma + ending:
        return lemma
    if tag == "VBZ":
        return lemma if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{lemma}e"
    return f"{lemma}e" if _DOUBLES.fullmatch(lemma) else lemma
