"""The words that take a happening for known: "its launch", "the raid", "when the ship sank", "had fled".

They tell it no further: who reads them is expected to know it from elsewhere in the article or in the news.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from dateline.extraction.grammar import TIMES, has_child, is_event_noun, is_verb, object_of, subject_of
from dateline.extraction.kinds import carried, deeds_of, predicate_of, tag_of
from dateline.extraction.lexicon import verb_tags, word_set
from dateline.extraction.participants import find_participants, find_places, names_of
from dateline.extraction.when.deeds import is_state, only_reports
from dateline.extraction.when.happenings import Happening
from dateline.extraction.when.intervals import shifted
from dateline.extraction.when.modality import kind_of
from dateline.extraction.when.reality import is_hypothetical, is_negated
from dateline.extraction.who.antecedents import antecedent
from dateline.extraction.wording.phrases import Wording
from dateline.model import Article, DatedPhrase, Mention, Participant, Passage

if TYPE_CHECKING:
    from dateline.parsing import Doc, Token

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OPEN = frozenset({"a", "an", "no", "any", "every", "each", "another", "some", "such"})
_TIMES = frozenset({"when", "after", "since", "before", "until", "while", "once", "as", "following"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_UNREAL = frozenset({"will", "would", "could", "may", "might", "to"})
# What opens a clause or a noun phrase of its own, whose words do not name what stands above it.
_OTHER = frozenset({"relcl", "advcl", "acl", "conj", "parataxis", "appos"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def find_references(
    doc: "Doc",
    article: Article,
    passage: Passage,
    phrases: Sequence[DatedPhrase],
    dated: Mapping[int, Happening],
    wording: Wording,
) -> Iterator[Mention]:
    """What a passage refers to, in the order of its words.

    Args:
        doc: the parsed passage.
        article: the one that it stands in.
        passage: as written.
        phrases: the dated phrases in it, with offsets into the article.
        dated: its happenings by the index of their heads.
        wording: of the article.

    Returns:
        Mentions without a title, the word of the deed first among their words; the date of one, where it has
        any, is that of the words or counted from them.
    """
    for head in _heads(doc, article.language):
        naming = _naming(head)
        date, dating = _date(head, naming, phrases, dated, article, passage)
        act = None if is_event_noun(head, article.language) else _verb_within(head, article.language)
        tag = verb_tags(article.language)[act] if act else tag_of(head, article.language)
        yield Mention(
            article=article.id,
            passage=passage,
            predicate=act or predicate_of(head, article.language),
            tags=(tag,) if tag else (),
            title="",
            participants=_parts(head, naming, wording),
            places=find_places(head, wording, set()),
            date=date,
            dated=dating,
            kind=kind_of(head, article.language),
            deeds=deeds_of(head, article.language),
            turn=_turn(head, article.language),
            words=content_words([head, *_meant(naming, wording)]),
        )


def _meant(naming: "Sequence[Token]", wording: Wording) -> "Iterator[Token]":
    """The words of a reference but those that say when, pronouns as what they stand for."""
    for token in naming:
        if token not in wording.dated:
            yield _stands_for(token, wording) if token.pos_ == "PRON" else token


def words_telling(head: "Token", wording: Wording) -> tuple[str, ...]:
    """The words that tell of a happening: those of its clause but what "and" adds to it."""
    return content_words(t for t in head.subtree if t not in wording.dated and not _is_added(t, head))


def content_words(tokens: "Iterable[Token]") -> tuple[str, ...]:
    """The words among some that mean something, in their plain form, each once."""
    said = (t for t in tokens if t.pos_ in _CONTENT and t.ent_type_ not in TIMES)
    return tuple(dict.fromkeys(t.lemma_.lower() for t in said))


def _heads(doc: "Doc", language: str) -> Iterator["Token"]:
    for token in doc:
        if token.pos_ == "NOUN" and (is_event_noun(token, language) or _is_act(token, language)):
            if token.ent_type_ not in TIMES and _is_known(token, language) and not _is_part(token, language):
                yield token
        elif is_verb(token) and _looks_back(token) and not (is_hypothetical(token) or is_negated(token)):
            told = not is_state(token, language) and not only_reports(token, language)
            if token.lemma_.lower() in word_set(language, "speech", "light"):
                told = told and carried(token, language) is not None
            if told and not has_child(token, "neg") and subject_of(token):
                yield token


def _is_known(noun: "Token", language: str) -> bool:
    """Whether a noun phrase takes what it names for known: definite, somebody's, or described."""
    lefts = [t for word in {noun, _whole(noun)} for t in word.lefts]
    if any(t.lemma_.lower() in word_set(language, "speech", "further") for t in lefts):
        return False  # "the further delay" is one more
    owners = [t for t in lefts if t.dep_ == "poss"]
    if any(t.lower_ in _OPEN for owner in owners for t in owner.lefts):
        return False  # "a developers’ conference"
    if owners:
        return True
    if any(t.lower_ in _OPEN for t in lefts):
        return False
    if noun.tag_ == "NNS" and not any(t.lower_ in _DEFINITE for t in lefts):
        return False  # "air strikes" are no strikes in particular
    return any(
        t.lower_ in _DEFINITE or t.ent_type_ in _NAMED or t.dep_ in {"amod", "compound"} for t in lefts
    )


def _is_act(noun: "Token", language: str) -> bool:
    """Whether a noun is a verb of the scheme with an ending: "the storming of the town"."""
    return noun.pos_ == "NOUN" and noun.lower_.endswith("ing") and _verb_within(noun, language) is not None


