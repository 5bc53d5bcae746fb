"""The headline of an article as the title of what its opening tells: somebody has worded that already.

It is taken where a passage of the opening has most of its words and tells the same deed, and where it can
stand without its article: as no question, label or quotation, and with no date.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.dates import read_dates
from dateline.extraction.lexicon import word_set
from dateline.extraction.wording.fitting import LONGEST
from dateline.extraction.wording.titles import DENYING
from dateline.model import Article, Mention, Passage

if TYPE_CHECKING:
    from dateline.parsing import Doc, Token

# The news of an article stands within so many characters.
_OPENING = 400
# Fewer words are a label.
_SHORTEST = 4
# Who says so, at the end: ", police say".
_ATTRIBUTED = re.compile(r",\s(?:[\w’'.-]+\s){1,4}says?$")
# A question, a label, a list, a quotation, an aside, a letter that was lost.
_MARKED = re.compile(
    r"[?!:;|…()\[\]\"“”‘*@#\ufffd\\/<>~=]|\s[-–—]|[-–—]\s|\.\.|(?<!\w)['’]|['’](?=\s|$)(?<!s['’])"
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_NAME_INSIDE = re.compile(r"(?<=[a-z,] )[^\W\d_a-z][\w’'-]*")
# From this share on of words with a capital, a headline has one on every word but the small ones.
_EVERY_WORD, _SMALL = 0.6, 3
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_LIGHT = frozenset({"be", "have", "do", "get", "say", "tell", "new", "amid", "over", "after"})
# So much of a headline must stand in the passage, more where its verb does not; and so alike must it be to
# the title made of that: twice what both have by what either has (Dice 1945).
_COVER, _COVER_OF_OTHER, _ALIKE = 0.6, 0.7, 0.4
# Words that share so many first letters are forms of one: "Norvia", "Norvian".
_STEM = 5


def plain_headline(article: Article) -> str | None:
    """The headline of an article as a sentence without its stop, None where it cannot be an event’s title.

    Args:
        article: its text tells which words of the headline are names.
    """
    said = _ATTRIBUTED.sub("", " ".join(article.title.split())).rstrip(".")
    words = said.lower().split()
    if _MARKED.search(said) or len(said) > LONGEST or len(words) < _SHORTEST or said.isupper():
        return None
    labels = word_set(article.language, "speech", "labelling")
    if words[0] in labels or word_set(article.language, "speech", "addressing") & set(words):
        return None
    if any(phrase.edtf for phrase in read_dates(said, article.published, article.language).phrases()):
        return None
    return _in_small_letters(said, article.text)


def _in_small_letters(said: str, text: str) -> str:
    """A headline with a capital on every word as other sentences have it."""
    words = [word for word in _WORD.findall(said)[1:] if len(word) > _SMALL]
    if sum(word[0].isupper() for word in words) <= _EVERY_WORD * len(words):
        return said
    common, names = set(_WORD.findall(text)), set(_NAME_INSIDE.findall(text))

    def spell(word: re.Match[str]) -> str:
        letters = word[0][1:] != word[0][1:].lower()  # "NATO", "McKay"
        plain = word.start() and word[0] not in names and not letters and word[0].lower() in common
        return word[0].lower() if plain else word[0]

    return _WORD.sub(spell, said)


def titled_by(
    headline: "Doc", mentions: Sequence[Mention], docs: "Mapping[Passage, Doc]", language: str
) -> list[Mention]:
    """The mentions of an article; the one that its headline tells, if any does, has that for its title.

    Args:
        headline: parsed.
        mentions: in text order.
        docs: the parsed passages.
        language: of the article.
    """
    opening = [m for m in mentions if m.title and m.passage.start < _OPENING]
    known = {t.text for doc in docs.values() for t in doc}
    alike = [(_likeness(headline, m, docs[m.passage], known), m) for m in opening]
    likeness, told = max(alike, key=lambda each: each[0], default=(0.0, None))
    if told is None or likeness < _ALIKE:
        return list(mentions)
    title = _with_full_names(headline.text, told, language).replace("'", "’")
    return [replace(m, title=title, slight=False) if m is told else m for m in mentions]


def _likeness(headline: "Doc", mention: Mention, passage: "Doc", known: set[str]) -> float:
    """How alike a headline is to a mention’s title, 0 to 1; 0 where it tells something else."""
    own = set(mention.title.lower().split())
    denies = any(t.lower_ in DENYING for t in headline) != bool(own & DENYING) or mention.kind == "denied"
    ahead = mention.kind in {"planned", "forecast"}
    cover = _cover(headline, mention, passage)
    if denies or _is_ahead(headline) != ahead or cover is None:
        return 0.0
    said = {*own, *(word for p in mention.participants for word in p.name.lower().split())}
    said |= {word for t in passage for word in (t.lower_, t.lemma_.lower())}
    wanted = [t for t in headline if t.pos_ in _TELLING and t.lemma_.lower() not in _LIGHT]
    missed = [t for t in wanted if not _is_among(t, said)]
    strange = any(t.pos_ == "NUM" or (t.pos_ == "PROPN" and t.text not in known) for t in missed)
    if strange or len(missed) > (1 - cover) * len(wanted):
        return 0.0
    telling = {word for word in own if len(word) > _SMALL or word[0].isdigit()}
    return 2 * sum(_is_among(t, telling) for t in wanted) / max(1, len(telling) + len(wanted))


def _verb_of(headline: "Doc") -> "Token | None":
    """The verb of a headline, or a word such as "could" before it."""
    return next((t for t in headline if t.tag_ == "MD" or t.tag_.startswith("VB")), None)


def _is_ahead(headline: "Doc") -> bool:
    """Whether a headline tells of what is to come: "firm to cut 400 jobs", "ship could sail"."""
    verb = _verb_of(headline)
    if verb is None or verb.tag_ == "MD":
        return verb is not None
    return verb.tag_ == "VB" and verb.i > 0 and verb.nbor(-1).lower_ == "to"


def _cover(headline: "Doc", mention: Mention, passage: "Doc") -> float | None:
    """How much of a headline its passage must have, None where it has no verb or that of another deed."""
    top = next((t for t in headline if t.dep_ == "ROOT" and t.tag_.startswith("VB")), _verb_of(headline))
    if top is None:
        return None  # a heading
    if top.tag_ == "MD" or top.lemma_ in _LIGHT:
        top = next((t for t in headline[top.i + 1 :] if t.tag_.startswith("VB")), top)
    deeds = {mention.predicate, *mention.deeds}
    if any(t.lemma_ == top.lemma_ for t in passage if t.pos_ == "VERB"):
        return _COVER if top.lemma_ in deeds else None
    roots = [t for t in passage if t.dep_ == "ROOT"]
    said = (t for root in roots for t in root.children if t.dep_ == "ccomp")
    return _COVER_OF_OTHER if any(t.lemma_ in deeds for t in (*roots, *said)) else None


def _is_among(word: "Token", said: set[str]) -> bool:
    return any(_is_form(each, other) for each in (word.lower_, word.lemma_.lower()) for other in said)


def _is_form(word: str, other: str) -> bool:
    """Whether two words are forms of one."""
    stem = len(word) >= _STEM and word[:_STEM] == other[:_STEM]
    return stem or word == other


def _with_full_names(text: str, mention: Mention, language: str) -> str:
    """A headline in which those who take part are named in full, if there is room."""
    titles = word_set(language, "persons", "titles")
    for name in (p.name for p in mention.participants if p.kind == "person" and " " in p.name):
        words = text.split(" ")
        last = name.rpartition(" ")[2]
        places = [
            at for at, word in enumerate(words) if re.fullmatch(rf"{re.escape(last)}(?:['’]s?)?,?", word)
        ]
        if len(places) != 1 or name in text:
            continue
        at = start = places[0]
        while start and words[start - 1].lower().rstrip(".") in titles:
            start -= 1
        whole = [*words[:start], words[at].replace(last, name, 1), *words[at + 1 :]]
        own = start == 0 or not words[start - 1][:1].isupper()
        text = " ".join(whole) if own and len(" ".join(whole)) <= LONGEST else text
    return text
