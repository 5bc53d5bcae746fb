"""A site that takes over what has not changed from the one before an edit."""

from dataclasses import replace

import pytest

from dateline.model import Article, Event, Source
from dateline.site import Options, Site

ARTICLE = Article("post", "Ferry sinks", "The ferry sank.", outlet="Harbour Post", published="2020-01-06")
FERRY = Event(
    "ferry-sinks",
    "2020-01-03",
    "Ferry sinks",
    actors=("Orsa",),
    places=("Kesten",),
    sources=(Source("post", "The ferry sank."),),
)
BRIDGE = Event("bridge-opens", "2021", "Bridge opens", actors=("Orsa!",), tags=("opening",))
OPTIONS = Options(shell=lambda page: page.content)


def everything(site):
    return [("index.html", site.home()), *site.files()]


@pytest.mark.parametrize(
    ("events", "articles", "options"),
    [
        ([FERRY, replace(BRIDGE, title="Bridge is opened")], [ARTICLE], OPTIONS),
        ([FERRY, BRIDGE, Event("new", "2019", "Older one")], [ARTICLE], OPTIONS),
        ([BRIDGE], [ARTICLE], OPTIONS),
        ([FERRY, BRIDGE], [replace(ARTICLE, outlet="Evening Post")], OPTIONS),
        ([FERRY, BRIDGE], [], OPTIONS),
        ([replace(FERRY, actors=("Zeta",)), BRIDGE], [ARTICLE], OPTIONS),
        ([FERRY, BRIDGE], [ARTICLE], replace(OPTIONS, directory_urls=False)),
        ([FERRY, replace(BRIDGE, status="reviewed")], [ARTICLE], replace(OPTIONS, show_drafts=False)),
        ([replace(FERRY), replace(BRIDGE)], [ARTICLE], OPTIONS),
    ],
    ids=["title", "new", "gone", "outlet", "article gone", "address of a name", "urls", "drafts", "equal"],
)
def test_after_an_edit_all_pages_are_as_if_made_afresh(events, articles, options):
    earlier = Site([FERRY, BRIDGE], [ARTICLE], OPTIONS)
    everything(earlier)
    assert everything(Site(events, articles, options, earlier)) == everything(Site(events, articles, options))


def test_one_page_is_made_as_all_of_them_are():
    site = Site([FERRY, BRIDGE], [ARTICLE], OPTIONS)
    files = dict(site.files())
    assert {path: site.page(path) for path in site.paths()} == {
        path: content for path, content in files.items() if path.endswith(".html")
    }
    assert site.page("events/none/index.html") is None
