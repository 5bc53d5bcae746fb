"""Which phrases with a preposition say something in a title, and how much each is missed."""

import re
from typing import TYPE_CHECKING

from dateline.extraction.grammar import COUNTS, SPANS, TIMES, has_child
from dateline.extraction.lexicon import word_set

if TYPE_CHECKING:
    from dateline.parsing import Token

# How much a phrase after the verb is missed: the lower, the earlier it goes.
WEIGHTS = {
    **dict.fromkeys(("to", "from", "into", "against", "of"), 6),
    **dict.fromkeys(("with", "on", "as", "between", "toward", "towards", "by", "onto", "out", "within"), 5),
    **dict.fromkeys(("about", "upon", "above", "below"), 5),
    **dict.fromkeys(
        ("for", "in", "over", "before", "off", "after", "amid", "aboard", "behind", "past", "beyond"), 4
    ),
    **dict.fromkeys(
        ("at", "near", "through", "across", "around", "outside", "inside", "under", "along", "down", "up"), 3
    ),
    **dict.fromkeys(("despite", "without", "among", "beside", "beneath", "via", "during"), 3),
}
_HOUR = re.compile(r"\d{4}|[012]?\d\.[0-5]\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|noon")
_WHERE = frozenset({"in", "at", "near", "on", "off", "along", "across"})


def only_joins(prep: "Token", thing: "Token", language: str) -> bool:
    """Whether a preposition with its noun only joins on a clause, or points to what is told elsewhere.

    Args:
        prep: the preposition.
        thing: its noun.
        language: of the word lists.
    """
    counted = prep.lower_ == "of" and prep.head.lemma_ in COUNTS  # "the number of workers seeking jobs"
    if not counted and any(t.dep_ == "acl" and t.tag_ != "VBN" for t in thing.children):
        return True
    if any(t.tag_ in {"WDT", "WP", "WP$"} and t.dep_ == "pobj" for c in thing.children for t in c.children):
        return True  # "under the terms of which"
    if any(t.pos_ == "PRON" for c in thing.rights if c.lower_ == "of" for t in c.children):
        return True  # "to the highest of them"
    if prep.lower_ == "per" and thing.lower_ == "cent":
        return True  # that is told with its number
    if prep.lower_ in _WHERE and any(t.lower_ == "same" for t in thing.lefts):
        return True  # "near the same stretch of coast", of which another sentence told
    noun = thing.lemma_.lower()
    if prep.lower_ == "after" and any(c.dep_ == "appos" for c in thing.rights):
        return True  # "after her predecessor, Ana Ruiz, resigned"
    pointed = prep.lower_ == "to" and any(t.lower_ in {"that", "this"} for t in thing.lefts)
    if noun in {"favour", "favor"} and (prep.head.lemma_ == "vote" or has_child(thing, "poss")):
        return False  # "voted in favour", "decided in the company’s favour"
    joins = (prep.lower_ in {"in", "on", "by", "for", "as"} or pointed) and noun in word_set(
        language, "speech", "joints"
    )  # "in the wake of", "an agreement to that effect"
    joins = joins and not (noun == "time" and any(t.ent_type_ == "ORDINAL" for t in thing.lefts))
    joins = joins or (prep.lower_ == "with" and noun == "view")  # "with a view to"
    taken = prep.lower_ == "to" and noun in word_set(language, "speech", "feelings")
    return joins or taken or noun in word_set(language, "speech", "grounds")


def befallen(noun: "Token", of: "Token") -> str:
    """What befell those who are counted: " killed" of "the number of people killed"."""
    counted = of.lower_ == "of" and of.head.lemma_ in COUNTS
    after = noun.doc[noun.i + 1 : noun.i + 2]
    said = next((t for t in after if t.dep_ == "acl" and t.tag_ == "VBN"), None)
    return f" {said.lower_}" if counted and said is not None else ""


def says_when(prep: "Token") -> bool:
    """Whether a preposition ties a time to a noun: "an inspection in May", but not "the crisis of 2008"."""
    things = [t for t in prep.children if t.dep_ == "pobj"]
    if prep.lower_ == "on" and any(t.lemma_ == "occasion" for t in things):
        return True  # "on twelve occasions"
    time = next((t for t in things if t.ent_type_ in TIMES), None)
    of_its_own = time is not None and any(t.dep_ in {"poss", "compound"} for t in time.lefts)
    return prep.lower_ != "of" and time is not None and not of_its_own


def says_time(prep: "Token", thing: "Token", language: str) -> bool:
    """Whether a preposition with its noun behind a verb says when, or for how long, something was."""
    bare = thing.lower_ in SPANS and all(
        c.dep_ == "det" or c.lower_ in {"before", "after"} for c in thing.children
    )
    before = prep.doc[prep.i - 1] if prep.i else prep
    first = prep.i > 0 and before.lower_ == "time"  # "for the second time in four years"
    of_day = before.ent_type_ in TIMES and thing.text.isdigit()  # "tomorrow at 10"
    hour = prep.lower_ == "at" and (of_day or _HOUR.fullmatch(thing.lower_) is not None)
    spent = before.dep_ == "npadvmod" and has_child(before, "nummod") and before.lemma_ in SPANS
    # "Fifty days into a hunger strike".
    earlier = prep.lower_ == "before" and not hears(thing, language)
    return earlier or thing.ent_type_ == "TIME" or first or bare or hour or spent


def hears(noun: "Token", language: str) -> bool:
    """Whether a noun is somebody before whom one is brought or speaks: "before a magistrate".

    Args:
        noun: behind "before".
        language: of the word lists.
    """
    return noun.lemma_.lower() in word_set(language, "persons", "hearing")
