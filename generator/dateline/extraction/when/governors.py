"""A date in a parse to the word that names what it dates: a verb, or a noun such as "withdrawal".

It is the nearest such word above the date: what a date in a subordinate clause says is said of that clause
alone.
"""

from typing import TYPE_CHECKING

from dateline.extraction.grammar import (
    PREMODIFIERS,
    event_noun,
    has_child,
    is_event_noun,
    is_verb,
    is_year,
    object_of,
    roles_of,
    text_before,
)
from dateline.extraction.lexicon import verb_tags, word_set
from dateline.extraction.when.date_attachment import (
    TIMES,
    announced_then,
    cleft_from,
    compares,
    dates_a_thing,
    decided,
    ends_period,
    is_compared,
    is_remembered,
    lasting,
    leads_to,
    outlived,
    reaches_back,
    rests,
    root_of,
)
from dateline.extraction.when.deeds import (
    SETTINGS,
    TURNS,
    has_noun,
    is_state,
    names_happening,
    occasion_of,
    takes_object,
    tells,
)
from dateline.extraction.when.modality import kind_of
from dateline.extraction.when.reality import (
    is_background,
    is_hypothetical,
    is_negated,
    is_usual,
    is_when_usual,
)

if TYPE_CHECKING:
    from dateline.parsing import Span, Token

_SUPERLATIVES = frozenset({"JJS", "RBS"})
_ORDINALS = frozenset({"first", "only", "last", "second", "third"})
_HAPPENS = frozenset({"happen", "occur", "take", "come", "follow", "be", "unfold", "ensue"})
_DIRECTIONS = frozenset({"ashore", "inland", "home", "down", "back", "through", "together"})
_BOUNDS = frozenset({"since", "for", "as"})
_VERBAL_PREPOSITIONS = frozenset({"starting", "beginning", "ending", "following", "including", "dating"})
_PUBLISHED = frozenset({"publish", "release", "issue", "post", "print", "air", "broadcast"})
_HELD = frozenset({"own", "hold", "know", "base", "house", "rule", "run", "lead", "head", "govern", "keep"})
# "A state of emergency, in force since 1963": that is when it began, not when it is lifted.
_STANDING = frozenset(
    {"force", "effect", "office", "power", "place", "charge", "exile", "prison", "custody", "jail"}
)
_CONVENES = frozenset({"call", "convene", "schedule", "summon"})
_BACK = frozenset({"ago", "earlier", "last", "yesterday"})
_AHEAD = frozenset({"this", "next", "tomorrow", "by", "before", "until", "from"})
_LASTS = frozenset({"extend", "prolong"})
_PRESIDED = frozenset({"chair", "attend", "host"})
_UNTIL = frozenset({"to", "until", "till"})
_WON = frozenset(
    {"win", "beat", "defeat", "stop", "retain", "take", "claim", "clinch", "secure", "become", "finish"}
)
# What is done to a happening long after it.
_BIDS = frozenset({"offer", "propose", "demand", "seek", "request"})
_ASSESSES = frozenset(
    {"blame", "cite", "recall", "mourn", "condemn", "defend", "criticise", "criticize", "regret"}
)
_STOPS = frozenset({"halt", "suspend", "stop", "freeze", "close", "shut", "pause"})
# "They were promised compensation by May": that is when it was to come.
_PROMISES = frozenset({"promise", "pledge", "vow", "guarantee", "undertake"})
_WROUGHT = frozenset({"disaster", "killing", "conquest", "attack"})
_PROMPTS = frozenset({"prompt", "force", "lead", "cause", "allow", "enable", "mean", "push"})
_REASONS = frozenset({"over", "for", "about", "after", "following"})
_GROUPS = ("report", "light", "due")


def _document(noun: "Token", language: str) -> "Token | None":
    """The document that a noun is or says the origin of: "a poll by Orla University, published on Monday"."""
    documents = word_set(language, "persons", "documents")
    if noun.lemma_ in documents:
        return noun
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in {"by", "from", "of"} else None
    return above if above is not None and above.lemma_ in documents else None


