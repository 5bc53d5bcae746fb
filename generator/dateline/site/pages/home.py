"""The timeline of the home page, and the same alone for frames on other sites."""

from functools import partial
from typing import Any

from dateline.site.chronology import year_of
from dateline.site.data import FOLDER, INDEX
from dateline.site.loaded import EMBED_SCRIPT, SCRIPT, STYLESHEET
from dateline.site.pages.press import Press
from dateline.site.pages.years import year_link

EMBED = "embed/index.html"
"""The timeline alone."""


def home(press: Press) -> str:
    """Make the timeline of the home page: HTML to stand below the page's own heading and introduction."""
    return press.fill("home.html", "index.html", **_values(press))


def embed(press: Press) -> str:
    """Make the page for frames, a whole document without a theme."""
    return press.fill(
        "embed.html",
        EMBED,
        title=press.title,
        stylesheet=STYLESHEET,
        embed_script=EMBED_SCRIPT,
        description=description(press),
        **_values(press),
    )


def _values(press: Press) -> dict[str, Any]:
    options = press.options
    faults = sorted(finding for findings in options.faults.values() for finding in findings)
    return {
        "faults": press.faults(faults),
        "drafts_hidden": not options.show_drafts,
        "data_folder": f"{FOLDER}/",
        "data_index": INDEX,
        "script": SCRIPT,
        "page_end": "" if options.directory_urls else "index.html",
        "articles_cited": press.articles_cited(press.catalogue.events),
        **press.shown(press.catalogue.events, partial(year_link, press)),
    }


def description(press: Press) -> str:
    """Say in one line what the timeline holds: "18 events, 2003–2030"."""
    events = press.catalogue.events
    count = press.words.count("events", len(events))
    if not events:
        return count
    ends = map(year_of, (events[0], events[-1]))
    comma: str = press.words.table["comma"]
    return comma.join([count, "–".join(dict.fromkeys(map(press.words.year, ends)))])
