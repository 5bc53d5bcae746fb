"""Whether a language model is the one that Dateline was made with, byte for byte.

Its files are read by code that trusts them, and other weights would find other events.
"""

import hashlib
from importlib.resources.abc import Traversable
from pathlib import Path


def altered(folder: Path, sums: Traversable) -> list[str]:
    """The files of a model that are missing or not as they were.

    Args:
        folder: Where the model's configuration is.
        sums: The SHA-256 of each of its files, as ``sha256sum`` writes and checks them.
    """
    lines = sums.read_text(encoding="ascii").splitlines()
    expected = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    return [name for name, digest in expected.items() if _digest(folder / name) != digest]


def _digest(path: Path) -> str | None:
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
