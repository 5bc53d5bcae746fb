"""Whether a word may be what a pronoun or bare description stands for: its gender, number, kind and role."""

from typing import TYPE_CHECKING, NamedTuple

from dateline.extraction.grammar import SUBJECTS, is_event_noun, occurs
from dateline.extraction.lexicon import table_of, word_set
from dateline.extraction.quotation import in_quotes
from dateline.extraction.who.cast import Cast
from dateline.extraction.who.genders import Gender, words_for
from dateline.extraction.who.nations import country_groups, state_of

if TYPE_CHECKING:
    from dateline.parsing import Token

_AMOUNTS = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"})
_BODIES = frozenset({"ORG", "GPE", "NORP"})
GENDERS: dict[str, Gender] = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
IT, THEY = frozenset({"it", "its"}), frozenset({"they", "them", "their"})
# How nouns end that stand for people, and some that do not.
_PERSONAL = ("ist", "ician", "eer", "man", "woman")
_IMPERSONAL = frozenset({"list", "waist", "twist", "fist", "mist", "career", "beer", "deer", "peer"})
# Who speaks without being anybody of whom an article goes on to tell.
_NO_ONE = frozenset({"source", "report", "statement", "insider"})
_INSIDE = frozenset({"in", "at", "near", "outside", "from", "to"})
_WHERE = _INSIDE - {"to"} | {"off", "around", "over", "through", "across", "into"}
# What is done to those who can answer for something.
_BOUND = frozenset(
    {"order", "fine", "sue", "oblige", "urge", "instruct", "accuse", "ask", "invite", "punish"}
)
# What a person or a firm may be.
_OWNERS = frozenset({"owner", "tenant", "player", "victim", "neighbour", "neighbor"})
# What is done to the living only.
_LIVING = frozenset(
    {
        *("kill", "injure", "wound", "hurt", "arrest", "jail", "imprison", "hospitalise", "behead"),
        *("molest", "rape", "abduct", "kidnap", "murder", "torture", "marry"),
    }
)
# What a sentence is about: its subject, or a heading.
_TOPICS = frozenset({"nsubj", "nsubjpass", "ROOT"})

_STREETS = frozenset(
    {"street", "road", "avenue", "lane", "terrace", "square", "row", "drive", "crescent", "alley"}
)
# No firm has these in its name.
_PUBLIC = frozenset({"union", "ministry", "department", "court", "parliament", "police", "party", "army"})


class Wanted(NamedTuple):
    """What an antecedent must be."""

    kinds: frozenset[str]
    """Labels of names; "" for a common noun."""
    plural: bool = False
    gender: Gender | None = None
    noun: str = ""
    """The description that must fit it, with the words before: "minister" and {"finance"}."""
    before: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    aged: bool = False
    """Whether it is told from others by its age, so that nothing but another office speaks against it."""


def wanted_by(token: "Token", cast: Cast) -> Wanted | None:
    """What an antecedent of a word must be, None where the word stands for itself."""
    word = token.lower_
    if word == "her" and token.head.lemma_.lower() in word_set(cast.language, "persons", "of_ships"):
        return None  # "her bow" is a ship’s
    if word in GENDERS:
        return Wanted(frozenset({"PERSON"}), gender=GENDERS[word])
    if word in IT and token.dep_ == "poss":
        head = token.head.lemma_.lower()
        if head in word_set(cast.language, "persons", "of_states"):
            return Wanted(frozenset({"GPE"}))
        if head in word_set(cast.language, "persons", "of_bodies"):
            return Wanted(frozenset({"ORG"}))
        if head in word_set(cast.language, "persons", "titles"):
            return Wanted(_BODIES)  # a thing has no chief
    if word in IT:
        return Wanted(_BODIES | {""})
    if word in THEY:
        return Wanted(_BODIES | {"", "PERSON"}, plural=True)
    kind = table_of(cast.language, "persons")["bodies"].get(token.lemma_.lower())
    left = list(token.lefts)
    aged, age = is_aged(token), age_told(token)
    kind = "PERSON" if aged else kind
    if (
        not kind
        or (token.tag_ != "NN" and not aged)
        or not any(t.lower_ in {"the", "that", "this"} for t in left)
    ):
        return None
    left = [t for t in left if not is_aged(t)]
    if kind == "PERSON" and age and token.lemma_.lower() not in word_set(cast.language, "persons", "titles"):
        gender = words_for(cast.language, "nouns").get(token.lemma_.lower())
        return Wanted(frozenset({kind}), gender=gender, noun="" if aged else token.lemma_.lower(), aged=True)
    if any(t.dep_ in {"prep", "relcl", "acl", "appos", "advmod"} for t in token.rights) and not _is_aside(
        token
    ):
        return None
    if kind == "GPE" and any(t.dep_ in {"amod", "compound"} and not t.is_title for t in left):
        return None  # "the rice-growing country"
    if any(t.pos_ == "PROPN" for child in left for t in child.subtree):
        return None  # "the Leeds-based maker" is told from others by where it is
    if any(t.lower_ in {"dead", "missing", "unidentified", "injured", "wounded"} for t in left):
        return None  # "named the dead man as Ana Ruiz"
    before = frozenset(t.lower_ for t in left if t.dep_ in {"amod", "compound"} and not t.is_title)
    adjectives = frozenset(t.text for t in left if t.dep_ == "amod")
    gender = words_for(cast.language, "nouns").get(token.lemma_.lower())  # "the woman"
    return Wanted(frozenset({kind}), False, gender, token.lemma_.lower(), before, adjectives)


