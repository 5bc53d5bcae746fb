"""Which pages have a picture for link previews, and what it says."""

from collections.abc import Iterator
from functools import partial
from heapq import nlargest

from dateline.model import Article, Event
from dateline.site.addresses import segment
from dateline.site.open_data.cards import Card, can_draw, can_show, draw
from dateline.site.pages.home import description
from dateline.site.pages.press import Press

OF_SITE = "assets/timeline.png"
"""The picture of all pages that have none of their own."""


class Pictures:
    """The pictures of one site: of its most important events, and one for all other pages.

    Args:
        press: What the site holds. Without an address it has no pictures: networks ask for them by theirs.
    """

    def __init__(self, press: Press) -> None:
        self._press = press
        self._paths: dict[str, str] = {}
        self._cards = dict(self._chosen()) if press.options.address and can_draw() else {}

    def _chosen(self) -> Iterator[tuple[str, Card]]:
        press, most = self._press, self._press.options.pictures
        with_pages = filter(press.where.has_page, press.catalogue.events)
        own = nlargest(most, with_pages, key=lambda event: event.importance)
        cards = {f"pictures/{segment(event.id)}.png": (event.id, self._card(event)) for event in own}
        site = Card("", press.title, description(press), press.words.table["direction"])
        if most and can_show(site):
            yield OF_SITE, site
        for path, (name, card) in cards.items():
            if can_show(card):
                self._paths[name] = path
                yield path, card

    def _card(self, event: Event) -> Card:
        words = self._press.words.table
        kind = words["kinds"].get(event.kind)
        when = self._press.views.event(event).when
        above = f"{when} · {kind}" if kind else when
        return Card(above, event.title, self._press.title, words["direction"])

    def of(self, about: Event | Article | None, *, shared: bool = True) -> str:
        """The path of the picture for the page of an event, an article or anything; empty without one.

        Args:
            about: What the page is about.
            shared: Whether what has no picture of its own has the site's.
        """
        own = self._paths.get(about.id) if isinstance(about, Event) else None
        return own or (OF_SITE if shared and OF_SITE in self._cards else "")

    def files(self) -> Iterator[tuple[str, partial[bytes]]]:
        """Yield the path of each picture and what draws it."""
        return ((path, partial(draw, card)) for path, card in self._cards.items())
