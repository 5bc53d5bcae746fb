"""What follows a verb and completes it, in the words of a headline: objects, places, what was said."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.extraction.grammar import (
    LENGTHS,
    SPANS,
    SUBJECTS,
    has_child,
    is_event_noun,
    is_verb,
    leaves_open,
    object_of,
    prefix_of,
    subject_of,
)
from dateline.extraction.lexicon import table_of, word_set
from dateline.extraction.quotation import in_quotes
from dateline.extraction.when.modality import on_condition
from dateline.extraction.wording.fitting import CONTENT, NEEDED, Part, fit
from dateline.extraction.wording.follows import (
    after_comma,
    follows_them,
    held_to_be,
    is_behind_aside,
    is_figure,
    is_measure,
    is_purpose,
    is_set_doing,
    is_some_place,
    is_unnamed_body,
    is_verdict,
    joins,
    particles,
    purpose_of,
    says,
)
from dateline.extraction.wording.inflection import now
from dateline.extraction.wording.meanings import SHARES
from dateline.extraction.wording.needs import (
    REQUESTS,
    appoints,
    gap_of,
    is_complete,
    is_missed,
    second_begins,
    takes_two,
    tells_somebody,
)
from dateline.extraction.wording.nouns import (
    FIRST_OR_SECOND,
    SUFFERED,
    VAGUE,
    as_they_stood,
    further_number,
    in_sentence,
    is_further_number,
    is_limited,
)
from dateline.extraction.wording.phrases import TYING, After, Wording
from dateline.extraction.wording.prepositions import WEIGHTS, says_time
from dateline.extraction.wording.reported import as_spoken, who_said

if TYPE_CHECKING:
    from dateline.parsing import Token

# The most that a clause behind a noun takes.
_CLAUSE = 45
_MEASURE = 7
_TIME = 2
_RETURNS = frozenset({"return", "exchange", "preparation"})
_ASKS = frozenset({"call", "ask", "appeal", "plead", "push", "press", "beg", "wait"})
_MEANWHILE = frozenset({"after", "before", "while", "since", "on", "upon", "when"})
_FOCUS = frozenset({"focus", "emphasis", "view", "aim", "plan", "hope"})
_KEEPS = frozenset({"mark", "celebrate", "observe", "honor", "honour", "commemorate"})
_ORDERS = frozenset({"order", "want", "have"})
# How much more a phrase is missed that stands first after a verb without an object: "closes at its lowest".
_FIRST = 2
_PARTICLES = frozenset({"through", "over", "off", "out", "in", "up", "down", "aside", "by"})
# Where to or from, in a word: "returned from abroad".
_AWAY = frozenset({"abroad", "overseas", "home", "afar"})
_BEFALL = frozenset({"strike", "hit"})
# Words before a state that a title keeps: "too late", "upside down", "straight home".
_MEASURING = frozenset({"too", "upside", "straight", "further", "farther", "far", "more", "less"})
# "As far back as the 1990s", "was right all along", "at first".
_NOT_SO = frozenset({"at", "as", "all", "far"})
_QUESTIONS = frozenset({"whether", "if"})


def rest(
    verb: "Token", wording: Wording, subject: "Token", *, passive: bool = False, said: str = ""
) -> list[Part] | None:
    """What completes a verb, in order.

    Args:
        verb: the verb.
        wording: of its article.
        subject: who does or undergoes it; "its" is left alone where it means that.
        passive: whether the subject undergoes it.
        said: what has been told elsewhere: "dobj" where a passive is turned into an active.

    Returns:
        None where the verb lacks something without which it says nothing, or that cannot be said in a title.
    """
    parts: list[Part] = []
    roles = {said} if said else set()
    roles |= {child.dep_ for child in verb.lefts if child.dep_ == "ccomp"}  # "it is over, she declared"
    takes = table_of(wording.language, "speech")["takes"].get(verb.lemma_.lower(), ())
    hedges = word_set(wording.language, "speech", "hedging")
    gap = gap_of(verb, subject, wording.language)
    if gap is not None:
        # "Twice the figure she had given".
        nothing = gap.ent_type_ in {"DATE", "TIME", "ORDINAL"} or has_child(gap, "predet")
        text = None if nothing else wording.noun_phrase(gap, subject=subject)
        if text is None or wording.same(gap, subject):
            return None
        parts.append(Part(text))
        roles.add("dobj")
    for child in verb.rights:
        if second_begins(child, wording):
            break
        if child.dep_ == "xcomp" and "xcomp" in roles:
            continue  # "voted to review its links, to impose an embargo and to"
        second = child.dep_ == "dobj" and "dobj" in roles
        if child in wording.dated and child.dep_ == "dobj" and verb.lemma_ in _KEEPS:
            parts.append(Part(as_they_stood(child.subtree).strip().replace("'", "’")))
            roles.add("dobj")  # "marks May Day"
            continue
        if child in wording.dated or (second and not takes_two(child, verb, wording)):
            continue  # a second object is what "as well as" joins on, but for "made him their chief"
        hedged = child.dep_ == "agent" and child.nbor(-1).lower_ in hedges  # "probably by spies"
        if child.dep_ == "agent" and (said or hedged or leaves_open(child)):
            continue  # it has become the subject, or is "one side or the other"
        if child.dep_ == "prep" and any(
            t.dep_ == "dobj" and t.left_edge.i == child.i + 1 for t in verb.rights
        ):
            continue  # "flew over the region": it is told with what was taken for an object
        if child.dep_ == "ccomp" and "dobj" in roles and not tells_somebody(verb, wording):
            continue  # of "it hit the reef that everybody feared", only the reef was hit
        if (
            said == "dobj"
            and child.dep_ == "prep"
            and child.lower_ in _MEANWHILE
            and has_child(child, "pcomp")
        ):
            continue  # "was held by police after landing": it is not the police who had landed
        shared = child.lower_ == "in" and verb.lemma_ in SUFFERED  # "were killed and dozens hurt in a blast"
        behind = any(verb.i < t.i < child.i for t in verb.children if t.dep_ == "conj" or _is_opened(t))
        if child.dep_ == "prep" and behind and not shared:
            continue  # of what follows: "was rebuilt with money from Norvia", "hit as they travelled to Orla"
        if child.lower_ == "along" and joins(child):
            continue  # "won along with every result", which is joined to what was won
        if child.dep_ == "prep" and child.i > verb.i + 1 and follows_them(child):
            continue  # "after nine fell ill, most of them with no link to it"
        if child.dep_ == "prep" and is_behind_aside(child):
            continue  # of what it stands behind: "a trader who had come from Orla, across the border"
        if (
            child.dep_ in {"dobj", "attr"}
            and after_comma(child)
            and not _is_behind_date(child, verb, wording)
        ):
            continue  # of an aside: "leaving debts and, it seems, a single room"
        if child.i == verb.i + 2 and child.nbor(-1).text == "-":
            return None  # the second half of "force-feed"
        if child.dep_ == "prt" and child.i == verb.i + 1:
            roles.add("prt")
            continue
        part = _part(child, verb, wording, subject)
        if part is not None and child.dep_ == "dobj" and appoints(verb, wording):
            part = _with_office(part, child, wording, subject)
        if part is None:
            if is_missed(child, takes, roles, wording):
                return None
            continue
        if part.told and parts and not part.text.startswith(("if ", "whether ", "there ")):
            part = part._replace(text=f"that {part.text}", short=tuple(f"that {each}" for each in part.short))
        aim = aim_of(child, wording, subject) if child.dep_ == "dobj" else None
        if child.lower_ in takes or (child.dep_ == "ccomp" and "dobj" not in roles):
            part = part._replace(weight=NEEDED)
        elif child.dep_ == "prep" and not roles - {"ccomp"}:
            # "8,000 are without shelter": what is, is nothing without that
            alone = verb.lemma_ in word_set(wording.language, "speech", "incomplete", but="content")
            needed = verb.lemma_ == "be" or (alone and not passive)
            weight = NEEDED if needed else min(part.weight + _FIRST, NEEDED - 1)
            part = part._replace(weight=weight)
        parts.append(part)
        if aim is not None:
            needed = any(child.lemma_ in word_set(wording.language, "speech", g) for g in ("aimed", "wishes"))
            parts.append(aim._replace(weight=NEEDED if needed else _MEASURE))
        roles.add(child.lower_ if child.dep_ in {"prep", "agent", "advmod"} else child.dep_)
    befalls = verb.lemma_ in _BEFALL and is_event_noun(subject, wording.language)  # "the tremor struck"
    return parts if befalls or is_complete(verb, roles, wording, passive=passive) else None


def _is_called_for(aim: "Token", verb: "Token") -> bool:
    """Whether somebody is called on to do something: "called for officials to look into the fire"."""
    whom = (t for t in verb.rights if t.lower_ in {"for", "on", "upon"} and t.dep_ == "prep")
    asked = verb.lemma_ in REQUESTS and has_child(verb, "dobj")  # "asked a judge at a hearing to free him"
    return asked or (verb.lemma_ in _ASKS and any(t.right_edge.i + 1 == aim.left_edge.i for t in whom))


def _names_again(clause: Part, subject: "Token", wording: Wording) -> bool:
    """Whether an aim has for its object whose aim it would be."""
    name = wording.name_alone(subject)
    return name is not None and f" {name} " in f" {clause} "


def _who_is_to(aim: "Token", verb: "Token", subject: "Token") -> "Token":
    """Whose an infinitive is: "calls on Ruiz to keep her word", but "promises Ruiz to keep his word"."""
    before = [t for t in verb.rights if t.i < aim.i]
    things = [t for t in before if t.dep_ == "dobj"]
    if verb.lemma_ in _ASKS:
        things += [thing for t in before if t.lower_ in {"on", "upon", "for"} and (thing := object_of(t))]
    whom = next((t for t in things if t.ent_type_ not in {"DATE", "TIME"}), None)
    return subject if whom is None or verb.lemma_ == "promise" else whom


def _is_first(verb: "Token") -> bool:
    """Whether somebody is the first or last: "attempt to be first to climb it"."""
    return any(t.dep_ == "acomp" and t.ent_type_ == "ORDINAL" for t in verb.rights)


def _is_opened(clause: "Token") -> bool:
    return clause.dep_ == "advcl" and any(t.dep_ == "mark" or t.tag_ == "WRB" for t in clause.lefts)


def _is_behind_date(noun: "Token", verb: "Token", wording: Wording) -> bool:
    """Whether commas part a noun from its verb only because of a date: "married, in 1954, a botanist"."""
    between = noun.doc[verb.i + 1 : noun.left_edge.i]
    dated = any(t in wording.dated for t in between)
    return dated and all(t in wording.dated or t.dep_ in {"prep", "punct"} for t in between)


def aim_of(noun: "Token", wording: Wording, subject: "Token") -> Part | None:
    """What a deal, plan or law is to do: "to share power", "that would tax sugar"."""
    for clause in noun.rights:
        if clause.dep_ not in {"acl", "relcl"} or clause.tag_ not in {"VB", "VBZ"}:
            continue
        if any(t.lower_ in {"it", "them"} and wording.referent(t) == noun for t in clause.subtree):
            return None  # "an attempt to sell it"
        lefts = {t.lower_ for t in clause.lefts}
        if "to" in lefts:
            return infinitive(clause, wording, subject)
        plain = not has_child(clause, "auxpass") and not has_child(clause, "neg")
        does = clause.tag_ == "VBZ" and clause.lemma_ != "be" and clause.left_edge.i == noun.i + 1
        described = {t.lower_ for t in noun.lefts} - {"a", "an"}  # what has only an article is told with it
        does = does and bool(described) and any(t.lower_ in {"a", "an"} for t in noun.lefts)
        if "that" in lefts and plain and ("would" in lefts or does):
            parts = rest(clause, wording, noun)
            said = clause.lower_ if does else f"would {clause.lemma_.lower()}"
            return Part(f"that {said}", inner=tuple(parts)) if parts else None
    return None


def _with_office(part: Part, noun: "Token", wording: Wording, subject: "Token") -> Part:
    """An object with what it is made: "elects Ana Ruiz its speaker"."""
    office = next((t for t in noun.rights if t.dep_ == "appos" and not after_comma(t)), None)
    text = wording.noun_phrase(office, subject=subject) if office is not None else None
    return part._replace(text=f"{part.text} {text}", short=()) if text else part


def _part(child: "Token", verb: "Token", wording: Wording, subject: "Token") -> Part | None:
    """What a word after a verb adds to a title, None where that is nothing."""
    resultative = word_set(wording.language, "speech", "resultative")
    text: str | None = None
    clause: Part | None = None
    weight = NEEDED
    short: tuple[str, ...] = ()
    if child.dep_ in {"attr", "oprd"} and child.pos_ == "ADJ":
        clause = _state(child, wording, subject)
    elif child.dep_ in {"dobj", "attr", "oprd", "dative"} and child.pos_ != "ADP":
        owned = verb.lemma_ == "have" and is_event_noun(child, wording.language)
        if owned and any(t.dep_ == "poss" for t in child.lefts):
            return None  # "has its outbreak"
        text = _thing(child, wording, subject)
        stray = child.left_edge.nbor(-1) if child.left_edge.i else child
        if text and stray.dep_ == "prep" and stray.head == verb and object_of(stray) is None:
            text = f"{stray.lower_} {text}"  # "flew over the region"
        short = wording.shorter(child, text, subject=subject) if text and child.pos_ == "NOUN" else ()
        done = next(
            (t for t in child.rights if t.dep_ == "acl" and t.tag_ == "VBN" and t.i == child.i + 1), None
        )
        if text and done is not None and verb.lemma_ in _ORDERS:
            text, short = f"{text} {done.lower_}", ()  # "orders streets evacuated"
    elif child.dep_ == "prt":
        text = child.lower_
    elif child.lower_ == "aged":
        years = next((t for t in child.doc[child.i + 1 : child.i + 2] if t.pos_ == "NUM"), None)
        text, weight = (f"aged {years.text}" if years is not None else None), _TIME
    elif child.dep_ == "acomp" or (
        child.dep_ == "advmod"
        and child.i > verb.i
        and (child.lower_ in resultative or is_verdict(child))
        and not (joins(child) or after_comma(child) or verb.doc[child.i - 1].lower_ in _NOT_SO)
    ):
        clause = _state(child, wording, subject)
        if clause is not None and clause.inner and child.lower_ == "ahead":
            # All or nothing of "ahead of the talks".
            whole = (clause.inner[0]._replace(short=()), *clause.inner[1:])
            clause, weight = clause._replace(inner=_first_needed(whole)), _MEASURE
    elif (held := held_to_be(child)) is not None:
        text = f"as {held.lower_}"
    elif child.dep_ in {"prep", "dative", "agent"} and child.lower_ in WEIGHTS:
        return _phrase(child, wording, subject)
    elif child.dep_ in {"npadvmod", "advmod"} and child.ent_type_ == "ORDINAL" and child.i > verb.i:
        text = None if after_comma(child) or has_child(child, "det") else child.lower_
    elif child.dep_ == "npadvmod" and is_measure(child):
        text, weight = _amount(child, wording, subject), _MEASURE
    elif child.dep_ == "xcomp" and is_verb(child):
        clause = infinitive(child, wording, _who_is_to(child, verb, subject))
    elif child.dep_ == "advcl" and is_purpose(child) and (verb.lemma_ != "be" or _is_first(verb)):
        clause = infinitive(child, wording, subject)
        if clause is not None and _names_again(clause, subject, wording):
            return None  # "joined the union to recognise it", which is what others had promised
        if clause is not None:  # all of it or nothing: not "to compete"
            clause = clause._replace(inner=_first_needed(clause.inner))
        needed = _is_called_for(child, verb) or verb.lemma_ == "be"
        weight = NEEDED if needed else purpose_of(verb, wording)
    elif child.dep_ == "advcl" and child.tag_ == "VBG" and is_set_doing(child):
        clause = infinitive(child, wording, subject)
    elif child.dep_ == "ccomp" and is_verb(child):
        clause, weight = content(child, wording, subject), CONTENT
    elif child.dep_ == "ccomp" and (child.lower_ in resultative or child.pos_ in {"ADJ", "NOUN"}):
        text = _outcome(child, wording, subject)
    if clause is None and not text:
        return None
    return (clause or Part(text or "", short=short))._replace(weight=weight, told=child.dep_ == "ccomp")


def _first_needed(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts of a clause, the first of which goes only with all of it."""
    return tuple(part if n else part._replace(weight=NEEDED) for n, part in enumerate(parts))