def governor(span: "Span", language: str) -> "Token | None":
    """The word that names what a date says the time of, None where the date tells of no happening.

    Args:
        span: the words of the date, their preposition included.
        language: the language of the word lists.
    """
    token, bound = root_of(span), span[0].lower_ in _BOUNDS
    if token.dep_ in {"prep", "agent"} and (thing := object_of(token)) is not None and thing.i >= span.end:
        return None  # "by last year’s tribunal"
    if dates_a_thing(token, language) or ends_period(span) or is_compared(span, language):
        return None
    if (never := _not_since(token)) is not None:
        return never if names_happening(never, language) else None
    if is_when_usual(span) or _is_each_year(span) or _is_each_winter(span):
        return None  # "once the rains begin, usually in May", "in May of each year"
    if _is_latest(span):
        return None  # "was honoured three times, most recently in 2019"
    if _is_of_work(span, language):
        return None  # "his first hit, Aurora (1955), is seen as"
    if (aside := _aside_of(span, language)) is not None:
        return aside if names_happening(aside, language) else None
    if (nearer := announced_then(span)) is not None:
        return nearer
    if (noun := decided(token, language)) is not None:
        return noun
    if (noun := outlived(span)) is not None:
        return noun if names_happening(noun, language) else None
    named = token.pos_ == "NOUN" and any(t.tag_ == "NNP" and t.i >= span.start for t in token.lefts)
    if named and names_happening(token, language):
        return _told_by(token, token, span, language)  # "the September 11 attacks"
    while (above := token.head).i != token.i:
        if token.dep_ == "dep" and text_before(token) == ":":
            return None  # "two have died: a girl on Saturday and a man on Monday"
        if token.dep_ == "appos" and above.i < token.i < span.start and _is_apart(token):
            return None  # "the mill, its largest employer since its sale in 1994, sent them home"
        if is_verb(above):
            aims = any(c.lower_ == "to" for c in above.lefts)
            first = above.head if above.dep_ == "conj" else above
            aim = first.dep_ == "advcl" and any(c.lower_ == "to" for c in first.lefts)
            if aim and first.lemma_ in _WON and first.head.tag_ == "VBD":
                token = first  # "survived a fall to stop him and keep his title on Saturday"
                continue
            if above.dep_ in {"acl", "advcl"} and aims:
                return None  # "an attempt to make it profitable by 2008"
            if above.dep_ == "relcl" and aims and has_child(above, "dobj") and span[0].lower_ == "by":
                return None  # "a promise to build it by May" was given
            bare = above.dep_ == "relcl" and above.tag_ == "VB" and not has_child(above, "auxpass")
            back = span[0].lower_ in {"in", "on"} or any(t.lower_ in _BACK for t in span)
            if bare and aims and back and above.head.head.tag_ == "VBD":
                token = above.head  # "won a place to read law at the college in 1936"
                continue
            if (
                span[0].lower_ == "for"
                and above.lemma_ in _CONVENES
                and (called := _called_for(above, language))
            ):
                return called  # "has scheduled a vote for Monday"
            told_of = above.head
            will = any(c.lower_ in {"will", "shall"} for c in told_of.lefts) and above.tag_ in {"VBZ", "VBP"}
            if above.dep_ == "advcl" and will and any(c.lower_ == "when" for c in above.lefts):
                token = above  # "will vote when it returns in May"
                continue
            if above.dep_ == "relcl" and above.lemma_ in _PRESIDED and above.head.dep_ == "pobj":
                token = above.head  # "was raised at a meeting that she chaired in July"
                continue
            if token.lower_ == "of" and above.lemma_ in word_set(language, "speech", "charging"):
                return None  # "accused him of having fixed draws in 2005"
            if above.lemma_ == "compare" or reaches_back(above, token):
                return None
            if any(t.lemma_ == "compare" for t in above.ancestors if above.dep_ == "acl"):
                return None  # "compared to the profit reaped a year before"
            published = above.dep_ == "acl" and above.lemma_ in _PUBLISHED
            if published and (document := _document(above.head, language)) is not None:
                token = document  # "in a report published on Thursday"
                continue
            if span[0].lower_ == "since" and above.dep_ == "acl" and above.lemma_ in _HELD:
                return None  # "Norvia, owned since 2004 by Kesten, lost money"
            if (
                (above.tag_ == "VBN" or (above.tag_ == "VB" and above.dep_ in {"acl", "relcl"}))
                and _singled_out(above.head)
                and any(c.lower_ == "to" for c in above.lefts)
            ):
                return None  # "the third man to be convicted since 2006"
            if span[0].lower_ == "since" and above.dep_ == "relcl" and _singled_out(above.head):
                return None  # "the first time that they have won since 2012"
            labels = above.dep_ == "acl" and above.tag_ in {"VBN", "VBD"} and not has_child(above, "nsubj")
            if labels and above.lemma_ in word_set(language, "speech", "labelled"):
                token = above.head  # "any deed deemed hostile in May"
                continue
            if token.dep_ == "dobj" and above.lemma_ in word_set(language, "speech", "about"):
                return token  # "the increase followed a decision on Monday"
            if span[0].lower_ == "since" and (main := lasting(above)) is not None:
                return _settle(main, span, language)
            if (cleft := cleft_from(above, span)) is not None:
                return _settle(cleft, span, language)
            if not (above.lower_ in _VERBAL_PREPOSITIONS and above.dep_ != "ROOT"):
                return _settle(above, span, language)
            if above.lower_ == "dating" and above.dep_ == "acl":
                return None  # "a house dating from 1850 has burned down"
            thing = next((t for t in above.rights if t.dep_ in {"dobj", "pobj"} and t.i < span.start), None)
            if thing is not None and above.lower_ == "following":
                return thing if names_happening(thing, language) else None  # "following two tests last week"
        elif above.dep_ == "pobj" and above.lemma_ in _STANDING and bound:
            return None
        elif compares(above) or (above.dep_ == "appos" and _superlative(above)):
            return None  # "made four flights, the last of them on Friday"
        elif (
            above.pos_ == "ADJ"
            and above.lower_ in word_set(language, "speech", "due")
            and above.dep_ != "acomp"
        ):
            return None  # "its delivery, due in May, will be delayed"
        elif token.dep_ == "npadvmod" and token.i > above.i and _is_in_wake(above):
            return above if names_happening(above, language) else None
        elif names_happening(above, language):
            return _told_by(above, token, span, language)
        elif above.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
            premodifies = token.dep_ in PREMODIFIERS or token.lower_ == "of"
            if above.lower_ in {"none", "nothing", "nobody"}:
                return None  # "has won 11 medals but none since 1936"
            if premodifies or (bound and _singled_out(above)):
                return None
        token = above
    return None


