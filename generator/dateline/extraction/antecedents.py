"""What pronouns and bare descriptions ("the company") stand for within one article.

A light form of the usual method (nearest antecedent that agrees, subjects first; Hobbs 1978, Lappin and Leass
1994). A wrong name is worse than none: where gender, role or number speak against the nearest, it is passed.
"""

from typing import TYPE_CHECKING, NamedTuple

from dateline.extraction.cast import Cast, country_groups
from dateline.extraction.genders import Gender, words_for
from dateline.extraction.grammar import is_verb, subject_of
from dateline.extraction.lexicon import table_of, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.parsing import Doc, Token

_AMOUNTS = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"})
_BODIES = frozenset({"ORG", "GPE", "NORP"})
_GENDERS: dict[str, Gender] = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
_IT, _THEY = frozenset({"it", "its"}), frozenset({"they", "them", "their"})
_PRONOUNS = (frozenset({"he", "him", "his"}), frozenset({"she", "her"}), _IT, _THEY)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# What a sentence is about: its subject, or a heading.
_TOPICS = frozenset({"nsubj", "nsubjpass", "ROOT"})
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


_QUOTES = frozenset('“”"«»')


class _Wanted(NamedTuple):
    """What an antecedent must be."""

    kinds: frozenset[str]
    """Labels of names; "" for a common noun."""
    plural: bool = False
    gender: Gender | None = None
    noun: str = ""
    """The description that must fit it, with the words before: "minister" and {"finance"}."""
    before: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()


def antecedent(token: "Token", cast: Cast) -> "Token | None":
    """The earlier word that a pronoun or a bare description stands for, None where nothing fits."""
    if (wanted := _wanted(token, cast)) is None:
        return None
    place = id(token.doc), token.i
    if place not in cast.antecedents:
        cast.antecedents[place] = _found(token, wanted, cast)
    return cast.antecedents[place]


def _found(token: "Token", wanted: _Wanted, cast: Cast) -> "Token | None":
    if (twin := _twin(token)) is not None:
        return antecedent(twin, cast)
    if (described := _described(token)) is not None and _agrees(described, wanted):
        return described
    if (sayer := _sayer(token, cast)) is not None and _fits(sayer, wanted, token, cast):
        return sayer
    if (first := _said_before(token)) is not None and _fits(first, wanted, token, cast):
        return first
    if (owner := _owner(token)) is not None and _fits(owner, wanted, token, cast):
        return owner
    if (sayer := _last_sayer(token, cast)) is not None:
        # The recogniser takes many a person for an organisation; but "he" who speaks on is one.
        named = sayer.pos_ == "PROPN" and sayer.ent_type_ in {"ORG", ""} and wanted.gender is not None
        return sayer if named or _fits(sayer, wanted, token, cast) else None
    for doc, before in _back(token, cast):
        candidates = (t for t in doc if t.i < before and t.dep_ in _RANK and not _co_argument(t, token))
        if fits := [t for t in candidates if _fits(t, wanted, token, cast)]:
            return min(fits, key=lambda t: _nearness(t, token))
    return None


def _wanted(token: "Token", cast: Cast) -> _Wanted | None:
    word = token.lower_
    if word in _GENDERS:
        return _Wanted(frozenset({"PERSON"}), gender=_GENDERS[word])
    if word in _IT:
        return _Wanted(_BODIES | {""})
    if word in _THEY:
        return _Wanted(_BODIES | {"", "PERSON"}, plural=True)
    kind = table_of(cast.language, "persons")["bodies"].get(token.lemma_.lower())
    left = list(token.lefts)
    if not kind or token.tag_ != "NN" or not any(t.lower_ in {"the", "that", "this"} for t in left):
        return None
    if any(t.dep_ in {"prep", "relcl", "acl", "appos", "advmod"} for t in token.rights) and not _aside(token):
        return None
    if kind == "GPE" and any(t.dep_ in {"amod", "compound"} and not t.is_title for t in left):
        return None  # "the rice-growing country"
    if any(t.pos_ == "PROPN" for child in left for t in child.subtree):
        return None  # "the Leeds-based maker" is told from others by where it is
    before = frozenset(t.lower_ for t in left if t.dep_ in {"amod", "compound"} and not t.is_title)
    adjectives = frozenset(t.text for t in left if t.dep_ == "amod")
    return _Wanted(frozenset({kind}), noun=token.lemma_.lower(), before=before, adjectives=adjectives)