def _phrase(prep: "Token", wording: Wording, subject: "Token") -> Part | None:
    """A preposition with its noun after a verb, and how much it is missed."""
    said, thing = _prepositional(prep, wording, subject), object_of(prep)
    if said is None:
        return None
    text, weight = said.text, WEIGHTS[prep.lower_]
    if thing is None:
        return said._replace(weight=weight)
    if thing.ent_type_ == "DATE" and prep.lower_ in {"in", "over", "within", "during"}:
        before = prep.doc[prep.head.i : prep.i]
        # "Its lowest level in over a decade", where it was not the lowest ever.
        weight = CONTENT if any(t.tag_ in {"JJS", "RBS"} for t in before) else _TIME
    if any(t.tag_ == "JJS" for t in thing.lefts):
        weight = CONTENT  # "closed at its lowest level"
    if prep.lower_ == "at" and is_figure(thing):
        weight = _MEASURE  # "came in at 9 million crowns"
    if prep.lower_ == "in" and thing.lower_ in _RETURNS:
        return Part(text, weight) if " for " in text else None  # "in return", and nobody knows for what
    far = thing.lower_ in LENGTHS
    distant = next((t for t in thing.rights if t.lower_ == "from"), None) if far else None
    if distant is None:
        return _shortening(text, prep, wording, subject)._replace(weight=weight)
    behind = wording.tail(distant, subject)  # "advanced to 500 metres from the palace"
    further = _shortening(behind, distant, wording, subject) if behind else None
    return Part(text, weight, inner=(further,)) if further else None