def _is_of_work(span: "Span", language: str) -> bool:
    """Whether a year in brackets says when what it stands behind is from."""
    bracketed = span.doc.span(max(0, span.start - 1), span.start).text == "("
    noun = root_of(span).head
    closed = span.doc.span(span.end, span.end + 1).text == ")"
    return bracketed and closed and noun.pos_ == "PROPN" and not is_event_noun(noun, language)


def _called_for(verb: "Token", language: str) -> "Token | None":
    """What is called or set for a day: a vote, a meeting."""
    thing = next((t for t in verb.rights if t.dep_ == "dobj"), None)
    event = thing is not None and verb.lemma_ in _CONVENES and is_event_noun(thing, language)
    return thing if event else None


def _told_by(noun: "Token", date: "Token", span: "Span", language: str) -> "Token | None":
    """What tells a happening that a noun names: a verb that does so more fully, or else the noun.

    Args:
        noun: it names the happening.
        date: what of the date hangs on the noun; the noun itself where it is part of the date.
        span: the words of the date.
        language: the language of the word lists.
    """
    if (span[0].lower_ in _BOUNDS and _singled_out(noun)) or _is_off(noun, language):
        return None
    rules = (_performed, _carrier, _same, _held_at, _wrought, _fared)
    fuller = (rule(noun, language) for rule in rules)
    found = next((verb for verb in fuller if verb is not None), noun)
    named = date.dep_ in PREMODIFIERS and date.head == noun
    if named and found.lemma_ in word_set(language, "speech", "act"):
        found = noun  # who confirms the April summit need not do so in April
    unreal = is_verb(found) and is_hypothetical(found)  # "had been expected to sign it on Monday"
    unreal = unreal or (is_verb(found) and is_usual(found))  # "typically marks the Easter visit"
    promised = found.lemma_ in _PROMISES and span[0].lower_ in _UNTIL | {"by", "before"}
    unreal = unreal or promised  # "promised legislation before Christmas"
    unreal = unreal or (found.lemma_ in _BIDS and _is_of_bid(found, span))
    feast = date.lower_ in word_set(language, "places", "feasts") and date.dep_ in PREMODIFIERS
    unreal = unreal or (feast and is_verb(found))  # "ruled out disruptions to Christmas flights"
    return None if unreal or _is_known_by(date, found, language) else found