def is_aged(word: "Token") -> bool:
    """Whether a word says how old somebody is: "old" of "the 23-year-old"."""
    return word.lower_ == "old" and any(t.dep_ == "npadvmod" for t in word.lefts)


def age_told(noun: "Token") -> str:
    """How old somebody is who is told by that: "23" of "the 23-year-old", "the 23-year-old singer"."""
    old = next((t for t in (noun, *noun.lefts) if is_aged(t)), None)
    years = (t.text for t in old.subtree if t.i < old.i and t.text.isdigit()) if old is not None else iter(())
    return next(years, "")


def agrees(noun: "Token", wanted: Wanted) -> bool:
    """Whether a common noun has the number that is wanted."""
    return "" in wanted.kinds and (noun.tag_ == "NNS") == wanted.plural


def fits(candidate: "Token", wanted: Wanted, token: "Token", cast: Cast) -> bool:
    """Whether a word may be what another one stands for, by what that must be."""
    numbered = candidate.pos_ == "NUM" and any(t.pos_ == "PROPN" for t in candidate.lefts)  # "Airbus 380"
    if not numbered and (candidate.pos_ not in {"NOUN", "PROPN"} or candidate.ent_type_ in _AMOUNTS):
        return False
    if (name := cast.entity(candidate)) is not None and name.root.i != candidate.i:
        return False  # a word within a name: "Iran" of "Council of Iran"
    if any(t.lower_ in {"my", "our"} for t in candidate.lefts):
        return False  # "My father rowed folk over" is the speaker's
    label = cast.label(candidate)
    if wanted.kinds == {"PERSON"}:
        return _is_that_person(candidate, label, wanted, token, cast)
    beside = label == "GPE" and candidate.dep_ == "pobj" and candidate.head.lower_ in _WHERE
    if token.lower_ == "it" and candidate.doc is token.doc and beside:
        return False  # "controllers in Kesten managed to close it"
    if label not in wanted.kinds or (
        label == "NORP" and not wanted.plural and candidate.tag_ in {"NNS", "NNPS"}
    ):
        return False
    if not label:
        # A common noun is meant where its sentence is about it, where one deed follows another upon it, or
        # where a sentence ends on something new: "a resolution".
        follows = token.dep_ == "dobj" or (wanted.plural and token.dep_ in SUBJECTS)
        upon = {"dobj", "pobj"} if wanted.plural else {"dobj"}
        if candidate.lemma_.lower() in word_set(cast.language, "persons", "together") and not wanted.plural:
            return False
        if token.lower_ in IT and (_is_harmed(candidate) or _is_living(candidate, cast.language)):
            return False  # "a shunter was killed when its cars ran away": a shunter is no "it"
        if token.lower_ == "it" and _acts(token) and _is_inert(candidate, cast.language):
            return False
        if token.lower_ == "it" and occurs(token.head) and _is_body(candidate, cast.language):
            return False  # "it took place" is said of no council
        again = follows and candidate.dep_ in upon and candidate.doc is token.doc
        new = token.dep_ in {"dobj", "pobj"} and any(t.lower_ in {"a", "an"} for t in candidate.lefts)
        tells = candidate.lemma_.lower() in word_set(cast.language, "persons", "documents")
        if tells and token.lower_ == "it" and candidate.head in token.ancestors:
            return False  # a study tells of other things
        if _is_addressed(token, cast.language):  # "it was ordered to pay" is said of a body
            body = table_of(cast.language, "persons")["bodies"].get(candidate.lemma_.lower())
            return body == "ORG" and candidate.tag_ == "NN" and candidate.dep_ in _TOPICS | {"poss", "dobj"}
        about = candidate.dep_ in _TOPICS or again or new
        lives = token.dep_ == "dobj" and token.head.lemma_ in _LIVING
        if wanted.plural and (lives or _tells(token, cast.language)) and _is_mute(candidate, cast.language):
            return False
        many = candidate.tag_ == "NNS" or candidate.lower_ in word_set(cast.language, "persons", "plural")
        fits_number = many == wanted.plural
        return about and fits_number and (wanted.plural or not _is_person(candidate, cast))
    if wanted.plural:
        joined = any(t.dep_ == "conj" and cast.label(t) == label for t in candidate.children)
        several = joined if label in {"PERSON", "GPE"} else candidate.dep_ in SUBJECTS
        return several and (token.dep_ not in {"dobj", "pobj"} or joined)
    return _is_that_body(candidate, wanted, cast)