def _shortening(text: str, prep: "Token", wording: Wording, subject: "Token") -> Part:
    """A preposition with its noun, and what to say where that is too long."""
    if TYING.isdisjoint(text.split()[1:]):
        return Part(text)
    forms: tuple[After, ...] = ("brief", "of")
    shorter = (wording.tail(prep, subject, after=form) for form in forms)
    short = dict.fromkeys(each for each in shorter if each and each != text)
    thing = object_of(prep)
    if thing is not None and (thing.lemma_ in _FOCUS or is_event_noun(thing, wording.language)):
        return Part(text, short=tuple(each for each in short if not each.endswith(thing.lower_)))
    return Part(text, short=tuple(short))  # but not "in his visit"


def _thing(noun: "Token", wording: Wording, subject: "Token") -> str | None:
    """An object or predicate noun; None for one that names nothing by itself ("eight more", "himself")."""
    if noun.lower_.endswith(("self", "selves")):
        return noun.lower_ if noun.head.lemma_ in word_set(wording.language, "speech", "reflexive") else None
    if noun.ent_type_ == "ORDINAL" and any(t.dep_ == "relcl" for t in noun.rights):
        return None  # "rolled out the first that is to be sold"
    bare = not any(t.dep_ == "prep" for t in noun.children)
    pointed = any(t.lower_ in {"that", "this", "such"} and t.dep_ == "det" for t in noun.lefts)
    if bare and pointed and wording.referent(noun) == noun:
        return None  # "gave up that demand", of which the sentence before told
    the = bare and [t.lower_ for t in noun.lefts] == ["the"] and wording.referent(noun) == noun
    if the and noun.lemma_ in word_set(wording.language, "speech", "pointing"):
        return None  # "announced the development"
    if bare and is_further_number(noun):
        return further_number(noun)
    if bare and noun.pos_ == "NUM" and noun.is_alpha and noun.ent_type_ in {"CARDINAL", ""}:
        return None
    if noun.lower_ == "those":
        return _those(noun, wording)
    if bare and (noun.lower_ in VAGUE or noun.lower_ in word_set(wording.language, "speech", "grounds")):
        return None
    if bare and not wording.cast.label(wording.referent(subject)) and is_unnamed_body(noun, wording):
        return None  # "The army blamed the movement"
    of = next((object_of(t) for t in noun.rights if t.lower_ == "of"), None)
    if of is not None and of.lower_ in {"them", "it", "these", "those", "own"}:
        return None  # "lost half of them", "struck one of its own"
    if of is not None and of in wording.dated and noun.lower_ in SHARES | {"much"}:
        return None  # "spent much of last week abroad"
    if noun.lemma_.lower() in word_set(wording.language, "speech", "vague") and is_limited(noun):
        return None
    if any(t.tag_ == "JJS" or t.ent_type_ == "ORDINAL" for t in noun.lefts) and is_limited(noun):
        return None  # "became the youngest person to swim the lake"
    documents = word_set(wording.language, "persons", "documents")
    if noun.lemma_ in documents and any(
        t.dep_ == "acl" and t.tag_ == "VBG" and says(t, wording) for t in noun.rights
    ):
        return None  # "signed a certificate stating that"
    if noun.pos_ == "ADJ":
        state = _state(noun, wording, subject)
        return str(state) if state is not None else None
    if noun.pos_ == "ADV" and not has_child(noun, "compound"):  # but "a record high"
        return noun.lower_
    text = wording.noun_phrase(noun, subject=subject)
    if text == noun.lower_ and any(t.lower_ in {"a", "an"} for t in noun.lefts):
        text = f"{text}{_told_by(noun, wording)}"
    return None if noun.pos_ == "NUM" and noun.is_alpha and text == noun.lower_ else text