def _is_each_winter(span: "Span") -> bool:
    """Whether something will be so every winter or summer: "will receive most of the power in winter"."""
    verb = next((t for t in root_of(span).ancestors if is_verb(t)), None)
    ahead = verb is not None and any(t.tag_ == "MD" for t in verb.lefts)
    return ahead and span.text.lower() in {"in winter", "in summer"}


def _is_of_bid(verb: "Token", span: "Span") -> bool:
    """Whether a year behind what is offered or asked for is that of what is to come of it."""
    thing = next((t for t in verb.rights if t.dep_ == "dobj" and t.i < span.start), None)
    return thing is not None and any(t.lower_ == "year" for t in span) and span[0].lower_ in _AHEAD


def _is_each_year(span: "Span") -> bool:
    """Whether a time comes again every year: "between April and September of each year"."""
    return span.doc.span(span.end, span.end + 2).text.lower() in {
        "of each",
        "of every",
        "each year",
        "every year",
    }


def _is_latest(span: "Span") -> bool:
    """Whether a date is only that of the last of several times."""
    before = span.doc.span(max(0, span.start - 2), span.start).text.lower()
    return before in {"most recently", "last time"} or before.endswith(", latterly")


def _aside_of(span: "Span", language: str) -> "Token | None":
    """The happening behind which commas put its date: "blamed the closure of a clinic, in 2021, as much"."""
    verb, doc = root_of(span).head, span.doc
    between = (
        doc.span(span.start - 1, span.start).text == "," and doc.span(span.end, span.end + 1).text == ","
    )
    if not between or not is_verb(verb) or verb.lemma_ not in _ASSESSES:
        return None
    things = (t for t in verb.rights if t.dep_ == "dobj" and t.right_edge.i < span.start)
    return next((t for t in things if is_event_noun(t, language)), None)


def _is_apart(apposition: "Token") -> bool:
    edge = apposition.left_edge.i
    return edge > 0 and apposition.doc[edge - 1].text == ","


def _is_in_wake(noun: "Token") -> bool:
    """Whether something was in the wake of what a noun names."""
    wake = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return wake.lower_ in {"wake", "aftermath"} and wake.dep_ == "pobj"


def _is_known_by(date: "Token", verb: "Token", language: str) -> bool:
    """Whether a date only names what a verb is done to long after: "replaces the 1991 agreement"."""
    noun, named = date.head, date.dep_ in PREMODIFIERS and date.text.isdigit()
    carries = verb.lemma_.lower() in word_set(language, "speech", "light")
    return named and noun.dep_ == "dobj" and noun.head == verb and not carries


def _singled_out(noun: "Token") -> bool:
    """Whether a noun is the first or worst of its kind: "the deadliest attack since 2003" is not of 2003."""
    return any(_superlative(t) for t in noun.subtree if t.i <= noun.i)


def _superlative(word: "Token") -> bool:
    counts = word.lower_ in {"least", "most"} and word.i > 0 and word.nbor(-1).lower_ == "at"
    return (word.tag_ in _SUPERLATIVES and not counts) or word.lower_ in _ORDINALS


def _performed(noun: "Token", language: str) -> "Token | None":
    """The act that a noun is the content of: "declared the end of its mission", "linked to the attacks"."""
    token = noun
    while token.dep_ == "pobj" and not is_verb(token.head.head):
        token = token.head.head
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if verb.lemma_ in word_set(language, "speech", "charging"):
        return None
    group = "act" if token.dep_ == "dobj" else "involve" if token.dep_ == "pobj" else None
    return verb if group and is_verb(verb) and verb.lemma_ in word_set(language, "speech", group) else None


