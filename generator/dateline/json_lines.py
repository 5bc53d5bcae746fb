"""Files of one JSON object a line, which version control merges line by line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.utf8 import read_bytes

_START, _COMMON_ANCESTOR, _MIDDLE, _END = b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"


def read_lines(path: Path) -> Iterator[tuple[int, Any]]:
    """The objects of a file with their line numbers from 1, None for a line that is no JSON.

    Where a merge of two branches left a conflict, the lines of both sides count.

    Args:
        path: the file; without it there are no lines.

    Raises:
        YamlTextError: it cannot be read.
    """
    if not path.is_file():
        return
    conflict = ancestor = False
    for number, line in enumerate(read_bytes(path).splitlines(), 1):
        if line.startswith((_START, _COMMON_ANCESTOR, _MIDDLE, _END)):
            conflict = (conflict or line.startswith(_START)) and not line.startswith(_END)
            ancestor = conflict and line.startswith(_COMMON_ANCESTOR)
        elif not ancestor:
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError):
                yield number, None
