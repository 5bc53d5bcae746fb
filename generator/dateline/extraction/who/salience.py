"""Whom "he" and "she" mean: who is most in mind where they stand.

Everybody who was named, described or called so before counts by the part in the clause, and less with every
sentence since (Lappin and Leass 1994, with weights of our own). Who is told of again and again outweighs who
comes in by the way.
"""

from collections import defaultdict
from typing import TYPE_CHECKING

from dateline.extraction.grammar import SUBJECTS, has_child, is_verb
from dateline.extraction.lexicon import word_set
from dateline.extraction.quotation import in_quotes
from dateline.extraction.who.agreement import GENDERS, Wanted, fits, is_anybody
from dateline.extraction.who.binding import co_argument, uncoverer_of
from dateline.extraction.who.cast import Cast
from dateline.extraction.who.genders import words_for

if TYPE_CHECKING:
    from dateline.parsing import Token

_SUBJECT, _SIDE_SUBJECT, _OBJECT, _OWNER, _OBLIQUE, _NESTED = 4.0, 2.5, 2.0, 1.5, 1.5, 0.5
_SPOKE_LAST, _ALIKE = 5.0, 1.0
# How much more whoever a sentence is about counts where it goes on with another clause.
_GOES_ON = 3.0
# How much somebody always counts whose life the article tells.
_MOURNED = 1.5
# What is left of a weight a sentence later.
_FADING = 0.4
# How much more somebody counts whose gender is known to be that of the pronoun.
_KNOWN = 1.5
# How much less somebody counts who is not named: "a schoolgirl" is named in the next sentence.
_UNNAMED = 0.75
# How much less somebody counts who only says something, for a pronoun that does not go on to.
_ONLY_SAYS = 0.6
# What is somebody’s to whom it happens, so that a sentence about it is about them.
_BEFALLEN = frozenset(
    {
        *("departure", "death", "appointment", "arrest", "resignation", "trial", "career", "life", "removal"),
        *("return", "arrival", "election", "retirement", "dismissal", "murder", "killing", "release"),
        *("execution", "funeral", "conviction", "marriage", "suspension", "sacking", "reputation", "body"),
    }
)
# By how much the first must outweigh the second.
_CLEARLY = 1.1
# Less in mind than that, somebody has been forgotten.
_LEAST = 0.16
_PARTS = frozenset({"nsubj", "nsubjpass", "ROOT", "attr", "dobj", "dative", "agent", "poss", "pobj"})
_CARRYING = frozenset({"conj", "ccomp", "parataxis"})
_TOLD_TO = frozenset({"to", "with", "for", "against", "by"})


def most_in_mind(token: "Token", wanted: Wanted, cast: Cast, sayer: "Token | None" = None) -> "Token | None":
    """The person whom a pronoun means, None where nobody or nobody clearly is meant.

    Args:
        token: the pronoun; what stands before it must have been asked for.
        wanted: what its antecedent must be.
        cast: the names of its article.
        sayer: who spoke last, where the pronoun is who goes on to speak.
    """
    weights: defaultdict[str, float] = defaultdict(float)
    naming: dict[str, Token] = {}
    barred, goes_on = _speakers(token, cast), _says(token, cast)
    if (judge := uncoverer_of(token, cast)) is not None:
        barred.add(_key(judge, cast))
    latest: dict[str, int] = {}
    for far, doc in enumerate((token.doc, *cast.before(token))):
        here: dict[str, float] = {}  # nobody counts twice in one passage
        for word in doc[: token.i] if doc is token.doc else doc:
            meant = _meant(word, token, wanted, cast)
            if meant is None:
                continue
            who = _key(meant, cast)
            if doc is token.doc and word.dep_ != "poss" and co_argument(_part(word), token):
                barred.add(who)
            alike = _ALIKE if _is_object(word) and _is_object(token) else 0
            alike += _GOES_ON if doc is token.doc and _leads_to(word, token) else 0
            only_says = (
                _ONLY_SAYS
                if not goes_on and _says(word, cast) and has_child(_part(word).head, "ccomp")
                else 1
            )
            here[who] = max(here.get(who, 0), (weight(word) + alike) * only_says * _FADING**far)
            naming.setdefault(who, meant)
        for who, most in here.items():
            weights[who] += most
            latest.setdefault(who, far)
    if sayer is not None:
        named = _named(sayer)
        docs = (token.doc, *cast.before(token))
        far = next((n for n, doc in enumerate(docs) if doc is sayer.doc), len(docs))
        if _key(named, cast) not in weights:  # who was taken for no person
            weights[_key(named, cast)] = weight(sayer) * _FADING**far
        weights[_key(named, cast)] += _SPOKE_LAST * _FADING**far
        naming.setdefault(_key(named, cast), named)
    _keep_in_mind(weights, naming, wanted, token, cast)
    ranked = sorted(
        (weighed * _sureness(naming[who], cast), who) for who, weighed in weights.items() if who not in barred
    )
    most, who = ranked[-1] if ranked else (0.0, "")
    if most < _LEAST:
        return None
    if (
        latest.get(who, 0) > 1
        and who != cast.story.mourned
        and _somebody_new(token, naming[who], wanted, cast)
    ):
        return None
    if who != cast.story.mourned and _is_of_a_stranger(token, cast):
        return None
    return naming[who] if len(ranked) == 1 or most > _CLEARLY * ranked[-2][0] else None


