"""The records that pass between the stages; see the words in the README. Dates are EDTF texts throughout."""

from dataclasses import dataclass
from typing import Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Kind = Literal["happened", "planned", "forecast", "denied"]
Status = Literal["draft", "reviewed", "rejected"]
NameKind = Literal["person", "organisation", "place"]
ImportFormat = Literal["json", "csv", "timelinejs", "timelinejs-csv", "markwhen", "ics"]
"""What events can be read from; csv also reads Excel sheets and tables that Dateline did not make."""
ExportFormat = Literal[ImportFormat, "csl"]
"""What events can be written as."""


@dataclass(frozen=True, slots=True)
class Article:
    """One text from one outlet: ``content/articles/<id>.md``."""

    id: str
    title: str
    text: str
    """The clean text, paragraphs parted by one blank line; every offset counts characters of it."""
    outlet: str | None = None
    published: str | None = None
    """EDTF; None when unknown."""
    url: str | None = None
    language: str = "en"
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article: ``article.text[start:end] == text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class DatedPhrase:
    """The words in a text that say when.

    ``start``, ``end``, ``text``, ``type``, ``value`` and ``mod`` are a TIMEX3 annotation (TimeML 1.2.1), so
    prepositions stand outside it and a range is two phrases. ``edtf`` is what a timeline can use, None where
    the words give no place on it; ``evidence_start`` and ``evidence_end`` bound all the words that gave it,
    preposition and both ends of a range included ("between 2019 and 2021"): the two phrases of a range carry
    the same ``edtf`` and the same evidence.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    edtf: str | None
    mod: str | None = None
    evidence_start: int = -1
    evidence_end: int = -1


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is on record saying it, when it is not the outlet itself."""

    name: str
    via: str | None = None
    """Who passes it on, where the article has it from another outlet: "X said, according to Y"."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone or something that takes part in a happening, as the text names it after resolving pronouns."""

    name: str
    role: Literal["agent", "patient", "other"]
    named: bool = True
    """False for a common noun ("soldiers"), True for a name ("Iraq")."""
    kind: NameKind | None = None
    """None for a common noun, and where the text does not show what is named."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One telling of one happening in one passage of one article."""

    article: str
    passage: Passage
    predicate: str
    """The lemma of the verb, or of the verb behind the noun ("capture")."""
    tags: tuple[str, ...]
    title: str
    """Empty where the passage only adds to a happening told elsewhere: what was said of it, how it was."""
    participants: tuple[Participant, ...]
    places: tuple[str, ...]
    date: str | None = None
    """EDTF; None where the passage does not say when."""
    dated: str | None = None
    """The words of the passage that gave the date, verbatim."""
    kind: Kind = "happened"
    speaker: Speaker | None = None
    deeds: tuple[str, ...] = ()
    """What other words tell, too: "unveil" for what is introduced, launched or presented."""
    notable: bool = False
    """Whether its word names a kind of happening, even where what stands beside it leaves no tag."""
    state: bool = False
    """Whether it says how things are rather than what happens: "the phone has two cameras"."""
    turn: Literal["earlier", "latest"] | None = None
    """Of a reference, whether it means one of before ("the first launch") or the new one."""
    words: tuple[str, ...] = ()
    """The nouns, names, verbs, adjectives and numbers that tell of it, in their plain form."""
    slight: bool = False
    """Whether its title says too little to be an event of its own: "portrait begun", and of whom?"""


@dataclass(frozen=True, slots=True)
class Naming:
    """Someone or something as one article names it."""

    article: str
    name: str
    """The fullest form that the article uses, without titles."""
    kind: NameKind
    forms: tuple[str, ...] = ()
    """Every form that the article uses, the name among them, sorted."""
    roles: tuple[str, ...] = ()
    """The titles and roles that stand beside it, in lower case: "iraqi defense minister"."""
    count: int = 1
    """How often the article names it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an article was found to hold: all that merging needs to know of it."""

    article: Article
    mentions: tuple[Mention, ...]
    phrases: tuple[DatedPhrase, ...]
    namings: tuple[Naming, ...] = ()
    references: tuple[Mention, ...] = ()
    """What its words take for known: happenings told elsewhere, in it or in other articles. None has a title;
    a date only bounds when it was."""


@dataclass(frozen=True, slots=True)
class Source:
    """An event's link to a mention."""

    article: str
    quote: str
    speaker: str | None = None
    dated: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, once, however many mentions tell it: ``content/events/<year>/<id>.yml``."""

    id: str
    date: str
    """EDTF."""
    title: str
    summary: str = ""
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    kind: Kind = "happened"
    importance: int = 3
    """1 to 5."""
    status: Status = "draft"
    sources: tuple[Source, ...] = ()
    path: str = ""
    """The file it was read from, relative to the content folder, with slashes; empty for a proposal."""
