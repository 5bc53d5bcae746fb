"""What a headline keeps of a noun and the words around it, read off the parse alone."""

import re
from typing import TYPE_CHECKING

from dateline.extraction.grammar import SPANS, SUBJECTS, TIMES, has_child, object_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.parsing import Span, Token

# Quotation marks; an apostrophe inside a word or after its last s stays ("Iran’s", "Beatles’").
_QUOTES = re.compile(r"[\"“”„«»`]|(?<![\w.])['‘’]|(?<![sS.])['‘’](?!\w)")
_BEFORE_MARK = re.compile(r" (?=[,.;:’'])")
# What names nothing by itself.
VAGUE = frozenset(
    {
        *("more", "one", "ones", "some", "both", "all", "other", "others", "another", "worse", "thing"),
        *("own", "none", "less", "fewer"),
    }
)
# What many undergo who are told by their number alone: "eleven die", "forty arrested".
SUFFERED = frozenset(
    {
        *(
            "die",
            "drown",
            "perish",
            "survive",
            "kill",
            "injure",
            "wound",
            "hurt",
            "arrest",
            "detain",
            "rescue",
        ),
        *(
            "evacuate",
            "hospitalise",
            "hospitalize",
            "infect",
            "charge",
            "execute",
            "free",
            "release",
            "shoot",
        ),
    }
)
FIRST_OR_SECOND = frozenset({"i", "we", "me", "us", "my", "our", "you", "your", "myself", "ourselves"})
POSSESSIVES = frozenset({"its", "their", "his", "her"})
_FURTHER = frozenset({"further", "another", "additional", "extra"})
_COUNTED = frozenset(
    {"game", "round", "phase", "stage", "act", "chapter", "terminal", "part", "lane", "unit"}
)
_CURRENCIES = frozenset({"EUR", "USD", "GBP", "CHF", "JPY", "SEK", "NOK", "DKK", "PLN", "CAD", "AUD", "INR"})
FRACTIONS = frozenset({"half", "third", "quarter", "fifth", "sixth", "tenth"})
_SCORE = re.compile(r"\d{1,3} ?[-–] ?\d")
_KEPT = frozenset({"-", ",", "%", "&", "/", "#"})
_JOINTS = frozenset({"-", "/"})
_ARTICLES = frozenset(
    {"a", "an", "the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my", "your"}
)


def is_whole_name(entity: "Span") -> bool:
    """Whether an entity reads as one name: "Ministry of Defence", but not "Organization (WHO"."""
    last = entity[-3] if len(entity) > 2 and entity[-2].text in _JOINTS else entity[-1]  # "Co-operation"
    return last.text[0].isupper() and not any(token.text in "()" for token in entity)


