"""What the site's tests share: an event to vary, pages without a theme, and an eye for their elements."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

import pytest

from dateline.model import Article, Event, Source
from dateline.site import Options, render

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

ARTICLE = Article(
    id="post-2020",
    title="Ferry sinks",
    text="The ferry sank on Friday.\n\nNobody was hurt.",
    outlet="Harbour Post",
    published="2020-01-06",
    url="https://post.example/ferry",
    place="Kesten",
)
EVENT = Event(
    id="2020-01-03-ferry-sinks",
    date="2020-01-03",
    title="Ferry sinks off Kesten",
    summary="Nobody was hurt.",
    actors=("Orsa",),
    places=("Kesten",),
    tags=("accident",),
    sources=(Source("post-2020", "The ferry sank on Friday.", dated="on Friday"),),
    path="events/2020/2020-01-03-ferry-sinks.yml",
)


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Outline(HTMLParser):
    """The elements of a page in order; fails on tags that do not close in turn."""

    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    def __post_init__(self):
        super().__init__()

    def handle_starttag(self, tag, attrs):
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop().tag == tag, f"</{tag}> closes another element"

    def handle_data(self, data):
        for element in self.open:
            element.text += data

    def all(self, tag: str, css_class: str | None = None) -> list[Element]:
        return [
            element
            for element in self.elements
            if element.tag == tag
            and (css_class is None or css_class in element.attributes.get("class", "").split())
        ]


def outline_of(html: str) -> Outline:
    page = Outline()
    page.feed(html)
    page.close()
    assert not page.open, f"left open: {[element.tag for element in page.open]}"
    return page


@pytest.fixture
def outline() -> Callable[[str], Outline]:
    return outline_of


@pytest.fixture
def event() -> Callable[..., Event]:
    """An event that differs from an ordinary one in the given fields."""
    return lambda **changes: replace(EVENT, **changes)


@pytest.fixture
def article() -> Callable[..., Article]:
    """An article that differs from an ordinary one in the given fields."""
    return lambda **changes: replace(ARTICLE, **changes)


@pytest.fixture
def options() -> Options:
    """Pages as they are, with no theme around them."""
    return Options(shell=lambda page: page.content)


@pytest.fixture
def pages(options) -> Callable[..., dict[str, str | bytes]]:
    """Everything rendered, by path."""

    def rendered(
        events: Sequence[Event], articles: Sequence[Article] = (ARTICLE,), **changes
    ) -> dict[str, str | bytes]:
        return dict(render(events, articles, replace(options, **changes)))

    return rendered