def _those(noun: "Token", wording: Wording) -> str | None:
    """Whom a participle tells from others: "those injured in the crash"."""
    done = next((t for t in noun.rights if t.dep_ == "acl" and t.i == noun.i + 1), None)
    parts = rest(done, wording, noun, passive=done.tag_ == "VBN") if done is not None else None
    return None if done is None or parts is None else fit(f"those {done.lower_}", parts, room=_CLAUSE)


def _told_by(noun: "Token", wording: Wording) -> str:
    """What follows "a program" and says which: " limiting volume", " that limits volume"."""
    clause = next((t for t in noun.rights if t.dep_ in {"acl", "relcl"} and t.tag_ != "VB"), None)
    if clause is None or clause.left_edge.i != noun.i + 1 or has_child(clause, "neg"):
        return ""
    relative = next((t for t in clause.lefts if t.dep_ in SUBJECTS), None)
    if clause.dep_ == "relcl" and (relative is None or relative.lower_ not in {"that", "which"}):
        return ""
    said = f"{relative.lower_} {clause.lower_}" if relative is not None else clause.lower_
    helped = any(t.dep_ in {"aux", "auxpass"} for t in clause.lefts)
    parts = None if helped else rest(clause, wording, noun, passive=clause.tag_ == "VBN")
    return f" {fit(said, parts, room=_CLAUSE)}" if parts else ""


