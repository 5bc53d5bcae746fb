"""The theme around the pages, from the templates that MkDocs uses, too."""

import posixpath
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urljoin, urlsplit

import yaml
from jinja2 import Environment, PackageLoader, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from dateline.site import STYLESHEET, Addresses, Page, wording
from dateline.standalone.navigation import Navigation
from dateline.standalone.settings import Settings

_THEME = resources.files("dateline.site.theme")
_NOWHERE = "\0"
_NO_COPIES = (".py", ".yml", ".html")


class Frame:
    """What stands around every page.

    Args:
        settings: Of the site.
    """

    nav: Navigation

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._addresses = Addresses(settings.directory_urls)
        words = wording(settings.language).table
        theme = yaml.safe_load((_THEME / "mkdocs_theme.yml").read_text(encoding="utf-8"))
        self._config = {
            "theme": theme
            | {"language": settings.language, "direction": words["direction"], "words": words["theme"]},
            "site_name": settings.site_name,
            "site_description": settings.site_description,
            "site_author": "",
            "site_favicon": None,
            "extra_css": [STYLESHEET, *settings.extra_css],
            "extra_javascript": settings.extra_javascript,
            "repo_url": settings.repo_url,
            "copyright": settings.copyright,
            "use_directory_urls": settings.directory_urls,
        }
        # Nothing is escaped by itself: as in MkDocs, the templates say what is.
        self._templates = Environment(loader=PackageLoader("dateline.site", "theme"))  # noqa: S701
        self._templates.filters |= {"url": _url, "script_tag": _script_tag}

    def around(self, page: Page, *, written: bool = False, home: bool = False) -> str:
        """Put the frame around a page.

        Args:
            page: The page.
            written: Whether a person wrote it.
            home: Whether it is the home page.
        """
        url = self._addresses.from_root(page.path)
        self.nav.show(url)
        shown = {
            "title": Markup.escape(page.title),
            "content": page.content,
            "meta": {"description": page.description, "dateline": not written},
            "canonical_url": Markup.escape(self._settings.site_url and self._settings.site_url + url),
            "edit_url": Markup.escape(page.edit_url or ""),
            "is_homepage": home,
        }
        html = self._filled("main.html", page.path, shown)
        return html.replace("</head>", f"{page.head}</head>", 1)

    def missing(self) -> str:
        """Make the page for addresses that lead nowhere, from wherever it is asked for."""
        self.nav.show(_NOWHERE)
        return self._filled("404.html", None, None)

    def _filled(self, template: str, path: str | None, page: dict[str, Any] | None) -> str:
        made = self._templates.get_template(template)
        base = urlsplit(self._settings.site_url).path or "/"
        return made.render(config=self._config, nav=self.nav, page=page, path=path, base=base)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files that the frame loads."""
        return _files(_THEME, PurePosixPath())


def way(page: str, url: str) -> str:
    """Return the URL that leads from a page to one that is told from the root of the site."""
    if url.startswith(("/", "#")) or ":" in url.split("/", maxsplit=1)[0]:
        return url
    target = "" if url == "." else url
    found = posixpath.relpath(target or ".", posixpath.dirname(page) or ".")
    return f"{found}/" if not target or target.endswith("/") else found


@pass_context
def _url(context: Context, url: str) -> str:
    page: str | None = context["path"]
    # The page for what is missing stands at any address, so it needs whole paths.
    return way(page, url) if page else urljoin(context["base"], "" if url == "." else url)


@pass_context
def _script_tag(context: Context, script: str) -> str:
    return Markup('<script src="{}"></script>').format(_url(context, script))


def _files(folder: Traversable, path: PurePosixPath) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            if not entry.name.startswith("_"):
                yield from _files(entry, path / entry.name)
        elif not entry.name.endswith(_NO_COPIES):
            yield (path / entry.name).as_posix(), entry.read_bytes()
