"""What stands right behind the last word of a title and completes it: "convicted | of sexual abuse".

A title is made of what its verb or noun takes. What else a sentence says right there is mostly what tells
which or what for, so that it is added word by word where the title has room for all of it: up to a place at
which nothing is left hanging.
"""

import itertools
import re
from typing import TYPE_CHECKING

from dateline.extraction.grammar import (
    SPANS,
    SUBJECTS,
    has_child,
    is_verb,
    leaves_open,
    object_of,
    subject_of,
    text_before,
)
from dateline.extraction.lexicon import word_set
from dateline.extraction.when.deeds import HARM
from dateline.extraction.who.antecedents import antecedent
from dateline.extraction.wording.endings import NEEDED, NOMINAL, is_of_date, may_end
from dateline.extraction.wording.fitting import LONGEST
from dateline.extraction.wording.inflection import present
from dateline.extraction.wording.nouns import (
    FIRST_OR_SECOND,
    POSSESSIVES,
    as_they_stood,
    outside_brackets,
    tidy,
)
from dateline.extraction.wording.prepositions import hears

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.extraction.wording.phrases import Wording
    from dateline.parsing import Token

# As what words hang that may go on behind a title.
_GOING_ON = frozenset({"prep", "agent", "acl", "relcl", "xcomp", "prt", "advcl", "dative"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSES = frozenset({"relcl", "ccomp"})
# What begins a noun phrase.
_BEGINNING = frozenset({"DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ"})
_BESIDE_WORDS = frozenset({"-", "%", "$"})
_AGE = re.compile(r"\b\d+-year-old (?=\w)")
# What is no word: a damaged text has "House.- Check" and "order,-putting".
_DAMAGED = re.compile(r"[.,]-|[^\w.,$%&/'’€£-]|\w-$|^-\w")


def completed(text: str, head: "Token", wording: "Wording") -> str:
    """A title with what follows its last word in its sentence and completes it, if there is room.

    Args:
        text: the title.
        head: the verb or noun that names the happening.
        wording: of its article.
    """
    whole = _completed(text, head, wording)
    toll = toll_of(head, wording)
    return f"{whole}, {toll}" if toll and len(whole) + len(toll) + 2 <= LONGEST else whole


def toll_of(head: "Token", wording: "Wording") -> str:
    """How many came to harm, told beside the deed: "shells Orla, | killing at least 40 people".

    Args:
        head: the verb that names the deed.
        wording: of its article.

    Returns:
        The words for a title, "" where no number is told.
    """
    harming = (t for t in head.rights if t.dep_ == "advcl" and t.tag_ == "VBG" and t.lemma_ in HARM)
    toll = next((t for t in harming if text_before(t) == ","), None)
    whom = next((t for t in toll.rights if t.dep_ == "dobj"), None) if toll is not None else None
    if toll is None or whom is None:
        return ""
    if not all(has_child(t, "nummod") or t.pos_ == "NUM" for t in (whom, *whom.conjuncts)):
        return ""  # "killing seven passengers and a woman"
    said = wording.noun_phrase(whom, after=False)
    return f"{toll.lower_} {said}" if said else ""


def _completed(text: str, head: "Token", wording: "Wording") -> str:
    end = end_of(text, head)
    first = _goes_on(end, text, head, wording) if end is not None else None
    if first is None:
        return text
    found = subject_of(head) if is_verb(head) else None
    subject = found.token if found is not None else None
    words = _words_from(first, head, subject or head, wording)
    # "Abides | by the deal that": what a verb cannot do without goes with it though more would follow.
    of_end = end is not None and end.pos_ in {"VERB", "ADJ"} and first.head == end
    itself = end is not None and end.lower_.endswith(("self", "selves")) and first.head == end.head
    bound = first.dep_ == "prep" and (of_end or itself)
    forms = (text, *_without_place(text, end, first, head))
    for form, whole in itertools.product(forms, (True, False) if bound else (True,)):
        ends = (words[:at] for at in range(len(words), 0, -1))
        fitting = (
            _fitting(form, some, subject, wording) for some in ends if may_end(some, wording, whole=whole)
        )
        if said := next(filter(None, fitting), None):
            return said
    return text


def _without_place(text: str, end: "Token | None", first: "Token", head: "Token") -> "Iterator[str]":
    """A title without the town at its end, if it says what for instead: "met at the hall | in Orla"."""
    aims = first.lower_ == "to" and first.head.dep_ in {"advcl", "xcomp"} and first.head.head == head
    before = text.rpartition(" in ")[0]
    if aims and end is not None and end.ent_type_ == "GPE" and end.head.lower_ == "in" and " at " in before:
        yield before


def _fitting(text: str, words: "Sequence[Token]", subject: "Token | None", wording: "Wording") -> str | None:
    """A title with some words behind it, if need be in letters or fewer words; None if it is too long."""
    behind = _as_titled(words, subject, wording)
    whole = f"{text} {behind}"
    named = f"{text} {_with_full_names(text, behind, words, wording)}"
    plain = _as_titled(_plain(words), subject, wording)
    brief = wording.cast.in_letters(f"{text} {_in_letters(behind, words, wording)}")
    forms = (named, whole, brief, _AGE.sub("", whole), f"{text} {plain}")
    return next((form for form in forms if behind and len(form) <= LONGEST), None)


def _in_letters(behind: str, words: "Sequence[Token]", wording: "Wording") -> str:
    """What goes on behind a title, with the letters that the text gives for names in it."""
    for word in words:
        letters, name = wording.letters(word), wording.cast.entity(word)
        if letters is not None and name is not None:
            full = " ".join(t.text for t in name if t.lower_ != "the")
            behind = behind.replace(full.replace(" ’", "’").replace(" '", "’"), letters)
    return behind


def _plain(words: "Sequence[Token]") -> "list[Token]":
    """Words without what only describes: clauses among them, and what stands before names.

    "Vans | fitted with cameras | on the road", "the | outlawed | Wardens of Orla".
    """
    last = words[-1]
    describing = (
        t
        for t in words
        if (t.dep_ in {"acl", "relcl"} and words[0].i < t.left_edge.i and t.right_edge.i < last.i)
        or (t.dep_ in {"amod", "poss"} and t.i < t.head.i and t.head.pos_ == "PROPN" and not t.ent_type_)
    )
    left_out = {part for described in describing for part in described.subtree}
    return [word for word in words if word not in left_out]


def is_left_hanging(text: str, head: "Token", wording: "Wording") -> bool:
    """Whether a title ends within a noun phrase, or right before one: "steps to tackle | the epidemic".

    Args:
        text: the title.
        head: the verb or noun that names the happening.
        wording: of its article.
    """
    end = end_of(text, head)
    after = head.doc[end.i + 1 : head.right_edge.i + 1] if end is not None else []
    following = next((t for t in after if not t.is_quote or t.tag_ == "POS"), None)
    if end is not None and end.tag_ == "JJR":
        return True  # "could be 3 percent smaller", and nobody knows than what
    if end is None or following is None or following in wording.dated or end in wording.dated:
        return False
    if following.lower_ == "of" or (end.pos_ == "ADJ" and following.pos_ == "ADP" and following.head == end):
        return end.pos_ in NOMINAL  # "says he is worried | over the plans"
    thing = following.head if following.tag_ in {"DT", "PRP$", "JJ"} else following
    begins = following.tag_ in _BEGINNING and following.text not in {"The", "No"} and thing.i > end.i
    begins = begins and not following.lower_.endswith("ing")  # "a letter warning that"
    timed = {t.lemma_ for t in (thing, *thing.lefts)} & SPANS or thing.ent_type_ in {"DATE", "TIME"}
    return begins and thing.pos_ in {"NOUN", "PROPN"} and not timed and not thing.lower_.startswith("year")


def end_of(text: str, head: "Token") -> "Token | None":
    """The word of a sentence with which a title ends: of several the one that follows the same word.

    Args:
        text: the title.
        head: the verb or noun that names the happening.
    """
    *_, before, last = ("", *text.lower().replace("’s", "").replace("’", "").split())
    if is_verb(head) and last in {present(head.lemma_, plural=plural) for plural in (True, False)}:
        return head
    ends = [t for t in head.doc[head.left_edge.i : head.right_edge.i + 1] if t.lower_ == last]
    behind = [t for t in ends if any(word.lower_ == before for word in t.doc[max(0, t.i - 3) : t.i])]
    return next(reversed(behind or ends), None)


def _goes_on(end: "Token", text: str, head: "Token", wording: "Wording") -> "Token | None":
    """The word behind the last of a title, beyond a date, if with it something begins that completes it."""
    words, at = head.doc, _behind_aside(end, head) + 1
    start = at
    while at <= head.right_edge.i and is_of_date(words[at], wording):
        at += 1
    while at < head.right_edge.i and words[at].is_quote and words[at].tag_ != "POS":
        at += 1
    if at > head.right_edge.i or any(t.is_punct and not t.is_quote for t in words[start : at + 1]):
        return None
    if words[at].tag_ == "POS":
        return None
    top = words[at]
    if top.dep_ == "agent" and (leaves_open(top) or top.right_edge.lower_ in text.lower().split()):
        return None
    while end.i < top.head.i and top.head.left_edge.i == at and top.head is not top:
        top = top.head
    wanted = top.head == end and top.dep_ in NEEDED and end.tag_.startswith("VB")
    described = (
        top.dep_ == "amod" and top.head.i <= end.i and has_child(top, "prep")
    )  # "troops | loyal to her"
    goes_on = wanted or described or top.dep_ in _GOING_ON or _says_how(top, wording)
    if top.left_edge.i != at or not goes_on:
        return None
    if top.head.i > end.i:
        # "To hold a hearing on Monday about": what the parse hangs on a date belongs to what was before that.
        return words[at] if top.head in wording.dated and _is_of_no_date(top) else None
    if end.i > head.i or end in top.ancestors:
        return words[at]
    # Behind a subject stands nothing but its own, and behind what was said what was said, too.
    told = next((t for t in end.ancestors if t.dep_ == "ccomp" and t.head == head), None)
    return words[at] if told is not None and told in top.ancestors else None


def _behind_aside(end: "Token", head: "Token") -> int:
    """The place of a word, or of the comma that ends an aside behind it.

    "Cuts rations, which feed a million, | by half", "joins Ana Ruiz, her deputy, | to award a prize".
    """
    words, opened = head.doc, end.i + 1
    if opened >= head.right_edge.i or words[opened].text != "," or end.i <= head.i:
        return end.i
    inside = (t for t in words[opened + 1 : head.right_edge.i] if t.dep_ in {"relcl", "appos"})
    aside = next((t for t in inside if t.left_edge.i == opened + 1), None)
    closed = aside.right_edge.i + 1 if aside is not None else len(words)
    if closed + 1 >= len(words) or words[closed].text != ",":
        return end.i
    behind = words[closed + 1]
    aim = behind.lower_ == "to" and behind.dep_ == "aux" and behind.head.head == head
    return closed if aim or (behind.dep_ == "prep" and behind.head == head) else end.i


def _is_of_no_date(word: "Token") -> bool:
    """Whether what hangs on a date cannot belong to it, as in "the summer of 2015"."""
    if word.dep_ == "acl":
        return word.head.tag_ in {"NNP", "CD"}
    own = word.lower_ == "of" and not word.head.text.isdigit() and not has_child(word, "pcomp")
    return word.dep_ == "prep" and not own


def _says_how(word: "Token", wording: "Wording") -> bool:
    """Whether an adverb tells how or where something is done, and not when or beside what."""
    loose = word_set(wording.language, "speech", "loose")
    return word.dep_ == "advmod" and word.tag_ in {"RB", "JJ"} and word.lower_ not in loose


def _words_from(first: "Token", head: "Token", subject: "Token", wording: "Wording") -> "list[Token]":
    """The words from one on, up to the first that is of something else: a mark, a date, another clause."""
    words: list[Token] = []
    for word in head.doc[first.i : head.right_edge.i + 1]:
        if word.is_space or (word.is_quote and word.tag_ != "POS") or _is_date_before(word, wording):
            continue
        if words and words[-1].pos_ != "ADV" and _is_date_between(word, wording):
            continue
        if _breaks_off(word, first, wording) or not _is_clear(word, subject, wording):
            break
        words.append(word)
    return words


def _is_clear(word: "Token", subject: "Token", wording: "Wording") -> bool:
    """Whether a word is no pronoun, or one for the subject: "all prizes she was nominated for"."""
    if word.tag_ == "PRP$" and word.head.dep_ == "conj":
        whose = antecedent(word, wording.cast)  # of "the harbour and its owners" no owners are told apart
        return whose is None or wording.same(whose, subject)
    meant = wording.referent(word) if word.tag_ == "PRP" else subject
    return wording.same(meant, subject) or (meant == word and word.dep_ in SUBJECTS)


def _is_date_before(word: "Token", wording: "Wording") -> bool:
    """Whether a date stands before its noun, which says enough without: "a 2015 deal", "2011-12 protests"."""
    if word.tag_ == "HYPH" or word.text == "-":
        return word in wording.dated
    noun, dated = word.head, word in wording.dated or word.ent_type_ == "DATE"
    noun = noun.head if noun in wording.dated else noun
    before = noun.i > word.i and noun.pos_ == "NOUN" and noun not in wording.dated
    own = all(t in wording.dated for t in word.children)
    return dated and before and noun.ent_type_ not in {"DATE", "TIME"} and own


def _is_date_between(word: "Token", wording: "Wording") -> bool:
    """Whether a date, or what leads to it, only says when: "for the first time | this year | to help"."""
    if not is_of_date(word, wording):
        return False
    after = next((t for t in word.doc[word.i + 1 :] if not is_of_date(t, wording)), None)
    return (
        after is not None and (after.pos_ == "ADP" or after.tag_ == "TO") and after.head not in wording.dated
    )


def _breaks_off(word: "Token", first: "Token", wording: "Wording") -> bool:
    """Whether a word is no more of what completes a title."""
    mark = word.is_punct and word.tag_ != "POS" and word.text not in _BESIDE_WORDS
    if mark or (_DAMAGED.search(word.text) and word.tag_ != "POS"):
        return True
    if word in wording.dated or word.ent_type_ in {"DATE", "TIME"} or word.lower_ in FIRST_OR_SECOND:
        return True
    if word.tag_ == "DT" and word.dep_ not in {"det", "predet", "mark", "quantmod", "nummod"}:
        return True  # "to address this"
    if word.tag_ == "WRB" or (
        word.lower_ in word_set(wording.language, "speech", "parting") and not _hears(word, wording)
    ):
        return True
    if word.dep_ == "conj" and is_verb(word) and word.head.i < first.i:
        return True
    if word.lower_ == "at" and any(t.pos_ == "NUM" and not t.children for t in word.rights):
        return True  # "at 6"
    own = any(t.dep_ in _CLAUSES and t.i >= first.i for t in (word, *word.ancestors))
    return (word.tag_ in _FINITE and not own) or word.lemma_ in {"say", "tell", "add"}


def _hears(before: "Token", wording: "Wording") -> bool:
    """Whether it is told before whom something is done: "before Parliament"."""
    whom = object_of(before) if before.lower_ == "before" else None
    return whom is not None and (whom.ent_type_ == "ORG" or hears(whom, wording.language))


def _as_titled(words: "Sequence[Token]", subject: "Token | None", wording: "Wording") -> str:
    """Words as a title has them: without articles, and without "its" where that is not its subject’s."""
    kept = set(outside_brackets(words))
    for word in words:
        whose = antecedent(word, wording.cast) if word.lower_ in POSSESSIVES and word.tag_ == "PRP$" else None
        own = whose is not None and subject is not None and wording.same(whose, subject)
        if own or (word.lower_ == "that" and word.dep_ != "det"):
            kept.add(word)
    return tidy(as_they_stood(t for t in words if t in kept)).replace("'", "’")


def _with_full_names(text: str, behind: str, words: "Sequence[Token]", wording: "Wording") -> str:
    """What goes on behind a title, in which those are named in full who are told by their surnames."""
    for word in words:
        entity = wording.cast.entity(word)
        alone = entity is not None and len(entity) == 1 and wording.cast.label(word) == "PERSON"
        name = wording.cast.name(word) if alone else word.text
        if name != word.text and name.endswith(f" {word.text}") and name not in text:
            behind = re.sub(rf"\b{re.escape(word.text)}\b", name, behind, count=1)
    return behind
