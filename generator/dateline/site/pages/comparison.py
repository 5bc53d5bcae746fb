"""Who tells what: the pages of the table that sets events against outlets."""

from collections.abc import Callable
from functools import cache, partial
from html import escape

from markupsafe import Markup

from dateline.site import telling
from dateline.site.catalogue import section_path
from dateline.site.options import Page
from dateline.site.pages.press import Pages, Press

_DIFFERS = '<span class="dl-differs"><span class="dl-sign" aria-hidden="true">≠</span>'


def pages(press: Press) -> Pages:
    """Yield the pages of the table, which is made when the first of them is."""
    table = cache(partial(telling.matrix, press.catalogue))
    for path in telling.paths(press.catalogue):
        yield path, partial(_page, press, table, path)


def _rows(press: Press, year: telling.YearRows, *, with_others: bool) -> Markup:
    """The events of a year: most of such a page, so put together without a template."""
    rows = "".join([_row(press, row, with_others=with_others) for row in year.rows])
    return Markup(rows)  # noqa: S704 (escaped piece by piece)


def _row(press: Press, row: telling.Row, *, with_others: bool) -> str:
    view = press.views.event(row.event)
    said, words = press.words.number, press.words.table["telling"]
    passages = (*row.passages, row.others) if with_others else row.passages
    cells = "".join([f"<td><b>{said(number)}</b></td>" if number else "<td></td>" for number in passages])
    differing = "".join(
        [f"{_DIFFERS}{escape(words[what])}</span>" for what in press.views.differing(row.event)]
    )
    return (
        f'<tr><th scope="row"><a href="{view.href}" dir="auto">{view.title}</a> '
        f"<span>{escape(view.when)}</span></th>{cells}<td>{differing}</td></tr>\n"
    )


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
        rows=partial(_rows, press, with_others=matrix.left_out > 0),
    )
    is_of_year = len(pages) > 1
    title = f"{words['title']}, {press.words.year(years[0].number)}" if is_of_year else words["title"]
    return Page(path, title, content, words["lead"])
