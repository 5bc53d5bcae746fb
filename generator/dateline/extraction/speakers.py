"""Who is on record saying what a passage tells."""

import re
from typing import TYPE_CHECKING

from dateline.extraction.grammar import (
    SUBJECTS,
    TIMES,
    Subject,
    agent_of,
    has_child,
    is_event_noun,
    is_verb,
    object_of,
    subject_of,
    text_before,
)
from dateline.extraction.lexicon import table_of, word_set
from dateline.extraction.quotation import in_quotes
from dateline.extraction.who.antecedents import named_together
from dateline.extraction.wording.phrases import Wording
from dateline.extraction.wording.prepositions import says_when

if TYPE_CHECKING:
    from dateline.parsing import Doc, Token

_SAID = frozenset({"ccomp", "parataxis", "dobj", "xcomp"})
_ALL_QUOTED = re.compile(r"\s*[\"“«].*[\"”»]\W*", re.DOTALL)
_QUOTES = re.compile(r"[\"“”«»]")
_OPENS_QUOTE = re.compile(r"[\s\"“«]")
_DESCRIBING = frozenset({"amod", "compound", "prep", "relcl", "nummod", "poss"})
# Who says something nobody can answer for.
_NOBODY = frozenset(
    {
        "one",
        "some",
        "many",
        "others",
        "people",
        "man",
        "woman",
        "somebody",
        "someone",
        "it",
        "reader",
        "readers",
    }
)
# "Declined to say whether the plant, bought in 2012, would be kept".
_SILENT = frozenset({"decline", "refuse"})
_BESIDE = frozenset({"before", "after", "following"})
# The longest clause, in words, that tells who an unnamed speaker is.
_LONGEST = 9


def speaker_of(head: "Token", wording: Wording) -> str | None:
    """The speaker whom the sentence itself names for a happening.

    That is the subject of the reporting verb above it, or the name after "according to". None where the
    outlet speaks.
    """
    language = wording.language
    if any(t.lower_ in {"our", "my"} for t in head.lefts) and not in_quotes(head):
        return None  # "our visit" is the article's own
    telling = word_set(language, "speech", "report", "act", "forecast", but="seen") | {"testify", "swear"}
    if head.pos_ == "NOUN" and head.dep_ == "pobj" and head.head.lower_ in _BESIDE:
        return None  # "bought it, it says, thirteen days before the invasion": that is known
    if _speaks(head, language):
        own = subject_of(head)
        if own and not own.passive:
            return _who(own.token, wording)
    below, aside = head, False
    minded = None
    for above in head.ancestors:
        if below.dep_ == "relcl" and below.head.dep_ in {"nsubj", "nsubjpass", "appos"}:
            # "The singer, who sold millions, was found dead, police said": the aside is not theirs.
            return minded
        aside = aside or below.dep_ in {"relcl", "acl", "advcl"}
        # What they order or ask for they say, but not what a side clause tells of it.
        roles = _SAID - {"xcomp", "dobj"} if aside else _SAID
        lemma, found_out = above.lemma_.lower(), word_set(language, "speech", "found")
        tells = lemma in telling or (below.i < above.i and lemma in found_out)  # "…, the judges found"
        silent = has_child(above, "neg") or (above.dep_ == "xcomp" and above.head.lemma_ in _SILENT)
        speaks = above.pos_ == "VERB" and tells and not silent and not _is_put_in(above, below)
        if speaks and below.dep_ in SUBJECTS and below != head and not _is_first_of_two(below, above):
            return minded  # "said Ana Ruiz of the trust, which helped when the ship sank"
        if speaks and (below.dep_ in roles or _is_first_of_two(below, above) or _is_told_first(below, above)):
            found = _sayer(above)
            if (
                found
                and not found.passive
                and found.token.i != below.i
                and (who := _who(found.token, wording))
            ):
                if lemma not in word_set(language, "speech", "minded"):
                    return who
                minded = minded or who
        below = above
    return minded or _beside(head, telling, wording) or _according(head, wording)


