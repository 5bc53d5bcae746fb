"""A verb of a parse to a short clause in the present: "US withdraws soldiers from Iraq"."""

from typing import TYPE_CHECKING

from dateline.extraction.grammar import (
    Subject,
    agent_of,
    has_child,
    host_of,
    is_event_noun,
    is_verb,
    object_of,
    prefix_of,
    shares_helpers,
    subject_of,
)
from dateline.extraction.lexicon import word_set
from dateline.extraction.quotation import in_quotes
from dateline.extraction.when.deeds import HARM
from dateline.extraction.when.modality import on_condition
from dateline.extraction.wording.complements import (
    aim_of,
    content,
    rest,
    with_repetition,
)
from dateline.extraction.wording.context import context_of
from dateline.extraction.wording.fitting import COMFORTABLE, CONTENT, LONGEST, NEEDED, Part, fit
from dateline.extraction.wording.follows import particles
from dateline.extraction.wording.inflection import future, present
from dateline.extraction.wording.nouns import SUFFERED
from dateline.extraction.wording.phrases import Wording
from dateline.extraction.wording.reported import no_longer
from dateline.extraction.wording.subjects import ANYBODY, names_itself, stands

if TYPE_CHECKING:
    from dateline.parsing import Token


# About how many characters a verb takes with "as", and the fewest that a cause is told in.
_VERB, _LEAST = 14, 32
# The most that a clause within another takes.
_INNER = 60
_SUPERLATIVES = frozenset({"worst", "deadliest", "biggest", "largest", "greatest"})
_NONE_OR_ALL = frozenset({"no", "not", "all", "every", "neither"})
# What those write who are quoted from it, and what only bodies are.
_LETTERS = frozenset({"letter", "note", "memo", "email", "e-mail", "tweet", "post", "book"})
_STUDIES = frozenset({"report", "study", "statement", "analysis", "document", "survey"})
_IN_WHAT = frozenset({"in", "at", "on", "near", "by", "during"})
_FORESEEING = frozenset({"see", "foresee", "forecast", "predict", "project"})
_HANDED_OUT = frozenset({"send", "publish", "release", "issue", "deliver", "submit", "post", "hand", "write"})
_TIED = frozenset({"with", "to", "from", "for", "against", "on"})
# How much a place is missed that stands before a verb: "in Orla, where".
_PLACE = 4
_HINGES = ("after ", "before ", "following ", "until ")
_PRESENT = frozenset({"VBZ", "VBP"})
_SUPPORT = frozenset({"support", "opposition", "resistance"})
_LED = frozenset({"delegation", "team", "group", "mission", "expedition", "panel", "gang", "coalition"})
# How somebody was who did something: "was lucky to survive".
_GLAD = frozenset({"lucky", "fortunate", "quick", "swift", "happy", "proud", "delighted", "pleased"})
_ASKS = frozenset({"ask", "urge", "advise", "persuade", "convince"})


