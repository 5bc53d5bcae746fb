"""The files that pages load, whatever their events: style sheets and scripts."""

from collections.abc import Iterator
from importlib import resources

STYLESHEET = "assets/dateline.css"
"""What the pages look like inside any theme; every page links it."""

SCRIPT = "assets/dateline.js"
"""The explorer, which the home page loads; built from ``explorer/`` by ``make assets``."""

EMBED_SCRIPT = "assets/embed.js"
"""What hands out the code of a frame."""

_SHEETS = ("assets/dateline.css", "assets/explorer.css")


def loaded_files() -> Iterator[tuple[str, bytes]]:
    """Yield the files with their paths from the site's root."""
    package = resources.files(__package__)
    yield STYLESHEET, b"\n".join((package / sheet).read_bytes() for sheet in _SHEETS)
    for path in (SCRIPT, EMBED_SCRIPT):
        yield path, (package / path).read_bytes()