def _verb_within(noun: "Token", language: str) -> str | None:
    stem = noun.lower_[: -len("ing")]
    forms = (stem, f"{stem}e", stem[:-1] if stem[-2:-1] == stem[-1:] else "")
    return next((verb for verb in forms if verb in verb_tags(language)), None)


def _is_part(noun: "Token", language: str) -> bool:
    """Whether a noun only says which part of another happening is meant: "the beginning of the siege"."""
    tied = (object_of(c) for c in noun.children if c.dep_ == "prep" and c.lower_ == "of")
    return any(thing is not None and is_event_noun(thing, language) for thing in tied)


def _looks_back(verb: "Token") -> bool:
    """Whether a clause says when something was, or what had been: "after it sank", "had fled"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if helpers & _UNREAL:
        return False
    if "had" in helpers:
        return True
    opened = any(c.lower_ in _TIMES for c in verb.lefts if c.dep_ in {"mark", "advmod", "prep"})
    timed = verb.dep_ in {"advcl", "relcl", "acl"} and opened
    after = verb.dep_ == "pcomp" and verb.head.lower_ in _TIMES
    return verb.tag_ in {"VBD", "VBN", "VBG"} and (timed or after)


def _whole(noun: "Token") -> "Token":
    """The noun that an event noun completes: "beginning" of "the beginning of her leave"."""
    while noun.pos_ == "NOUN" and noun.dep_ == "pobj" and noun.head.lower_ == "of":
        if noun.head.head.pos_ != "NOUN":
            break
        noun = noun.head.head
    return noun


def _naming(head: "Token") -> "list[Token]":
    """The words that name it: its noun phrase, or its clause without others in it."""
    top = _whole(head)
    return [t for t in top.subtree if not _stands_apart(t, top)]


def _stands_apart(token: "Token", top: "Token") -> bool:
    while token.i != top.i:
        if token.dep_ in _OTHER:
            return True
        token = token.head
    return False


def _is_added(token: "Token", head: "Token") -> bool:
    while token.i != head.i:
        if token.dep_ == "conj" and token.head.i == head.i and is_verb(token):
            return True
        token = token.head
    return False


def _turn(head: "Token", language: str) -> Literal["earlier", "latest"] | None:
    """Whether the words set a happening off as one of before ("the first launch") or as the new one."""
    beside = {c.lemma_.lower() for c in head.children if c.dep_ in {"amod", "advmod"}}
    if beside & word_set(language, "speech", "earlier"):
        return "earlier"
    return "latest" if beside & word_set(language, "speech", "latest") else None


def _parts(head: "Token", naming: "Sequence[Token]", wording: Wording) -> tuple[Participant, ...]:
    """Who takes part by name, as far as the words or, for want of these, the clause around them tells."""
    found = {p.name: p for p in find_participants(head, wording) if p.named}
    for token in naming:
        if token.ent_type_ in _NAMED or token.dep_ == "poss":
            _take_in(token, found, wording)
    if not found and (holder := _holder(head)) is not None:
        _take_in(holder, found, wording)
    return tuple(found.values())


def _take_in(token: "Token", found: dict[str, Participant], wording: Wording) -> None:
    for name, kind in names_of(_stands_for(token, wording), wording):
        found.setdefault(name, Participant(name, "other", kind=kind))


def _stands_for(token: "Token", wording: Wording) -> "Token":
    """What a word stands for: "its" for whom it is said of."""
    whose = antecedent(token, wording.cast) if token.tag_ == "PRP$" else None
    return whose or wording.referent(token)


def _holder(noun: "Token") -> "Token | None":
    """Whose a happening is where its noun phrase does not say: "the chief underwent surgery"."""
    verb = next((t for t in _whole(noun).ancestors if is_verb(t)), None)
    found = subject_of(verb) if verb is not None else None
    return found.token if found else None


def _date(
    head: "Token",
    naming: "Sequence[Token]",
    phrases: Sequence[DatedPhrase],
    dated: Mapping[int, Happening],
    article: Article,
    passage: Passage,
) -> tuple[str | None, str | None]:
    """When it was, with the words that say so: its own, those in its noun phrase, or counted from others."""
    if head.i in dated:
        happening = dated[head.i]
        return happening.date, passage.text[slice(*happening.dated)]
    for phrase in phrases:
        start, end = phrase.start - passage.start, phrase.end - passage.start
        if phrase.edtf and any(start <= t.idx < end for t in naming):
            return phrase.edtf, passage.text[start:end]
    top = _whole(head)
    hinge = top.head if top.pos_ == "NOUN" else next((c for c in top.lefts if c.dep_ == "mark"), top.head)
    counted = next((p for p in phrases if p.end - passage.start == hinge.idx - 1), None)
    if counted is None or hinge.lower_ not in {"after", "since", "before"} or counted.type != "DURATION":
        return None, None
    since = next((dated[t.i].date for t in top.ancestors if t.i in dated), None)
    date = since or article.published
    sign = 1 if hinge.lower_ == "before" else -1
    found = shifted(date, counted.value, sign) if date else None
    if found is None:
        return None, None
    if counted.value.endswith("W"):  # who counts in weeks does not count the days
        around = (shifted(found, "P3D", step) for step in (-1, 1))
        return "/".join(f"{day}~" for day in around), counted.text
    return f"{found}~", counted.text