def _is_put_in(telling: "Token", told: "Token") -> bool:
    """Whether who says so vouches for a side clause: "won, capping a year that came close, they say, to"."""
    who = next((t for t in telling.lefts if t.dep_ in SUBJECTS), None)
    if who is None or told.dep_ != "ccomp" or who.i < told.i or text_before(who) != ",":
        return False
    goes_on = telling.doc.span(telling.i + 1, telling.i + 3).text.lower() == ", to"
    between = (t for t in telling.doc[told.i + 1 : who.left_edge.i] if is_verb(t))
    return goes_on and any(t.dep_ in {"advcl", "relcl"} for t in between)


def _is_first_of_two(subject: "Token", verb: "Token") -> bool:
    """Whether what was said was taken for a subject: "A fire roared on, officials said."."""
    others = [t for t in verb.lefts if t.dep_ == "nsubj" and t.i > subject.i]
    return subject.dep_ == "nsubj" and bool(others) and text_before(others[0]) == ","


def _is_told_first(clause: "Token", verb: "Token") -> bool:
    """Whether what was said was taken for a side clause, though nothing opens it: "It sank, he told us"."""
    opened = any(t.dep_ == "mark" or t.tag_ in {"WRB", "TO"} for t in clause.lefts)
    own = any(t.dep_ in SUBJECTS for t in clause.lefts)
    who = next((t for t in verb.lefts if t.dep_ in SUBJECTS), None)
    behind = who is not None and who.left_edge.i > clause.i and text_before(who) == ","
    return clause.dep_ == "advcl" and own and behind and not opened


def _beside(head: "Token", telling: "frozenset[str]", wording: Wording) -> str | None:
    """Who says so between commas in the middle or at the end of a clause: "The fund, he said, was closed".

    What "and" adds with a subject of its own is theirs only in the tense of what is told: "… and his family
    had paid".
    """
    verb, added = head, False
    while True:
        for said in verb.children:
            beside = said.dep_ == "parataxis" or (said.dep_ == "conj" and not has_child(verb, "cc"))
            if beside and said.lemma_.lower() in telling and _is_aside(said):
                found = _sayer(said)
                if found and not found.passive and (not added or _is_told_on(head)):
                    return _who(found.token, wording)
        joined = verb.dep_ in {"conj", "ccomp", "dep", "xcomp"} and is_verb(verb.head)
        if not joined:
            return None
        added = added or (verb.dep_ == "conj" and any(t.dep_ in SUBJECTS for t in verb.lefts))
        verb = verb.head


def _is_aside(said: "Token") -> bool:
    """Whether a verb and who says it stand alone between commas."""
    words = said.doc.span(said.left_edge.i, said.i + 1)
    comma = words.start if words[0].text == "," else words.start - 1
    before = said.doc[max(0, comma - 1) : said.i]
    opened = comma > 0 and said.doc[comma].text == "," and all(t.pos_ != "SCONJ" for t in before)
    at = said.i + 1
    while at < len(said.doc) and _is_of_time(said.doc[at]):
        at += 1  # "said on Wednesday"
    behind = said.doc.span(at, at + 1).text
    return opened and behind in {",", ".", ";", ""} and not has_child(said, "ccomp")


def _is_of_time(word: "Token") -> bool:
    """Whether a word is of a date, or leads to one."""
    return word.ent_type_ in TIMES or (word.dep_ == "prep" and says_when(word))


def _is_told_on(verb: "Token") -> bool:
    """Whether a verb stands in the tense of what is told on: "had paid", "would pay"."""
    return any(t.dep_ == "aux" and t.lower_ in {"had", "would", "'d", "’d"} for t in verb.lefts)


def _sayer(verb: "Token") -> Subject | None:
    """Who says something: of two subjects that a parse gives a verb, or joins for it, the one beside it."""
    subjects = [t for t in verb.lefts if t.dep_ == "nsubj" and t.pos_ in {"NOUN", "PROPN", "PRON"}]
    if subjects and not has_child(subjects[-1], "cc"):  # "ten people, most of them children, the firm said"
        subjects += [t for t in subjects[-1].rights if t.dep_ == "conj"]
    return Subject(subjects[-1], passive=False) if len(subjects) > 1 else subject_of(verb)


