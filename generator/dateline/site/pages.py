"""The pages: the templates filled for every event, article, person, place, tag and outlet."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, partial
from importlib import resources
from typing import Any, NamedTuple
from urllib.parse import urlencode

from markupsafe import Markup

from dateline.findings import Finding
from dateline.model import Article, Event
from dateline.site import telling
from dateline.site.addresses import Addresses, at, segment
from dateline.site.catalogue import Catalogue, Listing, article_path, event_path, section_path
from dateline.site.chronology import Year, by_year
from dateline.site.data import FOLDER, INDEX, data_files
from dateline.site.markup import safe_url
from dateline.site.options import Options, Page
from dateline.site.paging import INLINE, YearPage, month_path, parts, year_digits, year_pages, year_path
from dateline.site.reports import report_url
from dateline.site.selecting import read_selection, select
from dateline.site.templating import templates
from dateline.site.views import EventView, Name, SourceView, Views
from dateline.site.wording import Wording, wording

STYLESHEET = "assets/dateline.css"
"""What the pages look like inside any theme; every page links it."""

SCRIPT = "assets/dateline.js"
"""The explorer, which the home page loads; built from ``explorer/`` by ``make assets``."""

EMBED = "embed/index.html"
"""The timeline alone, for frames on other sites."""
_EMBED_SCRIPT = "assets/embed.js"

_CardKey = tuple[str, int, bool, Addresses]
"""Which card: its event, the rank of its heading, whether it is an anchor, how links are written."""

_SHEETS = ("assets/dateline.css", "assets/explorer.css")
# From so many events on, what is off the screen is left for later.
_LONG = 200
_LISTED = ("people", "places", "tags", "outlets")
_FAULTS_SHOWN = 20


def render(
    events: Sequence[Event], articles: Sequence[Article], options: Options
) -> Iterator[tuple[str, str | bytes]]:
    """Make every page and file of the site but the home page, one at a time.

    Args:
        events: All events, in any order; rejected ones are not shown.
        articles: All articles; their text is left alone unless ``options.publish_text``.
        options: How to make the pages.

    Yields:
        A path relative to the site's root, with slashes, and what to write there. The same arguments give
        the same bytes in the same order.

    Raises:
        DatelineError: There are no words in ``options.language``.
        EdtfError: The date of an event or article is none.
    """
    yield from Site(events, articles, options).files()


class _Neighbour(NamedTuple):
    """The page before or after another."""

    href: str
    title: str
    when: str = ""


class Site:
    """The pages of one site, for callers that need more of it than `render` gives.

    Args:
        events: As `render`.
        articles: As `render`.
        options: As `render`.
        earlier: The site as it was before an edit: what has not changed is taken over from it.
    """

    def __init__(
        self,
        events: Sequence[Event],
        articles: Sequence[Article],
        options: Options,
        earlier: "Site | None" = None,
    ) -> None:
        self._words: Wording = wording(options.language)
        self._addresses = Addresses(options.directory_urls)
        self._catalogue = Catalogue(events, articles, show_drafts=options.show_drafts)
        self.views: Views = Views(
            self._catalogue, self._words, self._addresses, earlier.views if earlier else None
        )
        self._options = options
        self._templates = templates(options.language, self._addresses)
        macros = self._templates.get_template("timeline.html").module
        self._make_card: Callable[[EventView, int, bool], Markup] = macros.card  # type: ignore[attr-defined]
        self.cards: dict[_CardKey, tuple[EventView, Markup]] = earlier.cards if earlier else {}
        """The cards made so far, for pages at any depth, with the view they show."""
        self._captions: dict[tuple[Name, Name | None, str | None], Markup] = {}
        self._pages: Mapping[str, Callable[[], str]] = self._all_pages()

    def home(self) -> str:
        """Make the timeline of the home page: HTML to stand below the page's own heading and introduction."""
        return self._fill("home.html", "index.html", **self._home())

    def _home(self) -> dict[str, Any]:
        faults = sorted(finding for findings in self._options.faults.values() for finding in findings)
        return {
            "faults": self._faults(faults),
            "drafts_hidden": not self._options.show_drafts,
            "data_folder": f"{FOLDER}/",
            "data_index": INDEX,
            "script": SCRIPT,
            "page_end": "" if self._options.directory_urls else "index.html",
            **self._timeline(self._catalogue.events, self._year_link),
        }

    def _year_link(self, year: Year) -> str:
        return self._addresses.to(year_path(year.number))

    def excerpt(self, text: str, name: str, first_line: int, level: int) -> tuple[str, list[Finding]]:
        """Make the timeline of a block in a page, and say what is wrong in it.

        Arguments as `read_selection`, and the rank of the headings. Its links are for any page, until `at`
        puts it on one.
        """
        selection, findings = read_selection(text, name, first_line, self._catalogue)
        events = select(self._catalogue, selection)
        template = self._templates.get_template("excerpt.html")
        return template.render(cards=self._cards(events, level, is_anchor=False)), findings

    def link(self, event_id: str, words: str | None = None) -> str | None:
        """Make the link to an event, for any page; its words are the event's title unless given.

        None when there is no such event.
        """
        event = self.ids.get(event_id)
        if event is None:
            return None
        return Markup('<a href="{}">{}</a>').format(self.views.event(event).href, words or event.title)

    @cached_property
    def ids(self) -> dict[str, Event]:
        """The shown events by id."""
        return {event.id: event for event in self._catalogue.events}

    def description(self) -> str:
        """Say in one line what the timeline holds: "18 events, 2003–2030"."""
        count = self._words.count("events", len(self._catalogue.events))
        years = [self._words.year(year.number) for year in self._years]
        return (
            self._words.table["comma"].join([count, "–".join(dict.fromkeys(years[:1] + years[-1:]))])
            if years
            else count
        )

    def sections(self) -> list[tuple[str, str]]:
        """Return the title and the URL, relative to the site's root, of each section that is not empty."""
        titles = self._words.table["sections"]
        names = [name for name in _LISTED if self._catalogue.sections[name]]
        names += ["articles"] if self._catalogue.articles else []
        return [(titles[name]["title"], self._addresses.from_root(section_path(name))) for name in names]

    def files(self) -> Iterator[tuple[str, str | bytes]]:
        """Make everything but the home page, as `render`."""
        yield from self.assets()
        yield from self._data.items()
        for path, make in self._pages.items():
            yield path, make()

    def assets(self) -> Iterator[tuple[str, str | bytes]]:
        """Yield the paths and contents of the files that pages load, whatever their events."""
        package = resources.files(__package__)
        yield STYLESHEET, b"\n".join((package / sheet).read_bytes() for sheet in _SHEETS)
        for path in (SCRIPT, _EMBED_SCRIPT):
            yield path, (package / path).read_bytes()

    @cached_property
    def _data(self) -> dict[str, str]:
        """The data files of the explorer, by path."""
        is_inline = len(self._catalogue.events) <= INLINE
        return dict(data_files(self._catalogue, self.views, self._words, inline=is_inline))

    def paths(self) -> AbstractSet[str]:
        """Return where the pages are, the home page not among them."""
        return self._pages.keys()

    def page(self, path: str) -> str | None:
        """Make one page or data file; None where the site has none at this path."""
        if path.startswith(f"{FOLDER}/"):
            return self._data.get(path)
        make = self._pages.get(path)
        return None if make is None else make()

    def _all_pages(self) -> dict[str, Callable[[], str]]:
        """What makes each page, by path, in the order in which they are written."""
        pages: dict[str, Callable[[], Page]] = {}
        for number, event in enumerate(self._catalogue.events):
            pages[event_path(event)] = partial(self._event_page, number, event)
        for number, page in enumerate(self._year_pages):
            pages[page.path] = partial(self._year_page, number, page)
        for section in _LISTED:
            listings = self._catalogue.sections[section]
            if listings:
                pages[section_path(section)] = partial(self._section_page, section)
            for listing in listings.values():
                pages[listing.path] = partial(self._listing_page, section, listing)
        for path in telling.paths(self._catalogue):
            pages[path] = partial(self._telling_page, path)
        if self._catalogue.articles:
            pages[section_path("articles")] = self._articles_page
        for article in self._catalogue.articles.values():
            pages[article_path(article)] = partial(self._article_page, article)
        for file in self._options.faults:
            folder, _, name = file.rpartition("/")
            path = f"{folder.split('/')[0]}/{segment(name.rpartition('.')[0])}/index.html"
            if folder and path not in pages:
                pages[path] = partial(self._faulty_page, path, file)
        in_shells = {path: partial(self._in_shell, make) for path, make in pages.items()}
        return {EMBED: self._embed, **in_shells}

    def _in_shell(self, make: Callable[[], Page]) -> str:
        return self._options.shell(make())

    def _embed(self) -> str:
        return self._fill(
            "embed.html",
            EMBED,
            title=self._options.title or self._words.table["theme"]["timeline"],
            stylesheet=STYLESHEET,
            embed_script=_EMBED_SCRIPT,
            description=self.description(),
            **self._home(),
        )

    def _event_page(self, number: int, event: Event) -> Page:
        events = self._catalogue.events
        view = self.views.event(event)
        sources = self.views.sources(event)
        edit_url = self._options.edit_url(event.path) if event.path else None
        content = self._fill(
            "event.html",
            event_path(event),
            event=view,
            sources=sources,
            caption=self._caption,
            differences=self.views.differences(event, sources),
            with_figures=any(source.telling.figures for source in sources if source.telling),
            edit_url=edit_url,
            report_url=self._report_url(event, view.when),
            faults=self._faults(self._options.faults.get(event.path, ())),
            earlier=self.views.event(events[number - 1]) if number else None,
            later=self.views.event(events[number + 1]) if number + 1 < len(events) else None,
        )
        description = f"{view.when}: {view.summary.striptags() or event.title}"
        return Page(event_path(event), event.title, content, description, edit_url)

    def _caption(self, source: SourceView) -> Markup:
        """Who published a source, and where: made once for all events that an article tells."""
        key = (source.outlet, source.article, source.url)
        caption = self._captions.get(key)
        if caption is None:
            html = self._templates.get_template("caption.html").render(source=source)
            caption = self._captions[key] = Markup(html)  # noqa: S704 (the template escapes)
        return caption

    def _report_url(self, event: Event, when: str) -> str | None:
        words = self._words.table["text"]
        page = (self._options.address or "") and (
            f"{self._options.address}{self._addresses.from_root(event_path(event))}"
        )
        facts = [event.title, f"{when} ({event.date})", event.id, page]
        body = "\n".join([*(f"- {fact}" for fact in facts if fact), "", words["report_body"], ""])
        return report_url(self._options.repository, f"{words['report_title']}: {event.title}", body)

    @cached_property
    def _years(self) -> list[Year]:
        return by_year(self._catalogue.events)

    @cached_property
    def _year_pages(self) -> list[YearPage]:
        """The pages of a timeline too long for the home page."""
        return list(year_pages(self._years)) if len(self._catalogue.events) > INLINE else []

    def _year_page(self, number: int, page: YearPage) -> Page:
        def neighbour(number: int) -> _Neighbour | None:
            if not 0 <= number < len(self._year_pages):
                return None
            other = self._year_pages[number]
            return _Neighbour(self._addresses.to(other.path), self._year_title(other))

        title = self._year_title(page)
        total = page.year.count + sum(len(month.events) for month in page.months)
        content = self._fill(
            "year.html",
            page.path,
            title=title,
            total=total,
            years=self._years,
            busiest=max(year.count for year in self._years),
            year_link=self._year_link,
            year=page.year,
            month_links=[
                {
                    "path": month_path(page.year.number, month.number),
                    "title": self._words.month(page.year.number, month.number),
                    "count": len(month.events),
                }
                for month in page.months
            ],
            earlier=neighbour(number - 1),
            later=neighbour(number + 1),
        )
        return Page(page.path, title, content, self._words.count("events", total))

    def _year_title(self, page: YearPage) -> str:
        year = page.year.number
        return self._words.year(year) if page.month is None else self._words.month(year, page.month)

    def _section_page(self, section: str) -> Page:
        words = self._words.table["sections"][section]
        path = section_path(section)
        listings = self._catalogue.sections[section].values()
        has_table = section == "outlets" and len(listings) > 1
        content = self._fill(
            "section.html",
            path,
            words=words,
            listings=listings,
            telling_path=telling.PATH if has_table else None,
        )
        return Page(path, words["title"], content, words["lead"])

    def _listing_page(self, section: str, listing: Listing) -> Page:
        content = self._fill(
            "listing.html",
            listing.path,
            name=listing.name,
            section=self._words.table["sections"][section],
            section_path=section_path(section),
            embed=EMBED,
            embed_query=urlencode({section: listing.name}),
            articles=self._articles_of(listing.name) if section == "outlets" else (),
            **self._timeline(listing.events, partial(self._filtered, section, listing.name)),
        )
        description = self._words.count("events", len(listing.events))
        return Page(listing.path, listing.name, content, f"{listing.name}: {description}")

    def _articles_of(self, outlet: str) -> list[tuple[Name, str]]:
        """Return the articles of an outlet with their dates of publication in words."""
        articles = self._catalogue.articles_of_outlet.get(outlet, ())
        return [(self.views.article(article), self.views.published(article)) for article in articles]

    @cached_property
    def _matrix(self) -> telling.Matrix:
        return telling.matrix(self._catalogue)

    def _telling_page(self, path: str) -> Page:
        words = self._words.table["telling"]
        pages = self._matrix.pages
        years = pages[path]
        content = self._fill(
            "telling.html",
            path,
            title=words["title"],
            section=self._words.table["sections"]["outlets"],
            section_path=section_path("outlets"),
            pages=[
                {"path": other, "title": self._words.year(shown[0].number), "current": other == path}
                for other, shown in sorted(pages.items(), key=lambda page: page[1][0].number)
            ],
            outlets=[self.views.name("outlets", outlet) for outlet in self._matrix.outlets],
            left_out=self._matrix.left_out,
            years=years,
            view=self.views.event,
            differing=self.views.differing,
        )
        title = (
            f"{words['title']}, {self._words.year(years[0].number)}"
            if pages.keys() > {path}
            else words["title"]
        )
        return Page(path, title, content, words["lead"])

    def _articles_page(self) -> Page:
        words = self._words.table["sections"]["articles"]
        articles = [
            {
                "article": article,
                "path": article_path(article),
                "published": self.views.published(article),
                "count": len(self._catalogue.events_of_article.get(article.id, ())),
            }
            for article in self._catalogue.articles.values()
        ]
        path = section_path("articles")
        content = self._fill("articles.html", path, words=words, articles=articles)
        return Page(path, words["title"], content, words["lead"])

    def _article_page(self, article: Article) -> Page:
        file = f"articles/{article.id}.md"
        edit_url = self._options.edit_url(file)
        content = self._fill(
            "article.html",
            article_path(article),
            article=article,
            url=safe_url(article.url),
            published=self.views.published(article),
            paragraphs=article.text.split("\n\n") if self._options.publish_text else (),
            section=self._words.table["sections"]["articles"],
            section_path=section_path("articles"),
            edit_url=edit_url,
            faults=self._faults(self._options.faults.get(file, ())),
            **self._timeline(self._catalogue.events_of_article.get(article.id, ())),
        )
        return Page(article_path(article), article.title, content, article.title, edit_url)

    def _faulty_page(self, path: str, file: str) -> Page:
        """Stands where an event or article would, were its file in order."""
        name = file.rpartition("/")[2]
        edit_url = self._options.edit_url(file)
        faults = self._faults(self._options.faults[file])
        content = self._fill("faulty.html", path, name=name, faults=faults, edit_url=edit_url)
        return Page(path, name, content, "", edit_url)

    def _faults(self, findings: Iterable[Finding]) -> Markup:
        """The banner that says what is wrong; empty where nothing is."""
        found = list(findings)
        if not found:
            return Markup("")
        template = self._templates.get_template("faults.html")
        html = template.render(
            findings=found[:_FAULTS_SHOWN], total=len(found), more=len(found[_FAULTS_SHOWN:])
        )
        return Markup(html)  # noqa: S704 (the template escapes)

    def _timeline(
        self, events: Sequence[Event], year_link: Callable[[Year], str] | None = None
    ) -> dict[str, Any]:
        """What templates need to show events; ``year_link`` leads to a year's where they are too many."""
        years = by_year(events)
        is_inline = year_link is None or len(events) <= INLINE
        cited = {source.article for event in events for source in event.sources}
        return {
            "years": years,
            "busiest": max((year.count for year in years), default=0),
            "total": len(events),
            "is_inline": is_inline,
            "is_long": len(events) > _LONG,
            "year_link": None if is_inline else year_link,
            "parts_shown": [] if is_inline else parts(events),
            "articles_cited": len(cited & self._catalogue.articles.keys()),
        }

    def _filtered(self, section: str, name: str, year: Year) -> str:
        """Return the link to what the explorer finds of a name in a year."""
        number = year_digits(year.number)
        query = urlencode({section: name, "from": number, "to": number})
        return f"{self._addresses.to('index.html')}?{query}"

    def _fill(self, template: str, path: str, **values: Any) -> str:  # noqa: ANN401 (templates take anything)
        return at(path, self._templates.get_template(template).render(cards=self._cards, **values))

    def _cards(self, events: Iterable[Event], level: int, *, is_anchor: bool = True) -> Markup:
        """Some events on a timeline, each made once for all pages; `at` puts them on one."""
        cards = "".join(self._card(event, level, is_anchor) for event in events)
        return Markup(cards)  # noqa: S704 (the template escapes)

    def _card(self, event: Event, level: int, is_anchor: bool) -> Markup:
        view = self.views.event(event)
        key = (event.id, level, is_anchor, self._addresses)
        known = self.cards.get(key)
        if known is None or known[0] is not view:
            known = self.cards[key] = (view, self._make_card(view, level, is_anchor))
        return known[1]
