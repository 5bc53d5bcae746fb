"""The page of each event: what it was, who says so, where to correct it."""

from functools import partial
from html import escape

from dateline.model import Event
from dateline.site.addresses import at
from dateline.site.catalogue import event_path
from dateline.site.markup import summary_text
from dateline.site.options import Page
from dateline.site.pages.press import Pages, Press
from dateline.site.reports import report_url
from dateline.site.views import EventView


def pages(press: Press) -> Pages:
    """Yield the pages of all events that have one."""
    events = _Events(press)
    for number, event in enumerate(press.catalogue.events):
        if press.where.has_page(event):
            yield event_path(event), partial(events.page, number, event)


class _Events:
    """Puts the pages together piece by piece: they are most of a site, and templates take far longer."""

    def __init__(self, press: Press) -> None:
        self._press = press
        self._text = press.words.escaped()

    def page(self, number: int, event: Event) -> Page:
        """Make the page of an event, the one of that number."""
        press = self._press
        view = press.views.event(event)
        path = event_path(event)
        edit_url = press.options.edit_url(event.path) if event.path else None
        html = (
            f'<article class="dateline dl-page" data-kind="{event.kind}">\n'
            f"{press.faults(press.options.faults.get(event.path, ()))}{self._head(view)}"
            f"{self._told(event)}{self._foot(view, edit_url)}{self._neighbours(number)}</article>\n"
        )
        description = f"{view.when}: {summary_text(event.summary) or event.title}"
        return Page(path, event.title, at(path, html), description, edit_url, event)

    def _head(self, view: EventView) -> str:
        draft = f' <span class="dl-draft">{self._text["draft"]}</span>' if view.draft else ""
        vague = " data-vague" if view.vague else ""
        lines = [
            f'<p class="dl-when" data-precision="{view.precision}"{vague}>{view.said}{draft}</p>',
            f'<h1 dir="auto">{self._press.timeline.kind(view)}{view.title}</h1>',
        ]
        if view.summary:
            lines.append(f'<div class="dl-lead" dir="auto">{view.summary}</div>')
        if view.kind != "happened":
            lines.append(f'<p class="dl-note">{escape(self._press.words.table["kind_notes"][view.kind])}</p>')
        if view.names or view.tags:
            lines.append(f'<ul class="dl-names">{"".join(view.names + view.tags)}</ul>')
        return '<header class="dl-head">\n{}\n</header>\n'.format("\n".join(lines))

    def _told(self, event: Event) -> str:
        told = self._press.sources.of(event, 3)
        if not told:
            return ""
        title = f'<h2 id="sources">{self._text["sources"]}</h2>'
        return f'<section class="dl-sources" aria-labelledby="sources">\n{title}\n{told}</section>\n'

    def _foot(self, view: EventView, edit_url: str | None) -> str:
        report = self._report_url(view)
        links = [
            f'<a class="dl-edit" href="{escape(url)}">{words}</a>'
            for url, words in ((edit_url, self._text["correct"]), (report, self._text["report"]))
            if url
        ]
        note = f'<p class="dl-note">{self._text["draft_note"]}</p>\n' if view.draft else ""
        shown = f"<p>{' '.join(links)}</p>\n" if links else ""
        return f'<footer class="dl-foot">\n{note}{shown}</footer>\n' if note or shown else ""

    def _neighbours(self, number: int) -> str:
        events = self._press.catalogue.events
        links = ""
        if number:
            links += self._neighbour("prev", "earlier", events[number - 1])
        if number + 1 < len(events):
            links += self._neighbour("next", "later", events[number + 1])
        label = self._text["earlier_later"]
        return f'<nav class="dl-neighbours" aria-label="{label}">\n{links}</nav>\n' if links else ""

    def _neighbour(self, rel: str, words: str, event: Event) -> str:
        view = self._press.views.event(event)
        return (
            f'<a rel="{rel}" href="{view.href}"><small>{self._text[words]} · {escape(view.when)}</small> '
            f'<span dir="auto">{view.title}</span></a>\n'
        )

    def _report_url(self, view: EventView) -> str | None:
        event, options, words = view.event, self._press.options, self._press.words.table["text"]
        page = f"{options.address}{self._press.addresses.from_root(event_path(event))}"
        where = page if options.address else event.id
        body = f"- {view.when} ({event.date})\n- {where}\n\n{words['report_body']}\n"
        return report_url(options.repository, f"{words['report_title']}: {event.title}", body)
