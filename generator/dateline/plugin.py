"""The MkDocs plugin: reads the content folder, calls ``site``, writes what it gives; only it knows MkDocs.

A page that MkDocs knows costs time in proportion to the number of pages (Markdown, navigation, templates), so
it is not told of the generated ones: they are written after the build, into shells that the theme rendered
once per kind of page.
"""
# ruff: noqa: ARG002 (MkDocs passes arguments by name, needed or not)

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from dateline.articles import read_article
from dateline.events import SCHEMA_NAME, read_events, schema_text
from dateline.exceptions import ArticleError
from dateline.model import Article
from dateline.site import STYLESHEET, Options, Page, Site

log = get_plugin_logger(__name__)

_OWN_FOLDERS = ("articles/", "events/")
_OWN_FILES = frozenset({"names.yml", SCHEMA_NAME})


class DatelineConfig(Config):  # type: ignore[no-untyped-call] # MkDocs' own hook lacks types
    """The plugin's options in mkdocs.yml."""

    publish_text = Type(bool, default=False)
    """Show the full text of the articles on their pages."""


class DatelinePlugin(BasePlugin[DatelineConfig]):  # type: ignore[no-untyped-call] # as above
    """Adds the timeline to the home page and a page for every event, article, person, place and tag."""

    _site: Site
    _own_pages: dict[str, str]
    _shells: "_Shells"

    def __init__(self) -> None:
        self._serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether pages are being previewed."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Link the stylesheet from every page, before the site's own so that these can override it."""
        if STYLESHEET not in config.extra_css:
            config.extra_css.insert(0, STYLESHEET)
        if self._serving:
            # Live reload writes a script into each page, which the theme's policy would block.
            config.theme["content_security_policy"] = ""
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the events and articles, and take their files out of what MkDocs copies and renders."""
        for file in list(files):
            if file.src_uri.startswith(_OWN_FOLDERS) or file.src_uri in _OWN_FILES:
                files.remove(file)
        if files.get_file_from_path("index.md") is None:
            files.append(File.generated(config, "index.md", content=f"# {config.site_name}\n"))
        files.append(File.generated(config, SCHEMA_NAME, content=schema_text()))
        self._own_pages = {file.dest_uri: file.src_uri for file in files}
        content = _content(config)
        self._shells = _Shells(config, files)
        events, findings = read_events(content)
        for finding in findings:
            log.warning("%s", finding)
        self._site = Site(events, list(_articles(content)), self._options(config))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Add the lists of people, places, tags and articles behind the site's own pages."""
        nav.items.extend(Link(title, url) for title, url in self._site.sections())
        self._shells.nav = nav
        return nav

    def on_page_content(
        self,
        html: str,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,
        files: Files,
    ) -> str:
        """Put the timeline below the introduction on the home page."""
        return html + self._site.home() if page.file.dest_uri == "index.html" else html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the theme's templates for the shells."""
        self._shells.env = env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the generated pages one by one, so that memory does not grow with their number."""
        site_dir = Path(config.site_dir)
        for path, content in self._site.files():
            if own := self._own_pages.get(path):
                log.warning("%s: a page of the timeline has the same address: rename the file", own)
                continue
            file = site_dir / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def _options(self, config: MkDocsConfig) -> Options:
        def edit_url(path: str) -> str | None:
            file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
            return MkDocsPage(None, file, config).edit_url

        return Options(
            shell=self._shells.wrap,
            edit_url=edit_url,
            directory_urls=config.use_directory_urls,
            publish_text=self.config.publish_text,
        )


def _content(config: MkDocsConfig) -> Path:
    """Return the content folder, named as people see it from where they build: findings begin with it."""
    folder = Path(config.docs_dir)
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder


def _articles(content: Path) -> Iterator[Article]:
    for path in sorted((content / "articles").glob("*.md")):
        try:
            yield read_article(path)
        except ArticleError as error:
            log.warning("%s", error)


class _Kind(NamedTuple):
    """Pages of one kind share a shell: they stand as deep below the root, below the same item of the nav."""

    section: str
    depth: int
    editable: bool


class _Shells:
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
    )

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        self._config = config
        self._files = files
        self._cut: dict[_Kind, list[str]] = {}

    def wrap(self, page: Page) -> str:
        """Put the theme around a page."""
        folders = page.path.split("/")
        kind = _Kind(folders[0], len(folders), page.edit_url is not None)
        shell = self._cut.get(kind)
        if shell is None:
            shell = self._cut[kind] = re.split(f"({'|'.join(self._GAPS)})", self._render(kind))
        url = File(page.path, None, "", self._config.use_directory_urls).url
        filling = dict(
            zip(
                self._GAPS,
                (
                    str(escape(page.title)),
                    page.content,
                    str(escape(page.description)),
                    str(escape(f"{self._root()}{url}")),
                    str(escape(page.edit_url or "")),
                ),
                strict=True,
            )
        )
        return "".join(filling.get(part, part) for part in shell)

    def _root(self) -> str:
        root = self._config.site_url or ""
        return root if root.endswith("/") or not root else root + "/"

    def _render(self, kind: _Kind) -> str:
        title, content, description, url, edit = self._GAPS
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
            return self.env.get_template("main.html").render(context)
        finally:
            for link in links:
                link.active = False