def _carrier(noun: "Token", language: str) -> "Token | None":
    """The verb whose object the noun is ("held talks"), which a title needs."""
    verb = noun.head
    carries = (
        noun.dep_ == "dobj" and is_verb(verb) and verb.lemma_ not in word_set(language, "speech", "about")
    )
    return verb if carries and verb.lemma_ not in word_set(language, "speech", "report") else None


def _same(noun: "Token", language: str) -> "Token | None":
    """The verb that tells the same happening more fully: "arrived on an official visit"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun
    tag = event_noun(noun, language)[0]
    bare = roles_of(noun, language) == (None, None)
    return verb if is_verb(verb) and bare and verb_tags(language).get(verb.lemma_.lower()) == tag else None


def _wrought(noun: "Token", language: str) -> "Token | None":
    """What a happening did as it happened: "the flood of 1997 destroyed the mill"."""
    verb = noun.head
    does = noun.dep_ == "nsubj" and verb.tag_ == "VBD" and verb_tags(language).get(verb.lemma_) in _WROUGHT
    return verb if does else None


def _held_at(noun: "Token", language: str) -> "Token | None":
    """What happened at a bare occasion: "in a press conference on Monday, she outlined a plan"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun
    within = noun.dep_ == "pobj" and noun.head.lower_ in {"in", "at", "during"} and is_verb(verb)
    telling = verb.lemma_.lower() in word_set(language, "speech", "report") and not takes_object(verb)
    if not within or telling or is_state(verb, language) or is_hypothetical(verb):
        return None
    doer, done = roles_of(noun, language)
    bare = done is None and (doer is None or doer.dep_ == "compound")  # "a New York press conference"
    return verb if bare and has_child(verb, "nsubj") else None


def _fared(noun: "Token", language: str) -> "Token | None":
    """What something did on an occasion of which an aside tells: "A drill, on a mission in 2021, stuck"."""
    prep = noun.head
    verb = prep.head if is_verb(prep.head) else prep.head.head
    subject = next((t for t in verb.lefts if t.dep_ in {"nsubj", "nsubjpass"}), None)
    aside = noun.dep_ == "pobj" and prep.lower_ in SETTINGS | {"on"} and noun.doc[prep.i - 1].text == ","
    told = aside and is_verb(verb) and subject is not None and subject.i < prep.i < verb.i
    past = verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in verb.lefts if c.dep_ in {"aux", "auxpass"})
    return verb if told and past and not is_state(verb, language) and not is_negated(verb) else None


