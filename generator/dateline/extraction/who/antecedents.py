"""What pronouns and bare descriptions ("the company") stand for within one article.

A light form of the usual method (nearest antecedent that agrees, subjects first; Hobbs 1978, Lappin and Leass
1994). A wrong name is worse than none: where gender, role or number speak against the nearest, it is passed.
"""

from typing import TYPE_CHECKING

from dateline.extraction.grammar import SUBJECTS, has_child, is_verb, meant_by, subject_of
from dateline.extraction.lexicon import table_of, word_set
from dateline.extraction.quotation import in_quotes
from dateline.extraction.who.agreement import (
    GENDERS,
    IT,
    THEY,
    Wanted,
    age_told,
    agrees,
    fits,
    is_anybody,
    wanted_by,
)
from dateline.extraction.who.binding import (
    co_argument,
    is_out_of_reach,
    is_small_clause,
    told_of,
    uncoverer_of,
    vehicle_of,
)
from dateline.extraction.who.cast import Cast
from dateline.extraction.who.doubts import is_either, is_it_too, is_other_happening, many_in, tells_of_two
from dateline.extraction.who.owners import done_to, may_be_body, owner_of, owner_of_inert, spoken_for
from dateline.extraction.who.salience import carries, most_in_mind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.parsing import Doc, Token

_PRONOUNS = (frozenset({"he", "him", "his"}), frozenset({"she", "her"}), IT, THEY)
# How many passages back "the town" is still the one named there; news names many.
_PLACE_BACK = 2
_RANK = {
    "ROOT": 0,
    "nsubj": 0,
    "nsubjpass": 0,
    "agent": 1,
    "dobj": 1,
    "attr": 1,
    "pobj": 2,
    "poss": 2,
    "conj": 3,
}
_LAST_RANK = 3

_MEASURES = frozenset(
    {"cost", "price", "value", "size", "number", "length", "weight", "height", "age", "population"}
)
_TOWARDS = frozenset({"on", "for", "of", "to", "about", "into", "against"})
_SEEMS = frozenset({"seem", "appear", "emerge", "happen", "turn"})


def antecedent(token: "Token", cast: Cast) -> "Token | None":
    """The earlier word that a pronoun or a bare description stands for, None where nothing fits."""
    if (wanted := wanted_by(token, cast)) is None or _stands_for_clause(token, cast.language):
        return None
    if token.lemma_ in word_set(cast.language, "persons", "unnamed") and not age_told(token):
        return None  # "the man", whom news names once it can
    place = id(token.doc), token.i
    if place not in cast.antecedents:
        if token.lower_ in GENDERS:
            _follow(token, cast)
        found = cast.antecedents[place] = _doer_behind(_found(token, wanted, cast), token, cast)
        if found is not None and token.lower_ in GENDERS and cast.label(found) == "PERSON":
            cast.call(found, GENDERS[token.lower_])
    return cast.antecedents[place]


def _doer_behind(found: "Token | None", token: "Token", cast: Cast) -> "Token | None":
    """Who does what an announcement cannot do: "the firm’s announcement came after it opened a shop"."""
    announced = word_set(cast.language, "speech", "writings", "issued")
    acts = token.dep_ == "nsubj" and any(t.dep_ == "dobj" for t in token.head.rights)
    if found is None or not acts or token.lower_ not in IT or found.lemma_ not in announced:
        return found
    return next((t for t in found.lefts if t.dep_ == "poss" and t.pos_ in {"NOUN", "PROPN"}), found)


def owner_in_mind(noun: "Token", cast: Cast) -> "Token | None":
    """Whose "the family" or "another son" is: who is most in mind there."""
    _follow(noun, cast)
    return most_in_mind(noun, Wanted(frozenset({"PERSON"})), cast)