def clause(verb: "Token", wording: Wording, room: int = LONGEST, *, ahead: bool = False) -> str | None:
    """The clause of a verb, None where it does not say who or what did or underwent what.

    Args:
        verb: its verb.
        wording: of its article.
        room: how many characters there are.
        ahead: whether it is to come though the verb is in the present: "the board meets on Monday".
    """
    found, agent = subject_of(verb), agent_of(verb)
    anybody = agent is not None and agent.lemma_.lower() in ANYBODY and has_child(agent, "relcl")
    if agent is not None and (agent in wording.dated or anybody):
        agent = None  # "could be resumed by Easter", "was elected by people who are not"
    hedges = word_set(wording.language, "speech", "hedging")
    if agent is not None and agent.head.i and agent.head.nbor(-1).lower_ in hedges:
        agent = None  # "was hacked, probably by spies"
    if _does_it(verb) or (verb.lemma_ == "go" and verb.tag_ == "VBG" and has_child(verb, "xcomp")):
        return None  # "is going to announce it"
    if found is None or not stands(found.token, verb, wording, passive=found.passive):
        return None
    subject = found.token
    if _is_torn(subject):
        return None
    if found.passive and agent is None:
        agent = _author(verb, subject, wording)
    if found.passive and agent is not None:
        doer, done = wording.noun_phrase(agent), wording.noun_phrase(subject, subject=agent)
        if done and subject.pos_ == "NUM" and " " not in done:
            return None  # "two of its members", and nobody knows whose
        parts = rest(verb, wording, agent, said="dobj")
        parts = _told(verb, parts, wording, agent) if parts is not None else None
        if doer and done and parts is not None:
            said, particle = _finite(verb, agent, wording), particles(verb)
            if (
                particle
                and said.endswith(particle)
                and wording.cast.label(wording.referent(subject)) == "PERSON"
            ):
                said, done = said.removesuffix(particle), f"{done}{particle}"  # "takes Ana Ruiz off"
            aim = _what_for(subject, wording)
            aims = [aim._replace(weight=CONTENT)] if aim else []
            parts = [Part(said), Part(done), *aims, *parts]
            return _in_context(agent, [doer], parts, wording, room)
    short = wording.noun_phrase(subject, after="of")
    words = _said(verb) if not found.passive else None
    said = "ccomp" if words is not None else ""
    parts = rest(verb, wording, subject, passive=found.passive, said=said)
    counted = _counted(subject) if short is not None and " " not in short else ""
    short = f"{short}{counted}" if short is not None else None
    if short is None or parts is None or short.isdigit():
        return None  # "School No. 26" is no 26
    if not found.passive:
        told = _told(verb, parts, wording, subject)
        if told is None:
            return None
        parts = told
    if not parts and words is not None and in_quotes(words):
        return None  # "“…,” Ana Ruiz joked"
    if not wording.is_plural(subject) and _is_done_together(verb):
        return None
    if not parts and any(t.lower_ == "as" and t.dep_ == "prep" for t in verb.rights):
        return None  # "emerged as one of the best", and nobody knows as what
    if not parts and (cause := _cause(verb, wording, len(short) + _VERB) or _occasion(verb, wording)):
        parts = [Part(cause, CONTENT)]
    if not parts and (office := _office(verb, subject, wording)):
        parts = [Part(office)]
    if parts and _is_left_open(verb, parts, wording):
        taken = sum(len(str(part)) + 1 for part in parts) + len(short) + _VERB
        cause = _cause(verb, wording, taken)  # "sends condolences after"
        parts = [*parts, *([Part(cause, CONTENT)] if cause and short not in cause else [])]
    only_when = all(str(part).startswith(_HINGES) for part in parts)
    if only_when and f"{verb.lemma_}{particles(verb)}" in word_set(wording.language, "speech", "unfinished"):
        return None  # "Ana Ruiz takes over", and nobody knows what
    told_so = verb.lemma_.lower() in word_set(wording.language, "speech", "addressed")
    if found.passive and told_so and not any(part.told for part in parts):
        return None  # "the jury was told"
    aim = None if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VB" else _what_for(subject, wording)
    if not parts and not aim and not names_itself(subject, verb, wording):
        return None
    where = _where(verb, wording)
    if where and not any(part.text == where for part in parts):
        parts = [*parts, Part(where, _PLACE)]
    parts = [*with_repetition(verb, parts, wording), *_where_only(verb, subject, wording)]
    parts += [Part(tied, CONTENT)] if (tied := _tied_before(verb, wording)) else []
    predicate = predicate_of(verb, found, wording)
    minded = verb.lemma_ in word_set(wording.language, "speech", "minded", "hoping")
    due = verb.lemma_ in word_set(wording.language, "speech", "due", "planned")
    helped = found.passive or has_child(verb, "aux")
    if ahead and verb.tag_ in _PRESENT and not (helped or minded):
        predicate = f"to {verb.lemma_.lower()}{particles(verb)}"
    elif (
        ahead
        and found.passive
        and not (minded or due or has_child(verb, "xcomp"))
        and any(t.tag_ in _PRESENT for t in verb.lefts if t.dep_ == "auxpass")
    ):
        predicate = f"to be {predicate.removeprefix('is ').removeprefix('are ')}"
    name = wording.name_alone(subject)
    whole = short if counted else wording.noun_phrase(subject) or short
    shorter = wording.letters(subject) or name or (whole if _act_for(subject) else short)
    whole = f"{whole}{_who_is(subject, verb, wording)}{f' {aim}' if aim else ''}"
    if wording.referent(subject).lemma_ in _SUPPORT:
        shorter = whole  # "Norvia’s support for the rebels"
    if meant_by_all := wording.referent(subject).lemma_.lower() in ANYBODY:
        shorter = whole  # "officials from Norvia"
    owner = whole.partition("’")[0] if "’" in whole else ""
    if name and owner and any(owner in str(part) for part in parts):
        whole = name  # not "Ana Ruiz’s mother Eva brings Ana Ruiz back"
    if name and not meant_by_all and len(" ".join([whole, predicate, *map(str, parts)])) > COMFORTABLE:
        whole = name  # without "American car maker" before it
    return _in_context(subject, [whole, shorter], [Part(predicate), *parts], wording, room)