def _somebody_new(token: "Token", meant: "Token", wanted: Wanted, cast: Cast) -> bool:
    """Whether the sentence before ends on somebody, however much by the way: "a doctor’s luggage. He"."""
    last = next(cast.before(token), None)
    if last is None or token.dep_ not in SUBJECTS or cast.name(meant) == cast.story.person:
        return False
    ends = [t for t in last if t.pos_ in {"NOUN", "PROPN"}][-1:]
    return any(
        is_anybody(t, cast.language)
        and words_for(cast.language, "nouns").get(t.lemma_.lower(), wanted.gender) == wanted.gender
        for t in ends
    )


def _is_of_a_stranger(token: "Token", cast: Cast) -> bool:
    """Whether the sentence before is about a name of nobody knows what: "Dagne was third. She"."""
    last = next(cast.before(token), None)
    if last is None or token.dep_ not in SUBJECTS or any(t.dep_ in SUBJECTS for t in token.doc[: token.i]):
        return False
    subjects = [t for t in last if t.dep_ in SUBJECTS and carries(t.head)]
    about = subjects[-1] if subjects else None
    if about is None or about.pos_ != "PROPN" or cast.label(about) or not about.is_title:
        return False
    many = any(t.lower_ in {"have", "are", "were"} for t in (about.head, *about.head.lefts))  # a club
    return not many and all(t.lower_ != "the" for t in about.lefts)


def _keep_in_mind(
    weights: "defaultdict[str, float]", naming: "dict[str, Token]", wanted: Wanted, token: "Token", cast: Cast
) -> None:
    """Let somebody count whose life the article tells, however long ago they were named."""
    who = cast.story.mourned
    docs = (token.doc, *cast.before(token), *cast.opening(token)) if who and who not in naming else ()
    for word in (word for doc in docs for word in (doc[: token.i] if doc is token.doc else doc)):
        if cast.label(word) == "PERSON" and cast.name(word) == who and fits(word, wanted, token, cast):
            naming[who] = word
            break
    if who in naming:
        weights[who] += _MOURNED


def _named(described: "Token") -> "Token":
    """The name beside a description, else the description: "the clerk, Ana Ruiz"."""
    return next((t for t in described.rights if t.dep_ == "appos" and t.ent_type_ == "PERSON"), described)


def _key(person: "Token", cast: Cast) -> str:
    return cast.name(person) if cast.label(person) else person.lemma_


def _sureness(person: "Token", cast: Cast) -> float:
    """How much more or less somebody counts: whose gender is known, or who is not named."""
    if cast.label(person):
        return 1 if cast.gender(person) is None else _KNOWN
    return (_KNOWN if person.lemma_.lower() in words_for(cast.language, "nouns") else 1) * _UNNAMED


def _meant(word: "Token", token: "Token", wanted: Wanted, cast: Cast) -> "Token | None":
    """Who is named, described or called so by a word, if the pronoun may mean them."""
    if word.lower_ in GENDERS:
        same = wanted.gender in {None, GENDERS[word.lower_]}
        return cast.antecedents.get((id(word.doc), word.i)) if same else None
    if _part(word).dep_ not in _PARTS or _named_beside(word):
        return None
    meant = cast.antecedents.get((id(word.doc), word.i)) or word
    return meant if fits(meant, wanted, token, cast) and not _by_the_way(word, token, cast) else None


