"""The theme around the generated pages, rendered once per kind of page."""

import re
from typing import NamedTuple

from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from dateline.site import Addresses, Page


class _Kind(NamedTuple):
    """Pages of one kind share a shell: they stand as deep below the root, below the same item of the nav."""

    section: str
    depth: int
    editable: bool


class Shells:
    """The theme around a page, rendered once per kind of page and cut where the pages differ."""

    env: Environment
    nav: Navigation

    # Words that no site contains by chance and that no filter of a template changes. The content shows a
    # heading, for want of which some themes add their own.
    _GAPS = (
        "datelinegaptitle",
        "<!--<h1 datelinegapcontent-->",
        "datelinegapdescription",
        "datelinegapurl",
        "datelinegapedit",
        "<!--datelinegaphead-->",
    )

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        self._config = config
        self._files = files
        self._addresses = Addresses(config.use_directory_urls)
        self._cut: dict[_Kind, list[str]] = {}

    def wrap(self, page: Page) -> str:
        """Put the theme around a page."""
        folders = page.path.split("/")
        kind = _Kind(folders[0], len(folders), page.edit_url is not None)
        shell = self._cut.get(kind)
        if shell is None:
            shell = self._cut[kind] = re.split(f"({'|'.join(self._GAPS)})", self._render(kind))
        url = self._addresses.from_root(page.path)
        title, content, description, address, edit, head = self._GAPS
        filling = {
            title: escape(page.title),
            content: page.content,
            description: escape(page.description),
            address: escape(f"{self.root}{url}"),
            edit: escape(page.edit_url or ""),
            head: page.head,
        }
        return "".join([filling.get(part, part) for part in shell])

    @property
    def root(self) -> str:
        """The address of the site, with a slash at its end; empty where it is not known."""
        root = self._config.site_url or ""
        return root if root.endswith("/") or not root else root + "/"

    def _render(self, kind: _Kind) -> str:
        title, content, description, url, edit, head = self._GAPS
        folder = "/".join([kind.section, *["x"] * (kind.depth - 2)])
        file = File(f"{folder}/index.md", None, self._config.site_dir, self._config.use_directory_urls)
        page = MkDocsPage(title, file, self._config)
        page.content = content
        page.meta = {"description": description, "dateline": True}
        page.toc = TableOfContents([])
        page.canonical_url = url if self._config.site_url else None
        page.edit_url = edit if kind.editable else None
        links = [
            item
            for item in self.nav.items
            if isinstance(item, Link) and item.url.startswith(kind.section + "/")
        ]
        for link in links:
            link.active = True
        try:
            context = get_context(self.nav, self._files, self._config, page)
            shell = self.env.get_template("main.html").render(context)
            return shell.replace("</head>", f"{head}</head>", 1)
        finally:
            for link in links:
                link.active = False