def _speaks(verb: "Token", language: str) -> bool:
    """Whether a verb that may report does: not in "recalled its ambassador", "adds a function"."""
    saying = word_set(language, "speech", "report", but="seen")
    if verb.lemma_.lower() not in saying:
        return False
    does = any(c.dep_ in {"dobj", "xcomp"} and not in_quotes(c) for c in verb.children)
    return has_child(verb, "ccomp") or not does


def passed_on_by(head: "Token", speaker: str | None, wording: Wording) -> str | None:
    """Who passes on what a speaker says: "X said, according to Y"; None where that is the speaker."""
    via = _according(head, wording)
    return via if speaker and via != speaker else None


def inherited(doc: "Doc", wording: Wording) -> str | None:
    """The speaker of a passage that is all quotation and names nobody: whom the passage before quotes.

    That one may go on from the one before it in turn; a passage without a quotation ends the search.
    """
    if not _is_all_quoted(doc):
        return None
    closes = _closes_quote(doc)
    for earlier in wording.cast.before(doc[0]):
        marked = _QUOTES.search(earlier.text)
        if not marked and not closes:
            return None
        if who := _quoted(earlier, wording):
            return who
        closes = closes and not marked  # the quotation may have begun before this passage
        if marked and not _is_all_quoted(earlier) and not _opens_quote(earlier):
            return None
    return None


def _is_all_quoted(doc: "Doc") -> bool:
    if _closes_quote(doc):
        return True
    return bool(_OPENS_QUOTE.match(doc[0].text) and _ALL_QUOTED.fullmatch(doc.text))


def _closes_quote(doc: "Doc") -> bool:
    """Whether a passage is the end of a quotation that another one opened: "… and gave me a leaflet.”"."""
    marks = _QUOTES.findall(doc.text)
    return len(marks) == 1 and doc.text.rstrip()[-1:] == marks[0] and marks[0] not in {"“", "«"}


def _opens_quote(doc: "Doc") -> bool:
    """Whether a passage opens a quotation that it does not close: "“I had to pull over."."""
    marks = _QUOTES.findall(doc.text)
    return len(marks) == 1 and doc.text.lstrip()[:1] == marks[0]


def _quoted(doc: "Doc", wording: Wording) -> str | None:
    """Who speaks in a passage, by its own words."""
    saying = word_set(wording.language, "speech", "report", but="seen")
    for token in doc:
        if token.pos_ == "VERB" and token.lemma_.lower() in saying:
            found = subject_of(token)
            if found and (who := _who(found.token, wording)):
                return who
    return None


def _according(head: "Token", wording: Wording) -> str | None:
    for token in head.doc[:-1]:
        if token.lower_ == "according":
            following = head.doc[token.i + 1]
            source = object_of(following) if following.lower_ == "to" else None
            if source is not None and not _is_told_of(source, head):
                return _who(source, wording, cited=True)
    return None


def _is_told_of(source: "Token", head: "Token") -> bool:
    """Whether something is told of a source itself: "according to the office, which closed in May"."""
    clause = next((t for t in (head, *head.ancestors) if t.dep_ == "relcl"), None)
    return clause is not None and clause.head == source


