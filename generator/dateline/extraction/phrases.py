"""A noun in the parse to the words a headline would use for it: names in full, no articles, nothing beside the point."""

import re
from typing import TYPE_CHECKING

from dateline.extraction.cast import Cast
from dateline.extraction.lexicon import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE = frozenset({"amod", "compound", "nummod", "quantmod", "nmod", "poss", "advmod", "case", "punct", "neg", "npadvmod", "det", "predet"})
_ARTICLES = frozenset({"a", "an", "the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my", "your"})
_POSSESSIVES = frozenset({"its", "their", "his", "her"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_QUOTES = re.compile(r"[\"“”„«»]|(?<!\w)['‘’]|['‘’](?!\w)")
_TYING = frozenset({"of", "on", "against", "for", "to", "with", "between", "in", "from", "over", "into", "at", "near", "by"})


def noun_phrase(token: "Token", cast: Cast, *, after: bool = True, subject: "Token | None" = None) -> str | None:
    """The short form of the noun phrase that a token heads.

    Args:
        token: its head: a noun, a name or a pronoun.
        cast: the names of the article.
        after: whether to keep what follows the head ("end of its mission in Iraq" or "end").
        subject: the subject of the clause it stands in; "its" is left alone where it means that.

    Returns:
        None for a pronoun that stands for nobody known.
    """
    core = _core(token, cast, after=after, subject=subject)
    if core is None:
        return None
    joined = [core]
    for other in token.conjuncts if token.dep_ != "conj" else ():
        if other.pos_ in {"NOUN", "PROPN"} and other.i > token.i and (text := _core(other, cast, after=after, subject=subject)):
            joined.append(text)
    return joined[0] if len(joined) == 1 else f"{', '.join(joined[:-1])} and {joined[-1]}"


def referent(token: "Token", cast: Cast) -> "Token":
    """The word that says who is meant: the antecedent of a pronoun, the name that stands beside a description."""
    seen = set()
    while token.i not in seen or token.doc is not None:
        seen.add(token.i)
        step = _step(token, cast)
        if step is None or len(seen) > 8:
            return token
        token = step
    return token


def _step(token: "Token", cast: Cast) -> "Token | None":
    if token.lower_ in _RELATIVE and token.tag_ in {"WP", "WDT"}:
        clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
        return clause.head if clause is not None else None
    if token.pos_ == "NOUN":
        named = next((t for t in token.children if t.dep_ == "appos" and t.ent_type_ == "PERSON"), None)
        if named is not None:
            return named
    if token.lower_ in _PRONOUNS or token.pos_ == "NOUN":
        return cast.antecedent(token)
    return None


def is_plural(token: "Token", language: str) -> bool:
    """Whether a noun takes a plural verb: "troops withdraw", "the United States withdraws"."""
    if any(t.dep_ == "conj" and t.pos_ in {"NOUN", "PROPN"} for t in token.children) and any(
        t.lower_ in {"and", "&"} for t in token.children
    ):
        return True
    if token.tag_ == "NNPS":
        return token.ent_type_ not in {"GPE", "ORG"}
    return token.tag_ == "NNS" or token.lower_ in word_set(language, "persons", "plural")


def _core(token: "Token", cast: Cast, *, after: bool, subject: "Token | None") -> str | None:
    token = referent(token, cast)
    if token.pos_ == "PRON" or token.tag_ in {"PRP", "WP", "WDT", "EX"}:
        return None
    if token.ent_type_ == "PERSON":
        return cast.name(token)
    words = [*_left(token, cast, subject), _bare(token)]
    text = "".join(words).strip()
    if after:
        for prep in token.rights:
            if prep.dep_ == "prep" and prep.lower_ in _TYING and (tail := _tail(prep, cast, subject)):
                text = f"{text} {tail}"
    return _tidy(text) or None


def _left(token: "Token", cast: Cast, subject: "Token | None") -> list[str]:
    words: list[str] = []
    for child in token.lefts:
        if child.dep_ not in _BEFORE or child.ent_type_ in {"DATE", "TIME"} and child.dep_ != "poss":
            continue
        if child.dep_ == "poss":
            words.append(_possessor(child, cast, subject))
        else:
            words.extend(
                t.text_with_ws for t in child.subtree if t.lower_ not in _ARTICLES and not (t.is_punct and t.text not in "-,")
            )
    return words


def _possessor(token: "Token", cast: Cast, subject: "Token | None") -> str:
    if token.lower_ in _POSSESSIVES:
        meant = cast.antecedent(token)
        if meant is None or subject is not None and _same(meant, subject, cast):
            return f"{token.lower_} " if subject is not None else ""
        text = cast.name(meant) if meant.ent_type_ else None
        return f"{text}’s " if text else f"{token.lower_} "
    if token.tag_ == "PRP$":
        return ""
    name = _core(token, cast, after=False, subject=subject)
    return f"{name}’{'' if name.endswith('s') and token.tag_ == 'NNS' else 's'} " if name else ""


def _same(one: "Token", other: "Token", cast: Cast) -> bool:
    other = referent(other, cast)
    return one == other or cast.name(one) == cast.name(other)


def _tail(prep: "Token", cast: Cast, subject: "Token | None") -> str | None:
    thing = next((t for t in prep.children if t.dep_ == "pobj"), None)
    if thing is None or any(t.ent_type_ in {"DATE", "TIME"} for t in (thing,)):
        return None
    text = noun_phrase(thing, cast, subject=subject)
    return f"{prep.lower_} {text}" if text else None


def _bare(token: "Token") -> str:
    return token.text


def _tidy(text: str) -> str:
    text = _QUOTES.sub("", text.replace("\n", " "))
    text = re.sub(r"\s+", " ", text)
    return re.sub(r"\s+([,.;:’'])", r"\1", text).strip(" ,;:-–—")