def _says(word: "Token", cast: Cast) -> bool:
    """Whether somebody is who says something."""
    part = _part(word)
    return part.dep_ == "nsubj" and part.head.lemma_ in word_set(cast.language, "speech", "report")


def _leads_to(word: "Token", token: "Token") -> bool:
    """Whether a sentence goes on with a second clause after this subject: "Ruiz protested, but her"."""
    part = _part(word)
    second = next((t for t in token.ancestors if t.dep_ == "conj" and is_verb(t)), None)
    leads = (
        part.dep_ in SUBJECTS and second is not None and part.i < second.i and part.head in second.ancestors
    )
    return leads and not any(t == second for t in part.ancestors)


def _is_object(word: "Token") -> bool:
    return word.dep_ in {"dobj", "pobj", "dative"}


def _named_beside(word: "Token") -> bool:
    """Whether somebody described is named right there, so that the name counts: "the clerk, Ana Ruiz"."""
    if word.ent_type_ == "PERSON":
        return False
    beside = (*word.rights, *(t for clause in word.rights for t in clause.rights if _names_head(t)))
    return (word.dep_ == "appos" and word.head.ent_type_ == "PERSON") or any(
        t.dep_ in {"appos", "oprd"} and t.ent_type_ == "PERSON" for t in beside
    )


def _part(word: "Token") -> "Token":
    """The word that has a part in a clause for one that is joined to it or stands beside it."""
    while word.dep_ in {"conj", "appos"} or _names_head(word):
        word = word.head if word.dep_ != "oprd" else word.head.head
    return word


def _names_head(word: "Token") -> bool:
    """Whether a word is what another is called: "a clerk named Ana Ruiz"."""
    return word.dep_ == "oprd" and word.head.dep_ == "acl"


def weight(word: "Token") -> float:
    """How much a word is in mind by its part in its clause."""
    part = _part(word)
    if part.dep_ in SUBJECTS:
        return _SUBJECT if carries(part.head) else _SIDE_SUBJECT
    if part.dep_ in {"ROOT", "attr"}:
        return _SIDE_SUBJECT
    if part.dep_ == "poss":
        return _OWNER if part.head.dep_ not in SUBJECTS else _SIDE_SUBJECT
    if part.dep_ == "pobj" and _is_of_subject(part):
        return _SUBJECT
    if part.dep_ == "pobj" and _is_told_of(word):
        return _SIDE_SUBJECT
    if part.dep_ == "pobj":
        return _OBLIQUE if is_verb(part.head.head) else _NESTED
    return _OBJECT


def _is_of_subject(part: "Token") -> bool:
    """Whether a sentence is about what befell somebody: "the departure of Ruiz had been expected"."""
    noun = part.head.head
    return (
        part.head.lower_ == "of" and noun.lemma_ in _BEFALLEN and noun.dep_ in SUBJECTS and carries(noun.head)
    )


def _is_told_of(word: "Token") -> bool:
    """Whether a clause with "who" tells of somebody: "the release of Ruiz, who was arrested"."""
    asides = (word, *(t for t in word.rights if t.dep_ == "appos"))  # "by Ruiz, a lawyer who has never"
    clauses = (t for each in asides for t in each.rights if t.dep_ == "relcl")
    return any(t.lower_ == "who" and t.dep_ in SUBJECTS for clause in clauses for t in clause.lefts)


def carries(verb: "Token") -> bool:
    """Whether a verb carries its sentence, or goes on with it."""
    while verb.dep_ in _CARRYING and is_verb(verb.head):
        verb = verb.head
    return verb.dep_ == "ROOT"


def _by_the_way(word: "Token", token: "Token", cast: Cast) -> bool:
    """Whether somebody is named once and after a preposition only: "a portrait by Ruiz"."""
    above = word.head
    obliquely = word.dep_ == "pobj" and not (above.lower_ in _TOLD_TO and is_verb(above.head))
    known = cast.gender(word) is not None and cast.count(word) > 1
    return word.doc is not token.doc and obliquely and not known and not _is_told_of(word)


def _speakers(token: "Token", cast: Cast) -> set[str]:
    """Who says what a pronoun stands in, in quotation marks: they would say "I"."""
    telling = word_set(cast.language, "speech", "report", "act")
    if not in_quotes(token):
        return set()
    verbs = (t for t in token.doc if t.lemma_ in telling and is_verb(t) and not in_quotes(t))
    return {_key(_named(t), cast) for verb in verbs for t in verb.children if t.dep_ == "nsubj"}
