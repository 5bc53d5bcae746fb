"""Bytes of a file to normalised text: size, encoding, line ends and invisible characters."""

import re
import unicodedata
from pathlib import Path

from dateline.exceptions import ArticleError
from dateline.findings import Finding

MAX_BYTES = 5_000_000

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
# Charsets that pages declare; others (utf-16 in an ASCII header, Python's own codecs) would be a mistake.
_WEB_CHARSET = re.compile(
    r"iso-?8859-\d+|windows-125\d|cp125\d|koi8-[ru]|gb(k|2312|18030)|big5|shift_jis|euc-(jp|kr)|macintosh",
    re.IGNORECASE,
)
# Declared charsets are read as the larger Windows ones, as the WHATWG Encoding Standard tells browsers to.
_AS_WINDOWS = {"iso-8859-1": "cp1252", "iso8859-1": "cp1252", "iso-8859-9": "cp1254"}

# Shows that a text is not empty; what has none of these may still have letters of other scripts.
_PLAIN_SIGN = re.compile("[!-~]")

_BINARY_STARTS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip file or office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"{\\rtf": "a rich text document",
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROL = 0.005

_LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
# The plain one is left out: nearly all are, and to replace it by itself takes most of the time.
_OTHER_SPACE = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_SPACES = re.compile("  +")
# Soft hyphens, zero-width characters, bidi marks, embeddings and isolates, tags, interlinear marks.
_INVISIBLE = re.compile(
    "[\xad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\U000e0000-\U000e007f]"
)
# Joiners shape words in Arabic and Indic scripts and pictures in emoji; elsewhere they are debris.
_STRAY_JOINER = re.compile(
    "[\u200c\u200d](?<![\u0600-\u1fff\u2600-\u27bf\ufe0f\U0001f000-\U0001ffff][\u200c\u200d])"
)
_STRAY_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


def read_text(path: Path) -> str:
    """The text of a file, without byte order mark, its lines ended by line feeds.

    UTF-8 and UTF-16 are recognised with and without byte order mark; else the charset that an HTML page
    declares, else Windows-1252, is taken.

    Raises:
        ArticleError: The file cannot be read, is empty, larger than 5 MB, or not text.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise _refusal(path, f"the file cannot be read ({reason})", "check its name and rights") from None
    if len(content) > MAX_BYTES:
        raise _refusal(path, "the file is larger than 5 MB", "save the article alone, as text or HTML")
    text = _LINE_BREAK.sub("\n", _decode(content, path))
    if not (_PLAIN_SIGN.search(text) or normalise(text)):
        raise _refusal(path, "the file is empty", "put the text of an article in it")
    return text


def normalise(text: str) -> str:
    """The text as it is compared and stored: composed characters, single spaces, no invisible characters."""
    if not text.isascii():
        text = _STRAY_JOINER.sub("", _INVISIBLE.sub("", text))
    text = unicodedata.normalize("NFC", _STRAY_CONTROL.sub("", text))
    text = _OTHER_SPACE.sub(" ", text)
    if "  " in text:
        text = _SPACES.sub(" ", text)
    return "\n".join([line.strip() for line in text.split("\n")]).strip("\n")


def _decode(content: bytes, path: Path) -> str:
    for start, what in _BINARY_STARTS.items():
        if content.startswith(start):
            raise _refusal(path, f"this is {what}, not text", "save the article as .txt or .html")
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(_CONTROL.findall(text)) <= 1 + _MOST_CONTROL * len(text):
            return text
    raise _refusal(path, "this is not text", "save the article as .txt or .html")


def _refusal(path: Path, message: str, fix: str) -> ArticleError:
    return ArticleError(Finding(path.as_posix(), 0, 0, message, fix))


def _encodings(content: bytes) -> list[str]:
    """The encodings to try, likeliest first; the last one reads anything."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return [encoding]
    # Most text has spaces and line feeds, whose other byte in UTF-16 is NUL; other encodings have no NUL.
    even, odd = content[::2].count(0), content[1::2].count(0)
    if odd > len(content) / 40 and even == 0:
        return ["utf-16-le"]
    if even > len(content) / 40 and odd == 0:
        return ["utf-16-be"]
    encodings = ["utf-8"]
    if declared := _DECLARED.search(content[:4096]):
        name = declared[1].decode("ascii", "replace")
        if _WEB_CHARSET.fullmatch(name):
            encodings.append(_AS_WINDOWS.get(name.lower(), name))
    # Windows-1252 leaves five bytes open; Latin 1 reads them as control characters, which are dropped.
    return [*encodings, "cp1252", "latin-1"]