def _amount(measure: "Token", wording: Wording, subject: "Token") -> str | None:
    """By how much: "two points", "12 per cent"."""
    if measure.pos_ != "NUM":
        return wording.noun_phrase(measure, subject=subject)
    start, end = measure.left_edge.i, measure.right_edge.i + 1
    if measure.doc.span(end, end + 2).text.lower() == "per cent":
        end += 2
    return measure.doc.span(start, end).text


def _outcome(state: "Token", wording: Wording, subject: "Token") -> str | None:
    """What becomes of an object: "declared the outbreak over", "found her guilty of theft"."""
    thing = next((t for t in state.lefts if t.dep_ == "nsubj"), None)
    text = wording.noun_phrase(thing, subject=subject) if thing is not None else None
    if has_child(state, "mark") or has_child(state, "aux"):
        return None
    what = wording.noun_phrase(state, subject=thing) if state.pos_ == "NOUN" else state.lower_
    if state.pos_ == "ADJ" and thing is not None:
        held = _state(state, wording, thing)
        what = str(held) if held is not None else None
    return f"{text} {what}" if text and what else None


def _state(word: "Token", wording: Wording, subject: "Token") -> Part | None:
    """A state with what measures and completes it: "two months away from victory", "at least 12 dead"."""
    measure = [
        t.text
        for c in word.lefts
        if (c.dep_ in {"npadvmod", "neg", "nummod"} or c.lower_ in _MEASURING) and c not in wording.dated
        for t in c.subtree
    ]
    parts = rest(word, wording, subject, passive=True)
    return None if parts is None else Part(" ".join([*measure, in_sentence(word)]), inner=tuple(parts))


