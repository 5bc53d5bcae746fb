"""The pages of a site: a room for each kind, and here what they make together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import chain

from markupsafe import Markup

from dateline.findings import Finding
from dateline.model import Article, Event
from dateline.site.catalogue import event_path, section_path
from dateline.site.data import FOLDER, data_files
from dateline.site.loaded import loaded_files
from dateline.site.open_data import Downloads, Heads, Listed, Pictures, sitemaps
from dateline.site.options import Options, Page
from dateline.site.pages import articles as of_articles
from dateline.site.pages import comparison as of_comparison
from dateline.site.pages import data as of_data
from dateline.site.pages import events as of_events
from dateline.site.pages import faulty as of_faulty_files
from dateline.site.pages import home as of_home
from dateline.site.pages import names as of_names
from dateline.site.pages import years as of_years
from dateline.site.pages.press import Press
from dateline.site.selecting import read_selection, select

# How the preview of a page begins that a theme or another plugin has made.
_PREVIEW = '<meta property="og:title"'
# In the order in which their pages are written.
_ROOMS = (of_events, of_years, of_names, of_comparison, of_articles)


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
        self.press: Press = Press(events, articles, options, earlier.press if earlier else None)
        """What the pages are made with; the next site takes over from it."""
        self._downloads = Downloads(self.press).files
        pictures = Pictures(self.press)
        self._pictures = dict(pictures.files())
        self._heads = Heads(self.press, self._downloads.values(), pictures)

    def home(self) -> str:
        """Make the timeline of the home page: HTML to stand below the page's own heading and introduction."""
        return of_home.home(self.press)

    def excerpt(self, text: str, name: str, first_line: int, level: int) -> tuple[str, list[Finding]]:
        """Make the timeline of a block in a page, and say what is wrong in it.

        Arguments as `read_selection`, and the rank of the headings. Its links are for any page, until `at`
        puts it on one.
        """
        catalogue = self.press.catalogue
        selection, findings = read_selection(text, name, first_line, catalogue)
        cards = self.press.timeline.cards(select(catalogue, selection), level, "excerpt")
        return str(self.press.fragment("excerpt.html", cards=cards)), findings

    def link(self, event_id: str, words: str | None = None) -> str | None:
        """Make the link to an event, for any page; its words are the event's title unless given.

        None when there is no such event.
        """
        event = self.ids.get(event_id)
        if event is None:
            return None
        href = self.press.views.event(event).href
        return Markup('<a href="{}">{}</a>').format(href, words or event.title)

    @cached_property
    def ids(self) -> dict[str, Event]:
        """The shown events by id."""
        return {event.id: event for event in self.press.catalogue.events}

    def description(self) -> str:
        """Say in one line what the timeline holds: "18 events, 2003–2030"."""
        return of_home.description(self.press)

    def sections(self) -> list[tuple[str, str]]:
        """Return the title and the URL, relative to the site's root, of each section that is not empty."""
        titles = self.press.words.table["sections"]
        catalogue = self.press.catalogue
        names = [name for name in of_names.SECTIONS if catalogue.sections[name]]
        names += ["articles"] if catalogue.articles else []
        to = self.press.addresses.from_root
        return [(titles[name]["title"], to(section_path(name))) for name in names]

    def data_page(self) -> tuple[str, str]:
        """Return the title and the URL, as `sections`, of the page of files for other programs."""
        return self.press.words.table["data"]["title"], self.press.addresses.from_root(of_data.PATH)

    def files(self) -> Iterator[tuple[str, str | bytes]]:
        """Make everything but the home page, as `render`."""
        yield from self.assets()
        yield from self._data_files()
        for path, file in self._downloads.items():
            yield path, file.make()
        for path, draw in self._pictures.items():
            yield path, draw()
        for path, make in self._pages():
            yield path, make()

    def assets(self) -> Iterator[tuple[str, str | bytes]]:
        """Yield the paths and contents of the files that pages load, whatever their events."""
        yield from loaded_files()

    @cached_property
    def _data(self) -> dict[str, str]:
        """The data files of the explorer, by path."""
        return dict(self._data_files())

    def _data_files(self) -> Iterator[tuple[str, str]]:
        press = self.press
        return data_files(press.catalogue, press.views, press.words, inline=press.where.is_inline)

    def paths(self) -> Iterator[str]:
        """Yield where the pages are, the home page not among them."""
        return (path for path, _ in self._pages())

    def page(self, path: str) -> str | bytes | None:
        """Make one page or data file; None where the site has none at this path."""
        if path.startswith(f"{FOLDER}/"):
            return self._data.get(path)
        if path in self._downloads:
            return self._downloads[path].make()
        make = self._by_path.get(path)
        return None if make is None else make()

    @cached_property
    def _by_path(self) -> dict[str, Callable[[], str]]:
        return dict(self._pages())

    def _pages(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Yield the path of each page and what makes it, in the order in which they are written."""
        yield of_home.EMBED, lambda: of_home.embed(self.press)
        faulty = dict(of_faulty_files.pages(self.press))
        for path, make in chain.from_iterable(room.pages(self.press) for room in _ROOMS):
            faulty.pop(path, None)
            yield path, partial(self._in_shell, make)
        yield (
            of_data.PATH,
            partial(self._in_shell, partial(of_data.page, self.press, self._downloads.values())),
        )
        for path, make in faulty.items():
            yield path, partial(self._in_shell, make)

    def _in_shell(self, make: Callable[[], Page]) -> str:
        page = make()
        return self.press.options.shell(page._replace(head=self._heads.of(page)))

    def put_head(self, page: Page, html: str) -> str:
        """Put what other programs look for into the head of a page that the site did not make.

        Args:
            page: What is known of it.
            html: The whole document. A preview that it has already stays the only one.
        """
        has_preview = _PREVIEW in html
        head = self._heads.links(page.path) if has_preview else self._heads.of(page)
        return html.replace("</head>", f"{head}</head>", 1)

    def sitemap(self, others: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Make the lists of all pages for search engines: paths and texts; none without an address.

        Args:
            others: The addresses of pages that the site did not make.
        """
        home, changed = self.press.options.address, self.press.options.changed
        if not home:
            return
        events = (event for event in self.press.catalogue.events if event.path in changed)
        times = {event_path(event): changed[event.path] for event in events}
        to = self.press.addresses.from_root
        listed = (Listed(home + to(path), times.get(path)) for path in self.paths() if path != of_home.EMBED)
        yield from sitemaps(home, chain(map(Listed, others), listed))