def _is_harmed(noun: "Token") -> bool:
    """Whether something is done to what a noun stands for that is only done to the living."""
    return noun.dep_ == "nsubjpass" and noun.head.lemma_ in _LIVING


def _is_living(noun: "Token", language: str) -> bool:
    return is_anybody(noun, language) and noun.lemma_.lower() not in _OWNERS


def _acts(token: "Token") -> bool:
    """Whether a word does something to something else."""
    return token.dep_ == "nsubj" and any(t.dep_ == "dobj" for t in token.head.rights)


def _is_body(noun: "Token", language: str) -> bool:
    lemma = noun.lemma_.lower()
    public = lemma in word_set(language, "persons", "public")
    return public or lemma in table_of(language, "persons")["bodies"]


def _is_inert(noun: "Token", language: str) -> bool:
    return noun.lemma_.lower() in word_set(language, "persons", "inert")


def _is_that_person(candidate: "Token", label: str, wanted: Wanted, token: "Token", cast: Cast) -> bool:
    noun = candidate.lemma_.lower()
    if not label:
        gender = words_for(cast.language, "nouns").get(noun)
        new = candidate.dep_ == "dobj" or not any(t.lower_ == "the" for t in candidate.lefts)
        known = gender is not None and gender == wanted.gender and new  # "freed a boy"
        same = noun == wanted.noun if wanted.noun else candidate.dep_ in _TOPICS or known
        return (
            same
            and candidate.tag_ in {"NN", "NNP"}
            and _is_someone(candidate, cast)
            and gender in {None, wanted.gender}
            and (in_quotes(token) or not in_quotes(candidate))  # whom a speaker or a song tells of
        )
    if label != "PERSON" or (wanted.gender and cast.gender(candidate) not in {None, wanted.gender}):
        return False
    if wanted.gender and cast.gender(candidate) is None and not cast.is_called(candidate, wanted.gender):
        return False  # who was "she" before
    if wanted.aged and wanted.noun:
        bodies = table_of(cast.language, "persons")["bodies"]
        offices = {role for role in cast.roles(candidate) if bodies.get(role) == "PERSON"}
        return not offices or wanted.noun in offices
    anybody = not wanted.noun or wanted.noun in word_set(cast.language, "persons", "anybody")
    return anybody or {wanted.noun, *wanted.before} <= cast.roles(candidate)


