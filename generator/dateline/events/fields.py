"""The keys of an event file, in one table: the schema, the checks and the docs are made from it."""

from dataclasses import dataclass
from typing import Literal, get_args

from dateline.model import Kind, Status

Value = Literal["text", "date", "texts", "choice", "scale", "url", "id", "sources"]
"""What a field holds. ``texts`` is a list of texts, ``scale`` a whole number from 1 to 5."""


@dataclass(frozen=True, slots=True)
class Field:
    """One key of an event or of a source."""

    name: str
    value: Value
    doc: str
    """What it says, in one line."""
    examples: tuple[str, ...]
    required: bool = False
    choices: tuple[str, ...] = ()
    """What a ``choice`` may be."""


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
        ("1998-05-03", "1998-05/..", "1998~"),
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
    Field("actors", "texts", "People and organisations that took part.", ("[Ada Sample, Harbour Office]",)),
    Field("places", "texts", "Where it happened.", ("[Exampleton]",)),
    Field("tags", "texts", "What kind of thing it was.", ("[accident]",)),
    Field(
        "kind",
        "choice",
        "Whether it happened, or is planned, forecast or denied; happened if left out.",
        ("planned",),
        choices=get_args(Kind),
    ),
    Field("importance", "scale", "From 1 (minor) to 5 (major); 3 if left out.", ("5",)),
    Field(
        "status",
        "choice",
        "draft (as generated, the default), reviewed, or rejected: kept, never shown, never proposed again.",
        ("reviewed",),
        choices=get_args(Status),
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
    Field("quote", "text", "The words of the article, verbatim; needed with an article.", ("…",)),
    Field("speaker", "text", "Who says it, when it is not the outlet itself.", ("Ada Sample",)),
    Field("dated", "text", "The words that gave the date, verbatim.", ("two days after",)),
    Field("url", "url", "Its web address; needed without an article.", ("https://example.org/report",)),
)

OWN_KEY_PREFIX = "x-"
"""Keys that start so are a person's own: let pass, never read."""
