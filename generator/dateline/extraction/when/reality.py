"""Whether a clause tells what came to pass, and not a condition, a habit, a denial, or what is only told.

What is only told is the plot of a film or a novel, and what somebody recounts long after it was.
"""

from typing import TYPE_CHECKING

from dateline.extraction.grammar import (
    first_joined,
    has_child,
    is_event_noun,
    is_verb,
    object_of,
    subject_of,
    text_before,
)
from dateline.extraction.lexicon import verb_tags, word_set
from dateline.extraction.quotation import in_quotes

if TYPE_CHECKING:
    from dateline.parsing import Span, Token

# What nothing came of that hangs on something which never was: "would have waited until it closed".
_UNTIL = frozenset({"until", "till", "before", "once", "when"})
# What nothing comes of with "no": "gave no reason", "has provided no evidence".
_GIVES = frozenset({"give", "provide", "offer", "show", "make"})
_NOBODY = frozenset({"none", "nobody", "no-one", "neither", "nothing"})
_ASKED = frozenset({"want", "demand", "need", "like", "prefer", "wish"})
_PRESENT = frozenset({"VBP", "VBZ", "VBG"})
_STORIES = frozenset({"story", "tale", "life", "fate", "struggle"})
_UNITS = frozenset({"week", "month", "year", "decade"})
# Marks that stand around the title of a work.
_MARKS = frozenset({"*", "_", "“", '"', "``", "‘", "''"})
_FIRST = frozenset({"i", "me", "my", "we", "us", "our", "myself", "ourselves"})
_HABITUAL = frozenset(
    {
        *("often", "usually", "sometimes", "always", "regularly", "normally", "typically", "traditionally"),
        *("generally", "commonly", "frequently", "routinely", "invariably", "rarely", "seldom"),
    }
)
# Of every one of such days: "is open on weekdays", "broadcasts on Sundays".
_DAYS = frozenset(
    {
        *("weekdays", "weekends", "weeknights", "evenings", "mornings", "mondays", "tuesdays", "wednesdays"),
        *("thursdays", "fridays", "saturdays", "sundays"),
    }
)
_AT_TIMES = frozenset({"daily", "nightly", "weekly", "monthly", "yearly", "annually"})
_NOW = frozenset({"is", "are"})
_AIMED = frozenset({"could", "can", "would", "might"})
_DUTY = frozenset({"should", "must", "ought", "can"})
_WISHES = frozenset({"want", "hope", "plan", "intend", "expect", "aim", "threaten", "promise", "schedule"})
_DUE = frozenset({"due", "set", "supposed", "slated", "tipped", "meant"})
_HELD = frozenset({"assume", "think", "believe", "expect", "guarantee", "mean", "imply", "suppose", "prove"})
_DOUBTS = frozenset({"unlikely", "unable", "unwilling", "reluctant", "hesitant", "loath", "powerless", "too"})
# What stands before a bare "be": without it, "be" is demanded ("asked that it be shut").
_HELPERS = frozenset({"to", "will", "would", "shall", "’ll", "'ll", "may", "might", "can", "could", "wo"})


def is_hypothetical(verb: "Token") -> bool:
    """Whether a clause says a condition, a duty or what never was: "if it leaves", "it should leave"."""
    small = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass", "mark", "advmod"}}
    demanded = any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in verb.children)
    demanded = demanded or (
        verb.tag_ == "VB" and verb.dep_ == "ccomp" and "that" in small
    )  # "that it replace"
    demanded = demanded and not small & _HELPERS
    lapsed = (
        {"to", "have"} <= small and verb.dep_ == "xcomp" and verb.head.lemma_ == "be"
    )  # "was to have met"
    doubted = verb.dep_ == "xcomp" and verb.head.lower_ in _DOUBTS  # "is unlikely to arrive"
    # What was supposed to be often was not.
    supposed = verb.lemma_ == "suppose" and bool(small & {"was", "were"})
    above = verb.head
    # "The union wants the offer backdated": what is asked for.
    asked = verb.tag_ == "VBN" and verb.dep_ in {"ccomp", "oprd"} and above.lemma_ in _ASKED
    asked = asked and not has_child(verb, "auxpass")
    unreal = (
        never_was(verb)
        or lapsed
        or doubted
        or supposed
        or _is_wished(verb, small)
        or _is_aim(verb, small)
        or asked
        or _is_not_held(verb)
        or _hangs_on_unreal(verb)
    )
    return unreal or demanded or bool(small & (_DUTY | {"if", "unless", "whether", "how", "why"}))


