"""Where or whose something is that a sentence leaves to its article: "rebels in Norvia take up arms"."""

from typing import TYPE_CHECKING, NamedTuple

from dateline.extraction.grammar import DESCRIBING
from dateline.extraction.lexicon import word_set
from dateline.extraction.wording.nouns import genitive
from dateline.extraction.wording.phrases import Wording
from dateline.extraction.wording.prepositions import says_when

if TYPE_CHECKING:
    from dateline.parsing import Token

_PLACES = frozenset({"GPE", "NORP", "LOC", "FAC"})
_FAREWELLS = frozenset({"funeral", "memorial", "burial", "requiem", "wake", "vigil"})
# "Industrial output", "retail sales" are a country’s.
_OF_A_COUNTRY = frozenset({"industrial", "retail", "consumer", "agricultural", "national", "factory"})
_OWNED = frozenset({"poss", "nummod"})
_INDEFINITE = frozenset(
    {"a", "an", "another", "no", "some", "any", "many", "several", "few", "other", "both", "either"}
)


class Context(NamedTuple):
    """What a title says of its subject beyond its sentence: before it or behind it."""

    before: str = ""
    behind: str = ""


def is_nameless(told: str) -> bool:
    """Whether a title names nobody and nothing, and so could be of anywhere."""
    return not any(letter.isupper() for letter in told)


def context_of(subject: "Token", told: str, wording: Wording) -> Context | None:
    """Whose the subject of a title is, or where: "Norvia’s board", "rebels in Norvia".

    A board or plant is that of the body which the article is about; a president, an army or an economy is
    that of the country of which it tells, unless the title names somebody or the sentence speaks of another.

    Args:
        subject: of the happening.
        told: its title without that.
        wording: of its article.
    """
    noun = wording.referent(subject)
    if noun.pos_ not in {"NOUN", "NUM"}:
        return None
    words = {t.lemma_.lower() for t in (noun, *noun.lefts) if t == noun or t.dep_ in DESCRIBING}
    owned = any(t.dep_ in _OWNED or t.lower_ in _INDEFINITE for t in noun.lefts)
    tied = any(t.dep_ == "prep" and not says_when(t) for t in noun.rights)
    if not owned and (owner := _owner(noun, words, told, wording, tied=tied)):
        return Context(before=f"{genitive(owner)} ")
    mourned = wording.cast.story.mourned
    if mourned and not owned and not tied and words & _FAREWELLS and mourned not in told:
        return Context(behind=f" for {mourned}")
    place = wording.cast.story.place
    counted = any(t.dep_ == "nummod" for t in noun.lefts) and words & word_set(
        wording.language, "persons", "numbered"
    )
    national = counted or words & word_set(wording.language, "persons", "national")
    tied = any(t.dep_ == "prep" and t.lower_ != "of" for t in noun.rights)
    if place is None or tied or not national or not is_nameless(told):
        return None
    elsewhere = any(_is_elsewhere(t, place, wording) for t in subject.doc)
    return None if elsewhere else Context(behind=f" in {wording.cast.brief_name(place)}")


def _owner(noun: "Token", words: set[str], told: str, wording: Wording, *, tied: bool) -> str | None:
    """Whose something is: a firm's board or profit, a country's president."""
    body, place = wording.cast.story.firm, wording.cast.story.place
    named = tied or any(t.pos_ == "PROPN" for t in noun.subtree)
    named = named or bool(words & _OF_A_COUNTRY)
    if body is not None and not named and words & word_set(wording.language, "persons", "corporate"):
        firm = wording.cast.name(body)
        return None if firm in told else firm
    rules = is_nameless(told) and words & word_set(wording.language, "persons", "rulers")
    return wording.cast.brief_name(place) if rules and place and wording.cast.country_called(place) else None


def _is_elsewhere(name: "Token", place: str, wording: Wording) -> bool:
    """Whether a word names another place than that, or another country where that is one."""
    if name.ent_type_ not in _PLACES:
        return False
    country = wording.cast.country_of(name)
    if wording.cast.country_called(place):
        return country not in {None, place}
    return country is not None or wording.cast.name(name) != place
