"""All files of a site, made from its folder."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from dateline.events import Content, ContentFolder, last_changes, schema_files
from dateline.exceptions import SiteFolderError, WriteError
from dateline.findings import Finding
from dateline.site import Addresses, Embedding, Options, Page, Site, at
from dateline.standalone.frame import Frame, way
from dateline.standalone.navigation import Item, navigation
from dateline.standalone.settings import Settings, read_settings
from dateline.standalone.writings import Writing, read_writing, to_html

_HOME = "index.md"
_OWN_FOLDERS = frozenset({"articles", "events"})
_OWN_FILES = frozenset({"names.yml", *schema_files()})
# So many files changed last are enough for feeds.
_CHANGES = 500


@dataclass(frozen=True, slots=True)
class Rendered:
    """What was written."""

    files: int
    findings: tuple[Finding, ...]
    """What is wrong in the content: the site is without it."""


def render_site(folder: Path, out: Path, *, bare: bool = False) -> Rendered:
    """Write a site.

    Args:
        folder: The one with mkdocs.yml.
        out: Where to; files of the same names there are replaced, others stay.
        bare: Leave the frame and the pages that people wrote to another generator: a page is its content
            below a front matter with title and description.

    Raises:
        SettingsError: mkdocs.yml cannot be read.
        SiteFolderError: The folder to write to holds the sources, or lies among them.
        WriteError: A file cannot be written.
    """
    settings = read_settings(folder)
    sources, target = settings.content.resolve(), out.resolve()
    if target.is_relative_to(sources) or sources.is_relative_to(target):
        raise SiteFolderError(f"{out}: this folder holds what the site is made from: give another one")
    content = ContentFolder(settings.content).read()
    findings = list(content.findings)
    files = _bare(settings, content) if bare else _framed(settings, content, findings)
    written = {path for path, data in files if _write(out / path, data)}
    return Rendered(len(written), tuple(findings))


def _options(settings: Settings) -> Options:
    return Options(
        shell=_with_front_matter,
        edit_url=settings.edit_url,
        title=settings.site_name,
        description=settings.site_description,
        repository=settings.repo_url or None,
        address=settings.site_url or None,
        changed=last_changes(settings.content, _CHANGES),
        pictures=settings.pictures,
        event_pages_from=settings.event_pages_from,
        language=settings.language,
        directory_urls=settings.directory_urls,
        publish_text=settings.publish_text,
        show_drafts=settings.show_drafts,
    )


def _with_front_matter(page: Page) -> str:
    known = {"title": page.title, "description": page.description}
    return f"---\n{yaml.safe_dump(known, allow_unicode=True, sort_keys=False)}---\n{page.content}"


def _bare(settings: Settings, content: Content) -> Iterator[tuple[str, str | bytes]]:
    site = Site(content.events, content.articles, _options(settings))
    home = Page(
        "index.html", settings.site_name, site.home(), settings.site_description or site.description()
    )
    yield home.path, _with_front_matter(home)
    yield from site.files()


def _framed(
    settings: Settings, content: Content, findings: list[Finding]
) -> Iterator[tuple[str, str | bytes]]:
    """Make all files; what is wrong in timelines and links of written pages is added to the findings."""
    frame = Frame(settings)
    site = Site(content.events, content.articles, replace(_options(settings), shell=frame.around))
    embedding = Embedding(findings.append)
    embedding.site = site
    writings = {writing.file: writing for writing in _writings(settings)}
    to = Addresses(settings.directory_urls).from_root
    pages = {
        writing.file: Item(writing.title, to(writing.path), is_page=True, is_homepage=writing.file == _HOME)
        for writing in writings.values()
    }
    frame.nav = navigation(settings.nav, pages, site.sections())
    for writing in writings.values():
        embedding.begin((settings.content / writing.file).as_posix(), writing.first_line)
        yield (
            writing.path,
            _written(writing, settings, site, frame, embedding, writings, pages[writing.file].title),
        )
    for file in _copied(settings.content):
        yield file, (settings.content / file).read_bytes()
    yield from schema_files().items()
    yield "404.html", frame.missing()
    yield from frame.files()
    yield from site.files()
    yield from site.sitemap(settings.site_url + to(writing.path) for writing in writings.values())


def _written(
    writing: Writing,
    settings: Settings,
    site: Site,
    frame: Frame,
    embedding: Embedding,
    writings: dict[str, Writing],
    title: str,
) -> str:
    is_home = writing.file == _HOME
    addresses = Addresses(settings.directory_urls)

    def link(file: str) -> str | None:
        if file in writings:
            return way(writing.path, addresses.from_root(writings[file].path))
        return way(writing.path, addresses.from_root(file)) if (settings.content / file).is_file() else None

    html = at(writing.path, to_html(writing, embedding, link))
    description = writing.description or settings.site_description
    if is_home:
        html += site.home()
        description = description or site.description()
    page = Page(writing.path, title, html, description, settings.edit_url(writing.file))
    framed = frame.around(page, written=True, home=is_home)
    return site.put_head(page._replace(title="") if is_home else page, framed)


def _writings(settings: Settings) -> Iterator[Writing]:
    """The pages that people wrote, the home page first; a plain one where there is none."""
    content = settings.content
    found = [file for file in _files(content) if file.endswith(".md")]
    if _HOME not in found:
        yield Writing(_HOME, "index.html", f"# {settings.site_name}\n", 1, settings.site_name, "")
    for file in sorted(found, key=lambda each: (each != _HOME, each)):
        yield read_writing(content, file, directory_urls=settings.directory_urls)


def _copied(content: Path) -> Iterator[str]:
    return (file for file in _files(content) if not file.endswith(".md") and file not in _OWN_FILES)


def _files(content: Path) -> Iterator[str]:
    """The files beside articles and events, none hidden."""
    for path in sorted(content.rglob("*")):
        parts = path.relative_to(content).parts
        if (
            path.is_file()
            and parts[0] not in _OWN_FOLDERS
            and not any(part.startswith(".") for part in parts)
        ):
            yield "/".join(parts)


def _write(path: Path, data: str | bytes) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.write_bytes(data if isinstance(data, bytes) else data.encode())
    except OSError as error:
        reason = error.strerror or str(error)
        raise WriteError(
            f"{path}: it cannot be written ({reason}): check the rights and the space left"
        ) from None