def _prepositional(prep: "Token", wording: Wording, subject: "Token") -> Part | None:
    gerund = next((t for t in prep.children if t.dep_ == "pcomp" and t.tag_ == "VBG"), None)
    if gerund is not None:
        if has_child(gerund, "nsubj"):
            return None
        parts = rest(gerund, wording, subject)
        if parts is None or (not parts and prep.lower_ in {"after", "before", "while"}):
            return None  # "after deliberating (for 11 hours)"
        denied = "not " if has_child(gerund, "neg") else ""
        return Part(f"{prep.lower_} {denied}{gerund.lower_}{particles(gerund)}", inner=_first_needed(parts))
    asked = next((t for t in prep.children if t.dep_ == "pcomp" and t.tag_ == "VB"), None)
    if asked is not None and {t.lower_ for t in asked.lefts} == {"whether", "to"}:
        question = infinitive(asked, wording, subject)  # "to vote on whether to leave"
        return question._replace(text=f"{prep.lower_} {question.text}") if question is not None else None
    if prep.i and prep.nbor(-1).lower_ in {"thanks", "owing"}:
        return None
    if any(t.dep_ in {"npadvmod", "nummod", "quantmod"} for t in prep.lefts):
        return None  # without its measure, "900 kilometres from the coast" is another place
    thing = object_of(prep)
    if thing is None:
        text = _without_noun(prep, wording, subject)
        return Part(text) if text else None
    # "Swapped for a cheaper one", "emerged as one of the best".
    likened = thing.lower_ in {"one", "ones"} and (has_child(thing, "amod") or has_child(thing, "prep"))
    if says_time(prep, thing, wording.language) or (thing.lower_ in VAGUE and not likened):
        return None
    if prep.lower_ in {"with", "by"} and is_unnamed_body(thing, wording):
        return None  # "toured with the group"
    if prep.lower_ in {"above", "below"} and prep.doc[prep.i - 1].text == ",":
        return None  # "to 3.4 per cent, above its target", which is another measure
    if thing.pos_ == "PRON" and wording.same(thing, subject):
        return None  # "the lorry caught fire, and the driver inside it"
    if prep.i and joins(prep.doc[prep.i - 1]):
        return None
    if prep.lower_ in {"in", "at", "near", "across", "on", "over"} and is_some_place(thing, wording):
        return None
    if thing.ent_type_ == "DATE" and any(t.lower_ in {"last", "past", "coming"} for t in thing.lefts):
        return None  # "in the last two days"
    if thing.lower_ == "time" and _is_of_its_time(thing, prep, wording):
        return None
    text = wording.tail(prep, subject)
    if text and thing.lower_ in SPANS and text == f"{prep.lower_} {thing.lower_}":
        return None  # "in the same week in which"
    if text is None:
        return None
    return Part(f"only {text}" if prep.i and prep.doc[prep.i - 1].lower_ == "only" else text)