def named_together(noun: "Token", cast: Cast) -> "tuple[Token, Token] | None":
    """What "the two countries" or "both firms" means: the last two names, of no persons, that "and" joins."""
    lefts = {t.lower_ for t in noun.lefts}
    both = lefts == {"both"} or ("two" in lefts and lefts <= {"the", "these", "those", "two"})
    if noun.tag_ != "NNS" or not both or lefts == {"two"}:
        return None
    if noun.lemma_.lower() not in word_set(cast.language, "persons", "pairs"):
        return None
    bodies = table_of(cast.language, "persons")["bodies"]
    for doc in (noun.doc, *cast.before(noun), *cast.opening(noun)):
        before = noun.i if doc is noun.doc else len(doc)
        for word in reversed(doc[:before]):
            other = next((t for t in word.rights if t.dep_ == "conj" and t.i < before), None)
            names = word.pos_ == "PROPN" and other is not None and other.pos_ == "PROPN"
            if not names or other is None or word.dep_ == "conj" or has_child(other, "conj"):
                continue
            states = {cast.label(word), cast.label(other)} == {"GPE"}
            if states and bodies.get(noun.lemma_) == "ORG":
                continue  # "Orla and Kesten" are not "both firms"
            of_one = cast.entity(word) is not None and cast.entity(word) is cast.entity(other)
            if not of_one and "PERSON" not in {cast.label(word), cast.label(other)}:
                return word, other
    return None


def _follow(token: "Token", cast: Cast) -> None:
    """Find out of every person before a word who is meant, in order: each counts for the next."""
    bodies = table_of(cast.language, "persons")["bodies"]
    for doc in cast.unfollowed(token):
        for word in doc if doc is not token.doc else doc[: token.i]:
            if word.lower_ in GENDERS or bodies.get(word.lemma_.lower()) == "PERSON":
                antecedent(word, cast)


def _state_of_subject(noun: "Token", cast: Cast) -> "Token | None":
    """Of which country somebody is who does something to "the country": "the US president"."""
    subjects = (t for verb in noun.ancestors for t in verb.lefts if t.dep_ == "nsubj" and t.i < noun.i)
    words = (t for subject in subjects for t in subject.subtree if t.ent_type_ in {"GPE", "NORP"})
    return next((t for t in words if cast.country_of(t) is not None), None)


def _found(token: "Token", wanted: Wanted, cast: Cast) -> "Token | None":
    if (twin := _twin(token)) is not None:
        return _told_about(token, twin, wanted, cast) or antecedent(twin, cast)
    if (described := _described(token)) is not None and agrees(described, wanted):
        return described
    if token.lemma_ in word_set(cast.language, "persons", "states"):
        named = _state_of_subject(token, cast)
        if named is not None:
            return named if named.ent_type_ == "GPE" else None
    for shown in (_related(token), vehicle_of(token)):
        if shown is not None and agrees(shown, wanted):
            return shown
    if token.lower_ == "its" and (speaker := _speaks_of_its_own(token, cast)) is not None:
        return speaker
    if age := age_told(token):
        _follow(token, cast)
        return _of_that_age(age, token, cast) or most_in_mind(token, wanted, cast)
    sayer = _sayer(token, cast)
    if sayer is not None and (fits(sayer, wanted, token, cast) or _is_misread_person(sayer, wanted, cast)):
        return sayer
    if sayer is not None and token.lower_ in IT and cast.label(sayer) == "PERSON":
        return None  # of a firm called after somebody: "Orlec says it will apply"
    ships = token.lower_ in IT and token.dep_ == "poss" and _is_of_ship(token.head, cast.language)
    if ships and (ship := _ship_before(token, cast)) is not None:
        return ship  # else "its east wing" is a school’s
    if (first := _said_before(token)) is not None and fits(first, wanted, token, cast):
        return first
    if (owner := owner_of(token)) is not None:
        if fits(owner, wanted, token, cast):
            return owner
        if token.lower_ == "its" and may_be_body(owner, cast):
            return None  # "the charity closed its office": it is the charity’s, whatever that is
    if (meeting := _which_meets(token, cast)) is not None:
        return meeting
    if token.lower_ in THEY and any(_are_counted(t) for t in token.doc[: token.i]):
        return None  # "asked them to treat the three well and not to print their names"
    helped = told_of(token)
    if helped is not None and token.lower_ in GENDERS and is_anybody(helped, cast.language):
        return helped
    for shown in (helped, spoken_for(token, cast), done_to(token, cast)):
        if shown is not None and fits(shown, wanted, token, cast):
            return shown
    sayer = _last_sayer(token, cast)
    if token.lower_ in GENDERS:
        told = sayer is not None and (
            fits(sayer, wanted, token, cast) or _is_misread_person(sayer, wanted, cast)
        )
        return most_in_mind(token, wanted, cast, sayer if told else None)
    if sayer is not None and (token.pos_ == "PRON" or fits(sayer, wanted, token, cast)):
        return sayer if fits(sayer, wanted, token, cast) else None
    for doc, before in _back(token, cast):
        within = {t.lemma_ for t in token.ancestors} if token.dep_ == "pobj" else set()  # "a crack in it"
        candidates = (
            t
            for t in doc
            if t.i < before
            and (t.dep_ in _RANK or _begins_subject(t, cast))
            and t.lemma_ not in within
            and not co_argument(t, token)
            and not is_out_of_reach(t, token, cast)
        )
        fitting = [t for t in candidates if fits(t, wanted, token, cast)]
        found = [t for t in fitting if not (_is_by_the_way(t, token) or _is_beside_point(t, token, cast))]
        if token.lower_ == "it" and token.dep_ == "dobj":
            found = [t for t in found if cast.label(t) or not any(o in t.ancestors for o in fitting)]
        beside = doc is not token.doc and not any(t.dep_ in SUBJECTS for t in found)
        if beside and (same := _pronoun_before(doc, token) or _object_before(doc, token)) is not None:
            meant = antecedent(same, cast)
            if meant is not None and is_other_happening(same, meant, cast.language):
                return None
            if token.pos_ == "PRON" or (meant is not None and fits(meant, wanted, token, cast)):
                return meant
        if doc is not token.doc and (is_either(token, found, doc, cast) or is_it_too(token, found, doc)):
            return None
        if found:
            nearest = _measured(min(found, key=lambda t: _nearness(t, token)))
            return _firm_in_mind(token, nearest, wanted, cast) or nearest
        if doc is not token.doc and (owner := owner_of_inert(doc, token, cast)) is not None:
            return owner
        last = next(cast.before(token), None)
        if doc is last and token.lower_ in THEY and tells_of_two(doc, cast):
            return None  # "She married Tom Orlec. They founded": both
        if doc is last and (many := many_in(doc, token, wanted)):
            return many[0] if len(many) == 1 and token.dep_ == "nsubjpass" else None
        if doc is token.doc:
            if _goes_on_with_subject(token) and any(
                t.dep_ in SUBJECTS and t.pos_ in {"NOUN", "PROPN", "NUM"} for t in doc[: token.i]
            ):
                return None  # what this sentence is about comes before what the last one was
            continue
        if token.lower_ in IT or (token.lower_ in THEY and token.dep_ != "poss" and fitting):
            return None
    return None


