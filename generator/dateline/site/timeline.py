"""The timeline itself as HTML: cards of events below the headings of their years and months.

Cards are most of a site, each event's on some five pages, so they are put together here, not by a template:
that takes a tenth of the time, and they need not be kept.
"""

from collections.abc import Iterable, Iterator
from html import escape
from urllib.parse import quote

from markupsafe import Markup

from dateline.model import Event
from dateline.site.chronology import Year
from dateline.site.views import EventView, Views
from dateline.site.wording import Wording


class Timeline:
    """Makes the cards of a site, for pages at any depth: `at` puts them on one.

    Args:
        views: Of the events.
        words: The words around them.
    """

    def __init__(self, views: Views, words: Wording) -> None:
        self._views = views
        self._words = words
        text = words.escaped()
        self._comma = escape(words.table["comma"])
        self._told_by = escape(text["told_by"])
        self._draft = (
            f'<p class="dl-draft" title="{escape(text["draft_note"])}">{escape(text["draft"])}</p>\n'
        )
        self._kinds = {
            kind: f'<span class="dl-kind">{escape(label)}</span> '
            for kind, label in words.table["kinds"].items()
        }

    def of_years(self, years: Iterable[Year], *, brief: bool = False) -> Markup:
        """Make all of some years, each below its heading."""
        html = "".join(
            f'<section class="dl-year" aria-labelledby="year-{year.number}">\n'
            f'<h2 id="year-{year.number}">{escape(self._words.year(year.number))}</h2>\n'
            f'<div class="dl-of-year">\n{"".join(self._groups(year, 3, brief=brief))}</div>\n</section>\n'
            for year in years
        )
        return Markup(html)  # noqa: S704 (escaped piece by piece)

    def of_year(self, year: Year, level: int) -> Markup:
        """Make the events of one year, their headings of a rank."""
        return Markup("".join(self._groups(year, level, brief=False)))  # noqa: S704 (escaped piece by piece)

    def _groups(self, year: Year, level: int, *, brief: bool) -> Iterator[str]:
        for month, events in year.groups:
            if month:
                title = escape(self._words.month(year.number, month))
                yield (
                    f'<div class="dl-of-month">\n<h{level} class="dl-month" id="month-{year.number}-{month}">'
                    f"{title}</h{level}>\n"
                )
            cards = self.cards(events, level + 1 if month else level, brief=brief)
            yield f'<ol class="dl-events" style="--n: {len(events)}">\n{cards}</ol>\n'
            if month:
                yield "</div>\n"

    def cards(
        self, events: Iterable[Event], level: int, *, is_anchor: bool = True, brief: bool = False
    ) -> Markup:
        """Make the cards of some events.

        Args:
            events: Which, in order.
            level: The rank of their headings.
            is_anchor: Whether links lead to the event on this page. Where the same event may stand twice, a
                card is no anchor and its date leads to the event's page.
            brief: Whether to leave out who tells it and who took part.
        """
        view = self._views.event
        html = "".join([self._card(view(event), level, is_anchor, brief) for event in events])
        return Markup(html)  # noqa: S704 (escaped piece by piece)

    def _card(self, view: EventView, level: int, is_anchor: bool, brief: bool) -> str:
        anchor = view.anchor
        opening, href = "", view.href
        if is_anchor:
            opening, href = f' id="{anchor}"', f"#{anchor if anchor.isascii() else quote(anchor)}"
        summary = f'<div class="dl-summary" dir="auto">{view.summary}</div>\n' if view.summary else ""
        return (
            f'<li class="dl-event"{opening} data-precision="{view.precision}"'
            f"{' data-vague' if view.vague else ''} "
            f'data-kind="{view.kind}" data-importance="{view.importance}">\n'
            f'<p class="dl-when"><a href="{href}">{when(view)}</a></p>\n<div class="dl-card">\n'
            f'<h{level} class="dl-title">{self.kind(view)}'
            f'<a href="{view.href}" dir="auto">{escape(view.title)}</a></h{level}>\n'
            f"{summary}{self._meta(view, brief)}</div>\n</li>\n"
        )

    def _meta(self, view: EventView, brief: bool) -> str:
        told = names = ""
        if view.outlets and not brief:
            outlets = self._comma.join(map(escape, view.outlets))
            told = f'<p class="dl-told">{self._told_by} {outlets}</p>\n'
        if view.names and not brief:
            names = f'<ul class="dl-names">{"".join(view.names)}</ul>\n'
        draft = self._draft if view.draft else ""
        return f'<div class="dl-meta">\n{told}{names}{draft}</div>\n' if told or names or draft else ""

    def kind(self, view: EventView) -> str:
        """Make the label of what did not simply happen."""
        return "" if view.kind == "happened" else self._kinds[view.kind]


def when(view: EventView) -> str:
    """Make the words of a date, as HTML knows dates where it does."""
    if view.machine_date:
        return f'<time datetime="{view.machine_date}">{escape(view.when)}</time>'
    return f"<span>{escape(view.when)}</span>"
