"""A bare description ("the store") to the fuller one of the same thing earlier in its article."""

from typing import TYPE_CHECKING

from dateline.extraction.grammar import DESCRIBING
from dateline.extraction.lexicon import table_of, word_set
from dateline.extraction.who.cast import Cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.parsing import Doc, Token

_POINTS = frozenset({"the", "this", "that", "these", "those"})
_WHERE = frozenset({"over", "between", "in", "at", "near", "across", "on", "off", "to"})
_NAMED = frozenset({"ORG", "FAC"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "ORG", "NORP"})
# What is so called is another than the one before.
_CONTRASTING = frozenset(
    {
        *("several", "some", "few", "dozen"),
        *("another", "other", "first", "second", "third", "last", "next", "new", "old", "former", "previous"),
        *("neighbouring", "neighboring", "nearby", "adjacent", "distant", "opposite"),
        *("earlier", "later", "such", "similar", "same", "different", "many", "own", "further", "rival"),
    }
)


def fuller(token: "Token", cast: Cast) -> "Token | None":
    """The nearest earlier naming of the same thing that says more: "the iTunes store" for "the store".

    None where the word is described itself, or is one that means many things of one article.
    """
    if token.pos_ != "NOUN":
        return None
    if not _is_bare(token):
        return _chief_body(token, cast) if _is_based(token) or _is_in_trade(token, cast) else None
    if token.lemma_.lower() in word_set(cast.language, "health", "ill"):
        return cast.story.illness
    if (found := _described_before(token, cast)) is not None or _is_many(token):
        return found
    return _first_named(token, cast) or _chief_body(token, cast) or _of_its_kind(token, cast)


def _of_its_kind(token: "Token", cast: Cast) -> "Token | None":
    """The one thing of a kind that an article has described before: "the coal freighter" for "the vessel"."""
    kinds = table_of(cast.language, "persons")["kinds_of"].get(token.lemma_.lower(), ())
    found: Token | None = None
    for doc, before in _back(token, cast) if kinds and not _is_many(token) else ():
        for word in reversed(doc[:before]):
            if word.lemma_.lower() not in kinds or _is_within(word):
                continue
            if _is_many(word) or not (_says_more(word, cast) or _is_bare(word)):
                return None  # others are told of
            if found is None and _says_more(word, cast):
                found = word
            elif found is not None and _described(word) and _described(word) != _described(found):
                return None
    return found


def _described_before(token: "Token", cast: Cast) -> "Token | None":
    general, lemma = _is_general(token, cast.language), token.lemma_.lower()
    for doc, before in _back(token, cast):
        for word in reversed(doc[:before]):
            if word.lemma_.lower() != lemma or _is_bare(word) or _is_within(word):
                continue
            named = word.pos_ == "PROPN" and word.ent_type_ in {"ORG", ""}
            if general and not (named or _is_the_one(word, cast.language)):
                continue  # but "the society" for "the Royal Botanical Society" or "the learned society"
            if _is_many(word) == _is_many(token) or _is_of_many(word):
                if _says_more(word, cast):
                    return None if _is_one_of_two(word, cast) else word
                if not _is_first_told(word):
                    return None
    return None


def _is_one_of_two(word: "Token", cast: Cast) -> bool:
    """Whether a sentence tells two of a kind apart: "the rail regulator and the energy regulator"."""
    alike = (t for t in word.doc if t.lemma_ == word.lemma_ and t != word and t.tag_ == word.tag_)
    return any(_says_more(t, cast) and _described(t) != _described(word) for t in alike)


def _described(word: "Token") -> set[str]:
    return {t.lower_ for t in word.lefts if t.dep_ in DESCRIBING}


def _first_named(token: "Token", cast: Cast) -> "Token | None":
    """What an article names first, of all that it calls so: "the zoo" for "Kesten Zoo"."""
    first = cast.first_called(token.lemma_.lower())
    entity = cast.entity(first) if first is not None else None
    if first is None or entity is None or len(entity) == 1 or entity[-1] != first:
        return None
    told = entity.label_ in _NAMED and len(cast.ending(first)) == 1 and entity.root == first
    return first if told and not cast.is_before(token, first) else None


def _is_based(noun: "Token") -> bool:
    """Whether nothing but where it sits tells a firm from its like: "the Kesten-based group"."""
    lefts = [t for t in noun.lefts if t.tag_ != "DT"]
    the = any(t.lower_ == "the" for t in noun.lefts)
    return the and [t.lower_ for t in lefts] == ["based"] and not any(True for _ in noun.rights)