def _is_that_body(candidate: "Token", wanted: Wanted, cast: Cast) -> bool:
    """Whether a body or place may be called by the bare description that is wanted."""
    state = wanted.noun in word_set(cast.language, "persons", "states")
    if state and not cast.is_country(candidate) and candidate.head.lower_ in _INSIDE:
        return False  # "in Kesten" names a town rather than "the country"
    if state and not cast.story.is_country(candidate):
        return False
    if wanted.noun == "capital" and not wanted.adjectives and "capital" not in cast.roles(candidate):
        return False  # "the Norvian capital" says of which state
    town = wanted.noun in word_set(cast.language, "persons", "towns")
    if town and (cast.is_country(candidate) or not cast.story.is_town(candidate)):
        return False
    last = cast.name(candidate).rpartition(" ")[2].lower()
    business = wanted.noun in word_set(cast.language, "persons", "companies")
    first = cast.name(candidate).partition(" ")[0].lower()
    words = set(cast.name(candidate).lower().split()) & _PUBLIC
    called = {last, first, *(t.lower_ for t in candidate.rights if t.dep_ == "appos")}
    if wanted.kinds == {"ORG"} and last in _STREETS:
        return False
    if business and words:
        return False
    if business and called & word_set(cast.language, "persons", "public"):
        return False  # no council is "the company", nor is "Norvia, the union"
    nations = {a: of for a in wanted.adjectives if (of := state_of(a, cast.language))}
    shown = cast.roles(candidate)
    if wanted.kinds == {"ORG"} and any(
        not shown & {a.lower(), country.lower()} for a, country in nations.items()
    ):
        return False  # "the Norvian company" is one that is said to be of there
    if wanted.before and not wanted.before <= cast.roles(candidate):
        return False  # "the telephone company" is one that is called so
    particular = wanted.noun in word_set(cast.language, "persons", "particular")
    if particular and not any(role.startswith(wanted.noun) for role in cast.roles(candidate)):
        return False
    groups = country_groups(cast.language)
    regional = {a for a in wanted.adjectives if any(a in g for g in groups.values())}
    return not regional or regional <= groups.get(cast.long_name(cast.name(candidate)), frozenset())


def _is_person(noun: "Token", cast: Cast) -> bool:
    """Whether a common noun means a person by itself, or by the name beside it."""
    beside = any(t.dep_ == "appos" and t.ent_type_ == "PERSON" for t in noun.children)
    return beside or means_person(noun, cast.language)


def means_person(noun: "Token", language: str) -> bool:
    """Whether a common noun means a person by itself and nothing else: "the minister", "the man"."""
    lemma = noun.lemma_.lower()
    kind = table_of(language, "persons")["bodies"].get(lemma)
    listed = lemma in words_for(language, "nouns") or lemma in word_set(language, "persons", "titles")
    return kind == "PERSON" or listed


def is_anybody(noun: "Token", language: str) -> bool:
    """Whether a common noun stands for one person: "a physiotherapist", "the guard"."""
    if noun.pos_ != "NOUN" or noun.tag_ != "NN" or noun.dep_ in {"compound", "nmod"}:
        return False
    ends = noun.lower_.endswith(_PERSONAL) and noun.lower_ not in _IMPERSONAL
    return ends or noun.lower_ in word_set(language, "persons", "people")


def _is_someone(noun: "Token", cast: Cast) -> bool:
    """Whether a common noun means a person: by itself, or because it speaks ("a cleric said")."""
    speaks = noun.dep_ == "nsubj" and noun.head.lemma_ in word_set(cast.language, "speech", "report")
    if noun.lemma_ in _NO_ONE:
        return False
    if noun.lemma_.lower().endswith(tuple(word_set(cast.language, "persons", "office_endings"))):
        return _is_person(noun, cast)  # "the registry said"
    no_body = noun.lemma_.lower() not in table_of(cast.language, "persons")["bodies"]
    no_outlet = noun.lower_ not in word_set(cast.language, "persons", "media")
    no_office = noun.lower_ not in word_set(cast.language, "persons", "public", "unsexed")
    return (
        _is_person(noun, cast)
        or is_anybody(noun, cast.language)
        or (speaks and no_body and no_outlet and no_office)
    )


def _tells(token: "Token", language: str) -> bool:
    """Whether a word is who says something."""
    verb = token.head.lemma_
    return token.dep_ == "nsubj" and any(verb in word_set(language, "speech", g) for g in ("report", "act"))


def _is_addressed(token: "Token", language: str) -> bool:
    """Whether "it" is told or made to do something, or punished: "it was fined"."""
    to_do = token.head.lemma_ in _BOUND or token.head.lemma_ in word_set(language, "speech", "addressed")
    return token.lower_ == "it" and token.dep_ == "nsubjpass" and to_do


def has_nothing(noun: "Token", language: str) -> bool:
    """Whether a noun stands for a document or a happening, of which a title does not say what it has."""
    listed = noun.lemma_.lower() in word_set(language, "persons", "documents", "inert")
    return noun.pos_ == "NOUN" and (listed or is_event_noun(noun, language))


def _is_mute(noun: "Token", language: str) -> bool:
    """Whether a noun stands for nobody who could speak: "the allegations"."""
    return noun.lemma_.lower().endswith(tuple(word_set(language, "persons", "mute_endings")))


def _is_aside(noun: "Token") -> bool:
    """Whether what follows a noun stands between commas, so that the noun means one already named."""
    return noun.i + 1 < len(noun.doc) and noun.doc[noun.i + 1].text == ","
