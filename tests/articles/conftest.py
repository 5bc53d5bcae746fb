"""Files to read articles from."""

from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a raw file and gives its path; text is written as UTF-8, bytes as they are."""

    def to_file(content: str | bytes, name: str = "raw.txt") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return to_file