def _is_in_trade(noun: "Token", cast: Cast) -> bool:
    """Whether a firm is told by its trade, and only the chief one is in it: "the car company"."""
    trade = [t for t in noun.lefts if t.tag_ != "DT"]
    the = any(t.lower_ == "the" for t in noun.lefts)
    if not the or len(trade) != 1 or trade[0].tag_ != "NN" or trade[0].dep_ != "compound" or any(noun.rights):
        return False
    if noun.lemma_.lower() not in word_set(cast.language, "persons", "companies"):
        return False
    firms = (e.root for e in cast.entities if cast.label(e.root) == "ORG")
    chief = cast.story.firm
    others = (f for f in firms if chief is not None and cast.name(f) != cast.name(chief))
    return not any(trade[0].lower_ in cast.roles(firm) for firm in others)


def _chief_body(token: "Token", cast: Cast) -> "Token | None":
    """The body that an article is about, for "the charity": named at its head and more than any other."""
    lemma = token.lemma_.lower()
    business = lemma in word_set(cast.language, "persons", "companies")
    if not business and lemma not in word_set(cast.language, "persons", "associations"):
        return None
    chief = cast.story.firm
    if chief is None or cast.is_before(token, chief):
        return None
    public = business and word_set(cast.language, "persons", "public") & set(cast.name(chief).lower().split())
    return None if public else chief  # no union is "the company"


def _is_the_one(word: "Token", language: str) -> bool:
    """Whether a body that has no name is told from others by what describes it: "the central bank"."""
    lemma = word.lemma_.lower()
    body = table_of(language, "persons")["bodies"].get(lemma) == "ORG" and lemma not in word_set(
        language, "persons", "companies"
    )
    definite = any(t.lower_ == "the" or (t.dep_ == "poss" and t.ent_type_ == "GPE") for t in word.lefts)
    return word.pos_ == "NOUN" and body and definite and lemma != "group"


def _back(token: "Token", cast: Cast) -> "Iterator[tuple[Doc, int]]":
    yield token.doc, token.i
    for doc in (*cast.before(token), *cast.opening(token)):
        yield doc, len(doc)


def _is_within(word: "Token") -> bool:
    """Whether a noun only describes another: the "store" of "a department store chain"."""
    return word.dep_ in {"compound", "nmod"} and word.pos_ == "NOUN" and word.head.pos_ == "NOUN"


def _is_many(noun: "Token") -> bool:
    return noun.tag_ in {"NNS", "NNPS"}


def _is_of_many(noun: "Token") -> bool:
    """Whether one thing is one of many: after "an inspection of all ferries" there are "the inspections"."""
    of = next((t for t in noun.rights if t.lower_ == "of"), None)
    return of is not None and any(t.tag_ in {"NNS", "NNPS"} for t in of.children)


def _is_bare(noun: "Token") -> bool:
    lefts = [t.lower_ for t in noun.lefts]
    return (
        len(lefts) == 1
        and lefts[0] in _POINTS
        and all(t.lower_ in {"itself", "themselves"} or _is_beside_point(t) for t in noun.rights)
    )


def _is_beside_point(word: "Token") -> bool:
    """Whether words behind a noun do not tell which one is meant: "the dam, completed in 2011,"."""
    edge = word.left_edge.i
    apart = word.dep_ in {"acl", "relcl", "amod"} and edge > 0 and word.doc[edge - 1].text in {",", "–", "—"}
    return apart or word.dep_ == "punct"


def _is_general(noun: "Token", language: str) -> bool:
    """Whether a noun is told from its like by other means, or stands for whoever has that office."""
    lemma = noun.lemma_.lower()
    return (
        lemma in table_of(language, "persons")["bodies"]
        or lemma in word_set(language, "persons", "titles")
        or lemma in word_set(language, "persons", "plural")
        or lemma in word_set(language, "speech", "vague")
        or noun.ent_type_ in {"DATE", "TIME"}
    )


def _says_more(word: "Token", cast: Cast) -> bool:
    if word.pos_ == "PROPN":
        definite = any(t.lower_ == "the" for t in word.lefts)
        return definite and any(t.dep_ in DESCRIBING for t in word.lefts)
    left = [
        t for t in word.lefts if t.dep_ in DESCRIBING or (t.dep_ == "poss" and cast.entity(t) is not None)
    ]
    contrasts = any(t.lower_ in _CONTRASTING or t.tag_ in {"JJS", "PRP$", "CD"} for t in word.lefts)
    of = any(t.dep_ == "prep" and (t.lower_ == "of" or _is_by_name(t, cast)) for t in word.rights)
    return word.pos_ == "NOUN" and not contrasts and (bool(left) or of)


def _is_by_name(prep: "Token", cast: Cast) -> bool:
    """Whether a preposition says by a name where or what something is: "a bridge over the Orla"."""
    thing = next((t for t in prep.children if t.dep_ == "pobj"), None)
    return thing is not None and prep.lower_ in _WHERE and cast.label(thing) in _PLACES


def _is_first_told(noun: "Token") -> bool:
    """Whether a noun is told of without more, "a bridge", so that what came before may still be meant."""
    return all(t.dep_ == "det" for t in noun.lefts) and not any(t.dep_ == "prep" for t in noun.rights)
