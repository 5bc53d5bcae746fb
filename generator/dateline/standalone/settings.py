"""What mkdocs.yml says of a site, read without MkDocs."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin

import yaml

from dateline.exceptions import SettingsError
from dateline.site import PICTURES, languages

NAME = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Settings:
    """Those that the pages need; what is not set is as MkDocs and the plugin take it to be."""

    site_name: str
    content: Path
    site_url: str = ""
    """With a slash at its end, or empty."""
    site_description: str = ""
    repo_url: str = ""
    edit_uri: str = ""
    copyright: str = ""
    directory_urls: bool = True
    nav: tuple[Any, ...] = ()
    """As it stands there; empty where MkDocs makes it of the files."""
    extra_css: tuple[str, ...] = ()
    extra_javascript: tuple[str, ...] = ()
    language: str = "en"
    publish_text: bool = False
    show_drafts: bool = True
    pictures: int = PICTURES
    event_pages_from: int = 1

    def edit_url(self, path: str) -> str | None:
        """Where a file of the content folder is edited."""
        if not (self.repo_url and self.edit_uri):
            return None
        return urljoin(f"{self.repo_url.rstrip('/')}/", self.edit_uri.rstrip("/") + "/") + quote(path)


def read_settings(folder: Path) -> Settings:
    """Read the settings of the site in a folder; one without mkdocs.yml is called as its folder.

    Raises:
        SettingsError: mkdocs.yml is no YAML, or something in it is not what it must be.
    """
    file = folder / NAME
    said: Any = {}
    if file.is_file():
        try:
            said = yaml.load(file.read_bytes(), _Loader) or {}  # noqa: S506 (a safe loader, which makes no objects)
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise SettingsError(f"{file}: this is no YAML: {' '.join(str(error).split())}") from None
    if not isinstance(said, Mapping):
        raise SettingsError(f"{file}: this holds no settings: write keys and values, such as site_name: …")
    plugin = _plugin(said.get("plugins"))
    address = _text(said, "site_url")
    return Settings(
        site_name=_text(said, "site_name") or folder.resolve().name,
        content=folder / (_text(said, "docs_dir") or ("docs" if file.is_file() else "content")),
        site_url=address and address.rstrip("/") + "/",
        site_description=_text(said, "site_description"),
        repo_url=_text(said, "repo_url"),
        edit_uri=_text(said, "edit_uri"),
        copyright=_text(said, "copyright"),
        directory_urls=said.get("use_directory_urls", True) is not False,
        nav=tuple(said.get("nav") or ()),
        extra_css=tuple(map(str, said.get("extra_css") or ())),
        extra_javascript=tuple(map(str, said.get("extra_javascript") or ())),
        language=_language(plugin, file),
        publish_text=plugin.get("publish_text") is True,
        show_drafts=plugin.get("show_drafts") is not False,
        pictures=_number(plugin, "pictures", PICTURES, file),
        event_pages_from=_number(plugin, "event_pages_from", 1, file),
    )


def _text(settings: Mapping[str, Any], key: str) -> str:
    value = settings.get(key)
    return "" if value is None else str(value).strip()


def _language(settings: Mapping[str, Any], file: Path) -> str:
    language = _text(settings, "language") or "en"
    if language not in languages():
        raise SettingsError(f"{file}: language is {language!r}: write one of {', '.join(languages())}")
    return language


def _number(settings: Mapping[str, Any], key: str, instead: int, file: Path) -> int:
    value = settings.get(key, instead)
    if not isinstance(value, int):
        raise SettingsError(f"{file}: {key} is {value!r}: write a number")
    return value


def _plugin(plugins: object) -> Mapping[str, Any]:
    """The options of our plugin, whether plugins are a list or a mapping."""
    listed = plugins if isinstance(plugins, list) else [plugins]
    for each in listed:
        if isinstance(each, Mapping) and isinstance(each.get("dateline"), Mapping):
            options: Mapping[str, Any] = each["dateline"]
            return options
    return {}


class _Loader(yaml.SafeLoader):
    """Reads what MkDocs reads: ``!ENV NAME`` and ``!ENV [NAME, OTHER, value]``; other tags are left out."""


def _environment(loader: _Loader, node: yaml.Node) -> Any:  # noqa: ANN401 (any value may stand there)
    names = loader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else [node.value, None]
    found = next((os.environ[str(name)] for name in names[:-1] if str(name) in os.environ), None)
    return names[-1] if found is None else found


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda _loader, _tag, _node: None)