def _is_of_its_time(time: "Token", prep: "Token", wording: Wording) -> bool:
    """Whether "for the third time" goes with its date, or stands before what it was done to."""
    following = (t for t in time.doc[time.i + 1 : time.i + 2] if t.lower_ != "since")
    return any(t in wording.dated for t in following) or any(
        t.dep_ == "dobj" and t.i > prep.i for t in prep.head.rights
    )


def _without_noun(prep: "Token", wording: Wording, subject: "Token") -> str | None:
    away = next((t for t in prep.children if t.dep_ == "pcomp" and t.lower_ in _AWAY), None)
    if away is not None:
        return f"{prep.lower_} {away.lower_}"
    if not any(True for _ in prep.children):
        after = any(t.dep_ == "dobj" and t.i < prep.i for t in prep.head.children)
        return prep.lower_ if after and prep.lower_ in _PARTICLES else None  # "waved the deal through"
    deeper = next((t for t in prep.children if t.dep_ == "prep"), None)
    further = wording.tail(deeper, subject) if deeper is not None else None
    return f"{prep.lower_} {further}" if further else None  # "out of the base"


def infinitive(verb: "Token", wording: Wording, subject: "Token") -> Part | None:
    """A verb below another: "to sell its ferries", "selling its ferries"."""
    helpers = [c.lower_ for c in verb.lefts if c.dep_ in {"aux", "auxpass", "neg"}]
    form = verb.lower_ if helpers[-1:] != ["to"] else verb.lemma_.lower()
    parts = rest(verb, wording, subject, passive=has_child(verb, "auxpass"))
    if not parts and verb.lemma_.lower() in word_set(wording.language, "speech", "content"):
        return None
    asked = [c.lower_ for c in verb.lefts if c.lower_ == "whether"]  # "will decide whether to evacuate"
    words = " ".join([*asked, *helpers, prefix_of(verb) + form + particles(verb)])
    return None if parts is None else Part(words, inner=tuple(with_repetition(verb, parts, wording)))