def _twin(token: "Token") -> "Token | None":
    """The subject earlier in the sentence that is the same pronoun: it means the same."""
    group = next((g for g in _PRONOUNS if token.lower_ in g), None)
    if group is None or token.dep_ not in _SUBJECTS:
        return None
    return next((t for t in token.doc[: token.i] if t.lower_ in group and t.dep_ in _SUBJECTS), None)


def _sayer(token: "Token", cast: Cast) -> "Token | None":
    """Who says something in which a pronoun is the subject: "Norvia said it would close"."""
    said = token.head
    while said.dep_ in {"conj", "xcomp"}:
        said = said.head
    telling = word_set(cast.language, "speech", "report") | word_set(cast.language, "speech", "act")
    if token.dep_ not in _SUBJECTS or said.dep_ != "ccomp" or said.head.lemma_ not in telling:
        return None
    subjects = (t for t in said.head.lefts if t.dep_ == "nsubj" and t.i < token.i and t.pos_ != "PRON")
    sayer = next(subjects, None)
    whose = next((t for t in sayer.lefts if t.dep_ == "poss"), None) if sayer is not None else None
    # "Brandt’s family said that he would be buried": families and lawyers speak of whose they are.
    personal = (
        token.lower_ in _GENDERS
        and whose is not None
        and cast.label(whose) != "GPE"
        and whose.pos_ == "PROPN"
    )
    return whose if personal else sayer


def _last_sayer(token: "Token", cast: Cast) -> "Token | None":
    """Who spoke last, for who goes on to speak: "…,” he added", "it says"."""
    telling = word_set(cast.language, "speech", "report")
    if token.pos_ != "PRON" or token.dep_ != "nsubj" or token.head.lemma_ not in telling:
        return None
    verbs = (verb for doc in cast.before(token) for verb in doc if verb.lemma_ in telling)
    subjects = (t for verb in verbs for t in verb.lefts if t.dep_ == "nsubj" and t.pos_ != "PRON")
    return next(subjects, None)


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


def _owner(token: "Token") -> "Token | None":
    """Who does something in the clause of a possessive: "forced the French back to their lines"."""
    verb = next((t for t in token.ancestors if is_verb(t)), None) if token.dep_ == "poss" else None
    found = subject_of(verb) if verb is not None else None
    return found.token if found and found.token.i < token.i and found.token != token.head else None


def _agrees(noun: "Token", wanted: _Wanted) -> bool:
    return "" in wanted.kinds and (noun.tag_ == "NNS") == wanted.plural


def _fits(candidate: "Token", wanted: _Wanted, token: "Token", cast: Cast) -> bool:
    numbered = candidate.pos_ == "NUM" and any(t.pos_ == "PROPN" for t in candidate.lefts)  # "Airbus 380"
    if not numbered and (candidate.pos_ not in {"NOUN", "PROPN"} or candidate.ent_type_ in _AMOUNTS):
        return False
    if (name := cast.entity(candidate)) is not None and name.root.i != candidate.i:
        return False  # a word within a name: "Iran" of "Council of Iran"
    label = cast.label(candidate)
    if wanted.kinds == {"PERSON"}:
        return _is_that_person(candidate, label, wanted, cast)
    if label not in wanted.kinds:
        return False
    if not label:
        # A common noun is meant where its sentence is about it, where one deed follows another upon it, or
        # where a sentence ends on something new: "a resolution".
        follows = token.dep_ == "dobj" or (wanted.plural and token.dep_ in _SUBJECTS)
        upon = {"dobj", "pobj"} if wanted.plural else {"dobj"}
        again = follows and candidate.dep_ in upon and candidate.doc is token.doc
        new = token.dep_ in {"dobj", "pobj"} and any(t.lower_ in {"a", "an"} for t in candidate.lefts)
        about = candidate.dep_ in _TOPICS or again or new
        fits_number = (candidate.tag_ == "NNS") == wanted.plural
        return about and fits_number and (wanted.plural or not _is_person(candidate, cast))
    if wanted.plural:
        joined = any(t.dep_ == "conj" and cast.label(t) == label for t in candidate.children)
        several = joined if label in {"PERSON", "GPE"} else candidate.dep_ in _SUBJECTS
        return several and (token.dep_ not in {"dobj", "pobj"} or joined)
    return _is_that_body(candidate, wanted, cast)