def _is_not_held(verb: "Token") -> bool:
    """Whether somebody does not think or plan it: "we can’t assume that they will", "has no plan to"."""
    above = verb.head
    if not has_child(above, "neg"):
        return False
    return (verb.dep_ == "ccomp" and above.lemma_ in _HELD) or (
        verb.dep_ == "xcomp" and above.lemma_ in _WISHES
    )


def _is_aim(verb: "Token", small: set[str]) -> bool:
    """Whether a clause, with its small words, says what something is done for: "left so he could paint"."""
    return verb.dep_ == "advcl" and "so" in small and bool(small & _AIMED)


def _is_wished(verb: "Token", small: set[str]) -> bool:
    """Whether a clause, with its small words, says what had been wanted or planned, and so often was not."""
    if {"had", "been"} <= small and verb.lemma_ in _WISHES:
        return True  # "had been expected in May"
    above = verb.head
    if above.lower_ in _DUE and any(c.lower_ == "had" for c in above.head.children):
        return True  # "had been due to close"
    if verb.dep_ != "xcomp" or above.lemma_ not in _WISHES:
        return False
    helpers = {(c.dep_, c.lower_) for c in above.children}
    passive = {word for part, word in helpers if part in {"aux", "auxpass"}}
    return ("aux", "had") in helpers or {"had", "been"} <= passive  # "had wanted to call it off"


def never_was(verb: "Token") -> bool:
    """Whether a clause tells what might have been: "the toll would have doubled"."""
    helpers = {c.lower_ for c in verb.lefts if c.dep_ == "aux"}
    return "have" in helpers and bool(helpers & {"would", "could", "might"})


def _hangs_on_unreal(verb: "Token") -> bool:
    """Whether a clause is of what is unreal: "should have left when it was over", "how it may be able to"."""
    if verb.dep_ == "xcomp" and verb.head.lower_ == "able":
        return is_hypothetical(verb.head.head)
    if verb.dep_ != "advcl" or not any(c.lower_ in _UNTIL for c in verb.lefts):
        return False
    helpers = {c.lower_ for c in verb.head.lefts if c.dep_ == "aux"}
    return never_was(verb.head) or ("have" in helpers and bool(helpers & _DUTY))