def _settle(verb: "Token", span: "Span", language: str) -> "Token | None":
    """The word that names what a dated verb tells, None where it tells of no happening."""
    if verb.dep_ in {"aux", "auxpass"}:
        verb = verb.head
    lasts = verb.lemma_ in _LASTS or (verb.lemma_ in {"last", "run"} and not has_child(verb, "dobj"))
    if lasts and leads_to(span, verb):
        return None  # "a loan that extends the life of the mine to 2044"
    before = verb.doc.span(max(0, verb.i - 2), verb.i).text.lower()
    if before in {"had last", "all but"}:
        return None  # "had last received data on 9 March", "had all but given up hope"
    likened = verb.lemma_ in {"happen", "occur"} and verb.dep_ == "advcl"
    if likened and any(t.lower_ == "as" for t in verb.lefts):
        return None  # "as happened in Kesten in 1997"
    while _belongs_above(verb, language):
        verb = verb.head
    lemma = verb.lemma_.lower()
    if lemma in _PROMPTS and _is_of_whole_clause(verb, language):
        return None
    if _between_two_dates(verb) or _asks_for(verb, span, language) or _is_weighed(root_of(span), language):
        return None
    if (
        lemma in {"follow", "precede", "avenge", "commemorate"}
        and (other := _followed(verb, span, language)) is not None
    ):
        return other
    if lemma in _CONVENES and span[0].lower_ in _AHEAD and not leads_to(span, verb):
        meeting = next((t for t in verb.rights if t.dep_ == "dobj" and is_event_noun(t, language)), None)
        if meeting is not None:
            return meeting  # "has called a meeting next Wednesday"
    if lemma in _BIDS and _is_of_bid(verb, span):
        return None  # "has offered a rise of 5 percent this year"
    ahead = any(t.dep_ == "aux" and t.tag_ == "MD" for t in verb.lefts)
    if lemma in _STOPS and span[0].lower_ == "until" and not ahead:
        return None  # "has been halted until Monday": that is when it goes on
    if lemma in word_set(language, "speech", "postponed") and span[0].lower_ == "from":
        return None  # "had been put off from 26 August"
    if lemma in word_set(language, "speech", "postponed") and leads_to(span, verb):
        return _postponed(verb, language)
    groups = {group for group in _GROUPS if lemma in word_set(language, "speech", group)}
    if takes_object(verb):
        groups.discard("report")
    if occasion := occasion_of(verb, language):
        return occasion
    if "report" in groups:
        return verb if has_child(verb, "ccomp") else None
    if "light" in groups and tells(verb):
        return None
    if span[0].lower_ == "since" and any(_superlative(t) for t in verb.subtree if verb.i < t.i < span.start):
        return None  # "posted its first loss since 1992" is not of 1992
    if (reason := _reason_long_ago(verb, span)) is not None:
        return reason if is_event_noun(reason, language) else None
    if lemma in _HAPPENS and (happening := _what_happens(verb, language)) is not None:
        return happening
    if (
        is_negated(verb)
        or is_hypothetical(verb)
        or is_remembered(verb, span)
        or rests(verb, span)
        or _goes_on(verb)
        or _is_perfect_beside(verb, span)
        or is_usual(verb)
        or is_background(verb, language)
        or _fell_through(verb, language)
        or _is_over(verb, span)
        or (lemma in _PROMISES and span[0].lower_ in _UNTIL | {"by", "before"})
        or _bare_target(span, groups)
        or has_noun(verb, TIMES, {"nsubj"})
    ):
        return None
    if lemma == "be" and kind_of(verb, language) != "happened":
        return verb
    return None if is_state(verb, language) else verb


def is_discussed(noun: "Token", language: str) -> bool:
    """Whether something is only talked about: "discussed a response to the test of 11 February"."""
    above = noun.head.lemma_ in word_set(language, "speech", "weighing")
    new = any(t.lower_ in {"a", "an"} for t in noun.lefts)
    return noun.dep_ == "dobj" and noun.pos_ == "NOUN" and above and new


def _not_since(date: "Token") -> "Token | None":
    """The happening since which something has not been again: "has not fought since its war in 1979"."""
    since = next((t for t in date.ancestors if t.lower_ == "since" and t.dep_ == "prep"), None)
    noun = object_of(since) if since is not None else None
    again = since is not None and is_verb(since.head) and is_negated(since.head)
    return noun if noun is not None and again and noun != date else None


def _between_two_dates(verb: "Token") -> bool:
    """Whether a verb tells how a figure went: "fell from 94 per cent in 2012 to 86 last year"."""
    start = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ == "from"), None)
    figure = object_of(start) if start is not None else None
    if start is None or figure is None or figure.ent_type_ == "DATE":
        return False
    ends = (c for c in verb.rights if c.i > start.i and c.dep_ == "prep" and c.lower_ == "to")
    return any(t.ent_type_ == "DATE" for end in ends for t in verb.doc[start.i : end.i])


def _asks_for(verb: "Token", span: "Span", language: str) -> bool:
    """Whether the date is that of what is asked for: "called for a march on Saturday"."""
    if verb.lemma_ not in word_set(language, "speech", "asking"):
        return False
    aims = [c for c in verb.rights if c.i < span.start and c.dep_ == "prep" and c.lower_ == "for"]
    if span[0].lower_ in {"by", "before", "until"}:
        aims += [c for c in verb.rights if c.i < span.start and c.dep_ == "dobj"]
    things = (object_of(c) if c.dep_ == "prep" else c for c in aims)
    if any(t is not None and is_event_noun(t, language) for t in things):
        return True
    # "Invited them to return at noon", "calls on the state to send help this week".
    asked = any(c.dep_ == "xcomp" and c.tag_ == "VB" and verb.i < c.i < span.start for c in verb.rights)
    hour = span[-1].ent_type_ == "TIME" and all(t.ent_type_ != "DATE" for t in span)
    return asked and (hour or span[0].lower_ in _AHEAD)


