"""Where a title may end within its sentence: where nothing is left hanging.

A verb needs its objects, a preposition its noun, a noun what tells which; what says when, where in the
world or beside what else something was may be left out.
"""

from typing import TYPE_CHECKING

from dateline.extraction.grammar import SPANS, has_child, object_of
from dateline.extraction.lexicon import word_set
from dateline.extraction.wording.nouns import is_bare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.extraction.wording.phrases import Wording
    from dateline.parsing import Token

# As what words hang that no verb or preposition can do without.
NEEDED = frozenset(
    {
        *("pobj", "pcomp", "dobj", "attr", "acomp", "xcomp", "ccomp", "oprd", "dative", "prt", "agent"),
        *("aux", "auxpass"),
    }
)
NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
# As what the last word of no title hangs; what may be left out behind a verb; what tells which behind a noun.
_OPEN = frozenset({"cc", "det", "mark", "aux", "auxpass", "case", "poss", "neg", "predet"})
_LEFT_OUT = frozenset({"punct", "advcl", "cc"})
_TELLING_WHICH = frozenset({"prep", "acl", "relcl"})
_WHITHER = frozenset({"to", "into", "from", "onto", "against"})
_WHERE = frozenset({"in", "at", "near", "outside", "across"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_SUMS = frozenset({"MONEY", "PERCENT", "QUANTITY"})
POINTING = frozenset({"the", "this", "that", "these", "those"})
_TIMES = SPANS | {"time", "moment", "point"}
_JOINING = frozenset({"-", "/", "%"})
_ASIDE = frozenset({",", "-", "–", "—", "("})


def may_end(words: "Sequence[Token]", wording: "Wording", *, whole: bool) -> bool:
    """Whether a title may end with some words: nothing of them wants what follows.

    Args:
        words: behind the title.
        wording: of its article.
        whole: whether nouns need what tells which, too.
    """
    last = words[-1]
    if any(t.head.i > last.i for t in words) or last.dep_ in _OPEN or last.tag_ == "TO" or last.pos_ == "AUX":
        return False
    stranded = any(t.dep_ == "relcl" for t in last.ancestors)  # "the awards she was nominated for"
    if last.pos_ == "ADP" and last.dep_ != "prt" and not stranded:
        return False
    if _points(last, wording):
        return False
    name = wording.cast.entity(last)
    if name is not None and name.end > last.i + 1:
        return False
    after = [t for t in last.doc[last.i + 1 : last.i + 3] if not t.is_quote][:1]
    if any(_is_joined_to(last, t) for t in after if t not in wording.dated):
        return False
    if (last.tag_ == "VBG" and any(is_of_date(t, wording) for t in after)) or last.lemma_ in _TIMES:
        return False  # "starting | in May", "at a time | when"
    hanging = last.tag_.startswith("VB") or last.dep_ == "prt" or last.pos_ == "ADV"
    if hanging and not all(t.is_punct or t in wording.dated or t.dep_ == "cc" for t in after):
        return False  # "a report showing | that", "a scandal that brought down | her party"
    leads = last.pos_ == "NOUN" or any(t.lower_ == "from" for t in words)
    if leads and any(t.lower_ == "to" for t in after):
        return False  # "in response | to"
    if last.lower_.endswith(("self", "selves")) and not all(t.is_punct for t in after):
        return False  # "to find themselves | in trouble"
    return not any(_is_cut_short(t, last, wording, whole=whole) for t in words)


def is_of_date(word: "Token", wording: "Wording") -> bool:
    """Whether a word belongs to a date, or leads to one: "on Monday".

    Args:
        word: of a passage.
        wording: of its article.
    """
    thing = word.head if word.dep_ == "det" else object_of(word) if word.lower_ != "of" else None
    return word in wording.dated or (thing is not None and thing in wording.dated)


def _points(noun: "Token", wording: "Wording") -> bool:
    """Whether a noun has only "the" before it, so that another sentence says which: "on the issue"."""
    alone = noun.pos_ == "NOUN" and is_bare(noun) and any(t.lower_ in POINTING for t in noun.lefts)
    return alone and noun.lemma_ not in word_set(wording.language, "speech", "unique")


def _is_joined_to(word: "Token", following: "Token") -> bool:
    """Whether two words are of one name or noun: "federal and state | courts"."""
    both = word.pos_ in NOMINAL and (following.pos_ in NOMINAL or following.tag_ in {"DT", "PRP$"})
    return both or following.text in _JOINING or (following.text == "(" and word.pos_ != "PROPN")


def _is_cut_short(word: "Token", last: "Token", wording: "Wording", *, whole: bool) -> bool:
    """Whether a word needs what stands behind the last one."""
    cut = [t for t in word.rights if t.i > last.i and not is_of_date(t, wording)]
    behind_letters = word.doc[last.i + 1 : last.i + 2]
    named = word == last and bool(word.ent_type_) and any(t.text == "(" for t in behind_letters)
    if any(t.dep_ in NEEDED or (t.lower_ == "of" and not named) for t in cut):
        return True
    if word.lower_ == "between" and not any(t.dep_ == "conj" for t in word.doc[word.i : last.i + 1]):
        return any(t.dep_ == "cc" for thing in word.rights for t in thing.rights)
    if word.tag_.startswith("VB") or word.pos_ == "ADJ":
        return _is_unfinished(word, last, cut)
    if word.pos_ == "PROPN" and word.ent_type_:
        # "From Norvia | and Orla", "despite Norvia | declaring it a crime"
        doing = any(t.tag_ == "VBG" and t.dep_ == "acl" and t.left_edge.i == word.i + 1 for t in cut)
        name = wording.cast.entity(word)
        ends = word == last or (name is not None and name.end == last.i + 1)
        return ends and (doing or any(t.dep_ == "conj" for t in cut))
    if word == last and any(_is_of_both(t) for t in cut):
        return True
    if word.ent_type_ in _SUMS:
        return False  # "valued at $3 million | for the plant"
    if word.dep_ == "prep":
        return any(t.dep_ != "punct" for t in cut)
    owned = any(t.dep_ == "poss" for t in word.lefts)
    meanwhile = word_set(wording.language, "speech", "meanwhile")
    return whole and any(
        t.dep_ in _TELLING_WHICH
        and not (_says_where(t) or t.lower_ in meanwhile)
        and word.doc[t.left_edge.i - 1].text not in _ASIDE
        and not (owned and t.dep_ == "relcl")
        and not has_child(t, "pcomp")  # "for joining" is what the verb is for
        for t in cut
    )


def _is_of_both(second: "Token") -> bool:
    """Whether what follows the second of two nouns is of both: "to provide shelter | and funds to rebels"."""
    follows = second.doc[second.i + 1 : second.i + 2]
    short = second.dep_ == "conj" and second.i == second.head.i + 2
    return short and any(t.lower_ in {"to", "of", "for"} for t in follows)


def _says_where(word: "Token") -> bool:
    """Whether a preposition tells in which town or country something is."""
    place = object_of(word) if word.lower_ in _WHERE else None
    return place is not None and any(t.ent_type_ in _PLACES for t in (place, *place.lefts, *place.rights))


def _is_unfinished(verb: "Token", last: "Token", cut: "Sequence[Token]") -> bool:
    """Whether a verb or adjective needs what is cut off behind the last word."""
    if verb == last:
        return any(t.dep_ not in _LEFT_OUT and not (t.dep_ == "conj" and verb.pos_ == "ADJ") for t in cut)
    return any(
        (t.dep_ == "prep" and t.left_edge.i == verb.i + 1)
        or (t.left_edge.i == last.i + 1 and (t.dep_ == "npadvmod" or t.lower_ in _WHITHER))
        for t in cut
    )