def is_negated(verb: "Token") -> bool:
    """Whether a verb says what is or was not, or is so no more: "no longer commands", "not one signed"."""
    return (
        has_child(verb, "neg")
        or any(c.lower_ == "longer" and has_child(c, "neg") for c in verb.children if c.dep_ == "advmod")
        or any(_is_nobody(c) for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"})
        or _is_withheld(verb)
    )


def _is_withheld(verb: "Token") -> bool:
    """Whether what somebody might have given or said was not: "has provided no evidence"."""
    things = (c for c in verb.rights if c.dep_ == "dobj") if verb.lemma_ in _GIVES else ()
    return any(t.lower_ == "no" and t.dep_ == "det" for thing in things for t in thing.lefts)


def _is_nobody(subject: "Token") -> bool:
    first = subject.left_edge
    if subject.lower_ in _NOBODY:
        return True
    if first.lower_ == "no":
        return first.head == subject and first.dep_ == "det"
    return first.lower_ == "not" and first.i + 1 < len(first.doc) and first.nbor(1).lower_ in {"one", "a"}


def is_usual(verb: "Token") -> bool:
    """Whether a verb tells what happens again and again: "went there every summer", "usually closes"."""
    if verb.lower_ == "used" and has_child(verb, "xcomp"):
        return True
    bare = verb.tag_ in {"VBP", "VBZ"} and not has_child(verb, "aux") and not has_child(verb, "auxpass")
    if bare and in_quotes(verb):
        return True  # "They come out in June"
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in _HABITUAL:
            return True
        if _is_regular(child) and _is_present(verb):
            return True
        time = object_of(child) if child.dep_ == "prep" else child
        timed = child.dep_ in {"prep", "npadvmod"} and time is not None
        if timed and time is not None and any(t.lower_ in {"every", "each"} for t in time.lefts):
            return time.ent_type_ in {"DATE", "TIME", "SET", ""} and time.pos_ in {"NOUN", "PROPN"}
    return False


def _is_regular(part: "Token") -> bool:
    """Whether words beside a verb say on which days it is so, again and again: "on weekdays", "daily"."""
    days = object_of(part) if part.dep_ == "prep" and part.lower_ in {"on", "at"} else None
    if days is None:
        return part.dep_ == "advmod" and part.lower_ in _AT_TIMES
    return days.lower_ in _DAYS and not has_child(days, "nummod")


def _is_present(verb: "Token") -> bool:
    """Whether a verb tells what is so now, or is done now: "broadcasts", "is broadcast"."""
    helpers = {c.lower_ for c in verb.lefts if c.dep_ in {"aux", "auxpass"}}
    return helpers <= _NOW and (verb.tag_ in {"VBP", "VBZ"} or (verb.tag_ == "VBN" and bool(helpers)))


def is_when_usual(span: "Span") -> bool:
    """Whether a date is when something comes as a rule: "ends with the rains, usually in May"."""
    before = [t for t in span.doc[max(0, span.start - 2) : span.start] if t.tag_ != "IN"]
    return bool(before) and before[-1].lower_ in _HABITUAL


def is_background(verb: "Token", language: str) -> bool:
    """Whether somebody quoted tells what was going on: "In May he was walking into town, he loved it".

    A deed of weight is told all the same: "on Monday they were shelling the town".
    """
    helpers = {c.lower_ for c in verb.lefts if c.dep_ in {"aux", "auxpass"}}
    went_on = verb.tag_ == "VBG" and bool(helpers) and helpers <= {"was", "were"} and in_quotes(verb)
    return went_on and verb_tags(language).get(verb.lemma_) not in word_set(language, "speech", "weighty")


def is_recounted(verb: "Token", language: str) -> bool:
    """Whether what a verb tells lies before the day of its telling, and nobody says how long.

    So does what a witness tells a court and an inquiry finds, what people say that they themselves did, and
    what was "five weeks before a train hit a truck".
    """
    if any(t.lower_ == "before" and _counts_before(t) for t in verb.subtree):
        return True
    told = first_joined(verb)
    above = told.head
    if told.dep_ != "ccomp" or not is_verb(above):
        return False
    hearing = word_set(language, "speech", "hearings")
    if above.lemma_ == "tell" or above.lemma_ in word_set(language, "speech", "found"):
        sides = (c for c in above.children if c.dep_ in {"nsubj", "nsubjpass", "dobj", "dative"})
        if any(c.lemma_.lower() in hearing for c in sides):
            return True
    says = above.tag_ in {"VBZ", "VBP"} and above.lemma_ in word_set(language, "speech", "report")
    return says and any(c.dep_ == "nsubj" and c.lower_ in {"he", "she"} for c in verb.lefts)


def _counts_before(word: "Token") -> bool:
    """Whether "before" counts back from a happening of the past: "five weeks before a train hit a truck"."""
    if word.i == 0 or word.nbor(-1).lemma_ not in _UNITS:
        return False
    return word.dep_ == "mark" and word.head.tag_ == "VBD"


def is_cited(participle: "Token") -> bool:
    """Whether only words that somebody else is cited for tell it: described as "a bowl found before 1970"."""
    if participle.dep_ != "acl" or not in_quotes(participle):
        return False
    verb = next((t for t in participle.ancestors if is_verb(t)), None)
    return verb is not None and not in_quotes(verb)


def is_figure(verb: "Token") -> bool:
    """Whether only the verb of a clause is quoted, as a figure of speech: it was "fighting a war"."""
    found = subject_of(verb) if is_verb(verb) and in_quotes(verb) else None
    return found is not None and not in_quotes(found.token)


def is_ones_own(verb: "Token", language: str) -> bool:
    """Whether somebody quoted tells what befell him or her: "a lad shook my hand and gave me a leaflet".

    What a named party did, and a deed of weight, is told all the same.
    """
    found = subject_of(verb) if is_verb(verb) and in_quotes(verb) else None
    if found is None or found.token.ent_type_ or found.token.lower_ in {"i", "we"}:
        return False
    if verb_tags(language).get(verb.lemma_) in word_set(language, "speech", "weighty"):
        return False
    return any(t.lower_ in _FIRST for told in (verb, *verb.conjuncts) for t in told.subtree)


def is_plot(head: "Token", language: str) -> bool:
    """Whether a word only tells what goes on in a film or novel: "it follows a king who fled in 1974"."""
    below = head
    if is_verb(head) and (_is_scene(head, head, language) or _sums_up(head)):
        return True
    for above in head.ancestors:
        if _is_work(above, language) and _is_within(below):
            return True
        if is_verb(above) and (below.i > above.i and _tells_plot(above, language)):
            return True
        if is_verb(above) and _is_scene(above, head, language):
            return True
        below = above
    return False


def _sums_up(verb: "Token") -> bool:
    """Whether a verb says in the present what a book is about: "follows three generations to 1970"."""
    plain = verb.tag_ in {"VBZ", "VBP"} and not any(t.dep_ in {"aux", "auxpass"} for t in verb.lefts)
    return plain and verb.lemma_ in {
        "follow",
        "trace",
        "chronicle",
        "recount",
        "depict",
        "portray",
        "narrate",
    }


def _is_work(noun: "Token", language: str) -> bool:
    return noun.pos_ == "NOUN" and noun.lemma_ in word_set(language, "speech", "fictions")


def _is_within(clause: "Token") -> bool:
    """Whether a clause says what goes on in a work, or when: "a novel in which", "a film set in 1974"."""
    opening = clause.doc[clause.left_edge.i : clause.i]
    inside = clause.dep_ == "relcl" and any(t.lower_ in {"which", "where"} for t in opening)
    inside = inside and any(t.lower_ in {"in", "where"} for t in opening)
    return inside or (clause.dep_ == "acl" and clause.lower_ == "set")


def _tells_plot(verb: "Token", language: str) -> bool:
    """Whether a verb says of what a work tells: "the film follows a widow", "*Orla* tells the story of"."""
    if verb.tag_ not in _PRESENT or verb.lemma_ not in word_set(language, "speech", "plots"):
        return False
    teller = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    things = [c for c in verb.rights if c.dep_ == "dobj"]
    things += [thing for c in verb.rights if c.dep_ == "prep" and (thing := object_of(c)) is not None]
    story = any(t.lemma_ in _STORIES for t in things)
    if teller is None or not things or (verb.lemma_ == "tell" and not story):
        return False
    if any(is_event_noun(t, language) for t in things):
        return False  # "it follows a decision of May"
    titled = text_before(teller) in _MARKS
    about = story or any(_is_person(t, language) for t in things)
    return titled or _is_work(teller, language) or (teller.lower_ in {"it", "which"} and about)


def _is_person(noun: "Token", language: str) -> bool:
    people = word_set(language, "persons", "people", "anybody")
    return noun.ent_type_ == "PERSON" or noun.lemma_ in people


def _is_scene(verb: "Token", head: "Token", language: str) -> bool:
    """Whether a verb tells in the present what goes on in a work: "in the film a general seizes power"."""
    if verb.tag_ not in _PRESENT:
        return False
    above = list(head.ancestors)
    works = (c for c in verb.lefts if c.dep_ == "prep" and c.lower_ == "in" and c not in above)
    return any((work := object_of(c)) is not None and _is_work(work, language) for c in works)