def _is_torn(subject: "Token") -> bool:
    """Whether a subject is the rest of a noun: "a third of the Orla | and Kesten population were jailed"."""
    edge = subject.left_edge.i
    before = subject.doc[edge - 1] if edge else subject
    joins = before.dep_ == "cc" and before.head.pos_ in {"NOUN", "PROPN"} and subject.dep_ != "conj"
    comma = before.i > 0 and before.nbor(-1).text == ","
    return joins and not comma and before.head.i < edge and subject.head not in before.head.conjuncts


def _is_done_together(verb: "Token") -> bool:
    """Whether it takes two, with nothing that one does with another: "began working together"."""
    together = next((t for t in verb.doc[verb.i : verb.right_edge.i + 1] if t.lower_ == "together"), None)
    if together is None or verb not in together.ancestors:
        return False
    return not any(has_child(together.head, each) for each in ("dobj", "nsubjpass", "prep"))


def _act_for(subject: "Token") -> bool:
    """Whether a noun says for whom they act: "negotiators for Norvia and the rebels"."""
    return (
        any(t.lower_ == "for" and object_of(t) is not None for t in subject.rights) and subject.tag_ == "NNS"
    )


def _in_context(subject: "Token", names: list[str], parts: list[Part], wording: Wording, room: int) -> str:
    """A clause of a subject, its names longest first; one that names nothing says where or whose it is."""
    whole, shorter = names[0], names[-1]
    if len(" ".join([whole, *map(str, parts)])) > room:
        whole, shorter = wording.cast.in_letters(whole), wording.cast.in_letters(shorter)
        parts = [part.mapped(wording.cast.in_letters) for part in parts]
    text = fit(whole, parts, shorter=shorter, room=room)
    context = context_of(subject, text, wording) if room == LONGEST else None
    if context is None:
        return text
    whole, shorter = (f"{context.before}{name}{context.behind}" for name in (whole, shorter))
    return fit(whole, parts, shorter=shorter, room=room)


def predicate_of(verb: "Token", found: Subject, wording: Wording) -> str:
    """A verb as a title has it behind its subject: "passed", "to be passed", "passes"."""
    if found.passive:
        return _participle(verb, wording.language, plural=wording.is_plural(found.token))
    return _finite(verb, found.token, wording)


def _where_only(verb: "Token", subject: "Token", wording: Wording) -> list[Part]:
    """Where alone none or all did something: " at three schools" of "at three schools no teacher signed"."""
    meant = wording.referent(subject)
    counts = any(t.lower_ in _NONE_OR_ALL for t in meant.subtree if t.i < meant.i)
    first = next((t for t in verb.lefts if t.dep_ == "prep" and t.lower_ in {"at", "in", "on"}), None)
    thing = object_of(first) if first is not None and counts else None
    if first is None or thing is None or thing.ent_type_ in {"DATE", "TIME"} or first.i > subject.i:
        return []
    text = wording.tail(first, subject)
    return [Part(text)] if text else []


