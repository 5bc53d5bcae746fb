"""Pages that stand where an event or article would, were its file in order: a preview shows them."""

from functools import partial

from dateline.site.addresses import segment
from dateline.site.options import Page
from dateline.site.pages.press import Pages, Press


def pages(press: Press) -> Pages:
    """Yield a page for each file with faults in a folder of events or articles."""
    for file in press.options.faults:
        folder, _, name = file.rpartition("/")
        if folder:
            path = f"{folder.split('/')[0]}/{segment(name.rpartition('.')[0])}/index.html"
            yield path, partial(_page, press, path, file)


def _page(press: Press, path: str, file: str) -> Page:
    name = file.rpartition("/")[2]
    edit_url = press.options.edit_url(file)
    faults = press.faults(press.options.faults[file])
    content = press.fill("faulty.html", path, name=name, faults=faults, edit_url=edit_url)
    return Page(path, name, content, "", edit_url)
