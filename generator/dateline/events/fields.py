"""The keys of an event file, in one table: the schema, the checks and the docs are made from it."""

from dataclasses import dataclass
from typing import Literal, get_args

from dateline.model import Kind, Status

Value = Literal["text", "name", "date", "texts", "names", "choice", "scale", "url", "id", "sources"]
"""What a field holds. ``texts`` is a list of texts, ``scale`` a whole number from 1 to 5; a ``name``, alone
or in a list of ``names``, is one that names.yml may know."""
LISTS = frozenset({"texts", "names", "sources"})
SCALE = (1, 5)

URL_PATTERN = r"[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#@]+([/?#]\S*)?"
"""A web address, as Python and JSON Schema read patterns."""


@dataclass(frozen=True, slots=True)
class Field:
    """One key of an event or of a source."""

    name: str
    value: Value
    doc: str
    """What it says, in one line."""
    examples: tuple[str, ...]
    """As they stand in a file."""
    required: bool = False
    choices: tuple[str, ...] = ()
    """What a ``choice`` may be."""
    meanings: tuple[str, ...] = ()
    """What each of the choices says."""
    default: str = ""
    """What counts where it is left out."""


EVENT_FIELDS = (
    Field(
        "id",
        "id",
        "What links to the event are made of; without it the name of the file, so a list needs it.",
        ("1998-05-03-ferry-sinks-off-exampleton",),
    ),
    Field(
        "date",
        "date",
        "When it happened, as precisely as it is known: EDTF.",
        ("1998-05-03", "1998-05", "1998", "1998-05/1998-07", "1998-05/..", "../1998", "1998~", "199X"),
        required=True,
    ),
    Field(
        "title",
        "text",
        "What happened, as a short clause without the date.",
        ("Ferry sinks off Exampleton",),
        required=True,
    ),
    Field("summary", "text", "One or two sentences, in Markdown.", ("All on board were saved.",)),
    Field("actors", "names", "People and organisations that took part.", ("[Ada Sample, Harbour Office]",)),
    Field("places", "names", "Where it happened.", ("[Exampleton]",)),
    Field("tags", "texts", "What kind of thing it was.", ("[accident]",)),
    Field(
        "kind",
        "choice",
        "Whether it happened at all.",
        ("planned",),
        choices=get_args(Kind),
        meanings=(
            "it happened",
            "somebody means it to happen",
            "somebody expects it to happen",
            "somebody says that it did not happen",
        ),
        default="happened",
    ),
    Field("importance", "scale", "How much it matters, from 1 (minor) to 5 (major).", ("5",), default="3"),
    Field(
        "status",
        "choice",
        "What a person decided about it.",
        ("reviewed",),
        choices=get_args(Status),
        meanings=(
            "nobody has looked at it yet",
            "it is right as it stands",
            "it is kept, never shown, and never proposed again",
        ),
        default="draft",
    ),
    Field("sources", "sources", "Who says so: one entry for each telling.", ()),
)

SOURCE_FIELDS = (
    Field(
        "article",
        "text",
        "The article it stands in: the name of its file in content/articles/, without .md.",
        ("gazette-1998-05-04",),
    ),
    Field(
        "quote",
        "text",
        "The words of the article, verbatim; needed with an article.",
        ("The ferry Swan sank on Sunday.",),
    ),
    Field("speaker", "name", "Who says it, when it is not the outlet itself.", ("Ada Sample",)),
    Field("dated", "text", "The words that gave the date, verbatim.", ("on Sunday",)),
    Field("url", "url", "Its web address; needed without an article.", ("https://example.org/report",)),
)

OWN_KEY_PREFIX = "x-"
"""Keys that start so are a person's own: let pass, never read."""
