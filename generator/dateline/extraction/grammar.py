"""Who does what to whom in a parse: the subjects of verbs and the sides of event nouns."""

from typing import TYPE_CHECKING, NamedTuple

from dateline.extraction.lexicon import noun_kinds, table_of, word_set

if TYPE_CHECKING:
    from dateline.parsing import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# What a noun may be to a verb or preposition.
NOUN_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "dative"})
# What may stand before a noun and tell what kind of thing it is.
DESCRIBING = frozenset({"amod", "compound", "nmod"})
# What may stand before a noun and be part of it.
PREMODIFIERS = DESCRIBING | {"poss", "nummod"}
TIMES = frozenset({"DATE", "TIME"})
# Nouns for a time.
SPANS = frozenset({"time", "day", "week", "month", "year", "hour", "moment", "decade"})
# A year has so many figures.
_FIGURES_OF_YEAR = 4
_NAMED = frozenset({"GPE", "ORG", "PERSON", "NORP"})
# What is said, by whatever word: "made the remarks in a meeting".
TELLINGS = frozenset({"remark", "comment", "statement", "speech", "announcement", "declaration"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
# What a happening does to people and things.
HARMS = frozenset({"kill", "injure", "wound", "destroy", "damage", "claim"})
_HARMFUL = frozenset(
    {
        *("attack", "bombing", "explosion", "blast", "fire", "crash", "collision", "shooting", "raid"),
        *("strike", "earthquake", "storm", "flood", "outbreak", "epidemic"),
    }
)
_STRIFE = frozenset(
    {
        *("war", "conflict", "crisis", "fighting", "unrest", "drought", "election", "vote", "strike"),
        *("protest", "demonstration", "rally", "riot", "row", "dispute", "march"),
    }
)
_HEADS = frozenset(
    {"head", "chief", "director", "chairman", "president", "leader", "owner", "editor", "member"}
)
LENGTHS = frozenset(
    {"metres", "meters", "metre", "meter", "kilometres", "kilometers", "km", "miles", "yards"}
)
_ABOARD = frozenset({"crew", "captain", "passenger", "owner", "driver", "pilot", "survivor"})
_PEOPLE = frozenset(
    {"people", "man", "woman", "child", "person", "worker", "resident", "soldier", "employee"}
)
# Pasts that are no participles: "was let go and flew home".
_PASTS = frozenset(
    {
        *("began", "came", "became", "broke", "chose", "did", "drew", "drove", "fell", "flew", "gave"),
        *("went", "grew", "knew", "rode", "rose", "ran", "saw", "sang", "sank", "spoke", "stole", "swam"),
        *("took", "threw", "wrote", "swore", "tore", "wore", "drank", "ate", "froze", "forgot"),
    }
)
# What is never done to anything: "filed" and "expired" alone are pasts, however they are tagged.
# What figures and prices do, and no place.
_MOVES = frozenset(
    {"rise", "fall", "drift", "jump", "drop", "climb", "slip", "soar", "plunge", "tumble", "surge"}
)
# What befalls persons.
BEFALLS = frozenset(
    {
        *("suspend", "injure", "arrest", "ban", "dismiss", "sack", "jail", "wound", "appoint", "elect"),
        *("honour", "honor", "nominate", "shortlist", "knight", "praise"),
    }
)
_BODIES = frozenset(
    {
        *("ministry", "court", "council", "government", "company", "firm", "bank", "union", "police"),
        *("commission", "committee", "agency", "board", "party", "club", "federation", "army", "navy"),
        *("parliament", "department", "authority", "university", "hospital", "regulator", "senate"),
    }
)
_BUILDINGS = frozenset(
    {
        *("facility", "plant", "factory", "prison", "hospital", "school", "mine", "mill", "station"),
        *("airport", "stadium", "camp", "base", "clinic", "museum", "hotel", "bridge", "dam", "tunnel"),
    }
)
_NEVER_DONE = frozenset(
    {
        *(
            "retire",
            "resign",
            "confess",
            "flop",
            "roar",
            "skid",
            "die",
            "arrive",
            "depart",
            "vanish",
            "disappear",
            "emerge",
            "flee",
            "fall",
            "go",
            "fail",
        ),
        *(
            "remain",
            "survive",
            "escape",
            "collapse",
            "crash",
            "capsize",
            "erupt",
            "explode",
            "recover",
            "expire",
            "lapse",
            "attempt",
        ),
        *(
            "overturn",
            "apply",
            "queue",
            "gather",
            "march",
            "rise",
            "plunge",
            "soar",
            "slip",
            "stagnate",
            "sleep",
            "confess",
            "testify",
            "apologise",
            "apologize",
            "wait",
            "travel",
            "return",
            "confess",
            "plead",
            "testify",
            "quit",
            "complain",
            "protest",
            "faint",
            "weep",
            "kneel",
            "walk",
            "agree",
            "apologise",
            "apologize",
            "object",
            "swear",
            "sail",
            "vanish",
        ),
    }
)
# What counts many: "the number of people killed".
COUNTS = frozenset({"number", "total", "toll", "count", "tally", "share", "proportion"})
_SAYS = frozenset(
    {"announce", "say", "declare", "claim", "confirm", "admit", "deny", "argue", "state", "add"}
)
_MEANS = frozenset({"vote", "majority", "margin"})
_MEASURES = frozenset({"minute", "hour", "day", "week", "month", "year", "metre", "meter", "mile", "point"})
_KINDS = frozenset({"kind", "sort", "type"})
_TARGETS = frozenset({"on", "against", "of"})


# What one has in mind about something, and what one does with that.
_ATTITUDES = frozenset(
    {"support", "opposition", "objection", "resistance", "hope", "belief", "faith", "commitment", "backing"}
)
_PROFESSED = frozenset(
    {
        "abandon",
        "withdraw",
        "drop",
        "renounce",
        "express",
        "voice",
        "declare",
        "repeat",
        "reaffirm",
        "retract",
    }
)
# What a figure with "of" measures.
_MEASURED = frozenset(
    {"rise", "fall", "increase", "decrease", "drop", "decline", "cut", "gain", "reduction", "jump", "growth"}
)
_PREFIXES = frozenset({"re", "co", "de", "pre", "over", "under", "test", "fast", "hand", "soft", "hard"})
# What a whole clause does: "the plant shut, leaving 400 without work".
_OUTCOMES = frozenset(
    {"result", "lead", "cause", "mark", "bring", "make", "prompt", "spark", "trigger", "leave", "force"}
)
# What may be taken for a preposition.
_CONJUNCTIONS = frozenset({"since", "after", "before", "until"})
# What the tagger sometimes takes for a subject: "however", "according".
_NO_SUBJECTS = frozenset({"ADV", "SCONJ", "CCONJ", "ADP", "PART", "INTJ", "PUNCT", "SPACE"})


class Subject(NamedTuple):
    """What stands as the subject of a verb; passive when the verb is done to it."""

    token: "Token"
    passive: bool


class Roles(NamedTuple):
    """Who did and who underwent what a noun names, as far as it says so."""

    doer: "Token | None"
    done: "Token | None"


def is_verb(token: "Token") -> bool:
    """Whether a word is a verb of any kind."""
    return token.pos_ in {"VERB", "AUX"}


def shares_helpers(verb: "Token") -> bool:
    """Whether a verb may go on with the helpers of another: "cut" of "would close it and cut jobs"."""
    return verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ == "VB"


def is_year(word: "Token") -> bool:
    """Whether a word is a year in figures: "1998"."""
    return len(word.text) == _FIGURES_OF_YEAR and word.text.isdigit()


def prefix_of(verb: "Token") -> str:
    """What a dash ties before a verb: the "re-" of "was re-elected", "" where there is nothing."""
    prefix = verb.doc[verb.i - 2] if verb.i > 1 and verb.doc[verb.i - 1].text == "-" else None
    tied = prefix is not None and not prefix.whitespace_ and not verb.doc[verb.i - 1].whitespace_
    return f"{prefix.lower_}-" if prefix is not None and tied and prefix.lower_ in _PREFIXES else ""


def is_event_noun(token: "Token", language: str) -> bool:
    """Whether a noun names a happening."""
    if token.pos_ != "NOUN":
        return False
    kinds, lemma = noun_kinds(language), token.lemma_.lower()
    if token.lower_ not in kinds and lemma not in kinds:
        return False
    return table_of(language, "idioms").get(f"{noun_before(token)} {lemma}") != ""  # "tax returns"


def event_noun(token: "Token", language: str) -> tuple[str | None, str]:
    """The tag of what a noun names and the verb it is made from; None and "" where there is none."""
    kinds, idioms = noun_kinds(language), table_of(language, "idioms")
    before = noun_before(token)
    if before and (tag := idioms.get(f"{before} {token.lemma_.lower()}")) is not None:
        return tag or None, ""
    return kinds.get(token.lower_) or kinds.get(token.lemma_.lower()) or (None, "")


def noun_before(token: "Token") -> str:
    """The word that a noun is put together with: "air" of "air strike"."""
    return next(
        (c.lemma_.lower() for c in token.children if c.dep_ in {"compound", "amod"} and c.i == token.i - 1),
        "",
    )


def first_joined(verb: "Token") -> "Token":
    """The first of the verbs that "and" joins to one, maybe itself."""
    while verb.dep_ == "conj" and is_verb(verb.head):
        verb = verb.head
    return verb


def text_before(word: "Token") -> str:
    """The mark or word right before a word and all that hangs on it, "" where none stands before."""
    edge = word.left_edge
    return edge.nbor(-1).text if edge.i else ""


def has_child(word: "Token", dependency: str) -> bool:
    """Whether something depends on a word in a certain way, such as ``auxpass``."""
    for child in word.children:  # noqa: SIM110 - of all questions the one asked most: twice as fast as any()
        if child.dep_ == dependency:
            return True
    return False


def object_of(preposition: "Token") -> "Token | None":
    """The noun that a preposition stands before."""
    return next((t for t in preposition.children if t.dep_ == "pobj"), None)


def subject_of(verb: "Token") -> Subject | None:
    """The subject of a verb; a verb that has none of its own borrows that of the verb it hangs on."""
    asked = verb
    for _ in range(len(verb.doc)):
        for child in verb.children:
            if child.dep_ in {"nsubj", "nsubjpass"} and child.pos_ not in _NO_SUBJECTS:
                own = child.dep_ == "nsubjpass" or _is_headline(verb)
                return Subject(child, own if verb.i == asked.i else _undergone(asked))
            if child.dep_ == "mark" and (taken := object_of(child)) is not None:
                return Subject(taken, has_child(verb, "auxpass"))  # "after" taken for a preposition
        passive = verb.tag_ == "VBN" and has_child(verb, "auxpass")
        if verb.dep_ == "acl" and has_child(verb, "mark"):
            return None  # "said in a statement that there are"
        if verb.dep_ == "acl":
            says = has_child(verb, "ccomp") and verb.lemma_ in _SAYS  # "Norvia, which …, announced that"
            done = verb.tag_ in {"VBN", "VBD"} and not has_child(verb, "dobj") and not says
            done = done and not _is_never_done(verb)
            return Subject(_above(verb), done if verb.i == asked.i else _undergone(asked))
        if verb.dep_ == "relcl" and verb.head.pos_ in {"NOUN", "PROPN"}:
            return Subject(meant_by(verb), passive)
        if verb.dep_ == "conj":
            found = subject_of(verb.head)
            if verb.i != asked.i:
                return found and Subject(found.token, _undergone(asked))
            undergoes = found is not None and found.passive and verb.tag_ in {"VBN", "VBD"}
            undergoes = undergoes and verb.lemma_ not in _NEVER_DONE and verb.lower_ not in _PASTS
            return found and Subject(found.token, passive or (undergoes and not has_child(verb, "dobj")))
        if verb.dep_ == "xcomp" and verb.head.pos_ == "ADJ" and verb.head.dep_ == "advcl":
            return None  # "when the rankings come out, high enough to enter"
        if verb.dep_ == "xcomp":
            controller = next((t for t in verb.head.children if t.dep_ == "dobj" and t.i < verb.i), None)
            if controller is not None:
                return Subject(controller, passive)
        if verb.dep_ not in {"xcomp", "advcl", "acomp"} or _is_outcome(verb):
            return None
        if verb.dep_ == "advcl" and (taken := _missed_subject(verb)) is not None:
            return Subject(taken, passive)
        if verb.dep_ == "advcl" and verb.left_edge.i > verb.head.i and _is_finite(verb) and _after_noun(verb):
            return None  # it has a subject of its own, which the parse does not show
        verb = verb.head
    return None


def meant_by(relative: "Token") -> "Token":
    """What a relative clause says more of: in "the mayor of Kesten, who" it is not the place."""
    noun = relative.head
    person = any(t.lower_ == "who" for t in relative.lefts)
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "prep" else noun
    if person and above.lemma_ in _PEOPLE and noun.lemma_ not in _PEOPLE and noun.pos_ == "NOUN":
        return above  # "people in the control room who had slept there"
    harms = relative.lemma_ in HARMS
    if noun.ent_type_ in _PLACES and above.pos_ == "NOUN" and (person or harms):
        return above
    if harms and above != noun and not person and above.lemma_ in _HARMFUL:
        return above  # "an attack on a bus that killed two"
    if person and noun.ent_type_ == "ORG" and above != noun:
        while above.ent_type_ == "ORG" and above.dep_ == "pobj" and above.head.dep_ == "prep":
            above = above.head.head
        people = above.pos_ == "NOUN" or above.ent_type_ == "PERSON"
        return above if people else noun  # "experts from the Council for Research, who"
    whole = noun if person else whole_of(noun, relative)
    if whole.lemma_ in _HEADS and any(t.lower_ in {"which", "that"} for t in relative.lefts):
        of = next((object_of(t) for t in whole.rights if t.lower_ == "of"), None)
        return of if of is not None else whole  # "as head of the line, which was sold"
    return whole


def _top_of(noun: "Token") -> "Token":
    """The first of nouns that prepositions tie: "rates" of "rates for ships out of Kesten"."""
    while noun.dep_ == "pobj":
        prep = noun.head
        while prep.head.dep_ == "prep":
            prep = prep.head
        if prep.head.pos_ != "NOUN":
            break
        noun = prep.head
    return noun


def _built_in(place: "Token") -> "Token | None":
    """What newly stands in a place: "a new prison in the department of Kesten, which is to open"."""
    noun = place
    while (
        noun.dep_ == "pobj"
        and noun.head.lower_ in {"of", "in", "at", "near"}
        and noun.head.head.pos_ == "NOUN"
    ):
        noun = noun.head.head
    new = any(t.lower_ in {"a", "an"} for t in noun.lefts)
    return noun if place.ent_type_ == "GPE" and new and noun.lemma_ in _BUILDINGS else None


def whole_of(noun: "Token", relative: "Token") -> "Token":
    """What "which" after a comma means: all of "a promise of help, which he signed", unless a name."""
    comma = relative.left_edge.i > 0 and relative.doc[relative.left_edge.i - 1].text == ","
    above = noun.head.head if noun.dep_ == "pobj" else noun
    if comma and noun.ent_type_ in _PLACES and noun.head.lower_ == "in" and above.lemma_ in _STRIFE:
        return above  # "the war in Norvia, which has driven prices up"
    if comma and (called := _called_before(noun)) is not None:
        return called
    if comma and (strife := _fought_over(noun)) is not None:
        return strife
    if comma and (attitude := _held_towards(noun, relative)) is not None:
        return attitude
    if comma and noun.ent_type_ and relative.lemma_ in _MOVES:
        return _top_of(noun)  # "rates in Norvia, which had fallen since May"
    if not comma or above.pos_ != "NOUN":
        return noun
    many = any(t.lower_ in {"have", "are", "were"} for t in (relative, *relative.lefts))
    if many and noun.tag_ in {"NN", "NNP"} and above.tag_ == "NNS" and not has_child(noun, "conj"):
        return above  # "shares in Norvia, which have been traded"
    one = any(t.lower_ in {"has", "is", "was"} for t in (relative, *relative.lefts))
    if one and noun.tag_ == "NNS" and above.tag_ in {"NN", "NNP"} and noun.dep_ == "pobj":
        return above  # "a ban on imports, which was lifted in May"
    bare = noun.tag_ == "NN" and not any(True for _ in noun.lefts) and not above.ent_type_
    if bare and not many:
        return above  # "a commission on fisheries, which last met in May"
    if comma and (built := _built_in(noun)) is not None:
        return built
    if (
        comma
        and noun.lemma_ in _BODIES
        and has_child(relative, "dobj")
        and not has_child(relative, "auxpass")
    ):
        return noun  # "the help of the ministry, which appointed a mediator"
    if above.lemma_ in _ABOARD and any(t.lower_ == "which" for t in relative.lefts):
        return noun  # "the crew of the ship, which sank"
    if noun.ent_type_ or noun.head.lower_ != "of" or (many and noun.tag_ == "NNS" and above.tag_ == "NN"):
        return noun
    while above.dep_ == "pobj" and above.head.dep_ == "prep" and above.head.head.pos_ == "NOUN":
        above = above.head.head
    return above


def _called_before(place: "Token") -> "Token | None":
    """Who is said to be in a place between commas: "Norvia Air, a firm with a desk in Kesten, which"."""
    noun = place
    while noun.ent_type_ in _PLACES and noun.dep_ == "pobj" and noun.head.lower_ in {"in", "from", "of"}:
        noun = noun.head.head
        while noun.pos_ != "PROPN" and noun.dep_ in {"acl", "pobj"}:
            noun = noun.head if noun.dep_ == "acl" else noun.head.head
    aside = noun != place and noun.dep_ == "appos" and noun.head.pos_ in {"NOUN", "PROPN"}
    return noun.head if aside else None


def _fought_over(noun: "Token") -> "Token | None":
    """What is about a thing: the protests of "protests against the plan to raise the age, which …"."""
    if noun.dep_ == "dobj" and noun.head.dep_ == "acl":
        noun = noun.head.head
    above = noun.head.head
    return above if noun.head.lower_ in {"against", "over"} and above.lemma_ in _STRIFE else None


def _held_towards(noun: "Token", relative: "Token") -> "Token | None":
    """What one holds or gives up of a thing: "her support for the law, which she withdrew"."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in {"for", "to", "in", "of"} else noun
    told = relative.lemma_ in _PROFESSED and has_child(relative, "dobj")
    return above if told and above.lemma_ in _ATTITUDES else None


def _above(participle: "Token") -> "Token":
    """What a participle says more of: after a comma the whole, "a fine for the firm, imposed in May".

    Not so what is still to be done: in "a preview of its new system, to be released" it is the system.
    """
    noun = participle.head
    what = next((t for t in noun.head.lefts if t.dep_ == "nsubj"), None) if noun.dep_ == "attr" else None
    if what is not None and what.pos_ == "PROPN" and noun.head.lemma_ == "be":
        return what  # "Norvia Air is a carrier founded in 2010"
    to_come = any(t.lower_ == "to" for t in participle.lefts)
    if not to_come and participle.i and participle.doc[participle.left_edge.i - 1].text == ",":
        while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ == "NOUN":
            above = noun.head.head
            if noun.ent_type_ == "PERSON" and participle.lemma_ in BEFALLS:
                break  # "a comedy by Ana Ruiz, honoured in May", "the absence of Ana Ruiz, suspended"
            if (
                any(t.lower_ == "the" for t in noun.lefts)
                and above.tag_ == "NNS"
                and not has_child(above, "det")
            ):
                break  # "forecasts for the tunnel, opened in May"
            noun = above
    return noun


def _is_finite(verb: "Token") -> bool:
    return any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in (verb, *verb.lefts) if is_verb(t))


def _after_noun(verb: "Token") -> bool:
    before = [t for t in verb.doc[: verb.i] if t.pos_ not in {"ADV", "AUX"}][-1:]
    return any(t.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} for t in before)


def _missed_subject(verb: "Token") -> "Token | None":
    """The subject of a clause whose conjunction was taken for a preposition: "shut since fire killed two"."""
    if not _is_finite(verb):
        return None
    preps = (t for t in verb.head.rights if t.lower_ in _CONJUNCTIONS and t.i < verb.i)
    nouns = (object_of(t) for t in preps)
    return next((t for t in nouns if t is not None and t.right_edge.i == verb.left_edge.i - 1), None)


def _is_never_done(verb: "Token") -> bool:
    shoots = verb.lemma_ == "fire" and any(t.lower_ in {"times", "shots", "at", "into"} for t in verb.rights)
    applies = verb.lemma_ == "file" and any(t.lower_ == "for" for t in verb.rights)  # "filed for bankruptcy"
    goes = verb.lemma_ == "leave" and any(t.dep_ in {"xcomp", "advcl"} for t in verb.rights)  # "left to join"
    return shoots or applies or goes or verb.lemma_ in _NEVER_DONE


def _is_headline(verb: "Token") -> bool:
    """Whether a participle stands alone, as in a headline: "second call received"."""
    if verb.tag_ != "VBN" or _is_never_done(verb):
        return False
    helped = any(child.dep_ in {"aux", "auxpass", "dobj", "prt", "xcomp", "ccomp"} for child in verb.children)
    described = (t for c in verb.lefts if c.dep_ == "nsubj" for t in c.lefts)
    full = verb.dep_ in {"ROOT", "conj"} and any(t.dep_ in {"det", "poss"} for t in described)
    # "when a ferry capsized": what a conjunction opens is no headline.
    opened = any(t.dep_ in {"mark", "advmod"} and t.tag_ in {"IN", "WRB", "WDT"} for t in verb.lefts)
    return not helped and not full and not opened


def _is_outcome(verb: "Token") -> bool:
    """Whether all that was told before is the subject: "it cut its output, resulting in the loss of jobs"."""
    outcome = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.lemma_ in _OUTCOMES
    return outcome and verb.nbor(-1).text == "," if verb.i else False


def _undergone(verb: "Token") -> bool:
    """Whether a verb that borrows its subject is done to it: "imposed in May, it has ruined the harvest"."""
    return has_child(verb, "auxpass") or (verb.tag_ == "VBN" and not has_child(verb, "aux"))


def agent_of(verb: "Token") -> "Token | None":
    """Who did it, where a passive says so: "passed by parliament"; not the means ("reached by boat")."""
    for child in verb.children:
        thing = object_of(child) if child.dep_ == "agent" else None
        if thing is None or thing.ent_type_ in {"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY"}:
            continue
        if thing.lemma_ in _MEASURES or leaves_open(child):
            continue  # "extended by a day"
        means = thing.lemma_ in _MEANS or (
            thing.tag_ == "NN" and not any(t.dep_ in {"det", "poss", "amod", "nummod"} for t in thing.lefts)
        )
        if not means:
            return thing
    return None


def leaves_open(agent: "Token") -> bool:
    """Whether it is not known who did it: "by one side or the other"."""
    thing = object_of(agent)
    return thing is not None and any(t.dep_ == "cc" and t.lower_ == "or" for t in thing.rights)


def roles_of(noun: "Token", language: str) -> Roles:
    """The sides of an event noun: "the Romans' capture of the town", "an attack on the port by rebels"."""
    doer = done = None
    for child in noun.children:
        if child.ent_type_ in {"DATE", "TIME"}:
            continue
        if child.dep_ == "poss" or (child.dep_ in {"compound", "nmod"} and child.ent_type_ in _NAMED):
            doer = child
        elif child.dep_ == "prep" and (thing := object_of(child)) is not None and thing.lemma_ not in _KINDS:
            if thing.ent_type_ in {"DATE", "TIME"} or _is_measured(noun, thing):
                continue
            if child.lower_ == "by":
                doer = thing
            elif child.lower_ in _TARGETS:
                done = thing
    verb = event_noun(noun, language)[1]
    if doer is None and verb in word_set(language, "speech", "intransitive"):
        # "The withdrawal of the model" was done to it; "of the troops" was done by them.
        if verb == "withdraw" and done is not None and done.tag_ in {"NN", "NNP"}:
            plain = not done.ent_type_ or has_child(done, "poss")
            return Roles(None, done) if plain else Roles(done, None)
        return Roles(done, None)
    return Roles(doer, done)


def _is_measured(noun: "Token", of: "Token") -> bool:
    """Whether a number says by how much something rose: "a rise of one point"."""
    counted = of.pos_ == "NUM" or has_child(of, "nummod") or of.ent_type_ in {"PERCENT", "MONEY"}
    return counted and of.head.lower_ == "of" and noun.lemma_ in _MEASURED


def host_of(noun: "Token", language: str) -> "Token | None":
    """Who held what an event noun names: whom the noun says, else who acts in the clause it stands in."""
    if (doer := roles_of(noun, language).doer) is not None:
        return doer
    above = verb_above(noun)
    found = subject_of(above) if above is not None else None
    if found is None or found.passive:
        return None
    if found.token.lemma_.lower() in TELLINGS:  # "X's remarks came in a meeting"
        return next((t for t in found.token.children if t.dep_ == "poss"), None)
    return found.token


def occurs(verb: "Token") -> bool:
    """Whether a verb says no more than that something happened."""
    places = any(c.dep_ == "dobj" and c.lower_ == "place" for c in verb.children)
    return verb.lemma_ in {"happen", "occur"} or (verb.lemma_ == "take" and places)


def verb_above(token: "Token") -> "Token | None":
    """The verb of the clause that a noun stands in."""
    return next((t for t in token.ancestors if is_verb(t)), None)