def _is_weighed(date: "Token", language: str) -> bool:
    """Whether a date is that of what is only spoken of: "favours holding the vote on 29 July"."""
    deed = next((t for t in date.ancestors if is_verb(t)), None)
    if deed is not None and deed.head.lemma_ in {"want", "wish"} and deed.dep_ in {"ccomp", "xcomp"}:
        return any(t.dep_ in {"nsubj", "nsubjpass"} for t in deed.lefts)  # "wants a law to be passed by May"
    inner = deed is not None and deed.tag_ == "VBG" and deed.dep_ in {"xcomp", "pcomp", "ccomp"}
    above = next((t for t in deed.ancestors if is_verb(t)), None) if deed is not None and inner else None
    return above is not None and above.lemma_.lower() in word_set(language, "speech", "weighing")


def _postponed(verb: "Token", language: str) -> "Token | None":
    """What is put off, or brought forward, to a day: that is when it is planned for."""
    things = (c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"})
    return next((thing for thing in things if is_event_noun(thing, language)), None)


def _belongs_above(verb: "Token", language: str) -> bool:
    """Whether a verb only completes the one above: "failed to pass" tells of a failure."""
    if not is_verb(verb.head):
        return False
    if verb.dep_ == "conj" and verb.head.dep_ == "xcomp" and any(t.tag_ == "TO" for t in verb.lefts):
        timed = any(t.ent_type_ in TIMES for t in verb.head.subtree if t.i < verb.left_edge.i)
        # "Was forced to sell its ferry and to dismiss", but "to sell it in May and to close by June".
        return not timed and _belongs_above(verb.head, language)
    if _at_once(verb, language):
        return True
    enabled = verb.tag_ == "VB" and verb.head.lemma_.lower() in word_set(language, "speech", "enabling")
    if enabled and verb.dep_ in {"ccomp", "xcomp"}:
        return True  # "the find allowed the police to charge him"
    bare = verb.tag_ == "VBN" and not has_child(verb, "aux") and not has_child(verb, "nsubj")
    small = verb.dep_ in {"ccomp", "oprd", "acomp"} and bare
    return (small and not has_child(verb, "auxpass")) or (
        verb.dep_ == "xcomp" and not _awaits(verb.head, language)
    )


def _at_once(verb: "Token", language: str) -> bool:
    """Whether a verb tells what went on as the main thing happened: "shot himself as police approached"."""
    main = verb.head
    opened = any(t.dep_ in {"mark", "advmod"} and t.lower_ in {"as", "while"} for t in verb.lefts)
    reports = main.lemma_.lower() in word_set(language, "speech", "report")
    return (
        verb.dep_ == "advcl" and opened and main.i < verb.i and not reports and not is_state(main, language)
    )


def _awaits(verb: "Token", language: str) -> bool:
    """Whether a verb only says that what follows is planned: "plans to sell", "is to begin"."""
    groups = ("planned", "due")
    denies = verb.lemma_ == "deny"  # "denied having met him in May"
    return (
        verb.lemma_ == "be"
        or denies
        or any(verb.lemma_.lower() in word_set(language, "speech", g) for g in groups)
    )


def _what_happens(verb: "Token", language: str) -> "Token | None":
    """The noun that a bare verb of happening stands for: "the attack took place"."""
    real = [c for c in verb.children if c.dep_ in {"dobj", "oprd"} and c.lower_ != "place"]
    real += [c for c in verb.children if c.dep_ in {"advmod", "prt"} and c.lower_ in _DIRECTIONS]
    real += [
        c
        for c in verb.children
        if verb.lemma_ == "be" and c.dep_ in {"acomp", "advmod"} and c.lower_ in TURNS
    ]
    real += [c for c in verb.children if c.lower_ in {"into", "to"} and c.dep_ == "prep"]  # "came into force"
    nouns = (c for c in verb.children if c.dep_ in {"nsubj", "attr"} and is_event_noun(c, language))
    return None if real else next(nouns, None)


def _followed(verb: "Token", span: "Span", language: str) -> "Token | None":
    """What was followed, where the date stands right after it: "the sentence followed a trial in May"."""
    things = (c for c in verb.children if c.dep_ == "dobj" and c.i < span.start)
    return next((thing for thing in things if is_event_noun(thing, language)), None)


def _goes_on(verb: "Token") -> bool:
    """Whether something was only going on when a date found it: "was still being debated on Monday"."""
    small = {c.lower_ for c in verb.children if c.dep_ in {"advmod", "auxpass", "aux"}}
    return "still" in small and bool(small & {"being", "was", "were"})


def _fell_through(verb: "Token", language: str) -> bool:
    """Whether something was planned for a day but is now put off: "the vote, set for May, was delayed"."""
    clause = verb.head if verb.dep_ == "xcomp" else verb  # "that was to open in May"
    due = verb.lemma_.lower() in word_set(language, "speech", "due") or clause.lemma_ == "be"
    if clause.dep_ not in {"acl", "relcl"} or not due:
        return False
    return _is_off(clause.head, language)


def _is_off(noun: "Token", language: str) -> bool:
    """Whether what a noun names is called off or put off: "had to be cancelled", "has been called off"."""
    off = word_set(language, "speech", "postponed") | {"cancel", "scrap", "abandon", "drop", "suspend"}
    above = noun.head
    verbs = (above, *(t for t in above.children if t.dep_ == "xcomp"))
    called = above.lemma_ == "call" and any(c.lower_ == "off" for c in above.children)
    return noun.dep_ in {"nsubj", "nsubjpass", "dobj"} and (called or any(v.lemma_ in off for v in verbs))


def _is_over(verb: "Token", span: "Span") -> bool:
    """Whether something was over, which no "since" can date: "the ban, in force since 2011, expired"."""
    perfect = any(c.dep_ == "aux" for c in verb.children)
    past = verb.tag_ == "VBD" or any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in verb.children)
    return span[0].lower_ == "since" and past and not perfect and verb.i > span.start


