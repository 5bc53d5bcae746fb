"""Who tells what: the pages of the table that sets events against outlets."""

from collections.abc import Callable, Iterable
from functools import cache, partial

from markupsafe import Markup

from dateline.site import telling
from dateline.site.catalogue import section_path
from dateline.site.options import Page
from dateline.site.pages.press import Pages, Press


def pages(press: Press) -> Pages:
    """Yield the pages of the table, which is made when the first of them is."""
    table = cache(partial(telling.matrix, press.catalogue))
    for path in telling.paths(press.catalogue):
        yield path, partial(_page, press, table, path)


def _cells(press: Press, passages: Iterable[int]) -> Markup:
    """The cells of a row: most of such a page, so put together without a template."""
    said = press.words.number
    cells = "".join([f"<td><b>{said(number)}</b></td>" if number else "<td></td>" for number in passages])
    return Markup(cells)  # noqa: S704 (numbers)


def _page(press: Press, table: Callable[[], telling.Matrix], path: str) -> Page:
    matrix = table()
    words = press.words.table["telling"]
    pages = matrix.pages
    years = pages[path]
    content = press.fill(
        "telling.html",
        path,
        title=words["title"],
        section=press.words.table["sections"]["outlets"],
        section_path=section_path("outlets"),
        pages=[
            {"path": other, "title": press.words.year(shown[0].number), "current": other == path}
            for other, shown in sorted(pages.items(), key=lambda page: page[1][0].number)
        ],
        outlets=[press.views.name("outlets", outlet) for outlet in matrix.outlets],
        left_out=matrix.left_out,
        years=years,
        cells=partial(_cells, press),
        view=press.views.event,
        differing=press.views.differing,
    )
    is_of_year = len(pages) > 1
    title = f"{words['title']}, {press.words.year(years[0].number)}" if is_of_year else words["title"]
    return Page(path, title, content, words["lead"])