def _is_that_person(candidate: "Token", label: str, wanted: _Wanted, cast: Cast) -> bool:
    noun = candidate.lemma_.lower()
    if not label:
        gender = words_for(cast.language, "nouns").get(noun)
        same = noun == wanted.noun if wanted.noun else candidate.dep_ in _TOPICS
        return (
            same
            and candidate.tag_ in {"NN", "NNP"}
            and _is_someone(candidate, cast)
            and gender in {None, wanted.gender}
        )
    if label != "PERSON" or (wanted.gender and cast.gender(candidate) not in {None, wanted.gender}):
        return False
    anybody = not wanted.noun or wanted.noun in word_set(cast.language, "persons", "anybody")
    return anybody or {wanted.noun, *wanted.before} <= cast.roles(candidate)


def _is_that_body(candidate: "Token", wanted: _Wanted, cast: Cast) -> bool:
    """Whether a body or place may be called by the bare description that is wanted."""
    if wanted.noun in word_set(cast.language, "persons", "towns") and cast.is_country(candidate):
        return False
    particular = wanted.noun in word_set(cast.language, "persons", "particular")
    if particular and not any(role.startswith(wanted.noun) for role in cast.roles(candidate)):
        return False
    groups = country_groups(cast.language)
    regional = {a for a in wanted.adjectives if any(a in g for g in groups.values())}
    return not regional or regional <= groups.get(cast.long_name(cast.name(candidate)), frozenset())


def _is_person(noun: "Token", cast: Cast) -> bool:
    """Whether a common noun means a person by itself, or by the name beside it."""
    if any(t.dep_ == "appos" and t.ent_type_ == "PERSON" for t in noun.children):
        return True
    lemma = noun.lemma_.lower()
    kind = table_of(cast.language, "persons")["bodies"].get(lemma)
    titles = word_set(cast.language, "persons", "titles")
    return kind == "PERSON" or lemma in words_for(cast.language, "nouns") or lemma in titles


def _is_someone(noun: "Token", cast: Cast) -> bool:
    """Whether a common noun means a person: by itself, or because it speaks ("a cleric said")."""
    speaks = noun.dep_ == "nsubj" and noun.head.lemma_ in word_set(cast.language, "speech", "report")
    no_body = noun.lemma_.lower() not in table_of(cast.language, "persons")["bodies"]
    no_outlet = noun.lower_ not in word_set(cast.language, "persons", "media")
    return _is_person(noun, cast) or (speaks and no_body and no_outlet)


def _back(token: "Token", cast: Cast) -> "Iterator[tuple[Doc, int]]":
    yield token.doc, token.i
    for near, doc in enumerate(cast.before(token)):
        if near >= _PLACE_BACK and _means_place(token, cast):
            return
        yield doc, len(doc)


def _means_place(token: "Token", cast: Cast) -> bool:
    return bool(table_of(cast.language, "persons")["bodies"].get(token.lemma_.lower()) == "GPE")


def _co_argument(candidate: "Token", token: "Token") -> bool:
    """Subject and object of one verb differ: in "it withdrew soldiers", soldiers are not "it"."""
    if candidate.doc is not token.doc:
        return False
    if token.dep_ == "poss":
        return token.head.i == candidate.i
    above = candidate.head.head if candidate.dep_ == "poss" else candidate.head
    return above.i == token.head.i


def _aside(noun: "Token") -> bool:
    """Whether what follows a noun stands between commas, so that the noun means one already named."""
    return noun.i + 1 < len(noun.doc) and noun.doc[noun.i + 1].text == ","


def _nearness(candidate: "Token", pronoun: "Token") -> tuple[bool, int, int]:
    """Least for the likeliest antecedent: the same part in its clause; the first subject, else the last."""
    is_object = pronoun.dep_ in {"dobj", "pobj"}
    names_body = is_object and pronoun.lower_ in _IT and bool(candidate.ent_type_)
    rank = _RANK[candidate.dep_]
    if is_object:
        rank = 3 if rank == 0 else rank - 1
    from_start = candidate.doc is not pronoun.doc and _RANK[candidate.dep_] == 0
    return names_body, rank, candidate.i if from_start else -candidate.i
