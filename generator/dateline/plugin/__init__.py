"""The MkDocs plugin: reads the content folder, calls ``site``, writes what it gives; only it knows MkDocs.

A page that MkDocs knows costs time in proportion to the number of pages (Markdown, navigation, templates), so
it is not told of the generated ones: they are written after the build, into shells that the theme rendered
once per kind of page; in a preview, each when somebody asks for it.
"""
# ruff: noqa: ARG002 (MkDocs passes arguments by name, needed or not)

import gc
import gzip
import os
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.base import Config
from mkdocs.config.config_options import Choice, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from dateline.events import ContentFolder, last_changes, schema_files
from dateline.findings import Finding
from dateline.garbage import without_collecting
from dateline.plugin.preview import Preview
from dateline.plugin.shells import Shells
from dateline.plugin.watching import Watcher, watch
from dateline.site import PICTURES, STYLESHEET, Embedding, Options, Page, Site, at, languages, wording

log = get_plugin_logger(__name__)

# Stands for the name of a file in the address where it is edited, which MkDocs takes long to make.
_GAP = "datelinegapfile"
# So many files changed last are enough for feeds.
_CHANGES = 500
_OWN_THEME = "dateline"
_OWN_FOLDERS = ("articles/", "events/")
_OWN_FILES = frozenset({"names.yml", *schema_files()})


class DatelineConfig(Config):  # type: ignore[no-untyped-call] # MkDocs' own hook lacks types
    """The plugin's options in mkdocs.yml."""

    publish_text = Type(bool, default=False)
    """Show the full text of the articles on their pages."""
    show_drafts = Type(bool, default=True)
    """Show the events that no person has reviewed yet, marked as drafts."""
    event_pages_from = Choice((1, 2, 3, 4, 5), default=1)
    """How important an event must be to have a page of its own; the others are whole on the timeline."""
    language = Choice(languages(), default="en")
    """Of the words around the events, and of the dates."""
    pictures = Type(int, default=PICTURES)
    """So many events, the most important ones, have a picture for link previews."""


