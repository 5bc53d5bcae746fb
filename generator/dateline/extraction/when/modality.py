"""Whether a happening is told as fact, plan, forecast or as something denied."""

from typing import TYPE_CHECKING

from dateline.edtf import parse
from dateline.extraction.grammar import SUBJECTS, first_joined, has_child, is_event_noun, is_verb, object_of
from dateline.extraction.lexicon import word_set
from dateline.model import Kind

if TYPE_CHECKING:
    from dateline.parsing import Token

_ENVISAGES = frozenset({"envisage", "envision", "foresee"})
_FORECASTS = frozenset({"forecast", "estimate", "projection", "model", "prediction"})
_GUESSES = frozenset({"may", "might", "could", "probably", "perhaps", "likely", "possibly"})
_FUTURE = frozenset({"will", "shall", "’ll", "'ll", "would", "wo"})
_PRESENT = frozenset({"VBZ", "VBP"})
_MEANS_TO = frozenset({"expect", "plan", "intend", "hope", "aim"})
_AFTER = frozenset({"after", "following", "since", "despite"})
SETTLED = frozenset({"set", "book"})
"""What can be to come, but also be done to something at once: "a curfew was set"."""
# What happenings do: "the talks will begin on Monday".
_COMING = frozenset({"take", "hold", "begin", "start", "happen", "occur", "open", "resume", "go", "convene"})
_CONDITIONS = frozenset({"if", "unless", "whether"})


def kind_of(head: "Token", language: str) -> Kind:
    """How the passage tells the happening that a word names.

    A guess outweighs a plan ("will probably leave" is a forecast), and what stands under a denial, a plan or
    a forecast shares its fate.
    """
    if head.pos_ == "NOUN" and follows_happening(head, language):
        return "happened"
    if head.pos_ == "NOUN" and head.dep_ in SUBJECTS and head.head.lemma_ in _COMING and _future(head.head):
        return kind_of(head.head, language)  # "the talks will take place later this month"
    words = _around(head)
    told = head.lemma_.lower() in word_set(language, "speech", "act")
    if words & _GUESSES or words & _CONDITIONS or (not told and on_condition(head)):
        return "forecast"
    below = head
    for above in head.ancestors:
        if below.dep_ == "acl" and _is_denied(above, language):
            return "denied"
        if below.dep_ in {"acl", "relcl"}:
            break  # "was to close under a plan agreed in May": what was agreed is no plan
        if below.dep_ in {"ccomp", "xcomp", "dobj", "oprd"} and above.pos_ in {"VERB", "ADJ"}:
            lemma = above.lemma_.lower()
            if lemma in word_set(language, "speech", "denied"):
                return "denied"
            planning = word_set(language, "speech", "planned")
            if above.tag_ == "VBN" or above.pos_ == "ADJ":
                planning |= word_set(language, "speech", "due")  # "is expected to", but "expects to"
            hoped = lemma == "hope"
            if below.dep_ in {"xcomp", "oprd"} and lemma in planning and not hoped:
                return "planned"
            seen = lemma == "see" and any(
                c.lemma_ in _FORECASTS for c in above.children if c.dep_ in SUBJECTS
            )
            if lemma in _ENVISAGES or seen:
                return "forecast"  # "forecasts see growth slowing in 2026"
            to_come = _future(below) or "to" in _around(below)
            if lemma in word_set(language, "speech", "forecast") and (below.dep_ != "ccomp" or to_come):
                return "forecast"
        below = above
    lemma = head.lemma_.lower()
    if lemma == "plan" and head.tag_ in {"VBG", "VBZ", "VBP"} and has_child(head, "dobj"):
        return "planned"  # "is planning a share offering in May"
    if lemma in _MEANS_TO and head.tag_ in _PRESENT and has_child(head, "xcomp"):
        return "planned"  # "expects to meet them on Tuesday"
    passive = head.tag_ == "VBN" and not words & {"has", "have", "had"}
    if passive and is_due(head, language):
        return "planned"
    if passive and lemma in word_set(language, "speech", "forecast"):
        return "forecast"
    if _future(head) and head.lemma_ == "be" and any(c.dep_ == "acomp" for c in head.children):
        return "forecast"  # "will be commonplace": nobody plans how things are
    if _future(head) and _comes_about(head, language):
        return "forecast"
    if head.dep_ in {"acl", "relcl"} and head.tag_ == "VBN" and "to" in words:
        return "planned"  # "a loan, to be repaid in May"
    first = (
        head.head if head.dep_ == "conj" and head.tag_ == "VB" else head
    )  # "is to cut jobs and sell ships"
    is_to = first.dep_ == "xcomp" and first.head.lemma_ == "be" and "to" in _around(first)
    return "planned" if is_to or _future(head) or is_put_off(head, language) else "happened"