def _who(token: "Token", wording: Wording, *, cited: bool = False) -> str | None:
    """A speaker as a reader should see it: a full name, or an unnamed one in the article's words.

    Args:
        token: who says something, or the document where it stands.
        wording: of the article.
        cited: whether "according to" names a document, which without an author speaks for itself.
    """
    language = wording.language
    if token.tag_ in {"WDT", "WP"}:
        token = wording.referent(token)  # "a report by the ministry, which said"
    noun = token.lemma_.lower()
    if noun in word_set(language, "persons", "documents"):
        author = _author(token, language)
        if author is None and not (cited and any(t.dep_ in _DESCRIBING for t in token.children)):
            return None  # but "according to a report in Example News"
        token = author or token
    elif noun in word_set(language, "persons", "media") and not _is_named(token):
        if (called := next((t for t in token.rights if _is_called(t)), None)) is not None:
            return wording.noun_phrase(called, after=False)  # "the station WXYZ"
        if (outlet := _quoted_outlet(token, wording)) is not None or noun != "agency":
            return outlet
    elif is_event_noun(token, language) and noun not in word_set(language, "persons", "sides"):
        return None  # a finding or a storming says nothing
    token = wording.referent(token)
    of = next((object_of(t) for t in token.rights if t.lower_ == "of"), None)
    if token.pos_ == "PRON" or (of is not None and of.pos_ == "PRON"):
        return None  # "one of them"
    if token.pos_ == "PROPN" and wording.cast.label(token) not in {"NORP", ""}:
        if any(t.pos_ == "NOUN" and t.dep_ == "compound" for t in token.lefts):
            return wording.cast.name(token)  # "The budget carrier Norvia Air"
        return wording.noun_phrase(token, after=False)
    text = wording.noun_phrase(token)
    if named_together(token, wording.cast) is not None:
        return text
    kind = table_of(language, "persons")["bodies"].get(token.lemma_.lower())
    unsaid = kind in {"ORG", "GPE"} and not cited
    anybody = unsaid and not any(t.dep_ in _DESCRIBING for t in token.children)
    if text is None or anybody or text.lower() in _NOBODY:
        return None
    article = next((t.lower_ for t in token.lefts if t.dep_ == "det"), None)
    text = text if article is None or text.startswith(f"{article} ") else f"{article} {text}"
    return f"{text}{_known_as(token)}"


def _known_as(noun: "Token") -> str:
    """What the article says of somebody it does not name: " who spoke on condition of anonymity"."""
    following = noun.doc.span(noun.i + 1, noun.i + 2)
    said = (t for t in noun.rights if t.dep_ in {"amod", "acl", "relcl"} and t.left_edge.i == noun.i + 1)
    clause = next(said, None) if following else None
    if clause is None:
        return ""
    words = noun.doc.span(noun.i + 1, clause.right_edge.i + 1)
    return f" {' '.join(words.text.split())}" if len(words) <= _LONGEST else ""


def _is_named(token: "Token") -> bool:
    """Whether a noun is a name, or has one before it: "the Example news agency"."""
    return bool(token.ent_type_) or any(t.pos_ == "PROPN" for t in token.lefts)


def _is_called(word: "Token") -> bool:
    """Whether a word right behind a noun is its name: "the station WXYZ"."""
    return word.dep_ == "appos" and word.pos_ == "PROPN" and word.nbor(-1).text != ","


def _author(document: "Token", language: str) -> "Token | None":
    """Whose statement, report or translation it is."""
    for child in document.children:
        if child.dep_ in {"poss", "compound", "nmod"} and child.ent_type_ in {"ORG", "PERSON", "GPE"}:
            return child
        if child.dep_ == "acl" and (agent := agent_of(child)) is not None:
            return agent
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ in {"by", "from", "of"}):
            author = object_of(child)
            return (
                author if author is not None and (author.ent_type_ or _may_write(author, language)) else None
            )
    return None


def _may_write(noun: "Token", language: str) -> bool:
    """Whether a noun stands for those who give out statements: "the two governments"."""
    return noun.lemma_.lower() in word_set(language, "persons", "public", "pairs", "titles")


def _quoted_outlet(token: "Token", wording: Wording) -> str | None:
    """The outlet that "the newspaper" means: the last one quoted before."""
    for doc in wording.cast.before(token):
        for word in doc:
            reports = word.head.lemma_.lower() in word_set(wording.language, "speech", "report")
            if word.dep_ == "nsubj" and word.ent_type_ == "ORG" and reports:
                return wording.cast.name(word)
    return None
