"""What is new on a timeline: the events changed last, among these the latest first."""

from collections.abc import Mapping
from datetime import datetime
from heapq import nlargest

from dateline.edtf import parse
from dateline.model import Event
from dateline.site.addresses import at
from dateline.site.open_data.feeds import Entry, Feed
from dateline.site.open_data.times import BEGINNING
from dateline.site.pages.home import description
from dateline.site.pages.press import Press

_MOST = 50


def news(press: Press, home: str, changes: Mapping[str, datetime]) -> Feed:
    """Make the feed of a site.

    Args:
        press: What the site holds.
        home: Its address, with a slash at its end.
        changes: When each event was last changed, by id.
    """
    newest = nlargest(
        _MOST,
        press.catalogue.events,
        key=lambda event: (changes[event.id], parse(event.date).sort_key, event.id),
    )
    entries = [_entry(press, home, event, changes[event.id]) for event in newest]
    return Feed(
        home=home,
        title=press.title,
        description=press.options.description or description(press),
        language=press.words.language,
        updated=entries[0].updated if entries else BEGINNING,
        entries=entries,
    )


def _entry(press: Press, home: str, event: Event, changed: datetime) -> Entry:
    view = press.views.event(event)
    kind = press.words.table["kinds"].get(event.kind)
    html = press.fragment("news.html", event=view)
    return Entry(
        address=press.address(event) or home,
        title=f"{kind}: {event.title}" if kind else event.title,
        html=at("index.html", html),
        updated=changed,
        tags=event.tags,
    )
