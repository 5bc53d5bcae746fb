"""The navigation of the frame, as the theme's templates ask for it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Item:
    """A page, a link, or a section with its children."""

    title: str
    url: str = ""
    """From the root of the site; empty for the home page and for a section."""
    is_page: bool = False
    is_homepage: bool = False
    active: bool = False
    """Whether the page shown is this one or in it."""
    children: list["Item"] = field(default_factory=list)

    @property
    def is_section(self) -> bool:
        """Whether it has children instead of a page."""
        return bool(self.children)


@dataclass(slots=True)
class Navigation:
    """All items, and the home page among them."""

    items: list[Item]
    homepage: Item

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def show(self, url: str) -> None:
        """Mark what leads to the page at a URL, from the root of the site."""
        for item in self.items:
            _mark(item, url)


def _mark(item: Item, url: str) -> bool:
    inside = [_mark(child, url) for child in item.children]
    own = (
        item.url == url
        if item.is_page
        else bool(item.url) and url.startswith(item.url.removesuffix("index.html"))
    )
    item.active = any(inside) or (own and not item.is_section)
    return item.active


def navigation(
    said: Sequence[Any], pages: dict[str, Item], sections: Sequence[tuple[str, str]]
) -> Navigation:
    """Make the navigation.

    Args:
        said: As in mkdocs.yml; empty for all pages in order.
        pages: The site's own pages by the path of their file.
        sections: Title and URL of the lists of the timeline.
    """
    items = [found for entry in said for found in _items(entry, pages)] if said else _by_folder(pages)
    items += [Item(title, url) for title, url in sections]
    return Navigation(items, pages["index.md"])


def _by_folder(pages: Mapping[str, Item]) -> list[Item]:
    """The pages of a folder, then a section for each folder in it."""
    items = [item for file, item in pages.items() if "/" not in file]
    folders: dict[str, dict[str, Item]] = defaultdict(dict)
    for file, item in pages.items():
        folder, slash, name = file.partition("/")
        if slash:
            folders[folder][name] = item
    return items + [Item(said_of(folder), children=_by_folder(inside)) for folder, inside in folders.items()]


def said_of(name: str) -> str:
    """The name of a file or folder as words."""
    words = name.replace("-", " ").replace("_", " ")
    return words.capitalize() if words.islower() else words


def _items(entry: Any, pages: dict[str, Item]) -> Iterator[Item]:  # noqa: ANN401 (as YAML has it)
    if isinstance(entry, str):
        if entry in pages:
            yield pages[entry]
    elif isinstance(entry, dict):
        for title, value in entry.items():
            if isinstance(value, list):
                children = [found for child in value for found in _items(child, pages)]
                if children:
                    yield Item(str(title), children=children)
            elif value in pages:
                pages[value].title = str(title)
                yield pages[value]
            elif isinstance(value, str):
                yield Item(str(title), value)