def _tied_before(verb: "Token", wording: Wording) -> str | None:
    """What a clause begins with: "with Norvia" of "Norvia, with which talks began"."""
    prep = next((t for t in verb.lefts if t.dep_ == "prep" and object_of(t) is not None), None)
    which = object_of(prep) if prep is not None else None
    if prep is None or which is None or which.tag_ not in {"WDT", "WP"} or verb.dep_ != "relcl":
        return None
    beside = prep.doc[prep.i - 2] if prep.i > 1 and prep.nbor(-1).text == "," else verb.head
    name = wording.noun_phrase(beside if beside.pos_ == "PROPN" else verb.head, after=False)
    return f"{prep.lower_} {name}" if name and prep.lower_ in _TIED else None


def _author(verb: "Token", noun: "Token", wording: Wording) -> "Token | None":
    """Who sent or published what is quoted from: "in a letter sent in May, Ana Ruiz said"."""
    within = noun.dep_ == "pobj" and noun.head.lower_ == "in" and is_verb(noun.head.head)
    first = verb.head if verb.dep_ == "conj" else verb
    above = noun.head.head
    groups = ("report", "act", "content", "found")
    telling = any(above.lemma_ in word_set(wording.language, "speech", group) for group in groups)
    if not (within and telling and first.dep_ == "acl" and verb.lemma_ in _HANDED_OUT):
        return None
    host = host_of(noun, wording.language)
    if host is None or not stands(host, verb, wording, passive=False):
        return None
    label = wording.cast.label(wording.referent(host))
    body = wording.referent(host).lemma_.lower() in word_set(wording.language, "persons", "public")
    studied = noun.lemma_.lower() in _STUDIES and (label in {"ORG", "GPE"} or body)
    return host if studied or noun.lemma_.lower() in _LETTERS else None


def _office(verb: "Token", subject: "Token", wording: Wording) -> str | None:
    """As what somebody took over: " as plant manager" of "plant manager Ana Ruiz, who took over in May"."""
    over = verb.lemma_ == "take" and any(t.dep_ == "prt" and t.lower_ == "over" for t in verb.rights)
    if not over or verb.dep_ != "relcl":
        return None
    offices = word_set(wording.language, "persons", "offices")
    office = next(
        (t for t in wording.referent(subject).lefts if t.lower_ in offices and not t.ent_type_), None
    )
    words = [t.lower_ for t in office.subtree] if office is not None else []
    return f"as {' '.join(words)}" if words else None


def _does_it(verb: "Token") -> bool:
    """Whether a verb only stands for another: "he will do it", "did so"."""
    things = (t for t in verb.rights if t.dep_ in {"dobj", "advmod"})
    small = any(t.lower_ in {"it", "so", "that", "this"} for t in things)
    return verb.lemma_ == "do" and (small or not has_child(verb, "dobj"))  # "when it finally did"


def _who_is(subject: "Token", verb: "Token", wording: Wording) -> str:
    """What makes "a man" somebody: " accused of stabbing author"."""
    meant = wording.referent(subject)
    said = next((t for t in meant.rights if t.dep_ == "acl" and t.tag_ == "VBN" and t != verb), None)
    lemma = meant.lemma_.lower()
    led = (
        said is not None and said.lemma_ in {"lead", "head"} and lemma in _LED
    )  # "a delegation led by Ana Ruiz"
    if said is None or not (lemma in ANYBODY or led):
        return ""
    parts = rest(said, wording, subject, passive=True)
    return "" if not parts else f" {fit(said.lower_, parts, room=_INNER)}"