def _is_perfect_beside(verb: "Token", span: "Span") -> bool:
    """Whether a day or month is not when something has happened: "have called a strike on 28 May"."""
    perfect = any(c.dep_ == "aux" and c.lower_ in {"has", "have", "’ve", "'ve"} for c in verb.children)
    bound = span[0].lower_ in _BOUNDS | _UNTIL | {"by", "over", "between", "from", "during"}
    fixed = not bound and any(t.pos_ == "PROPN" and t.ent_type_ == "DATE" for t in span)
    weekday = any(t.lower_.endswith("day") for t in span)
    return perfect and verb.tag_ == "VBN" and fixed and not weekday


def _is_of_whole_clause(verb: "Token", language: str) -> bool:
    """Whether "which" means all that is said before: "plans a wall by the river, which led her to"."""
    noun, edge = verb.head, verb.left_edge
    which = edge.lower_ == "which" and edge.dep_ == "nsubj" and text_before(verb) == ","
    inside = noun.dep_ == "pobj" and noun.pos_ == "NOUN" and not noun.ent_type_
    return verb.dep_ == "relcl" and which and inside and not is_event_noun(noun, language)


def _reason_long_ago(verb: "Token", span: "Span") -> "Token | None":
    """For what of long ago somebody has lately been dealt with: "has been held over a fire last May"."""
    perfect = any(c.dep_ == "aux" and c.lower_ in {"has", "have", "’ve", "'ve"} for c in verb.children)
    past = any(t.lower_ in {"last", "ago"} or is_year(t) for t in span) and span[0].lower_ not in _BOUNDS
    if not perfect or not past or verb.i > span.start:
        return None
    reasons = (t for t in verb.rights if t.dep_ == "prep" and t.lower_ in _REASONS and t.i < span.start)
    return next(
        (thing for t in reasons if (thing := object_of(t)) is not None and thing.i < span.start), None
    )


def _bare_target(span: "Span", groups: set[str]) -> bool:
    """Whether a date only says what something is for or as of: "plans for 2011", "as of May it holds"."""
    opening = span[0].lower_
    return opening == "as" or (opening == "for" and "due" not in groups)