def genitive(name: str) -> str:
    """Whose: "Iraq’s", "United States’"."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def in_brackets(token: "Token") -> bool:
    """Whether a word opens what stands in brackets."""
    edge = token.left_edge.i
    return edge > 0 and token.doc[edge - 1].text == "("


def is_bare(noun: "Token") -> bool:
    """Whether nothing but "the" describes a noun."""
    return all(child.dep_ in {"det", "case"} for child in noun.children)


def hyphened(token: "Token") -> "Span":
    """A word with what hyphens join to it: the parse sees three words in "co-founder"."""
    words, start, end = token.doc, token.i, token.i + 1
    while (
        start >= 2
        and words[start - 1].text in _JOINTS
        and not words[start - 1].whitespace_ + words[start - 2].whitespace_
    ):
        start -= 2
    while (
        end + 1 < len(words)
        and words[end].text in _JOINTS
        and not words[end - 1].whitespace_ + words[end].whitespace_
    ):
        end += 2
    # "€190m" is three words to the parse.
    if end < len(words) and words[end - 1].text[-1].isdigit() and not words[end - 1].whitespace_:
        end += words[end].text.rstrip(".").isalpha()  # with the stop of the sentence, "€57m."
    return token.doc.span(start, end)


def owners_of(noun: "Token") -> "list[Token]":
    """The pronouns that say whose something is: "her", "its", "whose"."""
    return [t for t in noun.lefts if t.dep_ == "poss" and t.tag_ in {"PRP$", "WP$"}]


def verb_is_plural(noun: "Token") -> bool:
    """Whether the verb of a name says that it stands for many: "the Giants have won"."""
    helpers = {t.lower_ for t in (noun.head, *noun.head.children)} & {
        "has",
        "have",
        "is",
        "are",
        "was",
        "were",
    }
    return bool(helpers & {"have", "are", "were"}) or (not helpers and noun.head.tag_ == "VBP")


def names_it(apposition: "Token", noun: "Token") -> bool:
    """Whether a word beside a noun is its name: "the commander, Ana Ruiz", "the blog Gizmo"."""
    if noun.i + 1 < len(noun.doc) and noun.nbor().text == "(":
        return False  # letters for short
    beside = apposition.left_edge.i == noun.i + 1
    before = apposition.doc[apposition.left_edge.i - 1]
    if before.text == "," and is_newest(noun) and (apposition.pos_ == "PROPN" or _is_branded(apposition)):
        return True  # "its latest addition to the line, the Norvia mini"
    if before != noun and before.pos_ == "NOUN":
        return False  # of "the treasurer of the trading house Norvia", the house is so called
    return apposition.ent_type_ == "PERSON" or (
        apposition.pos_ == "PROPN" and (beside or _is_body_aside(apposition, noun))
    )


def is_newest(noun: "Token") -> bool:
    """Whether a thing is told as the newest of its kind, so that what it is called follows."""
    return any(t.tag_ == "JJS" or t.lower_ in {"new", "newest", "next"} for t in noun.lefts)


def _is_branded(noun: "Token") -> bool:
    """Whether a noun begins with a name, as what is made and sold does."""
    return any(t.dep_ == "compound" and t.pos_ == "PROPN" for t in noun.lefts)


def is_defined(noun: "Token") -> bool:
    """Whether a noun only says what the one before it is: "amber glass, an old craft that took hold"."""
    above = noun.head
    bare = above.pos_ in {"NOUN", "PROPN"} and not any(
        t.dep_ in {"det", "poss", "nummod"} for t in above.lefts
    )
    indefinite = any(t.lower_ in {"a", "an"} for t in noun.lefts)
    subject = above.dep_ in SUBJECTS and above.i < noun.i  # not "moved to Orla, a step that"
    return noun.dep_ == "appos" and subject and bare and indefinite


_CALLED = frozenset({"called", "named", "calling", "styling"})


def so_called(noun: "Token") -> "Token | None":
    """The name behind "called": "a company called Norvia Air", "a group calling itself the Wardens"."""
    called = next((t for t in noun.rights if t.dep_ == "acl" and t.lower_ in _CALLED), None)
    if called is None:
        return None
    itself = called.i + 1 < len(noun.doc) and called.nbor().lower_.endswith(("self", "selves"))
    names = (t for t in called.rights if t.dep_ in {"oprd", "dobj"} and t.pos_ == "PROPN")
    return next((t for t in names if t.left_edge.i == called.i + 1 + itself), None)


def _is_body_aside(apposition: "Token", noun: "Token") -> bool:
    """Whether a body or town is named between commas: "the airline, Norvia Air, announced"."""
    first, last = apposition.left_edge.i, apposition.right_edge.i
    opens = first == noun.i + 2 and apposition.doc[noun.i + 1].text == ","
    closes = last + 1 < len(apposition.doc) and apposition.doc[last + 1].text in {",", "."}
    return opens and closes and noun.tag_ == "NN" and apposition.ent_type_ in {"ORG", "GPE"}


def is_beyond(word: "Token", noun: "Token") -> bool:
    """Whether a word sets something off from what another sentence told: "two other boats", "another"."""
    if word.lower_ not in {"other", "another"} or noun.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    listed = any(t.lower_ in {"the", "no", "any", "each", "every"} for t in noun.lefts)
    return not listed and all(t.lower_ != "than" for t in noun.subtree)


def is_told_by_what_follows(noun: "Token") -> bool:
    """Whether a noun says nothing without the clause that a title leaves out: "in a deal worth a billion"."""
    if noun.lemma_ in {"ceasefire", "truce", "armistice"}:
        return False
    if any(t.lower_ in {"a", "an"} for t in noun.lefts):
        return any(t.dep_ in {"acl", "relcl", "amod"} and t.i > noun.i for t in noun.rights)
    # "Fell to lows not seen since May", "with funding linked to rebels".
    lone = noun.pos_ == "NOUN" and not any(True for _ in noun.lefts)
    return lone and any(t.dep_ == "acl" and noun.doc[t.left_edge.i - 1] == noun for t in noun.rights)


def is_house_of(noun: "Token") -> bool:
    """Whether "’s" makes a noun a shop, or one of many: "opened a draper’s", "a friend of Ana’s"."""
    if noun.dep_ not in {"dobj", "pobj", "attr", "nsubj"} or (noun.dep_ == "nsubj" and noun.pos_ == "PROPN"):
        return False  # of "Norvia’s rose", something was named before
    after = noun.doc[noun.i + 1 : noun.i + 3]
    own = bool(after) and after[0].tag_ == "POS"
    return own and all(t.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"} for t in after[1:])


def is_further_number(number: "Token") -> bool:
    """Whether a number adds to one before: "1,700 people were moved, a further 3,000 will be"."""
    return number.pos_ == "NUM" and any(t.lower_ in _FURTHER for t in number.lefts)


def further_number(number: "Token") -> str | None:
    """Such a number with what was counted before it in its passage, "further 3,000 people"."""
    before = (t for t in number.doc[: number.i] if t.tag_ == "NNS" and t.ent_type_ not in TIMES)
    kind = next((t.lower_ for t in before if has_child(t, "nummod")), None)
    words = [t.lower_ for t in number.lefts if t.lower_ not in _ARTICLES]
    return " ".join([*words, number.text, kind]) if kind else None


def is_limited(noun: "Token") -> bool:
    """Whether a title would leave out what limits a number: "the number of wolves that may be shot"."""
    of = next((object_of(t) for t in noun.rights if t.lower_ == "of"), None)
    things = (noun, of) if of is not None else (noun,)
    clauses = (c for t in things for c in t.rights if c.dep_ == "relcl")
    return any(c.doc[c.left_edge.i - 1].text != "," for c in clauses)


def rate_of(noun: "Token") -> str:
    """How often: " a month" of "40,000 chips a month"."""
    unit = next((t for t in noun.rights if t.dep_ == "npadvmod" and has_child(t, "det")), None)
    words = [t.lower_ for t in unit.subtree] if unit is not None else []
    return f" {' '.join(words)}" if len(words) == 2 and words[0] in {"a", "an"} else ""


def is_after_comma_and(noun: "Token") -> bool:
    """Whether a comma and a conjunction stand before a noun: "…, and Ana Ruiz"."""
    edge = noun.left_edge.i
    return edge > 1 and noun.doc[edge - 1].dep_ == "cc" and noun.doc[edge - 2].text == ","


def number_after(token: "Token") -> str:
    """The number of a model, flight or law, or of a measure, that follows its name: "magnitude 5.8"."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if token.text in _CURRENCIES and following is not None and following.text[0].isdigit():
        return f" {hyphened(following).text.rstrip('.')}"  # "EUR 88m"
    named = token.pos_ == "PROPN" or token.text.istitle() or (following and following.dep_ == "nummod")
    if token.text == "No" and token.doc.span(token.i + 1, token.i + 2).text == ".":
        behind = token.doc.span(token.i + 2, token.i + 3).text
        return f". {behind}" if behind.isdigit() else ""
    if (
        following is not None
        and token.lower_ in _COUNTED
        and following.dep_ == "nummod"
        and following.is_alpha
    ):
        after = following.doc[following.i + 1 : following.i + 2]
        if any(t.lemma_ in SPANS for t in after):
            return ""  # "lost it in a game two years later"
        return f" {following.lower_}"  # "game five"
    if following is None or not following.text[0].isdigit():
        return ""
    if _SCORE.match(token.doc.span(following.i, following.i + 3).text):
        return ""  # "beat Kesten 4-0"
    if not named or following.head != token or following.dep_ == "appos":
        return ""
    joined = (
        t for each in (following, token) for t in each.rights if t.dep_ == "conj" and t.i == following.i + 2
    )
    more = next((t for t in joined if t.text[0].isdigit()), None)  # "stations 3 and 5"
    return f" {following.text} and {more.text}" if more is not None else f" {following.text}"