def is_due(participle: "Token", language: str) -> bool:
    """Whether a participle says that something is to come: "was set for May", but not "was set free"."""
    lemma = participle.lemma_.lower()
    if lemma not in word_set(language, "speech", "due") or has_child(participle, "prt"):
        return False  # "a fund was set up"
    if lemma not in SETTLED:
        return True
    aims = (object_of(c) for c in participle.rights if c.dep_ == "prep" and c.lower_ == "for")
    when = any(
        t is not None and (t.ent_type_ in {"DATE", "TIME"} or is_event_noun(t, language)) for t in aims
    )
    return when or has_child(participle, "xcomp")


def follows_happening(token: "Token", language: str) -> bool:
    """Whether a word belongs to a happening that something else comes after: "would fall after the crash"."""
    for word in (token, *token.ancestors):
        if is_verb(word):
            return False
        if is_event_noun(word, language):
            followed = word.dep_ == "dobj" and word.head.lemma_ == "follow"  # "it follows the vote in May"
            return followed or (word.dep_ == "pobj" and word.head.lower_ in _AFTER)
    return False


def _comes_about(head: "Token", language: str) -> bool:
    """Whether nobody can plan what a verb tells: "winds will ease", "the club will miss the final"."""
    lemma = head.lemma_.lower()
    if lemma in word_set(language, "speech", "befalling"):
        return True
    done = any(c.dep_ in {"dobj", "auxpass"} for c in head.children)
    measured = lemma in {"reach", "exceed"}
    someone = any(c.dep_ == "nsubj" and c.ent_type_ == "PERSON" for c in head.children)
    return lemma in word_set(language, "speech", "drifting") and (measured or not done) and not someone


def to_come(kind: Kind, head: "Token", date: str | None, published: str | None, language: str) -> Kind:
    """The kind of what is dated after the day on which the article came out: no happening, but a plan.

    Args:
        kind: how the words tell it.
        head: the word that names it.
        date: EDTF, None where it has none.
        published: EDTF, None where that is not known.
        language: the language of the word lists.
    """
    if kind == "happened" and head.tag_ in _PRESENT and _lasts_beyond(date, published):
        helped = any(c.dep_ in {"aux", "auxpass"} for c in head.children)
        return kind if helped else "planned"  # "runs out at the end of the year"
    past = any(t.tag_ == "VBD" for t in (head, *(c for c in head.children if c.dep_ in {"aux", "auxpass"})))
    if kind != "happened" or not is_after(date, published) or (past and not _foretells(head, language)):
        return kind
    return "forecast" if _foretells(head, language) else "planned"


def _lasts_beyond(date: str | None, published: str | None) -> bool:
    """Whether a date has begun on the day of publication, and ends after it."""
    if not date or not published or date.endswith("/.."):
        return False
    first, last, out = parse(date).earliest, parse(date).latest, parse(published).latest
    return bool(first and last and out and first <= out < last)


def is_after(date: str | None, published: str | None) -> bool:
    """Whether a date lies after the day of publication, as far as both are known."""
    if not date or not published:
        return False
    bounds, day = parse(date), parse(published)
    first = bounds.earliest or bounds.latest
    return first is not None and day.latest is not None and first > day.latest


def is_past(date: str | None, published: str | None) -> bool:
    """Whether a date lies before the day of publication, as far as both are known."""
    if not date or not published:
        return False
    last, day = parse(date).latest, parse(published).earliest
    return last is not None and day is not None and last < day


