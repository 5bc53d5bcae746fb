"""Words whose kind the tagger mistakes: verbs taken for nouns, names for verbs, pasts for participles."""

from typing import TYPE_CHECKING

from dateline.extraction.grammar import has_child, is_verb
from dateline.extraction.lexicon import noun_kinds, word_set
from dateline.extraction.mending.changes import follows_to, opened

if TYPE_CHECKING:
    from dateline.parsing import Doc, Token

# Pasts that are sometimes taken for a verb's first form.
_PASTS = {
    "rang": "ring",
    "sang": "sing",
    "sank": "sink",
    "swam": "swim",
    "drank": "drink",
    "sprang": "spring",
    "retook": "retake",
    "overtook": "overtake",
    "withdrew": "withdraw",
    "overran": "overrun",
    "overthrew": "overthrow",
    "rebuilt": "rebuild",
    "resold": "resell",
    "outran": "outrun",
    "rewrote": "rewrite",
    "underwent": "undergo",
    "withstood": "withstand",
}
_ADVERBS = frozenset({"latterly", "formerly", "lately", "partly", "reportedly", "allegedly"})
_BORNE = frozenset({"ORG", "PERSON", "GPE", "PRODUCT"})


def verbs(doc: "Doc", language: str) -> None:
    """Take for verbs what only the parser treats as such ("was set to land"), and for past what is."""
    for token in doc:
        if token.lower_ in _ADVERBS and token.tag_.startswith("VB"):
            token.tag_, token.pos_ = "RB", "ADV"
        if token.tag_ in {"VB", "VBP"} and (lemma := _PASTS.get(token.lower_)):
            token.tag_, token.lemma_ = "VBD", lemma
        if token.i == 0 and token.tag_ == "VB" and _is_same_in_past(token):
            token.tag_ = "VBN"  # "Set up in 2002, the court goes on"
        if token.tag_ == "VBN" and _is_finite(token, language):
            token.tag_ = "VBD"
        behind_who = token.dep_ == "relcl" and any(t.tag_ == "WP" for t in token.lefts)
        if token.tag_ == "NN" and behind_who and (lemma := _PASTS.get(token.lower_)):
            token.tag_, token.pos_, token.lemma_ = "VBD", "VERB", lemma  # "fighters who overran the town"
        if token.tag_ != "NN" or token.dep_ not in {"xcomp", "ccomp"}:
            _noun(token, language)
            continue
        demanded = has_child(token, "nsubj") and has_child(token, "mark")  # "that the city release him"
        if any(t.tag_ == "TO" for t in token.lefts) or demanded:
            token.tag_, token.pos_, token.lemma_ = "VB", "VERB", token.lower_


def names(doc: "Doc") -> None:
    """Take for names what the tagger takes for verbs though it is written as one: "sent it to Kesten"."""
    for token in doc:
        to = token.tag_ == "VB" and token.text.istitle() and follows_to(token)
        named = token.tag_.startswith("VB") and token.text[0].isupper() and token.ent_type_ in _BORNE
        if to or (named and token.i > 0 and token.dep_ == "acl"):
            token.tag_, token.pos_, token.lemma_ = "NNP", "PROPN", token.text
        if token.tag_ in {"NNS", "NNPS"} and token.text.isupper() and not token.text.endswith("S"):
            token.tag_, token.pos_, token.lemma_ = "NNP", "PROPN", token.text  # letters are one body


def _is_same_in_past(verb: "Token") -> bool:
    alike = verb.lower_ in {"set", "built", "hit", "cut", "put", "shut", "split", "hurt"}
    comma = any(t.text == "," and t.head == verb.head and t.i > verb.i for t in verb.doc)
    return alike and verb.dep_ == "advcl" and comma and not has_child(verb, "dobj")


def _is_finite(verb: "Token", language: str) -> bool:
    """Whether a participle is a past tense: "when a ferry capsized", "Ana Ruiz noticed that"."""
    who = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
    if who is None and verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and not is_verb(verb.head):
        return has_child(verb, "ccomp")  # "The vicar, Ana Ruiz, noticed that": nothing else is the main verb
    if who is None or has_child(verb, "aux") or has_child(verb, "auxpass"):
        return False
    if has_child(verb, "ccomp") or (verb.dep_ == "advcl" and opened(verb)):
        return True
    if verb.dep_ == "ROOT" and verb.lemma_ in word_set(language, "speech", "intransitive", "content"):
        return True  # "Elite forces advanced from the south and entered the base"
    undergone = verb.lemma_ in word_set(language, "speech", "transitive") and not has_child(verb, "dobj")
    return who.ent_type_ == "PERSON" and not undergone


def _noun(token: "Token", language: str) -> None:
    """Take for a noun what was taken for a verb: "declared the cholera outbreak over"."""
    if token.tag_ != "VB" or token.dep_ != "ccomp" or token.head.lemma_ != "declare":
        return
    inner = next((t for t in token.lefts if t.dep_ == "nsubj"), None)
    if inner is not None and inner.i == token.i - 1 and token.lower_ in noun_kinds(language):
        token.tag_, token.pos_, token.lemma_ = "NN", "NOUN", token.lower_
        inner.dep_ = "compound"