def _counted(number: "Token") -> str:
    """What a number alone counts, if one noun is counted before: "three students …; two were freed"."""
    if number.pos_ != "NUM":
        return ""
    before = [t for t in number.doc[: number.i] if t.tag_ == "NNS" and has_child(t, "nummod")]
    counts = [
        t for t in before if t.ent_type_ not in {"DATE", "TIME"} and t.lower_ not in {"times", "percent"}
    ]
    return f" {counts[0].lower_}" if len(counts) == 1 else ""


def _where(verb: "Token", wording: Wording) -> str:
    """Where it was, told before: "in Orla" of "to Orla, where the talks were held"."""
    noun = verb.head
    if verb.dep_ != "relcl" or not any(t.lower_ == "where" for t in verb.lefts):
        return ""
    name = wording.noun_phrase(noun, after=False) if noun.ent_type_ in {"GPE", "LOC", "FAC"} else None
    said = (
        noun.head.lower_ if noun.dep_ == "pobj" and noun.head.lower_ in {"in", "at", "on", "near"} else "in"
    )
    return f"{said} {name}" if name else ""


def _what_for(subject: "Token", wording: Wording) -> Part | None:
    """What a plan or law is to do: "to widen river" of "a plan to widen the river"."""
    meant = wording.referent(subject)
    if meant.lemma_.lower() not in word_set(wording.language, "speech", "aimed"):
        return None
    return aim_of(meant, wording, meant)


def _told(verb: "Token", parts: list[Part], wording: Wording, subject: "Token") -> list[Part] | None:
    """The parts of a clause of telling with what was told, None where only the attribution is left."""
    language, lemma = wording.language, verb.lemma_.lower()
    groups = ("act", "report") if has_child(verb, "nsubjpass") else ("act", "report", "found")
    if not any(lemma in word_set(language, "speech", group) for group in groups):
        return parts
    told = _said(verb)
    if told is not None and (text := content(told, wording, subject)) is not None:
        parts = [*parts, text._replace(told=True)]
    # What is announced is the news: "X announced" alone is an attribution, and so is "X told reporters".
    if any(part.told for part in parts):
        first, *others = (part for part in parts if part.told or not _is_occasion(part, language))
        if first.told:
            first = first.mapped(lambda text: text.removeprefix("that "))
        return [part._replace(weight=NEEDED) if part.told else part for part in (first, *others)]
    if lemma in word_set(language, "speech", "addressed") & word_set(language, "speech", "report"):
        return None
    if lemma in _ASKS and len(parts) == 1 and has_child(verb, "dobj"):
        return None  # "asks the inspectorate", and nobody knows for what
    empty = not any(part.weight == NEEDED for part in parts)
    says_nothing = not parts or any(lemma in word_set(language, "speech", g) for g in ("content", "found"))
    return None if empty and says_nothing else parts


def _is_occasion(part: Part, language: str) -> bool:
    """Whether a piece tells on what occasion something was said: "in interview"."""
    within, *words = part.text.split()
    nouns = word_set(language, "speech", "occasions", "writings")
    return within in {"in", "at", "during"} and not nouns.isdisjoint(words[:2])


def _said(verb: "Token") -> "Token | None":
    """What was said, where it does not follow the verb."""
    return next((c for c in verb.lefts if c.dep_ == "ccomp"), None) or _that_clause(verb)


def _that_clause(verb: "Token") -> "Token | None":
    """What was said, where the parse hung it on a noun between: "announced in a memo that he would leave"."""
    if has_child(verb, "ccomp") or has_child(verb, "dobj"):
        return None
    nouns = [object_of(c) for c in verb.children if c.dep_ == "prep" and c.i > verb.i]
    inner = (t for noun in nouns if noun is not None for t in noun.children if is_verb(t))
    return next((t for t in inner if any(c.dep_ == "mark" and c.lower_ == "that" for c in t.lefts)), None)