def _of_that_age(age: str, token: "Token", cast: Cast) -> "Token | None":
    """Who was told to be so old: "Ana Ruiz, 58," for "the 58-year-old"."""
    for person in cast.entities:
        beside = person[-1].doc.span(person[-1].i + 1, person[-1].i + 3)
        told = beside.text.strip(",( ") == age
        if told and cast.label(person.root) == "PERSON" and cast.is_before(person.root, token):
            return person.root
    return None


def _begins_subject(word: "Token", cast: Cast) -> bool:
    """Whether a firm is named before what it has: "Norvia Air shares fell"."""
    return word.dep_ == "compound" and word.head.dep_ in SUBJECTS and cast.label(word) == "ORG"


def _is_of_ship(noun: "Token", language: str) -> bool:
    """Whether only ships, trains and aircraft have such a thing."""
    words = (noun, *noun.lefts, *noun.conjuncts)
    return any(t.lemma_.lower() in word_set(language, "persons", "of_ships") for t in words)


def _ship_before(token: "Token", cast: Cast) -> "Token | None":
    """The ship, train or aircraft of which the sentence before told, whatever its name was taken for."""
    docs: list[Iterable[Token]] = [token.doc[: token.i], *cast.before(token)]
    known = word_set(cast.language, "persons", "crafts", "vessels")
    subjects = (t for doc in docs for t in doc if t.dep_ in SUBJECTS and carries(t.head))
    says = word_set(cast.language, "speech", "report", "act")
    crafts = (t for t in subjects if (t.pos_ == "PROPN" and t.head.lemma_ not in says) or t.lemma_ in known)
    return next((t for t in crafts if cast.label(t) != "GPE"), None)


def _firm_in_mind(token: "Token", nearest: "Token", wanted: Wanted, cast: Cast) -> "Token | None":
    """The firm that an article is about, for "the company", rather than one that was named by the way."""
    if wanted.noun not in word_set(cast.language, "persons", "companies"):
        return None
    chief = cast.story.firm
    named = nearest.head if _begins_subject(nearest, cast) else nearest
    by_the_way = named.dep_ not in SUBJECTS or not carries(named.head)
    known = chief is not None and not cast.is_before(token, chief) and cast.name(chief) != cast.name(nearest)
    return chief if chief is not None and known and by_the_way and fits(chief, wanted, token, cast) else None


