"""The pages of people, places, tags and outlets: one for each, and a list of each section."""

from functools import partial
from urllib.parse import urlencode

from dateline.site import telling
from dateline.site.catalogue import Listing, section_path
from dateline.site.chronology import Year
from dateline.site.options import Page
from dateline.site.pages.home import EMBED
from dateline.site.pages.press import Pages, Press
from dateline.site.paging import year_digits
from dateline.site.views import Name

SECTIONS = ("people", "places", "tags", "outlets")


def pages(press: Press) -> Pages:
    """Yield the lists, each followed by the pages of its names."""
    for section in SECTIONS:
        listings = press.catalogue.sections[section]
        if listings:
            yield section_path(section), partial(_section, press, section)
        for listing in listings.values():
            yield listing.path, partial(_listing, press, section, listing)


def _section(press: Press, section: str) -> Page:
    path = section_path(section)
    words = press.words.table["sections"][section]
    listings = press.catalogue.sections[section].values()
    has_table = section == "outlets" and len(listings) > 1
    content = press.fill(
        "section.html",
        path,
        words=words,
        listings=listings,
        telling_path=telling.PATH if has_table else None,
    )
    return Page(path, words["title"], content, words["lead"])


def _listing(press: Press, section: str, listing: Listing) -> Page:
    def year_link(year: Year) -> str:
        """Lead to what the explorer finds of the name in a year."""
        number = year_digits(year.number)
        query = urlencode({section: listing.name, "from": number, "to": number})
        return f"{press.addresses.to('index.html')}?{query}"

    content = press.fill(
        "listing.html",
        listing.path,
        name=listing.name,
        section=press.words.table["sections"][section],
        section_path=section_path(section),
        embed=EMBED,
        embed_query=urlencode({section: listing.name}),
        articles=_articles(press, listing.name) if section == "outlets" else (),
        articles_cited=0 if section == "outlets" else press.articles_cited(listing.events),
        **press.shown(listing.events, year_link),
    )
    description = press.words.count("events", len(listing.events))
    return Page(listing.path, listing.name, content, f"{listing.name}: {description}")


def _articles(press: Press, outlet: str) -> list[tuple[Name, str]]:
    """The articles of an outlet with their dates of publication in words."""
    articles = press.catalogue.articles_of_outlet.get(outlet, ())
    return [(press.views.article(article), press.views.published(article)) for article in articles]