def _foretells(head: "Token", language: str) -> bool:
    return head.lemma_.lower() in word_set(language, "speech", "forecast")


def on_condition(head: "Token") -> bool:
    """Whether something happens only if something else does."""
    clauses = [c for c in head.children if c.dep_ == "advcl"]
    if any(c.left_edge.lower_ == "should" and c.left_edge.dep_ == "aux" for c in clauses):
        return True  # "Should the appeal fail, they will …"
    return any(
        t.dep_ == "mark" and t.lower_ in _CONDITIONS - {"whether"} for c in clauses for t in c.children
    )


def is_alleged(head: "Token", language: str) -> bool:
    """Whether somebody only claims or believes that something happened: "maintains that he won"."""
    first = first_joined(head)  # "they allege that he hid and took the money"
    claim = first.head.lemma_.lower()
    if first.dep_ == "ccomp" and claim in word_set(language, "speech", "alleged"):
        return True
    if _is_hearsay(head, language):
        return True
    joined = first != head and head.tag_ == first.tag_ == "VBN"
    if joined and any(t.lower_ in {"allegedly", "reportedly"} for t in first.lefts):
        return True  # "was allegedly shot and killed"
    below = head
    for above in head.ancestors:
        said = below.dep_ in {"acl", "ccomp"} and any(t.dep_ == "mark" for t in below.lefts)
        relative = any(t.tag_ in {"WDT", "WP"} for t in below.lefts)
        whole = below.dep_ in {"acl", "relcl"} and any(t.dep_ in SUBJECTS for t in below.lefts)
        whole = whole and any(has_child(below, each) for each in ("dobj", "auxpass"))
        if (said or (whole and not relative)) and above.lemma_.lower() in word_set(
            language, "speech", "allegations"
        ):
            return True  # "allegations that he hid a man who had killed", "claims he hid her"
        below = above
    return False


def _is_hearsay(verb: "Token", language: str) -> bool:
    """Whether something is only said to have been so: "was said to have been made in 1969"."""
    lemma = verb.lemma_.lower()
    says = lemma in word_set(language, "speech", "report", "alleged")
    if verb.tag_ != "VBN" or not says or lemma == "know":
        return False
    contents = (c for c in verb.rights if c.dep_ == "xcomp")
    return any({"to", "have"} <= {t.lower_ for t in c.lefts if t.dep_ == "aux"} for c in contents)


def was_to(head: "Token") -> bool:
    """Whether something "was to" happen, of which the article often goes on to say that it will not."""
    above = head.head
    if head.dep_ == "xcomp" and above.lower_ == "due":
        above = above.head  # "was due to"
    return head.dep_ == "xcomp" and above.lemma_ == "be" and above.tag_ == "VBD"


def is_put_off(head: "Token", language: str) -> bool:
    """Whether a noun names what is put off: "the trial was moved to May"."""
    verb = head.head
    hangs = head.dep_ in {"dobj", "nsubjpass"} and head.pos_ == "NOUN"
    return hangs and verb.lemma_ in word_set(language, "speech", "postponed")


def _around(head: "Token") -> set[str]:
    """The small words of the clause: helpers, adverbs, marks."""
    return {c.lower_ for c in head.children if c.dep_ in {"aux", "advmod", "mark", "neg"}}


def _is_denied(noun: "Token", language: str) -> bool:
    """Whether somebody denies what a report or charge says: "denied reports that she resigned"."""
    said = noun.lemma_ in word_set(language, "speech", "allegations") | {"report", "suggestion"}
    denies = noun.head.lemma_ in word_set(language, "speech", "denied")
    return said and noun.dep_ == "dobj" and denies and is_verb(noun.head)


def _future(head: "Token") -> bool:
    shares = head.dep_ == "conj" and head.lower_ == head.lemma_.lower()  # "will close it and cut jobs"
    return any(c.dep_ == "aux" and c.lower_ in _FUTURE for c in head.children) or (
        shares and _future(head.head)
    )
