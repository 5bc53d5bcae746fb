"""An article to its mentions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.dates import find_dates
from dateline.extraction.cast import Cast
from dateline.extraction.happenings import Happening, find_happenings, tag_of
from dateline.extraction.modality import kind_of
from dateline.extraction.parsing import parse
from dateline.extraction.passages import split_passages
from dateline.extraction.phrases import noun_phrase, referent
from dateline.extraction.speakers import inherited, speaker_of
from dateline.extraction.titles import agent_of, roles_of, subject_of, title
from dateline.model import Article, Mention, Participant, Passage, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_LEAD = 2


def find_mentions(article: Article) -> list[Mention]:
    """The dated happenings that an article tells, in text order.

    Args:
        article: its offsets, language and date of publication are what the dates are read against.

    Raises:
        DatelineError: no language model is installed for the article's language.
    """
    passages = split_passages(article.text, article.language)
    phrases = find_dates(article.text, article.published, article.language)
    if not any(phrase.edtf for phrase in phrases):
        return []
    docs = list(parse((p.text for p in passages), article.language))
    cast = Cast(docs, article.language)
    mentions = []
    for at, (passage, doc) in enumerate(zip(passages, docs, strict=True)):
        within = [p for p in phrases if passage.start <= p.start < passage.end]
        happenings = find_happenings(doc, within, passage.start, leads=at < _LEAD, language=article.language)
        for happening in happenings:
            if mention := _mention(happening, article, passage, docs, at, cast):
                mentions.append(mention)
    return mentions


def _mention(
    happening: Happening, article: Article, passage: Passage, docs: "Sequence[Doc]", at: int, cast: Cast
) -> Mention | None:
    head, language = happening.head, article.language
    headline = title(head, cast, language)
    if headline is None:
        return None
    speaker = speaker_of(head, cast, language) or inherited(docs, at, cast, language)
    tag = tag_of(head, language)
    participants = _participants(head, cast, language)
    return Mention(
        article=article.id,
        passage=passage,
        predicate=head.lemma_.lower(),
        tags=(tag,) if tag else (),
        title=headline,
        participants=participants,
        places=_places(head, cast, {p.name for p in participants if p.role == "agent"}),
        date=happening.date,
        dated=passage.text[happening.dated[0] : happening.dated[1]],
        kind=kind_of(head, language),
        speaker=Speaker(speaker) if speaker else None,
    )


def _participants(head: "Token", cast: Cast, language: str) -> tuple[Participant, ...]:
    agents, patients, others = _roles(head, cast, language)
    found: dict[str, Participant] = {}
    for role, tokens in (("agent", agents), ("patient", patients), ("other", others)):
        for token in tokens:
            for each in (token, *token.conjuncts):
                meant = referent(each, cast)
                names = _names(meant, cast)
                if not names and (text := noun_phrase(meant, cast, after=False)):
                    found.setdefault(text, Participant(text, role, named=False))  # type: ignore[arg-type]
                for name in names:
                    found.setdefault(name, Participant(name, role))  # type: ignore[arg-type]
    return tuple(found.values())


def _roles(head: "Token", cast: Cast, language: str) -> "tuple[list[Token], list[Token], list[Token]]":
    others = [
        thing
        for prep in head.children
        if prep.dep_ == "prep" and prep.lower_ in {"with", "against", "between", "on", "to"}
        for thing in prep.children
        if thing.dep_ == "pobj" and thing.ent_type_ in {"PERSON", "ORG", "NORP"}
    ]
    if head.pos_ == "NOUN":
        doer, done = roles_of(head, cast, language)
        above = next((t for t in head.ancestors if t.pos_ in {"VERB", "AUX"}), None)
        if doer is None and others and above is not None and (found := subject_of(above)) and not found[1]:
            doer = found[0]
        return [t for t in (doer,) if t is not None], [t for t in (done,) if t is not None], others
    agents, patients = [], [c for c in head.children if c.dep_ in {"dobj", "dative"} and c.pos_ != "ADP"]
    if found := subject_of(head):
        (patients if found[1] else agents).append(found[0])
    if (agent := agent_of(head)) is not None:
        agents.append(agent)
    return agents, patients, others


def _names(token: "Token", cast: Cast) -> list[str]:
    """The names in the core of a noun phrase: its head's, or one that stands before it ("PMF militias")."""
    if token.ent_type_ in _ACTORS:
        return [cast.long_name(cast.name(token))]
    return [
        cast.long_name(cast.name(c))
        for c in token.lefts
        if c.dep_ in {"compound", "nmod"} and c.ent_type_ in {"ORG", "PERSON", "GPE"}
    ]


def _places(head: "Token", cast: Cast, agents: set[str]) -> tuple[str, ...]:
    """Where it happened, as far as the clause says: its places, those who act apart."""
    names: dict[str, None] = {}
    for token in head.subtree:
        if token.ent_type_ in _PLACES and token.dep_ in {"pobj", "dobj", "conj", "poss", "appos"} and _same_clause(token, head):
            name = cast.long_name(cast.name(token))
            if name not in agents:
                names.setdefault(name)
    return tuple(names)


def _same_clause(token: "Token", head: "Token") -> bool:
    for above in token.ancestors:
        if above.i == head.i:
            return True
        if above.pos_ in {"VERB", "AUX"}:
            return False
    return False
