"""What a date in a parse hangs on: words of its own right, or what the parser missed beside it."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.extraction.grammar import agent_of, has_child, is_event_noun, is_verb, is_year
from dateline.extraction.lexicon import verb_tags

if TYPE_CHECKING:
    from dateline.parsing import Span, Token

# What parts the date of an item of a chronicle from what it tells.
LABEL = frozenset({":", "–", "—", "-"})
_AFTERMATH = frozenset({"aftermath", "wake"})
_HINGES = frozenset({"after", "before", "following"})
_ENDINGS = frozenset({"to", "ended", "ending", "until", "through"})
_WHITHER = frozenset({"to", "until", "till"})
_PERIODS = frozenset({"quarter", "half"})
_AGAINST = frozenset({"against", "from", "versus"})
_MULTIPLES = frozenset({"double", "twice", "triple", "treble", "thrice", "quadruple", "half", "times"})
# What stands behind a multiple: "twice the sum", "double its sales", "three times as much as".
_COMPARED = frozenset({"the", "its", "their", "his", "her", "that", "as", "of", "what"})
_REMEMBERS = frozenset({"remember", "recall", "recollect", "regret", "imagine", "forget"})
_RESTS = frozenset({"sleep", "sit", "kneel", "crouch", "hang", "linger", "camp"})
LEADING = frozenset({"lead", "head", "chair"})
"""Of "a group led by Ana Ruiz on Monday left", not the leading was on Monday, nor is it news."""
TIMES = frozenset({"day", "week", "month", "year", "time", "date", "hour"})
"""What only says when."""


def lasting(participle: "Token") -> "Token | None":
    """What has gone on since a day, above a participle: "has been taught in a tent lent by X since"."""
    if participle.dep_ != "acl" or participle.tag_ != "VBN":
        return None
    main = next((t for t in participle.ancestors if is_verb(t)), None)
    lasts = main is not None and any(c.dep_ == "aux" and c.lower_ in {"has", "have"} for c in main.children)
    return main if lasts else None


def announced_then(span: "Span") -> "Token | None":
    """The participle that a date closes: "results announced by the mayor, Ana Ruiz, on Monday"."""
    before = span.start - 1
    while before > 0 and span.doc[before].text == ",":
        before -= 1
    if (
        before < 1
        or span[0].lower_ == "since"
        or is_verb(span.doc[before])
        or not is_verb(root_of(span).head)
    ):
        return None
    for verb in span.doc[before].ancestors:
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and agent_of(verb) is not None:
            return verb if verb.head.pos_ == "NOUN" and verb.lemma_ not in LEADING else None
        if is_verb(verb):
            return None
    return None


def dates_a_thing(date: "Token", language: str) -> bool:
    """Whether a date only says of when a thing is: "a report from 2009", "the week before Easter"."""
    noun = date.head
    if date.dep_ != "prep" or noun.pos_ != "NOUN":
        return False
    return (date.lower_ == "from" and not is_event_noun(noun, language)) or (
        date.lower_ in {"before", "after"} and noun.lemma_ in TIMES
    )


def decided(date: "Token", language: str) -> "Token | None":
    """The noun right before a date that an infinitive goes on from: "their decision in May to lease it"."""
    if date.dep_ == "npadvmod" and date.left_edge.i:
        told = date.left_edge.nbor(-1)
        hinged = told.dep_ == "pobj" and told.head.lower_ in _HINGES - {"before"} and is_verb(date.head)
        new = hinged and any(t.lower_ in {"a", "an"} for t in told.lefts)
        return told if new and is_event_noun(told, language) else None  # "following an attack this week"
    if date.dep_ != "prep" or date.i == 0:
        return None
    noun, after = date.nbor(-1), date.right_edge.i + 1
    aims = after < len(date.doc) and date.doc[after].tag_ == "TO" and date.doc[after].dep_ == "aux"
    inside = noun.dep_ == "pobj" and is_event_noun(noun, language)
    if inside and noun.head.lower_ in _HINGES and is_verb(date.head):
        return noun  # "were built after a fire in October"
    for rule in (_earlier, _of_that_year):
        if (earlier := rule(date, noun, language)) is not None:
            return earlier
    return noun if aims and inside and has_child(noun, "poss") else None


def _earlier(date: "Token", before: "Token", language: str) -> "Token | None":
    """The happening after which something was, if it has the year: "fell after the invasion of X in 2019"."""
    if not any(is_year(t) for t in date.subtree) or not is_verb(date.head):
        return None
    noun = before
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    after = noun.dep_ == "pobj" and noun.head.lower_ in _HINGES and noun.i > date.head.i
    return noun if after and noun != before and is_event_noun(noun, language) else None


def _of_that_year(date: "Token", before: "Token", language: str) -> "Token | None":
    """The happening of a year before what had been: "had been praised for its rise from the fire of 1994"."""
    if not any(is_year(t) for t in date.children) or not is_verb(date.head) or not had(date.head):
        return None
    of = before.dep_ == "pobj" and before.head.lower_ == "of"
    noun = before.head.head if of else before
    definite = any(t.lower_ == "the" or t.dep_ == "poss" for t in noun.lefts)
    deep = noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN" and noun.i > date.head.i
    return noun if deep and definite and is_event_noun(noun, language) else None


def reaches_back(verb: "Token", below: "Token") -> bool:
    """Whether a verb only says how far back something goes: "going back to 1999", "dates from 1999"."""
    if verb.lemma_ == "backdate":
        return True  # "a rise backdated to April"
    if verb.lemma_ not in {"date", "go", "reach", "stretch", "extend"}:
        return False
    return below.lower_ == "back" or (below.lower_ in {"to", "from"} and below.nbor(-1).lower_ == "back")


def cleft_from(verb: "Token", span: "Span") -> "Token | None":
    """The verb that a date is put before for weight: "it was in 1969, as a student, that she sang"."""
    if verb.lemma_ != "be" or not any(c.lower_ == "it" and c.dep_ == "nsubj" for c in verb.lefts):
        return None
    after = (t for t in span.doc[span.end :] if t.lower_ == "that" and t.dep_ in {"mark", "advmod"})
    verbs = (t.head for t in after if is_verb(t.head))
    return next((v for v in verbs if v.head == verb or v == verb.head or v.head in span), None)


def leads_to(span: "Span", verb: "Token") -> bool:
    """Whether a date is what something is moved to: "put off until May", "to not earlier than May"."""
    if span[0].lower_ in _WHITHER:
        return True
    for token in reversed(span.doc[verb.i + 1 : span.start]):
        if token.lower_ in _WHITHER:
            return True
        if token.pos_ in {"NOUN", "PROPN", "VERB"}:
            return False
    return False


def had(verb: "Token") -> bool:
    """Whether a clause lies before what is told: "in 1969, when he had joined the navy"."""
    return any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)


def labelled(noun: "Token") -> bool:
    """Whether a noun is all that an item of a chronicle tells: "4 March: result from the laboratory"."""
    label = next((t.i for t in noun.doc if t.text in LABEL), 0)
    alone = noun.pos_ in {"NOUN", "PROPN"} and noun.dep_ == "ROOT" and 0 < label < noun.i
    return alone and all(t.ent_type_ == "DATE" or t.pos_ in {"NUM", "PUNCT"} for t in noun.doc[:label])


def root_of(span: "Span") -> "Token":
    """The top word of the date, and no verb that the parse drew into it."""
    root = span.root
    return root if not is_verb(root) else next((t for t in span if not is_verb(t)), root)


def compares(word: "Token") -> bool:
    """Whether a date only says what something is compared to: "up from 14 percent a year ago"."""
    beside = word.head if word.dep_ == "prep" else word
    return (
        beside.lower_ in {"up", "down", "than"}
        and beside.dep_ in {"advmod", "prep", "acomp", "prt"}
        and (word.lower_ in {"from", "than"} or any(t.lower_ == "from" for t in beside.children))
    )


def ends_period(span: "Span") -> bool:
    """Whether a date is the end of a time that is told: "a loss for the three months to 30 June"."""
    start = next((t for t in span if t.lower_ not in _ENDINGS), span[0])
    before = span.doc[start.i - 1] if start.i else start
    length = span.doc[start.i - 2] if start.i > 1 else before
    return before.lower_ in _ENDINGS and length.lemma_ in TIMES | _PERIODS


def is_period(span: "Span") -> bool:
    """Whether words only say how long a time is whose end follows: "the quarter to 30 June"."""
    after = span.doc[span.end : span.end + 2]
    dated = len(after) > 1 and after[1].ent_type_ == "DATE" and after[1].lemma_ not in TIMES
    return span[-1].lemma_ in TIMES | _PERIODS and dated and after[0].lower_ in _ENDINGS


def outlived(span: "Span") -> "Token | None":
    """The happening that a date is of, and not what came of it: "in the aftermath of a war in 2003"."""
    before = span.doc[span.start - 1] if span.start else None
    if before is None:
        return None
    things = (t for t in (before, *before.ancestors) if t.dep_ == "pobj")
    happening = next((t for t in things if t.head.lower_ == "of"), None)
    while happening is not None and happening.head.head.lemma_ not in _AFTERMATH:
        above = happening.head.head
        happening = above if above.dep_ == "pobj" and above.head.lower_ == "of" else None
    return happening


def is_compared(span: "Span", language: str) -> bool:
    """Whether a date is that of the figure with which one is compared.

    It is in "came to 9 million, against 8 million a year earlier", "rose to 9 million from 8 million in 2021"
    and "fell by a tenth from last year".
    """
    date = root_of(span)
    if re.fullmatch(r"on \d{4}", span.text):
        return True  # "an increase of 4 percent on 2015"
    verb = next((t for t in date.ancestors if is_verb(t)), None)
    if verb is None or span.start <= verb.i:
        return False
    if _is_multiplied(span, verb):
        return True
    between = [t for t in span.doc[verb.i + 1 : span.start] if t.dep_ == "prep"]
    last = next((t for t in reversed(between) if t.lower_ not in {"of", "in", "at"}), None)
    if last is not None and last.lower_ in _AGAINST:
        figure = next((t for t in last.children if t.dep_ == "pobj"), None)
        if last.i + 1 == span.start - 1 and span.doc[last.i + 1].pos_ == "NUM":
            return True  # "to 26 seats, from 35 four years ago"
        return figure is not None and any(t.pos_ == "NUM" for t in figure.subtree)
    moves = verb_tags(language).get(verb.lemma_.lower()) == "change"
    figured = any(t.pos_ == "NUM" for t in span.doc[verb.i + 1 : span.start])
    return moves and figured and span[0].lower_ == "from" and not _goes_to(span)


def _is_multiplied(span: "Span", verb: "Token") -> bool:
    """Whether a date is that of what a figure is many times: "to 9 million, double its sales in May"."""
    comma = next(
        (t.i for t in reversed(span.doc[verb.i + 1 : span.start]) if t.text in {",", "–", "—"}), None
    )
    if comma is None or not any(t.pos_ == "NUM" for t in span.doc[verb.i + 1 : comma]):
        return False
    beside = list(span.doc[comma + 1 : span.start])
    pairs = pairwise(beside)
    compared = any(t.lower_ in _MULTIPLES and after.lower_ in _COMPARED for t, after in pairs)
    return compared and not any(is_verb(t) or t.lower_ == "them" for t in beside)


def _goes_to(span: "Span") -> bool:
    """Whether a time goes on to another: "from 2019 to 2021"."""
    return any(t.lower_ in {"to", "until", "through"} for t in span.doc[span.end : span.end + 1])


def is_remembered(verb: "Token", span: "Span") -> bool:
    """Whether a date is that of what somebody looks back on: "remembers hearing of it in 1969"."""
    inner = (c for c in verb.rights if c.dep_ in {"xcomp", "ccomp"} and c.i < span.start)
    now = verb.tag_ in {"VBZ", "VBP"}
    return verb.lemma_ in _REMEMBERS and (now or any(span[0] in list(c.subtree) for c in inner))


def rests(verb: "Token", span: "Span") -> bool:
    """Whether somebody or something only stayed so all the while: "had been sleeping there until Friday"."""
    lasted = verb.tag_ == "VBG" or span[0].lower_ in {"until", "till", "since", "for"}
    return lasted and verb.lemma_ in _RESTS and not has_child(verb, "prt")