class DatelinePlugin(BasePlugin[DatelineConfig]):  # type: ignore[no-untyped-call] # as above
    """Adds the timeline to the home page and a page for every event, article, person, place and tag."""

    _site: Site
    _clashing: frozenset[str]
    _shells: Shells
    _own_pages: list[MkDocsPage]

    def __init__(self) -> None:
        self._preview: Preview | None = None
        self._folders: dict[Path, ContentFolder] = {}
        self._earlier: Site | None = None
        self._watcher: Watcher | None = None
        self._embedding = Embedding(lambda finding: log.warning("%s", finding))

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a preview. MkDocs keeps a plugin that listens to this between builds."""
        self._preview = Preview() if command == "serve" else None

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Have each generated page made before it is sent."""
        if self._preview is not None:
            server.set_app(self._preview.before(server.serve_request, server.mount_path))
            self._watcher = watch(server, config.docs_dir)
        return server

    def on_shutdown(self) -> None:
        """Stop watching."""
        if self._watcher is not None:
            self._watcher.stop()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Link the stylesheet from every page, before the site's own so that these can override it."""
        if STYLESHEET not in config.extra_css:
            config.extra_css.insert(0, STYLESHEET)
        # MkDocs types the list as names, but hands it to Markdown, which takes extensions too.
        config.markdown_extensions.append(self._embedding)  # type: ignore[arg-type]
        words = wording(self.config.language).table
        config.theme["language"] = self.config.language
        config.theme["direction"] = words["direction"]
        config.theme["words"] = words["theme"]
        if self._preview is not None:
            # Live reload writes a script into each page, which the theme's policy would block.
            config.theme["content_security_policy"] = ""
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Say that the preview's folder is about to be emptied."""
        gc.unfreeze()  # what an earlier build in this process has left may go
        if self._preview is not None:
            self._preview.clear()

    @without_collecting()
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the events and articles, and take their files out of what MkDocs copies and renders."""
        for file in list(files):
            if file.src_uri.startswith(_OWN_FOLDERS) or file.src_uri in _OWN_FILES:
                files.remove(file)
        if files.get_file_from_path("index.md") is None:
            files.append(File.generated(config, "index.md", content=f"# {config.site_name}\n"))
        for name, schema in schema_files().items():
            files.append(File.generated(config, name, content=schema))
        folder = _content(config)
        with _told():
            content = self._content_folder(folder).read()
        faults: dict[str, list[Finding]] = defaultdict(list)
        for finding in content.findings:
            log.warning("%s", finding)
            if self._preview is not None:
                faults[Path(finding.path).relative_to(folder).as_posix()].append(finding)
        self._shells = Shells(config, files)
        options = self._options(config, faults)
        self._site = self._earlier = Site(content.events, content.articles, options, self._earlier)
        self._embedding.site = self._site
        own_pages = {file.dest_uri: file.src_uri for file in files}
        self._clashing = frozenset(path for path in self._site.paths() if path in own_pages)
        for path in sorted(self._clashing):
            log.warning("%s: a page of the timeline has the same address: rename the file", own_pages[path])
        if self._preview is None:
            gc.freeze()  # all this stays to the end: to search it for cycles would take seconds
        return files

    def _content_folder(self, folder: Path) -> ContentFolder:
        if self._preview is None:
            return ContentFolder(folder)
        return self._folders.setdefault(folder, ContentFolder(folder, again=True))

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Add the lists of people, places, tags and articles behind the site's own pages."""
        sections = self._site.sections()
        if config.theme.name != _OWN_THEME:
            # Ours has the link at the foot of each page.
            sections.append(self._site.data_page())
        nav.items.extend(Link(title, url) for title, url in sections)
        self._shells.nav = nav
        return nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Say which page comes, so that what is wrong in its timelines and links is told by file and line."""
        above = page.file.content_string.rstrip("\n").count("\n") - markdown.rstrip("\n").count("\n")
        self._embedding.begin((_content(config) / page.file.src_uri).as_posix(), max(above, 0) + 1)
        return markdown

    def on_page_content(
        self,
        html: str,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,
        files: Files,
    ) -> str:
        """Lead the links to events home, and put the timeline below the introduction on the home page."""
        html = at(page.file.dest_uri, html)
        if page.file.dest_uri != "index.html":
            return html
        if not config.site_description:
            page.meta.setdefault("description", self._site.description())
        return html + self._site.home()

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Link the timeline's other forms from every page, and tell what a page is about."""
        title = "" if page.is_homepage else Markup(page.title or "").striptags()  # noqa: S704 (MkDocs' own)
        description = page.meta.get("description") or config.site_description or ""
        return self._site.put_head(Page(page.file.dest_uri, title, "", str(description)), output)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the theme's templates for the shells."""
        self._shells.env = env
        self._own_pages = [file.page for file in files.documentation_pages() if file.page is not None]

    @without_collecting()
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the generated pages one by one, so that memory does not grow with their number."""
        files = self._site.files()
        if self._preview is not None:
            self._preview.show(self._site, Path(config.site_dir), self._clashing)
            files = iter(self._site.assets())
        with _told():
            for path, content in files:
                if path not in self._clashing:
                    _write(config.site_dir, path, content if isinstance(content, bytes) else content.encode())
            for path, text in self._site.sitemap(page.canonical_url or "" for page in self._own_pages):
                _write(config.site_dir, path, text.encode())
                _write(config.site_dir, f"{path}.gz", gzip.compress(text.encode(), mtime=0))
        if self._preview is None:
            gc.freeze()  # as above, with what the pages were made of: Python searches when it ends, too
            if not self._shells.root:
                log.info(
                    "mkdocs.yml has no site_url: feeds, sitemap and preview pictures need it and are left out"
                )

    def _options(self, config: MkDocsConfig, faults: dict[str, list[Finding]]) -> Options:
        @cache
        def of_any(ending: str) -> str | None:
            file = File(_GAP + ending, config.docs_dir, config.site_dir, config.use_directory_urls)
            return MkDocsPage(None, file, config).edit_url

        def edit_url(path: str) -> str | None:
            name, dot, ending = path.rpartition(".")
            url = of_any(dot + ending)
            return url and url.replace(_GAP, quote(name))

        return Options(
            shell=self._shells.wrap,
            edit_url=edit_url,
            repository=config.repo_url,
            # A preview's own address is of no use to those who get the report.
            address=None if self._preview is not None else self._shells.root,
            title=config.site_name,
            description=config.site_description or "",
            changed={} if self._preview else last_changes(Path(config.docs_dir), _CHANGES),
            pictures=self.config.pictures,
            language=self.config.language,
            directory_urls=config.use_directory_urls,
            publish_text=self.config.publish_text,
            show_drafts=self.config.show_drafts,
            event_pages_from=self.config.event_pages_from,
            faults=faults,
        )


@contextmanager
def _told() -> Iterator[None]:
    """Has a file that cannot be read or written told in a line, as MkDocs tells errors of plugins."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise PluginError(
            f"{error.filename}: it cannot be read or written ({reason}): check its rights, and the space left"
        ) from error


def _write(folder: str, path: str, content: bytes) -> None:
    """Write a file below a folder. Paths as objects would take as long as the writing itself."""
    file = f"{folder}/{path}"
    try:
        os.mkdir(file.rpartition("/")[0])  # noqa: PTH102
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(file.rpartition("/")[0], exist_ok=True)  # noqa: PTH103
    # A file object would ask the system three times as much.
    written = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    try:
        while content:
            content = content[os.write(written, content) :]
    finally:
        os.close(written)


def _content(config: MkDocsConfig) -> Path:
    """Return the content folder, named as people see it from where they build: findings begin with it."""
    folder = Path(config.docs_dir)
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder
