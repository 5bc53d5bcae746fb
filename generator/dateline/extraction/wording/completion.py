"""What stands right behind the last word of a title and completes it: "convicted | of sexual abuse".

A title is made of what its verb or noun takes. What else a sentence says right there is mostly what tells
which or what for, so that it is added word by word where the title has room for all of it: up to a place at
which nothing is left hanging.
"""

import re
from typing import TYPE_CHECKING

from dateline.extraction.grammar import SPANS, has_child, is_verb, leaves_open, object_of, subject_of
from dateline.extraction.lexicon import word_set
from dateline.extraction.who.antecedents import antecedent
from dateline.extraction.wording.fitting import LONGEST
from dateline.extraction.wording.nouns import as_they_stood, is_bare, outside_brackets, tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.extraction.wording.phrases import Wording
    from dateline.parsing import Token

# As what words hang that may go on behind a title, and those that no verb or preposition can do without.
_GOING_ON = frozenset({"prep", "agent", "acl", "relcl", "xcomp", "prt", "advcl", "dative"})
_NEEDED = frozenset(
    {
        *("pobj", "pcomp", "dobj", "attr", "acomp", "xcomp", "ccomp", "oprd", "dative", "prt", "agent"),
        *("aux", "auxpass"),
    }
)
# What no title ends with, and what may be left out behind its last verb, noun or name.
_OPEN = frozenset({"cc", "det", "mark", "aux", "auxpass", "case", "poss", "neg", "predet"})
_TELLING_WHICH = frozenset({"prep", "acl", "relcl"})
_LEFT_OUT = frozenset({"punct", "advcl", "cc"})
_WHITHER = frozenset({"to", "into", "from", "onto", "against"})
_WHERE = frozenset({"in", "at", "near", "outside", "across"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSES = frozenset({"relcl", "ccomp"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_BEGINNING = frozenset({"DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ"})
_FIRST_OR_SECOND = frozenset({"i", "we", "you", "me", "us", "my", "our", "your"})
_THEIRS = frozenset({"its", "their", "his", "her"})
_BESIDE_WORDS = frozenset({"-", "%", "$"})
_ASIDE = frozenset({",", "-", "–", "—", "("})
# What is no word: a damaged text has "House.- Check" and "order,-putting".
_DAMAGED = re.compile(r"[.,]-|[^\w.,$%&/'’€£-]|\w-$|^-\w")


def completed(text: str, head: "Token", wording: "Wording") -> str:
    """A title with what follows its last word in its sentence and completes it, if there is room.

    Args:
        text: the title.
        head: the verb or noun that names the happening.
        wording: of its article.
    """
    end = _end_of(text, head)
    first = _goes_on(end, text, head, wording) if end is not None else None
    if first is None:
        return text
    words = _words_from(first, head, wording)
    while words:
        if _may_end(words, wording):
            whole = f"{text} {_as_titled(words, head, wording)}"
            whole = whole if len(whole) <= LONGEST else wording.cast.in_letters(whole)
            if len(whole) <= LONGEST:
                return whole
        words.pop()
    return text


def is_left_hanging(text: str, head: "Token", wording: "Wording") -> bool:
    """Whether a title ends within a noun phrase, or right before one: "steps to tackle | the epidemic".

    Args:
        text: the title.
        head: the verb or noun that names the happening.
        wording: of its article.
    """
    end = _end_of(text, head)
    after = head.doc[end.i + 1 : head.right_edge.i + 1] if end is not None else []
    following = next((t for t in after if not t.is_quote or t.tag_ == "POS"), None)
    if end is None or following is None or following in wording.dated or end in wording.dated:
        return False
    if following.lower_ == "of":
        return end.pos_ in _NOMINAL
    thing = following.head if following.tag_ in {"DT", "PRP$", "JJ"} else following
    begins = following.tag_ in _BEGINNING and following.text not in {"The", "No"} and thing.i > end.i
    begins = begins and not following.lower_.endswith("ing")  # "a letter warning that"
    timed = {t.lemma_ for t in (thing, *thing.lefts)} & SPANS or thing.ent_type_ in {"DATE", "TIME"}
    return begins and thing.pos_ in {"NOUN", "PROPN"} and not timed and not thing.lower_.startswith("year")


def _end_of(text: str, head: "Token") -> "Token | None":
    """The word of a sentence with which a title ends: of several the one that follows the same word."""
    *_, before, last = ("", *text.lower().replace("’s", "").replace("’", "").split())
    ends = [t for t in head.doc[head.left_edge.i : head.right_edge.i + 1] if t.lower_ == last]
    behind = [t for t in ends if any(word.lower_ == before for word in t.doc[max(0, t.i - 3) : t.i])]
    return next(reversed(behind or ends), None)


def _goes_on(end: "Token", text: str, head: "Token", wording: "Wording") -> "Token | None":
    """The word behind the last of a title, beyond a date, if with it something begins that completes it."""
    words, at = head.doc, end.i + 1
    while at <= head.right_edge.i and _is_of_date(words[at], wording):
        at += 1
    while at < head.right_edge.i and words[at].is_quote and words[at].tag_ != "POS":
        at += 1
    if at > head.right_edge.i or any(t.is_punct and not t.is_quote for t in words[end.i + 1 : at + 1]):
        return None
    if words[at].tag_ == "POS":
        return None
    top = words[at]
    if top.dep_ == "agent" and (leaves_open(top) or top.right_edge.lower_ in text.lower().split()):
        return None
    while end.i < top.head.i and top.head.left_edge.i == at and top.head is not top:
        top = top.head
    wanted = top.head == end and top.dep_ in _NEEDED and end.tag_.startswith("VB")
    if top.left_edge.i != at or not (wanted or top.dep_ in _GOING_ON or _says_how(top, wording)):
        return None
    if top.head.i > end.i:
        # "To hold a hearing on Monday about": what the parse hangs on a date belongs to what was before that.
        return words[at] if top.head in wording.dated and _is_of_no_date(top) else None
    inside = end.i > head.i or end in top.ancestors  # nothing but its own behind a subject
    return words[at] if inside else None


def _is_of_no_date(word: "Token") -> bool:
    """Whether what hangs on a date cannot belong to it, as in "the summer of 2015"."""
    if word.dep_ == "acl":
        return word.head.tag_ in {"NNP", "CD"}
    own = word.lower_ == "of" and not word.head.text.isdigit() and not has_child(word, "pcomp")
    return word.dep_ == "prep" and not own


def _is_of_date(word: "Token", wording: "Wording") -> bool:
    """Whether a word belongs to a date, or leads to one: "on Monday"."""
    if word.dep_ in {"prep", "det"} and word.lower_ != "of":
        return any(t in wording.dated for t in word.doc[word.i : word.i + 3])
    return word in wording.dated


def _says_how(word: "Token", wording: "Wording") -> bool:
    """Whether an adverb tells how or where something is done, and not when or beside what."""
    loose = word_set(wording.language, "speech", "loose")
    return word.dep_ == "advmod" and word.tag_ in {"RB", "JJ"} and word.lower_ not in loose


def _words_from(first: "Token", head: "Token", wording: "Wording") -> "list[Token]":
    """The words from one on, up to the first that is of something else: a mark, a date, another clause."""
    found = subject_of(head) if is_verb(head) else None
    subject = found.token if found is not None else head
    words: list[Token] = []
    for word in head.doc[first.i : head.right_edge.i + 1]:
        if word.is_space or (word.is_quote and word.tag_ != "POS"):
            continue
        meant = wording.referent(word) if word.tag_ == "PRP" else subject
        if _breaks_off(word, first, wording) or not (meant == word or wording.same(meant, subject)):
            break
        words.append(word)
    return words


def _breaks_off(word: "Token", first: "Token", wording: "Wording") -> bool:
    """Whether a word is no more of what completes a title."""
    if (word.is_punct and word.text not in _BESIDE_WORDS) or _DAMAGED.search(word.text):
        return True
    if word in wording.dated or word.ent_type_ in {"DATE", "TIME"} or word.lower_ in _FIRST_OR_SECOND:
        return True
    if word.tag_ == "DT" and word.dep_ not in {"det", "predet", "mark", "quantmod", "nummod"}:
        return True  # "to address this"
    if word.tag_ == "WRB" or (
        word.lower_ in word_set(wording.language, "speech", "parting") and not _hears(word, wording)
    ):
        return True
    if word.dep_ == "conj" and is_verb(word) and word.head.i < first.i:
        return True
    own = any(t.dep_ in _CLAUSES and t.i >= first.i for t in (word, *word.ancestors))
    return (word.tag_ in _FINITE and not own) or word.lemma_ in {"say", "tell", "add"}


def _hears(before: "Token", wording: "Wording") -> bool:
    """Whether it is told before whom something is done: "before Parliament"."""
    whom = object_of(before) if before.lower_ == "before" else None
    return whom is not None and (
        whom.ent_type_ == "ORG" or whom.lemma_ in word_set(wording.language, "persons", "hearing")
    )


def _may_end(words: "Sequence[Token]", wording: "Wording") -> bool:
    """Whether a title may end with some words: nothing of them wants what follows."""
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
    if any(_is_joined_to(last, t) for t in after):
        return False
    hanging = last.tag_.startswith("VB") or last.dep_ == "prt" or last.pos_ == "ADV"
    if hanging and not all(t.is_punct or t in wording.dated or t.dep_ == "cc" for t in after):
        return False  # "a report showing | that", "a scandal that brought down | her party"
    ways = {t.lower_ for t in words}
    if any(t.lower_ == "to" for t in after) and (ways & {"from"} or last.pos_ == "NOUN"):
        return False  # "in response | to"
    if last.lower_.endswith(("self", "selves")) and not all(t.is_punct for t in after):
        return False  # "to find themselves | in trouble"
    return not any(_is_cut_short(t, last) for t in words)


def _points(noun: "Token", wording: "Wording") -> bool:
    """Whether a noun has only "the" before it, so that another sentence says which: "on the issue"."""
    alone = noun.pos_ == "NOUN" and is_bare(noun) and any(t.lower_ in _POINTING for t in noun.lefts)
    return alone and noun.lemma_ not in word_set(wording.language, "speech", "unique")


def _is_joined_to(word: "Token", following: "Token") -> bool:
    """Whether two words are of one name or noun: "federal and state | courts"."""
    both = word.pos_ in _NOMINAL and (following.pos_ in _NOMINAL or following.tag_ in {"DT", "PRP$"})
    return both or following.text in {"-", "/", "(", "%"}


def _is_cut_short(word: "Token", last: "Token") -> bool:
    """Whether a word needs what stands behind the last one."""
    cut = [t for t in word.rights if t.i > last.i]
    if any(t.dep_ in _NEEDED or t.lower_ == "of" for t in cut):
        return True
    if word.lower_ == "between" and not any(t.dep_ == "conj" for t in word.doc[word.i : last.i + 1]):
        return any(t.dep_ == "cc" for thing in word.rights for t in thing.rights)
    if word.tag_.startswith("VB") or word.pos_ == "ADJ":
        return _is_unfinished(word, last, cut)
    if word.pos_ == "PROPN" and word.ent_type_:
        return word == last and any(t.dep_ == "conj" for t in cut)  # "from Norvia | and Orla"
    if word.dep_ == "prep":
        return any(t.dep_ != "punct" for t in cut)
    owned = any(t.dep_ == "poss" for t in word.lefts)
    return any(
        t.dep_ in _TELLING_WHICH
        and not _says_where(t)
        and word.doc[t.left_edge.i - 1].text not in _ASIDE
        and not (owned and t.dep_ == "relcl")
        and not has_child(t, "pcomp")  # "for joining" is what the verb is for
        for t in cut
    )


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


def _as_titled(words: "Sequence[Token]", head: "Token", wording: "Wording") -> str:
    """Words as a title has them: without articles, and without "its" where that is not its subject’s."""
    found = subject_of(head) if is_verb(head) else None
    kept = set(outside_brackets(words))
    for word in words:
        whose = antecedent(word, wording.cast) if word.lower_ in _THEIRS and word.tag_ == "PRP$" else None
        own = whose is not None and found is not None and wording.same(whose, found.token)
        if own or (word.lower_ == "that" and word.dep_ != "det"):
            kept.add(word)
    return tidy(as_they_stood(t for t in words if t in kept)).replace("'", "’")
