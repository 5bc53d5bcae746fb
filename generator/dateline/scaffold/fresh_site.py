"""Writes the files of a fresh site: what stands in ``template/``, with its three gaps filled."""

import html
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib.metadata import distribution
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import yaml

from dateline.exceptions import SiteFolderError

_GAP = re.compile(r"<<([a-z]+)>>")
_MARKDOWN = re.compile(r"([\\`*_\[\]#])")
# Control characters and halves of characters, which neither YAML nor UTF-8 can hold.
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_UNNAMED = "Timeline"
# What a site is published with.
_WANTED = "dateline[pictures]"


def new_site(folder: Path, title: str | None = None) -> list[Path]:
    """Make a fresh site that builds at once.

    Args:
        folder: Where to; is made when absent, else must be empty.
        title: The name of the timeline; without one it is made from the folder's name.

    Returns:
        Every file written, in order of path; they start with ``folder`` as it was given.

    Raises:
        SiteFolderError: The folder is a file, is not empty, or cannot be written to.
    """
    name = _one_line(title or "") or _name_from(folder)
    fillings = {
        "setting": yaml.safe_dump({"site_name": name}, allow_unicode=True, width=1_000_000).rstrip("\n"),
        "heading": _MARKDOWN.sub(r"\\\1", html.escape(name, quote=False)),
        "requirement": _requirement(),
    }
    texts = {
        folder / path: _GAP.sub(lambda gap: fillings[gap[1]], text)
        for path, text in sorted(_template(files(__package__) / "template"))
    }
    try:
        if folder.exists() and not folder.is_dir():
            raise SiteFolderError(f"{folder}: this is a file: give the name of a new folder")
        if folder.is_dir() and any(folder.iterdir()):
            raise SiteFolderError(
                f"{folder}: the folder is not empty and was left as it is: give the name of a new folder"
            )
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        _take_back(texts, folder)
        reason = error.strerror or str(error)
        raise SiteFolderError(
            f"{folder}: the site cannot be written ({reason}): check the rights and the space left, "
            "or give another folder"
        ) from None
    return list(texts)


def _take_back(paths: Iterable[Path], folder: Path) -> None:
    """Delete what was written, so that the same command can be given again."""
    folders = {parent for path in paths for parent in path.parents if parent.is_relative_to(folder)}
    for path in paths:
        with suppress(OSError):
            path.unlink()
    for each in sorted(folders, key=lambda path: len(path.parts), reverse=True):
        with suppress(OSError):  # it is not empty, or somebody stands in it
            each.rmdir()


def _name_from(folder: Path) -> str:
    words = _one_line(re.sub("[-_]+", " ", folder.resolve().name))
    return words[:1].upper() + words[1:] or _UNNAMED


def _one_line(text: str) -> str:
    return " ".join(_UNWRITABLE.sub(" ", text).split())


def _requirement() -> str:
    """What pip is to install so that the site goes on being built by the Dateline that made it.

    Installed from a repository on the web, it is that commit (``direct_url.json``, PEP 610); else any release
    compatible with this version. A clone on this computer is no use to the computer that publishes.
    """
    installed = distribution("dateline")
    origin = json.loads(installed.read_text("direct_url.json") or "{}")
    if "vcs_info" in origin and origin["url"].startswith("https://"):
        source = origin["vcs_info"]
        return f"{_WANTED} @ {source['vcs']}+{origin['url']}@{source['commit_id']}"
    return f"{_WANTED}~={installed.version}"


def _template(folder: Traversable, path: str = "") -> Iterator[tuple[str, str]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _template(entry, f"{path}{entry.name}/")
        else:
            yield path + entry.name, entry.read_text(encoding="utf-8")
