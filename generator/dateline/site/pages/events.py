"""The page of each event: what it was, who says so, where to correct it."""

from functools import partial

from markupsafe import Markup

from dateline.model import Event
from dateline.site.catalogue import event_path
from dateline.site.options import Page
from dateline.site.pages.press import Pages, Press
from dateline.site.reports import report_url
from dateline.site.views import Name, SourceView


def pages(press: Press) -> Pages:
    """Yield the pages of all events."""
    events = _Events(press)
    for number, event in enumerate(press.catalogue.events):
        yield event_path(event), partial(events.page, number, event)


class _Events:
    def __init__(self, press: Press) -> None:
        self._press = press
        self._captions: dict[tuple[Name, Name | None, str | None], Markup] = {}

    def page(self, number: int, event: Event) -> Page:
        """Make the page of an event, the one of that number."""
        press = self._press
        events, views = press.catalogue.events, press.views
        view = views.event(event)
        sources = views.sources(event)
        edit_url = press.options.edit_url(event.path) if event.path else None
        content = press.fill(
            "event.html",
            event_path(event),
            event=view,
            sources=sources,
            caption=self._caption,
            differences=views.differences(event, sources),
            with_figures=any(source.telling.figures for source in sources if source.telling),
            edit_url=edit_url,
            report_url=self._report_url(event, view.when),
            faults=press.faults(press.options.faults.get(event.path, ())),
            earlier=views.event(events[number - 1]) if number else None,
            later=views.event(events[number + 1]) if number + 1 < len(events) else None,
        )
        description = f"{view.when}: {view.summary.striptags() or event.title}"
        return Page(event_path(event), event.title, content, description, edit_url)

    def _caption(self, source: SourceView) -> Markup:
        """Who published a source, and where: made once for all events that an article tells."""
        key = (source.outlet, source.article, source.url)
        caption = self._captions.get(key)
        if caption is None:
            caption = self._captions[key] = self._press.fragment("caption.html", source=source)
        return caption

    def _report_url(self, event: Event, when: str) -> str | None:
        options, words = self._press.options, self._press.words.table["text"]
        page = (options.address or "") and (
            f"{options.address}{self._press.addresses.from_root(event_path(event))}"
        )
        facts = [event.title, f"{when} ({event.date})", event.id, page]
        body = "\n".join([*(f"- {fact}" for fact in facts if fact), "", words["report_body"], ""])
        return report_url(options.repository, f"{words['report_title']}: {event.title}", body)