def _cause(verb: "Token", wording: Wording, taken: int) -> str | None:
    """What happened at that moment, for a verb with nothing else beside it: "killed as bomb explodes".

    Args:
        verb: what happened to somebody; what is joined to it may say why: "six died and ten were hurt when".
        wording: of its passage.
        taken: how many characters the title has without it.
    """
    room = min(_INNER, max(_LEAST, LONGEST - taken))
    for child in (t for each in (verb, *_joined_to(verb)) for t in each.children):
        opening = next((t.lower_ for t in child.lefts if t.dep_ in {"advmod", "mark"}), "")
        if child.left_edge.i and child.doc[child.left_edge.i - 1].text == ",":
            continue
        told = child.dep_ == "advcl" and opening in {"when", "as", "after"} and child.tag_ != "VBG"
        if told and (text := clause(child, wording, room)):
            text = _with_pronoun(text, child, verb, wording)
            return f"after {text}" if opening == "after" else f"as {text}"
        if child.dep_ == "prep" and child.head != verb and child.lower_ in _IN_WHAT:
            thing = object_of(child)
            new = thing is not None and any(t.lower_ in {"a", "an"} for t in thing.lefts)
            harmed = {verb.lemma_, child.head.lemma_} <= HARM
            if (harmed or (new and child.lower_ == "in")) and (text := wording.tail(child)):
                return text  # "in a stampede"
    return None


def _with_pronoun(text: str, child: "Token", verb: "Token", wording: Wording) -> str:
    """A clause whose subject is that of the main one, with a pronoun for it: "dies as he charges a phone"."""
    inner, outer = subject_of(child), subject_of(verb)
    if inner is None or outer is None or inner.token.lower_ not in {"he", "she", "they"}:
        return text
    name = wording.noun_phrase(inner.token)
    again = name is not None and wording.same(inner.token, outer.token) and text.startswith(f"{name} ")
    return f"{inner.token.lower_}{text[len(name) :]}" if name is not None and again else text


def _is_left_open(verb: "Token", parts: "list[Part]", wording: Wording) -> bool:
    """Whether a clause ends with an object that says little without what it is for."""
    thing = next((t for t in verb.rights if t.dep_ == "dobj"), None)
    needs = thing is not None and thing.lemma_ in word_set(wording.language, "speech", "open")
    return thing is not None and needs and str(parts[-1]).endswith(thing.text)


def _joined_to(verb: "Token") -> "list[Token]":
    """What many underwent beside what is told: "were injured" after "six died"."""
    return [t for t in verb.rights if t.dep_ == "conj" and is_verb(t)] if verb.lemma_ in SUFFERED else []


def _occasion(verb: "Token", wording: Wording) -> str | None:
    """In what it happened, for a verb that hangs on its date: "The last flood was in 1990, when six died"."""
    when = any(t.lower_ == "when" for t in verb.lefts)
    if verb.dep_ != "relcl" or not when or verb.lemma_ not in SUFFERED:
        return None
    noun = verb.head
    while noun.dep_ == "pobj" and not is_event_noun(noun, wording.language):
        noun = noun.head.head  # "the worst flood since 1953, when"
    if noun.lemma_ == "be" and (found := subject_of(noun)) is not None:
        noun = found.token  # "The last flood was in 1990, when"
    if not is_event_noun(noun, wording.language):
        return None
    words = (wording.noun_phrase(noun, after="of") or "").split()
    if words and words[0] in word_set(wording.language, "speech", "earlier") | _SUPERLATIVES:
        words.pop(0)
    return " ".join(["in", *words]) if words else None


def _participle(verb: "Token", language: str, *, plural: bool) -> str:
    """The headline's passive: "resolution passed"; plans keep their "to be", possibilities their "can be"."""
    words = "not " if has_child(verb, "neg") else ""
    words += "last " if verb.lemma_ == "see" and verb.nbor(-1).lower_ == "last" else ""
    # "Jobs should be cut and 14 plants closed".
    helped = verb.head if verb.dep_ == "conj" and not has_child(verb, "auxpass") else verb
    modal = next((future(c.lower_) for c in helped.children if c.dep_ == "aux" and c.tag_ == "MD"), None)
    if modal is not None and modal != "will":
        words = f"{modal} {words}be "
    elif modal or any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        words = f"to {words}be "
    elif verb.lemma_ in word_set(language, "speech", "given") and has_child(verb, "dobj"):
        words = (
            f"{'are' if plural else 'is'} {words}"  # "is sent a letter": alone it would read as the sender
        )
    return f"{_turn(verb, language)}{words}{prefix_of(verb)}{verb.lower_}{particles(verb)}{_late(verb)}"


