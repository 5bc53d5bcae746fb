"""Texts as YAML values: as they are where every reader takes them for the text they are, else in quotes."""

import re

from dateline.exceptions import DatelineError

# YAML 1.1 takes these for truth values and nothing; other readers of the file still do.
_RESERVED = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
_STARTS_SAFELY = re.compile(r"[^\W\d_]|[(“‘„«]|[0-9][^ ]* [^\W\d_]{2}")
_UNSAFE = re.compile(r": | #|:$|^\s|\s$")
# What must be escaped: all that YAML calls non-printable, and breaks and blanks an editor may change.
_ESCAPED = re.compile("[^ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_SHORT_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


def is_plain(text: str) -> bool:
    """Whether a text needs no quotes in any YAML reader, old or new; a flow list asks for more than this."""
    return (
        _STARTS_SAFELY.match(text) is not None
        and text.lower() not in _RESERVED
        and not _UNSAFE.search(text)
        and not needs_escapes(text)
    )


def needs_escapes(text: str) -> bool:
    """Whether a text holds what YAML keeps only in double quotes, as an escape."""
    return _ESCAPED.search(text) is not None


def quoted(text: str) -> str:
    """A text in the quotes that leave it most readable.

    Raises:
        DatelineError: it holds half a character, which no file can keep.
    """
    if not needs_escapes(text) and ('"' in text or "\\" in text):
        return "'" + text.replace("'", "''") + "'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _ESCAPED.sub(_escape, escaped) + '"'


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xD800 <= code <= 0xDFFF:
        raise DatelineError(
            f"a text holds half a character (U+{code:04X}): convert the file it is from to UTF-8 anew"
        )
    return _SHORT_ESCAPES.get(match[0]) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