def _measured(noun: "Token") -> "Token":
    """What a measure is of: after "the cost of the bridge", "it" was built, not the cost."""
    if noun.lower_ == "whereabouts":
        return next((t for t in noun.lefts if t.dep_ == "poss"), noun)
    if noun.lemma_ not in _MEASURES:
        return noun
    return next((t for c in noun.rights if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"), noun)


def _stands_for_clause(token: "Token", language: str) -> bool:
    """Whether "it" stands for a clause to come: "it is expected that", "it was Ruiz who", "it is claimed"."""
    verb = token.head
    if token.lower_ != "it" or token.dep_ not in SUBJECTS:
        return False
    if verb.lemma_ == "be":
        told = (t for t in verb.rights if t.dep_ in {"attr", "acomp"})
        return has_child(verb, "ccomp") or any(has_child(t, d) for t in told for d in ("relcl", "ccomp"))
    told_of = any(verb.lemma_ in word_set(language, "speech", group) for group in ("content", "forecast"))
    return (told_of and has_child(verb, "auxpass")) or (verb.lemma_ in _SEEMS and has_child(verb, "ccomp"))


def _goes_on_with_subject(token: "Token") -> bool:
    """Whether a pronoun that opens a clause goes on with what the sentence before was about."""
    return token.lower_ in IT | THEY and token.dep_ in SUBJECTS


def _is_by_the_way(candidate: "Token", token: "Token") -> bool:
    """Whether a word of an earlier sentence is named too much in passing for a pronoun to mean it.

    "It" and "they" at the head of a clause mean the subject of the sentence before, not one in its side
    clauses.
    """
    if candidate.doc is token.doc:
        return False
    if token.pos_ == "NOUN" and in_quotes(candidate) and not in_quotes(token):
        return True  # whom somebody quoted named is not yet told of
    if _goes_on_with_subject(token) and in_quotes(token) and not in_quotes(candidate):
        return True  # "They came at four," of whom the speaker has spoken before
    if _goes_on_with_subject(token) and candidate.dep_ == "ROOT":
        return False  # a heading: "The quarantine. Imposed in May, it"
    if _goes_on_with_subject(token):
        return candidate.dep_ not in SUBJECTS or not carries(candidate.head)
    if token.lower_ in IT | THEY and token.dep_ in {"dobj", "pobj"}:
        aim = candidate.dep_ == "pobj" and candidate.head.lower_ in _TOWARDS
        deed = candidate.head.head
        while deed.dep_ == "conj":
            deed = deed.head
        aim = aim and not (is_verb(deed) and deed.dep_ == "advcl" and deed.i < deed.head.i)
        return not aim and (candidate.dep_ not in SUBJECTS | {"dobj"} or not carries(candidate.head))
    return False


def _is_beside_point(candidate: "Token", token: "Token", cast: Cast) -> bool:
    """Whether a body named once says only where somebody is from, as "Ana Ruiz of Norvia" does."""
    nested = candidate.dep_ == "pobj" and candidate.head.lower_ in {"of", "at", "from", "with"}
    above = candidate.head.head
    apart = candidate.doc is not token.doc and token.pos_ == "NOUN"
    return apart and nested and cast.label(above) == "PERSON" and cast.count(candidate) == 1


def _is_misread_person(sayer: "Token", wanted: Wanted, cast: Cast) -> bool:
    """Whether "he" who goes on to speak was taken for an organisation by the recogniser."""
    named = sayer.pos_ == "PROPN" and sayer.ent_type_ in {"ORG", ""} and wanted.gender is not None
    return named and cast.gender(sayer) in {None, wanted.gender}


def _twin(token: "Token") -> "Token | None":
    """The subject earlier in the sentence that is the same pronoun: it means the same."""
    group = next((g for g in _PRONOUNS if token.lower_ in g), None)
    own = token.dep_ == "poss" and token.lower_ in GENDERS and not in_quotes(token)
    if group is IT and token.dep_ == "dobj":  # "bought it in Kesten and sold it"
        return next((t for t in token.doc[: token.i] if t.lower_ == "it" and t.dep_ == "dobj"), None)
    if token.lower_ in {"him", "her"} and token.dep_ in {"dobj", "pobj"}:  # "He sued a man who hit him"
        earlier = (t for t in token.doc[: token.i] if group and t.lower_ in group and t.dep_ in SUBJECTS)
        return next((t for t in earlier if t.head not in (token.head, token.head.head)), None)
    if group is None or not (own or token.dep_ in SUBJECTS):
        return None
    if token.lower_ in GENDERS and token.head.dep_ == "parataxis":  # "Ruiz had asked him, he said"
        done = (t for t in token.doc[: token.i] if t.lower_ in group and t.dep_ in {"dobj", "dative"})
        if (one := next(done, None)) is not None:
            return one
    return next((t for t in token.doc[: token.i] if t.lower_ in group and t.dep_ in SUBJECTS), None)


def _told_about(token: "Token", twin: "Token", wanted: Wanted, cast: Cast) -> "Token | None":
    """Of whom somebody speaks: in "He said that Ruiz fell ill when his mother died" it is that of Ruiz."""
    if token.dep_ in SUBJECTS or not any(
        t.dep_ == "ccomp" and twin.head in t.ancestors for t in token.ancestors
    ):
        return None
    between = [t for t in token.doc[twin.i + 1 : token.i] if t.dep_ in SUBJECTS and cast.label(t) == "PERSON"]
    told = [t for t in between if fits(t, wanted, token, cast) and not co_argument(t, token)]
    return told[-1] if told else None


def _object_before(doc: "Doc", token: "Token") -> "Token | None":
    """What an earlier sentence calls "it" in the same part: "put it to a vote. She had called it …"."""
    if token.lower_ != "it" or token.dep_ != "dobj":
        return None
    return next((t for t in doc if t.lower_ == "it" and t.dep_ == "dobj"), None)


def _pronoun_before(doc: "Doc", token: "Token") -> "Token | None":
    """The same pronoun as what an earlier sentence is about: "His losses were to Ruiz. He …" is not Ruiz."""
    described = IT if token.pos_ == "NOUN" else None
    group = next((g for g in _PRONOUNS if token.lower_ in g), described)
    if group is None or group is THEY or token.dep_ not in SUBJECTS:
        return None
    about = (t for t in doc if t.lower_ in group and (t if t.dep_ != "poss" else t.head).dep_ in SUBJECTS)
    return next((t for t in about if t.dep_ in SUBJECTS | {"poss"}), None)


def _sayer(token: "Token", cast: Cast) -> "Token | None":
    """Who says something in which a pronoun is the subject: "Norvia said it would close"."""
    said = token.head
    while said.dep_ in {"conj", "xcomp"}:
        said = said.head
    telling = word_set(cast.language, "speech", "report", "act", but="found")  # an inquiry finds of others
    if token.dep_ not in SUBJECTS or said.dep_ != "ccomp" or said.head.lemma_ not in telling:
        return None
    if is_small_clause(said) or uncoverer_of(token, cast) is not None:
        return None  # "ordered him held", "called it a disgrace"
    if token.lower_ in GENDERS and in_quotes(token) and not in_quotes(said.head):
        return None  # who speaks of himself says "I"
    subjects = (t for t in said.head.lefts if t.dep_ == "nsubj" and t.i < token.i and t.pos_ != "PRON")
    sayer = next(subjects, None)
    whose = next((t for t in sayer.lefts if t.dep_ == "poss"), None) if sayer is not None else None
    # "Brandt’s family said that he would be buried": families and lawyers speak of whose they are.
    if whose is None or token.lower_ not in GENDERS or cast.label(whose) == "GPE":
        return sayer
    if GENDERS.get(whose.lower_) == GENDERS[token.lower_]:
        return antecedent(whose, cast)  # "His lawyer says he was threatened"
    return whose if whose.pos_ == "PROPN" else sayer


def _last_sayer(token: "Token", cast: Cast) -> "Token | None":
    """Who spoke last, for who goes on to speak: "…,” he added", "it says", "the firm said"."""
    telling = word_set(cast.language, "speech", "report", "quoting", but="seen")
    if token.dep_ != "nsubj" or token.head.lemma_ not in telling or in_quotes(token):
        return None
    verbs = (verb for doc in cast.before(token) for verb in doc)
    if token.lower_ in GENDERS:
        telling = telling | word_set(cast.language, "speech", "act")
        verbs = (verb for verb in verbs if is_verb(verb) and carries(verb) and not has_child(verb, "neg"))
    verbs = (verb for verb in verbs if verb.lemma_ in telling)
    who = next((t for verb in verbs for t in verb.lefts if t.dep_ == "nsubj"), None)
    return antecedent(who, cast) if who is not None and who.pos_ == "PRON" else who


def _related(token: "Token") -> "Token | None":
    """Of what a relative clause tells in which "it" stands: "the station, which … since it was opened"."""
    if token.lower_ not in IT | THEY or token.dep_ not in SUBJECTS | {"dobj", "dative"}:
        return None
    clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
    if clause is None or token.head == clause:
        return None
    told = any(t.tag_ == "WDT" and t.dep_ in SUBJECTS for t in clause.lefts)
    return meant_by(clause) if told else None


def _speaks_of_its_own(token: "Token", cast: Cast) -> "Token | None":
    """The body that says something of what it has: "The union said 90 of its 120 members had refused"."""
    subject = next((t for t in token.ancestors if t.dep_ in SUBJECTS and t.head.dep_ == "ccomp"), None)
    says = subject.head.head if subject is not None else None
    if says is None or says.lemma_ not in word_set(cast.language, "speech", "report", "act"):
        return None
    who = next((t for t in says.lefts if t.dep_ == "nsubj" and t.i < token.i), None)
    body = table_of(cast.language, "persons")["bodies"].get(who.lemma_.lower()) if who is not None else None
    public = who is not None and who.lemma_.lower() in word_set(cast.language, "persons", "public")
    return who if who is not None and (body == "ORG" or public or cast.label(who) == "ORG") else None


def _are_counted(number: "Token") -> bool:
    """Whether some are told by their number alone: "the three"."""
    alone = number.pos_ == "NUM" and number.is_alpha and number.dep_ in SUBJECTS | {"dobj", "pobj"}
    return alone and any(t.lower_ == "the" for t in number.lefts) and not any(number.rights)


def _which_meets(token: "Token", cast: Cast) -> "Token | None":
    """The council or court named right before "when it meets": "before the trade committee when it meets"."""
    verb = token.head
    if (
        token.lower_ != "it"
        or verb.lemma_ not in {"meet", "convene", "reconvene", "sit"}
        or verb.dep_ != "advcl"
    ):
        return None
    before = token.doc[verb.left_edge.i - 1] if verb.left_edge.i else token
    body = before.pos_ in {"NOUN", "PROPN"} and before.lemma_.lower() in word_set(
        cast.language, "persons", "public"
    )
    return before if body else None


def _described(token: "Token") -> "Token | None":
    """The noun on which a phrase with "its" hangs: "a letter with its slogan"."""
    if token.dep_ != "poss" or token.head.dep_ != "pobj":
        return None
    noun = token.head.head.head
    return noun if noun.pos_ == "NOUN" and noun.i < token.i and token.head.head.lower_ == "with" else None


def _said_before(token: "Token") -> "Token | None":
    """Of whom the words before "it said" are: "The regulator is looking into it, it said"."""
    said = next((t for t in token.head.lefts if t.dep_ == "ccomp"), None) if token.dep_ == "nsubj" else None
    found = subject_of(said) if said is not None else None
    return found.token if found and found.token.i < token.i else None


def _back(token: "Token", cast: Cast) -> "Iterator[tuple[Doc, int]]":
    yield token.doc, token.i
    told = (doc for doc in cast.before(token) if not _is_dateline(doc))
    for near, doc in enumerate(told):
        if near >= _PLACE_BACK and _means_place(token, cast):
            return
        yield doc, len(doc)


def _is_dateline(doc: "Doc") -> bool:
    """Whether a passage only says where a report comes from: "KESTEN, May 3 -"."""
    return doc[-1].text in {"-", "–", "—"} and not any(is_verb(t) for t in doc)


def _means_place(token: "Token", cast: Cast) -> bool:
    return bool(table_of(cast.language, "persons")["bodies"].get(token.lemma_.lower()) == "GPE")


def _nearness(candidate: "Token", pronoun: "Token") -> tuple[bool, int, int]:
    """Least for the likeliest antecedent: the same part in its clause; the first subject, else the last."""
    is_object = pronoun.dep_ in {"dobj", "pobj"}
    names_body = is_object and pronoun.lower_ in IT and bool(candidate.ent_type_)
    rank = _RANK.get(candidate.dep_, _LAST_RANK)
    if is_object:
        rank = _LAST_RANK if rank == 0 else rank - 1
    from_start = candidate.doc is not pronoun.doc and _RANK.get(candidate.dep_) == 0
    return names_body, rank, candidate.i if from_start else -candidate.i
