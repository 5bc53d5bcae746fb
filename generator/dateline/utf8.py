"""Bytes of a file to its text, which must be UTF-8; what else they are is said, and still shown."""

import codecs
from pathlib import Path

from dateline.exceptions import YamlTextError
from dateline.findings import Finding

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Western texts that are not UTF-8 come from Windows; what it leaves open, Latin 1 reads.
_OTHERWISE = ("cp1252", "latin-1")


def read_utf8(path: Path | str) -> str:
    """The text of a file, byte order mark and line ends included.

    Args:
        path: The file; as a text where there are many, which are then not taken apart.

    Raises:
        YamlTextError: it cannot be read, or is not UTF-8.
    """
    data = read_bytes(path)
    if data.startswith(_UTF_16) or data.count(b"\0") > len(data) / 3:
        fix = "save it as UTF-8; in Notepad, choose it beside 'Encoding' under 'Save as'"
        raise YamlTextError(Finding(Path(path).as_posix(), 0, 0, "this file is saved as UTF-16", fix))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        start = error.start
    line, before = data.count(b"\n", 0, start) + 1, data[:start].rpartition(b"\n")[2].decode("utf-8")
    letter = any_text(data[start : start + 1])
    message, col = f"the '{letter}' here is not saved as UTF-8", len(before) + 1
    raise YamlTextError(Finding(Path(path).as_posix(), line, col, message, "save the file as UTF-8"))


def read_bytes(path: Path | str) -> bytes:
    """The bytes of a file, named as for `read_utf8`.

    Raises:
        YamlTextError: it cannot be read.
    """
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 (a buffer costs more than the reading)
            return file.readall()
    except OSError as error:
        message = f"the file cannot be read ({error.strerror or error})"
        raise YamlTextError(Finding(Path(path).as_posix(), 0, 0, message, "check its rights")) from None


def any_text(data: bytes) -> str:
    """What a file says to whoever opens it, in whichever encoding it is; for showing it."""
    if data.startswith(_UTF_16):
        return data.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", *_OTHERWISE):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise AssertionError("latin-1 reads every byte")