def with_repetition(verb: "Token", parts: list[Part], wording: Wording) -> list[Part]:
    """The parts of a clause with how often it was, before what was told: "meets brothers twice"."""
    words = word_set(wording.language, "speech", "repeating")
    found = [
        c for c in verb.rights if c.dep_ == "advmod" and c.lower_ in words and verb.doc[c.i - 1].dep_ != "cc"
    ]
    beside = [Part(c.lower_, CONTENT) for c in found if c.i == verb.i + 1]  # "to start again in Kesten"
    said = [Part(c.lower_, CONTENT) for c in found if c.i > verb.i + 1]
    if any(
        c.lower_ == "in" and (thing := object_of(c)) is not None and thing.lower_ == "part"
        for c in verb.rights
    ):
        said.append(Part("in part", CONTENT))
    at = next((n for n, part in enumerate(parts) if part.told), len(parts))
    return [*beside, *parts[:at], *said, *parts[at:]]


def content(verb: "Token", wording: Wording, subject: "Token") -> Part | None:
    """What was announced, in the present that a title has: "it will cut 400 jobs".

    None for what is quoted in the speaker's own "I" and "we", and for what depends on a condition.
    """
    if verb.doc.span(max(0, verb.i - 2), verb.i).text.lower() == "all but":
        return None  # "had all but given up hope"
    if has_child(verb, "expl"):
        return _existence(verb, wording, subject)
    found = subject_of(verb)
    if found is None or any(t.pos_ == "PRON" and t.lower_ in FIRST_OR_SECOND for t in verb.subtree):
        return None
    if found.token.pos_ == "NUM" and not has_child(found.token, "prep") and verb.lemma_ not in SUFFERED:
        return None  # "orders that the 26 be opened", and nobody knows of what
    empty = verb.lemma_.lower() in word_set(wording.language, "speech", "content")
    if empty and not any(has_child(verb, d) for d in ("ccomp", "dobj", "auxpass")):
        return None  # "two photographs, said to show the same, shared …"
    if in_quotes(verb) and verb.head.lemma_ in word_set(wording.language, "speech", "report"):
        return None
    opening = next((c.lower_ for c in verb.lefts if c.dep_ in {"mark", "advmod"} and c.lower_ != "that"), "")
    asks = opening in _QUESTIONS
    denied = has_child(verb, "neg")
    conditional = any(c.dep_ == "advcl" and c.i < verb.i for c in verb.children)
    conditional = conditional or on_condition(verb)
    if conditional or any(c.tag_ in {"WP", "WDT", "WRB"} and c.lower_ != "that" for c in verb.lefts):
        return None
    who = who_said(found.token, wording, subject)
    parts = rest(verb, wording, found.token, passive=found.passive)
    if who is None or parts is None:
        return None
    if verb.lemma_ in {"tell", "say"} and not found.passive and not any(p.told for p in parts):
        return None  # "alleges that Ana Ruiz told him"
    start = [opening] if asks else []
    *helpers, form = as_spoken(verb, found, wording)
    end = [*helpers, form + particles(verb)]
    full, *short = (
        " ".join([*start, name, *end]) for name in (who, *wording.shorter(found.token, who, subject=subject))
    )
    parts = with_repetition(verb, parts, wording)
    if denied:
        parts = [part._replace(weight=NEEDED) for part in parts]  # "should not buy aircraft from rivals"
    return Part(full, short=tuple(short) if found.token.pos_ != "PRON" else (), inner=tuple(parts))


def _existence(verb: "Token", wording: Wording, subject: "Token") -> Part | None:
    """What there is said to be: "there are thousands of soldiers stationed in the cities"."""
    thing = next((t for t in verb.rights if t.dep_ in {"attr", "dobj"}), None)
    text = wording.noun_phrase(thing, subject=subject) if thing is not None else None
    if thing is None or text is None or has_child(verb, "neg") or any(t.lower_ == "no" for t in thing.lefts):
        return None
    helpers = [now(c.lower_, plural=False) for c in verb.lefts if c.dep_ == "aux"]
    start = " ".join(["there", *helpers, verb.lower_ if helpers else now(verb.lower_, plural=False), text])
    doing = next((t for t in thing.rights if t.dep_ == "acl" and t.tag_ in {"VBN", "VBG"}), None)
    parts = rest(doing, wording, thing, passive=doing.tag_ == "VBN") if doing is not None else None
    return Part(start) if doing is None or not parts else Part(f"{start} {doing.lower_}", inner=tuple(parts))
