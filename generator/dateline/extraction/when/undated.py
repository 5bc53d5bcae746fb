"""The words of a passage that name happenings without saying when."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extraction.grammar import (
    SPANS,
    event_noun,
    has_child,
    is_event_noun,
    is_verb,
    object_of,
    roles_of,
    subject_of,
)
from dateline.extraction.kinds import is_of_some_kind
from dateline.extraction.lexicon import word_set
from dateline.extraction.quotation import in_quotes
from dateline.extraction.when.date_attachment import LABEL, TIMES
from dateline.extraction.when.deeds import amid, is_state, occasion_of, only_reports
from dateline.extraction.when.modality import is_alleged
from dateline.extraction.when.reality import is_hypothetical, is_negated, is_plot, is_recounted, is_usual

if TYPE_CHECKING:
    from dateline.parsing import Doc, Token

# What is done to last: "has been jailed for more than ten years".
_FOR_A_TIME = frozenset(
    {"jail", "sentence", "imprison", "ban", "suspend", "extend", "delay", "hire", "lease"}
)
_FOR_LONG = frozenset({"for", "in", "over", "during", "throughout", "through"})
_LONG = frozenset({"decade", "century", "generation", "millennium", "millennia"})
_MANY = frozenset({"many", "several", "numerous"})
_GONE = frozenset({"past", "last"})
# What is done for long: "headed the battalion".
_LEADS = frozenset({"head", "command", "captain"})
# What is nobody that will do something: "the way to do it is to cut taxes".
_ENDS = frozenset(
    {"way", "aim", "goal", "task", "idea", "purpose", "point", "job", "role", "challenge", "answer"}
)
# What somebody was before: "as a child".
_ONCE = frozenset({"child", "boy", "girl", "teenager", "student", "candidate", "youth", "senator"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_HEADS = frozenset({"VERB", "AUX", "NOUN"})
_LOOKS_BACK = frozenset(
    {
        "recently",
        "previously",
        "earlier",
        "once",
        "formerly",
        "originally",
        "initially",
        "long",
        "ever",
        "before",
        "currently",
    }
)
# Helpers that make a participle tell what is usual, and no happening.
_STRIKING = frozenset({"disaster", "attack", "killing"})
_BARE = frozenset({"is", "are", "being"})
_PAST = frozenset({"VBD", "VBN"})
_PRESENT = frozenset({"VBZ", "VBP"})


def undated_heads(
    doc: "Doc", dated: frozenset[int], language: str, *, opens: bool = False
) -> Iterator["Token"]:
    """The heads of happenings in a passage that no date governs, the main one first.

    Args:
        doc: the parsed passage.
        dated: the heads (by index) that have a date.
        language: the language of the word lists.
        opens: whether the article opens with the passage, whose side clauses then are news, too.
    """
    if doc[-1].text in LABEL - {":"}:
        return  # "Kesten, occupied Orland –" only says from where
    for token in doc:
        if token.pos_ not in _HEADS or token.i in dated or _is_credit(token):
            continue
        if is_verb(token):
            if (occasion := occasion_of(token, language)) is not None and occasion.i not in dated:
                yield occasion
                continue
            contents = [child for child in token.children if child.dep_ in {"ccomp", "xcomp"}]
            if any(below.i in dated for content in contents for below in _clause(content)):
                continue  # who says so is the speaker of what is dated
            if only_reports(token, language) and any(_happened(c, language) for c in contents):
                continue  # what was said is told itself
            told = _is_main(token, language) or _between_names(token) or (opens and _is_news(token, language))
            if told and _happened(token, language):
                yield token
            elif opens and (announced := _announced(token, language)) is not None:
                yield announced
        elif is_event_noun(token, language):
            roles = roles_of(token, language)
            between = roles.doer is not None and roles.done is not None and roles.doer.ent_type_ in _NAMED
            if between and not _says_of_what(token, language):
                yield token


def _says_of_what(noun: "Token", language: str) -> bool:
    """Whether a happening only says as what somebody is sent: "the envoy to Norvia’s talks with Kesten"."""
    whose = noun.head.head
    sent = noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.i == whose.i + 1
    return sent and whose.lemma_.lower() in word_set(language, "persons", "delegates")


def _is_over_years(verb: "Token") -> bool:
    """Whether something has gone on for long: "has divided them for six decades", "in recent years".

    What a sentence opens with holds for all that it goes on to tell: "over the past century floods have hit".
    """
    preps = list(verb.rights)
    first = verb.head if verb.dep_ == "conj" else verb
    preps += [t for each in {verb, first} for t in each.lefts]
    times = (object_of(prep) for prep in preps if prep.dep_ == "prep" and prep.lower_ in _FOR_LONG)
    if any(time is not None and _is_long(time, verb) for time in times):
        return True
    so_far = any(t.lower_ == "far" and any(c.lower_ == "so" for c in t.lefts) for t in verb.children)
    return so_far or _has_lasted(verb)


def _has_lasted(verb: "Token") -> bool:
    """Whether something has gone on for more than some time: "has dogged him for more than a decade"."""
    perfect = any(t.dep_ == "aux" and t.lower_ in {"has", "have", "had"} for t in verb.lefts)
    if not perfect or verb.lemma_ in _FOR_A_TIME:
        return False
    lengths = (t for t in verb.subtree if t.dep_ == "pobj" and t.head.lower_ == "for" and t.i > verb.i)
    long = (t for t in lengths if t.lemma_ in SPANS and any(c.lower_ == "than" for c in t.subtree))
    return any(next((a for a in t.ancestors if is_verb(a)), None) == verb for t in long)


def _is_long(time: "Token", verb: "Token") -> bool:
    """Whether a time beside a verb is of years, and names none: "six decades", "the past century", "history".

    "In recent days floods have hit" is news, for all that "floods hit in recent days" need not be.
    """
    if time.lower_ == "history":
        return time.left_edge == time
    pointed = {t.lower_ for t in time.lefts}
    if time.lemma_ in _LONG:
        return time.tag_ == "NNS" or bool(pointed & _GONE)
    if time.lemma_ == "month" and time.tag_ == "NNS" and pointed & _GONE:
        return True  # "in the last 12 months"
    years = time.lemma_ == "year"
    lately = "recent" in pointed and (years or time.i > verb.i)
    return time.tag_ == "NNS" and (lately or (years and bool(pointed & (_GONE | _MANY))))


def _is_count_gone(word: "Token") -> bool:
    """Whether a word opens "the last two", and so on."""
    after = word.doc[word.i + 1 : word.i + 2]
    return word.lower_ in _GONE and any(t.pos_ == "NUM" for t in after)


def _is_of_before(verb: "Token", language: str) -> bool:
    """Whether words beside a verb put it into a time gone by: "in the past", "last season", "as a child".

    So do "when he was minister", and "have won the last two cups".
    """
    for child in verb.children:
        thing = object_of(child) if child.dep_ == "prep" else child
        if thing is None:
            continue
        before = {t.lower_ for t in (*thing.lefts, verb.doc[thing.i - 1])} if thing.i else set()
        if child.dep_ == "prep" and child.lower_ == "in" and thing.lower_ == "past":
            return True
        if child.dep_ == "prep" and child.lower_ == "as" and thing.lower_ in _ONCE:
            return True
        ago = child.lefts if child.lower_ == "ago" else ()
        if any(t.lemma_ in _LONG | {"year"} and not any(t.lefts) for t in ago):
            return True  # "decades ago"
        season = thing.lemma_ == "season" and child.dep_ in {"npadvmod", "prep"}
        if season and before & {"last", "previous", "past"}:
            return True
        if child.dep_ == "dobj" and any(_is_count_gone(t) for t in child.subtree):
            return True
        when = child.dep_ == "advcl" and any(t.lower_ == "when" for t in child.lefts)
        if when and child.tag_ == "VBD" and is_state(child, language) and child.lemma_ in {"be", "hold"}:
            return True
    return False


def _is_credit(verb: "Token") -> bool:
    """Whether a sentence says who helped to write the article: "Ana Ruiz contributed to this report"."""
    to = next((object_of(t) for t in verb.rights if t.lower_ == "to"), None)
    return verb.lemma_ == "contribute" and to is not None and any(t.lower_ == "this" for t in to.lefts)


def _clause(verb: "Token") -> "Iterator[Token]":
    """The words of a clause but for those of its side clauses."""
    yield verb
    for child in verb.children:
        if child.dep_ not in {"relcl", "acl", "advcl"}:
            yield from _clause(child)


def adding_heads(doc: "Doc", taken: frozenset[int], language: str) -> Iterator["Token"]:
    """The words of a passage that may add to a happening told elsewhere.

    They are its main verb (what was said, how it was), what is quoted, and nouns that refer to what somebody
    named did or underwent: "his resignation", "the launch of the probe".
    """
    for token in doc:
        if token.pos_ not in _HEADS or token.i in taken:
            continue
        if is_verb(token) and (token.dep_ == "ROOT" or (_is_main(token, language) and in_quotes(token))):
            if subject_of(token) and not is_hypothetical(token):
                yield token
        elif is_event_noun(token, language):
            roles = roles_of(token, language)
            if any(side is not None and side.ent_type_ in _NAMED for side in roles):
                yield token


def _is_main(verb: "Token", language: str) -> bool:
    """Whether a verb carries the sentence, or what somebody is quoted to have said."""
    if verb.dep_ == "ROOT":
        return True
    above = verb.head
    if verb.dep_ == "conj":
        return is_verb(above) and _is_main(above, language)
    if verb.dep_ == "ccomp" and above.dep_ == "ROOT" and not is_verb(above):
        return True  # a quotation that no parse makes sense of took the place of the verb
    return verb.dep_ == "ccomp" and above.lemma_.lower() in word_set(language, "speech", "report")


def _is_news(verb: "Token", language: str) -> bool:
    """Whether a side clause tells the news: "searched for victims of a quake that flattened the town"."""
    if verb.dep_ == "relcl" and verb.lemma_ == "die" and verb.tag_ in _PAST:
        who = verb.head.head if verb.head.dep_ == "appos" else verb.head
        return who.ent_type_ == "PERSON"  # "Ana Ruiz, (the dancer) who has died at 94, was …"
    if verb.tag_ != "VBD" or has_child(verb, "aux"):
        return False
    if verb.dep_ == "relcl":
        noun = verb.head
        does = any(t.lower_ in {"that", "which"} and t.dep_ == "nsubj" for t in verb.lefts)
        since = noun.dep_ == "pobj" and noun.head.lower_ in {"after", "since", "before"}
        return does and not since and event_noun(noun, language)[0] in _STRIKING
    opening = next((t.lower_ for t in verb.lefts if t.dep_ in {"mark", "advmod"}), "")
    main = verb.head.head if verb.head.dep_ == "conj" else verb.head
    if opening in {"when", "as"} and has_child(main, "auxpass") and not has_child(main, "agent"):
        return False  # "two were shot when gunmen opened fire": that tells both
    counted = any(t.dep_ in {"npadvmod", "nummod"} for t in verb.lefts)  # "two years after it sank"
    return verb.dep_ == "advcl" and opening in {"after", "when", "as"} and not counted and _has_subject(verb)


def _announced(verb: "Token", language: str) -> "Token | None":
    """What a lead tells in the present: "the firm is to cut 400 jobs", "two women are suing the state"."""
    if not _is_main(verb, language) or is_negated(verb) or is_hypothetical(verb) or in_quotes(verb):
        return None
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if verb.lower_ in _BARE and amid(verb, language) is not None:
        return verb  # "teachers are on strike"
    if verb.tag_ == "VBG" and helpers and helpers <= _BARE:
        goes_on = is_state(verb, language) or is_usual(verb) or only_reports(verb, language)
        return None if goes_on or not is_of_some_kind(verb, language) else verb
    if verb.lower_ == "known" and helpers <= _BARE:  # "are now known to have died"
        return next((c for c in verb.rights if c.dep_ == "xcomp" and _has_been(c)), None)
    aims = (c for c in verb.rights if c.dep_ == "xcomp" and c.tag_ == "VB" and not has_child(c, "neg"))
    to = next((c for c in aims if any(t.lower_ == "to" for t in c.lefts)), None)
    if (who := subject_of(verb)) is not None and who.token.lemma_ in _ENDS:
        return None  # "the way to do it is to cut taxes"
    return to if verb.lower_ in {"is", "are"} and to is not None and to.i > verb.i else None


def _has_been(verb: "Token") -> bool:
    return {"to", "have"} <= {c.lower_ for c in verb.lefts if c.dep_ == "aux"}


def _has_subject(verb: "Token") -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass"} and c.pos_ != "PRON" for c in verb.lefts)


def _between_names(verb: "Token") -> bool:
    """Whether a verb, wherever it stands, says what one named party did to another: "its killing X"."""
    if not any(c.dep_ == "dobj" and c.ent_type_ in _NAMED for c in verb.children):
        return False
    found = subject_of(verb)
    return found is not None and found.token.ent_type_ in _NAMED and not _only_times(verb)


def _is_planning(verb: "Token", helpers: set[str], language: str) -> bool:
    """Whether a verb says that somebody has a plan, which is news: "is planning to sell its ferries"."""
    plans = has_child(verb, "xcomp") and verb.lemma_.lower() in word_set(language, "speech", "planned")
    return plans and bool(helpers & _BARE)


def _is_then(noun: "Token") -> bool:
    pointed = any(t.lower_ in {"that", "those"} for t in noun.lefts)
    pointed = pointed or (noun.lower_ == "time" and noun.right_edge == noun and has_child(noun, "det"))
    return noun.head.lower_ in {"on", "at", "in"} and noun.lemma_ in {"occasion", "time", "year"} and pointed


def _is_own_day(word: "Token") -> bool:
    """Whether it is a clause that says which day something was: "the very day that the port opened"."""
    pointed = word.lower_ == "very" and word.i > 0 and word.nbor(-1).lower_ == "the"
    return pointed and word.head.lemma_ in TIMES


def _only_times(verb: "Token") -> bool:
    """Whether a clause only says when something else was: "four days after the ship hit the reef"."""
    return verb.dep_ in {"advcl", "pcomp"} and any(c.dep_ in {"mark", "advmod"} for c in verb.lefts)


def _happened(verb: "Token", language: str) -> bool:
    """Whether a verb tells of something that came to pass, once."""
    if is_state(verb, language) or is_hypothetical(verb) or is_negated(verb) or is_usual(verb):
        return False
    if any(c.lower_ == "or" and c.dep_ == "cc" for c in verb.rights):
        return False  # "scored or set up a goal in each of five games"
    small = {c.lower_ for c in verb.lefts}
    if "still" in small and has_child(verb, "auxpass") and "being" not in small:
        return False  # "was still cut"
    if any(c.dep_ == "advmod" and c.lower_ in _LOOKS_BACK for c in verb.children):
        return False  # of an earlier time, or of no time
    if verb.lemma_ in _LEADS and verb.tag_ == "VBD" and has_child(verb, "dobj"):
        return False
    if verb.lemma_ == "call" and has_child(verb, "oprd"):
        return False  # "the fishermen call it Orla"
    if verb.lemma_ in {"go", "carry"} and any(c.lower_ == "on" and c.dep_ == "prt" for c in verb.rights):
        return has_child(verb, "xcomp")  # "the match went on", but "went on to win"
    if any(t.dep_ == "pobj" and _is_then(t) for t in verb.subtree):
        return False  # "on that occasion"
    if is_recounted(verb, language) or is_plot(verb, language) or _is_over_years(verb):
        return False
    if any(_is_own_day(t) for t in verb.subtree) or _is_of_before(verb, language):
        return False
    singled = any(t.ent_type_ == "ORDINAL" or t.tag_ == "JJS" for c in verb.rights for t in c.lefts)
    if any(c.lower_ == "since" for c in verb.children) and not singled:
        return False  # "since then they have cleared …", but "posted its first loss since 1992"
    found = subject_of(verb)
    oneself = found is not None and found.token.lower_ in {"i", "we"}
    if is_alleged(verb, language) or (in_quotes(verb) and not oneself):
        return False  # a claim is no fact
    if (
        found is not None
        and verb.dep_ == "conj"
        and (found.token.pos_ == "NUM" or found.token.ent_type_ == "CARDINAL")
        and not any(True for _ in found.token.rights)
    ):
        return False  # "two were shot and five wounded"
    if found is not None and any(t.dep_ == "relcl" and t.lemma_ == "die" for t in found.token.subtree):
        return False  # "Ana Ruiz, who has died at 94, fled …" tells a life
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if verb.dep_ == "conj" and not helpers:
        helpers = {c.lower_ for c in verb.head.children if c.dep_ in {"aux", "auxpass"}}
    if verb.tag_ == "VBN" and (helpers <= _BARE if verb.dep_ == "ccomp" else helpers and helpers <= _BARE):
        return False  # "sees the planes delivered", "such planes are bought by the state"
    if verb.tag_ in _PAST:  # "had taken" looks back from what is told
        return not helpers & {"will", "would", "may", "might", "could", "to", "had"}
    if verb.tag_ == "VBG":
        return _is_planning(verb, helpers, language) or (verb.dep_ != "acl" and _between_names(verb))
    return verb.tag_ in _PRESENT and verb.lemma_.lower() in word_set(language, "speech", "act")
