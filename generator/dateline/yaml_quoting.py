"""Texts as YAML values: as they are where every reader takes them for the text they are, else in quotes."""

import re

from dateline.exceptions import DatelineError

# YAML 1.1 takes these for truth values and nothing; other readers of the file still do.
_RESERVED = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
_STARTS_SAFELY = re.compile(r"[^\W\d_]|[(“‘„«]|[0-9][^ ]* [^\W\d_]{2}")
_UNSAFE = re.compile(r": | #|:$|^\s|\s$")
# A comma at the end and quotes around it, be they curly, belong to a text only for those who know YAML.
_LIKE_A_SLIP = re.compile(r"[“„«‘‚‹].*[”“»’‘›]|.*,", re.DOTALL)
# What must be escaped: all that YAML calls non-printable, and breaks and blanks an editor may change.
_ESCAPED = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_SHORT_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}
_NUMERAL = re.compile(r"(?=.*[0-9])[-.0-9][-0-9XTZ:+/.~?%]*(?<!:)")


def is_plain(text: str) -> bool:
    """Whether a text needs no quotes in any YAML reader, old or new; a flow list asks for more than this."""
    return (
        _STARTS_SAFELY.match(text) is not None
        and text.lower() not in _RESERVED
        and not _UNSAFE.search(text)
        and not _LIKE_A_SLIP.fullmatch(text)
        and not needs_escapes(text)
    )


def needs_escapes(text: str) -> bool:
    """Whether a text holds what YAML keeps only in double quotes, as an escape."""
    return _ESCAPED.search(text) is not None


def is_numeral(text: str) -> bool:
    """Whether a text is a date or a number, which the keys that hold one take without quotes."""
    return _NUMERAL.fullmatch(text) is not None


def quoted(text: str) -> str:
    """A text in the quotes that leave it most readable.

    Raises:
        DatelineError: it holds half a character, which no file can keep.
    """
    if not needs_escapes(text) and ('"' in text or "\\" in text):
        return single_quoted(text)
    return double_quoted(text)


def single_quoted(text: str) -> str:
    """A text in the quotes that know no escapes: only for one that needs none."""
    return "'" + text.replace("'", "''") + "'"


def double_quoted(text: str) -> str:
    """A text in the quotes that can hold every text.

    Raises:
        DatelineError: it holds half a character, which no file can keep.
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _ESCAPED.sub(_escape, escaped) + '"'


def can_fold(text: str) -> bool:
    """Whether a text can stand below a ``>-``."""
    return text != "" and not needs_escapes(text) and text == text.strip()


def folded(text: str, indent: int, width: int) -> list[str]:
    """Lines broken at single spaces only, so that joining them again with a space gives the same text."""
    lines, line = [], ""
    for word in re.split(r"(?<=\S) (?=\S)", text):
        if line and indent + len(line) + 1 + len(word) > width:
            lines.append(" " * indent + line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, " " * indent + line]


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xD800 <= code <= 0xDFFF:
        raise DatelineError(
            f"a text holds half a character (U+{code:04X}): convert the file it is from to UTF-8 anew"
        )
    return _SHORT_ESCAPES.get(match[0]) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
