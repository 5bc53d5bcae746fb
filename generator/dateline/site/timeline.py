"""The timeline itself as HTML: cards of events below the headings of their years and months.

Cards are most of a site, each event's on some five pages, so they are put together here, not by a template:
that takes a tenth of the time, and they need not be kept.
"""

from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import Literal
from urllib.parse import quote

from markupsafe import Markup

from dateline.model import Event
from dateline.site.chronology import Year
from dateline.site.sources import Sources
from dateline.site.views import EventView, Views
from dateline.site.wording import Wording

Form = Literal["place", "front", "excerpt", "brief"]
"""What a card is: an event in its place on the timeline, whole where it has no page of its own; one of some
on the front page of a long timeline; one in a page that people write, which may show it twice and so has no
anchor; or, in the list of a name or an article, only when what happened."""


class Timeline:
    """Makes the cards of a site, for pages at any depth: `at` puts them on one.

    Args:
        views: Of the events.
        words: The words around them.
        sources: Makes what their sources say.
        edit_url: Where a file of the content folder is edited, if anywhere.
    """

    def __init__(
        self, views: Views, words: Wording, sources: Sources, edit_url: Callable[[str], str | None]
    ) -> None:
        self._views = views
        self._words = words
        self._sources = sources
        self._edit_url = edit_url
        self._text = text = words.escaped()
        self._comma = escape(words.table["comma"])
        self._told_by = escape(text["told_by"])
        self._draft = (
            f'<p class="dl-draft" title="{escape(text["draft_note"])}">{escape(text["draft"])}</p>\n'
        )
        self._kinds = {
            kind: f'<span class="dl-kind">{escape(label)}</span> '
            for kind, label in words.table["kinds"].items()
        }

    def rail(
        self,
        years: Iterable[Year],
        busiest: int,
        year_link: Callable[[Year], str] | None = None,
        here: int | None = None,
    ) -> Markup:
        """Make the way to each year: to its heading, or to where ``year_link`` leads for it.

        Args:
            years: In order.
            busiest: How many events the year has that has most.
            year_link: Where a year is, if it is on another page.
            here: The year whose page it is.
        """
        items = ""
        following: int | None = None
        for year in years:
            gap = ' class="dl-gap"' if following is not None and year.number > following else ""
            current = ' aria-current="true"' if year.number == here else ""
            href = escape(year_link(year)) if year_link else f"#year-{year.number}"
            said, count = escape(self._words.year(year.number)), year.count
            label = f"{said}{self._comma}{escape(self._words.count('events', count))}"
            items += (
                f'<li style="--n: {count}"{gap}><a href="{href}"{current} aria-label="{label}">'
                f"{said} <span>{escape(self._words.number(count))}</span></a></li>\n"
            )
            following = year.number + 1
        opening = f'<nav class="dl-years" aria-label="{self._text["years"]}" style="--busiest: {busiest}">'
        return Markup(f"{opening}\n<ol>\n{items}</ol>\n</nav>\n")  # noqa: S704 (escaped piece by piece)

    def of_years(self, years: Iterable[Year], form: Form = "place") -> Markup:
        """Make all of some years, each below its heading."""
        html = "".join(
            f'<section class="dl-year" aria-labelledby="year-{year.number}">\n'
            f'<h2 id="year-{year.number}">{escape(self._words.year(year.number))}</h2>\n'
            f'<div class="dl-of-year">\n{"".join(self._groups(year, 3, form))}</div>\n</section>\n'
            for year in years
        )
        return Markup(html)  # noqa: S704 (escaped piece by piece)

    def of_year(self, year: Year, level: int) -> Markup:
        """Make the events of one year, their headings of a rank."""
        return Markup("".join(self._groups(year, level, "place")))  # noqa: S704 (escaped piece by piece)

    def _groups(self, year: Year, level: int, form: Form) -> Iterator[str]:
        for month, events in year.groups:
            if month:
                title = escape(self._words.month(year.number, month))
                yield (
                    f'<div class="dl-of-month">\n<h{level} class="dl-month" id="month-{year.number}-{month}">'
                    f"{title}</h{level}>\n"
                )
            cards = self.cards(events, level + 1 if month else level, form)
            yield f'<ol class="dl-events" style="--n: {len(events)}">\n{cards}</ol>\n'
            if month:
                yield "</div>\n"

    def cards(self, events: Iterable[Event], level: int, form: Form) -> Markup:
        """Make the cards of some events, given in order, their headings of a rank."""
        view = self._views.event
        html = "".join([self._card(view(event), level, form) for event in events])
        return Markup(html)  # noqa: S704 (escaped piece by piece)

    def _card(self, view: EventView, level: int, form: Form) -> str:
        anchor, said = view.anchor, view.said
        opening, href, rest = "", view.href, ""
        if form in {"place", "front"}:
            opening, here = f' id="{anchor}"', f"#{anchor if anchor.isascii() else quote(anchor)}"
            said = f'<a href="{here}">{said}</a>'
            if form == "place" and not self._views.where.has_page(view.event):
                href, rest = here, self._rest(view, level + 1)
        elif form == "excerpt":
            said = f'<a href="{href}">{said}</a>'
        summary = f'<div class="dl-summary" dir="auto">{view.summary}</div>\n' if view.summary else ""
        return (
            f'<li class="dl-event"{opening} data-precision="{view.precision}"'
            f"{' data-vague' if view.vague else ''} "
            f'data-kind="{view.kind}" data-importance="{view.importance}">\n'
            f'<p class="dl-when">{said}</p>\n<div class="dl-card">\n'
            f'<h{level} class="dl-title">{self.kind(view)}'
            f'<a href="{href}" dir="auto">{view.title}</a></h{level}>\n'
            f"{summary}{self._meta(view, form)}{rest}</div>\n</li>\n"
        )

    def _meta(self, view: EventView, form: Form) -> str:
        told = names = ""
        if view.outlets and form != "brief":
            outlets = self._comma.join(map(escape, view.outlets))
            told = f'<p class="dl-told">{self._told_by} {outlets}</p>\n'
        if view.names and form != "brief":
            names = f'<ul class="dl-names">{"".join(view.names)}</ul>\n'
        draft = self._draft if view.draft else ""
        return f'<div class="dl-meta">\n{told}{names}{draft}</div>\n' if told or names or draft else ""

    def _rest(self, view: EventView, level: int) -> str:
        """What other events have on their page: tags, sources, where to correct it."""
        tags = f'<ul class="dl-names">{"".join(view.tags)}</ul>\n' if view.tags else ""
        told = self._sources.of(view.event, level)
        url = self._edit_url(view.event.path) if view.event.path else None
        edit = f'<p><a class="dl-edit" href="{escape(url)}">{self._text["correct"]}</a></p>\n' if url else ""
        if not (tags or told or edit):
            return ""
        summary = f"<summary>{self._text['sources']}</summary>"
        return f'<details class="dl-more">{summary}\n{tags}{told}{edit}</details>\n'

    def kind(self, view: EventView) -> str:
        """Make the label of what did not simply happen."""
        return "" if view.kind == "happened" else self._kinds[view.kind]