def outside_brackets(tokens: "Iterable[Token]") -> "Iterator[Token]":
    """What a headline keeps of the words before a noun: no articles, quotation marks or brackets."""
    depth = 0
    for token in tokens:
        depth += (token.text == "(") - (token.text == ")")
        # But "more than a million", "over a year".
        article = (
            token.lower_ in _ARTICLES and token.dep_ not in {"quantmod", "nummod"} and not _of_fraction(token)
        )
        tied = token.i > 0 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
        article = article and not tied  # but "first-of-a-kind"
        halved = token.lower_ == "a" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "half"
        article = article or (halved and token.head.head.pos_ == "NOUN")  # "a half marathon"
        numbered = token.text == "." and token.i > 0 and token.nbor(-1).text == "No"
        kept = not article and (numbered or not token.is_punct or token.text in _KEPT or token.tag_ == "POS")
        if depth == 0 and kept:
            yield token


def _of_fraction(article: "Token") -> bool:
    """Whether an article belongs to a part of a whole: "by a third", "three quarters of a point"."""
    noun = article.head
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return article.lower_ in {"a", "an"} and (
        above.lemma_ in FRACTIONS and above.dep_ not in {"amod", "compound"}
    )


def is_hyphened(word: "Token") -> bool:
    """Whether a word before a noun says of what time that is by its nature: "a second-quarter profit"."""
    return any(t.text == "-" for t in word.lefts)


def in_sentence(token: "Token") -> str:
    """A word as it is within a sentence: the first of one has a capital that is not its own."""
    own = token.pos_ == "PROPN" or token.ent_type_ in {"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT"}
    return token.lower_ if token.i == 0 and not own and token.is_title else token.text


def as_they_stood(tokens: "Iterable[Token]") -> str:
    """The words as they stood, with a blank wherever something between them is left out."""
    words: list[str] = []
    last: Token | None = None
    for token in tokens:
        if last is not None and (last.whitespace_ or token.i != last.i + 1):
            words.append(" ")
        words.append(in_sentence(token))
        last = token
    blank = last is not None and (
        last.whitespace_ or (last.i + 1 < len(last.doc) and last.doc[last.i + 1].is_quote)
    )
    return "".join(words) + (" " if blank else "")


def tidy(text: str) -> str:
    """A phrase without quotation marks and loose blanks."""
    text = " ".join(_QUOTES.sub("", text.replace("\n", " ")).split())
    return _BEFORE_MARK.sub("", text).strip(" ,;:-–—")
