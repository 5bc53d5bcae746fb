"""Bytes of a file to its text, which must be UTF-8; what else they are is said, and still shown."""

import codecs

from dateline.exceptions import YamlTextError
from dateline.findings import Finding

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Western texts that are not UTF-8 come from Windows; what it leaves open, Latin 1 reads.
_OTHERWISE = ("cp1252", "latin-1")


def utf8_text(data: bytes, name: str) -> str:
    """The text of a file, byte order mark and line ends included.

    Args:
        data: All its bytes.
        name: What to call it in errors.

    Raises:
        YamlTextError: it is not UTF-8.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        start = error.start
    if data.startswith(_UTF_16):
        fix = "save it as UTF-8; in Notepad, choose it beside 'Encoding' under 'Save as'"
        raise YamlTextError(Finding(name, 0, 0, "this file is saved as UTF-16", fix))
    line, before = data.count(b"\n", 0, start) + 1, data[:start].rpartition(b"\n")[2].decode("utf-8")
    letter = any_text(data[start : start + 1])
    message = f"the '{letter}' here is not saved as UTF-8"
    raise YamlTextError(Finding(name, line, len(before) + 1, message, "save the file as UTF-8"))


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