def _finite(verb: "Token", subject: "Token", wording: Wording) -> str:
    lemma, plural, negated = verb.lemma_.lower(), wording.is_plural(subject), has_child(verb, "neg")
    prefix = prefix_of(verb)
    if verb.lower_ == "missing":
        return "missing"  # "three climbers missing since Monday"
    shares = shares_helpers(verb)
    helpers_of = (verb, verb.head) if shares and not has_child(verb, "nsubj") else (verb,)
    modals = (c for each in helpers_of for c in each.children if c.dep_ == "aux" and c.tag_ == "MD")
    modal = next(modals, None)  # "would close it and cut jobs"
    if modal is not None:
        said = "could" if modal.lower_ == "would" and on_condition(verb) else future(modal.lower_)
        if negated:
            said = "cannot" if said == "can" else f"{said} not"
        elif said == "will":
            said = "to"  # "Ana Ruiz to travel to Kesten"
        return f"{said} {prefix}{lemma}{particles(verb)}"
    first = verb.head if shares else verb
    helpers = {c.lower_ for c in first.children if c.dep_ == "aux"}
    if "to" in helpers and "have" not in helpers:
        above = first.head
        came = verb.dep_ == "xcomp" and above.lower_ in _GLAD and _was(above.head)
        if came:
            return f"{prefix}{present(lemma, plural=plural)}{particles(verb)}"  # "was lucky to survive"
        if verb.dep_ == "xcomp" and above.lower_ == "able" and _was(above.head):
            last = "last " if any(t.lower_ == "last" for t in above.head.lefts) else ""
            return f"{last}able to {prefix}{lemma}{particles(verb)}"
        turns = word_set(wording.language, "speech", "hoping", "failing")
        hoped = first.dep_ == "xcomp" and above.lemma_ in turns
        hopes = f"{present(above.lemma_, plural=plural)} " if hoped else ""
        return f"{hopes}to {prefix}{lemma}{particles(verb)}"
    foreseen = verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ in _FORESEEING
    if verb.tag_ == "VBG" and foreseen and verb.head.lower_ not in {"saw", "seen"}:
        return f"to {prefix}{lemma}{particles(verb)}"  # "forecasts see growth slowing"
    if negated:
        return f"{present('do', plural=plural)} not {prefix}{lemma}{particles(verb)}"
    form = f"{prefix}{present(lemma, plural=plural)}"
    return f"{_turn(verb, wording.language)}{form}{particles(verb)}{_late(verb)}"


def _was(verb: "Token") -> bool:
    """Whether something was so: "had been able to", but not "will be able to"."""
    return any(t.lower_ in {"was", "were", "had"} for t in (verb, *verb.lefts))


def _turn(verb: "Token", language: str) -> str:
    """The adverb without which a verb would say something else: "wrongly arrest", "nearly reach"."""
    turning = word_set(language, "speech", "turning")
    if any(no_longer(c) for c in verb.lefts):
        return "no longer "
    return next((f"{c.lower_} " for c in verb.lefts if c.lower_ in turning), "")


def _late(verb: "Token") -> str:
    """A "late" that stands after its verb, and does not belong to the date: "players paid late"."""
    found = next((c for c in verb.rights if c.lower_ == "late" and c.dep_ == "advmod"), None)
    after = found.doc[found.i + 1 : found.i + 3] if found is not None else ()
    of_date = any(t.ent_type_ in {"DATE", "TIME"} for t in after)
    return " late" if found is not None and not of_date else ""
