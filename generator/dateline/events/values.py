"""One scalar of an event file to its value, by the kind of its field; slips that YAML lets pass are told."""

import difflib
import re

from dateline.edtf import in_words, parse
from dateline.events.fields import URL_PATTERN, Field
from dateline.events.naming import is_id, title_slug
from dateline.exceptions import EdtfError
from dateline.yaml_text import Node, TextNode

_URL = re.compile(URL_PATTERN)
_SCHEME = re.compile(r"[a-z]{3,6}:?/{0,2}(?=www\.)|h?t?tp?s?:/*(?=[^/]+\.)|(?=www\.)", re.IGNORECASE)
_OPENING, _CLOSING = "“„«‘‚‹", "”“»’‘›"
_ANY_QUOTES = _OPENING + _CLOSING + "\"'"
# Fields in which a comma at the end is a slip; the words of an article, or a summary, may end in one.
_NO_COMMA = frozenset({"title", "speaker", "article"})


class WrongValueError(Exception):
    """A value that cannot be read.

    Args:
        node: Where it stands.
        message: What is wrong.
        fix: What to write instead.
        instead: The value for it, where only one can be meant.
    """

    def __init__(
        self, node: Node, message: str, fix: str, instead: str | tuple[str, ...] | None = None
    ) -> None:
        super().__init__(message)
        self.node = node
        self.message = message
        self.fix = fix
        self.instead = instead


def read_scalar(field: Field, node: TextNode) -> str | int:
    """The value of a field that is one text.

    Raises:
        WrongValueError: The text is none that the field may hold.
    """
    match field.value:
        case "date":
            return _date(node)
        case "choice":
            return _one_of(field, node, field.choices, _listed(field.choices))
        case "scale":
            return int(_one_of(field, node, tuple("12345"), "a whole number from 1 (minor) to 5 (major)"))
        case "url":
            return _url(node)
        case "id":
            return checked_id(node.value, node, "write {}")
        case _:
            return checked_text(field.name, node)


def checked_text(name: str, node: TextNode) -> str:
    """The text, unless quotes or a comma that belong to no text show that YAML was misunderstood."""
    text = node.value
    if not node.plain or name in {"quote", "dated", "summary"}:
        return text
    inside = text[1:-1]
    quoted = len(text) > 1 and text[0] in _OPENING and text[-1] in _CLOSING
    if quoted and not any(sign in _OPENING + "”»›" for sign in inside):
        fix = f"write {inside}, without them; to keep them, put straight quotes around: '{text}'"
        raise WrongValueError(node, "curly quotes do not mark where a text ends", fix, inside)
    if name in _NO_COMMA and text.endswith(","):
        bare = text.rstrip(", ")
        raise WrongValueError(node, f"the {name} ends with a comma", f"write {bare}", bare)
    return text


def checked_id(text: str, node: Node, fix: str) -> str:
    """The id, if it is one; ``fix`` is what to write, with ``{}`` for a sound id."""
    if is_id(text):
        return text
    message = f"the id '{text}' is not made of small letters, digits and dashes"
    raise WrongValueError(node, message, fix.format(title_slug(text)))


def _bare(text: str) -> str:
    """The text without quotes around it and commas after it."""
    return text.strip(" ,;").strip(_ANY_QUOTES).strip(" ,;")


def _date(node: TextNode) -> str:
    text = node.value
    try:
        return parse(text).text
    except EdtfError as error:
        wrong, meant = error, error.meant
    if not meant and _bare(text) != text.strip():
        try:
            meant = (parse(_bare(text)).text,)
        except EdtfError as error:
            meant = error.meant
    if not meant:
        raise WrongValueError(node, wrong.problem, wrong.fix)
    told = " or ".join(f"{one} ({in_words(parse(one))})" for one in meant) if len(meant) > 1 else meant[0]
    only = meant[0] if len(meant) == 1 else None
    raise WrongValueError(node, wrong.problem, f"write {told}", only)


def _one_of(field: Field, node: TextNode, choices: tuple[str, ...], told: str) -> str:
    text = node.value
    if text in choices:
        return text
    meant = _bare(text).lower()
    near = [meant] if meant in choices else difflib.get_close_matches(meant, choices, n=1)
    instead = meant if meant in choices else None
    raise WrongValueError(node, f"{field.name} is '{text}'", f"write {near[0] if near else told}", instead)


def _url(node: TextNode) -> str:
    text = node.value
    if _URL.fullmatch(text):
        return text
    bare = _bare(text)
    if _URL.fullmatch(bare):
        raise WrongValueError(node, f"'{text}' is more than a web address", f"write {bare}", bare)
    likely = _SCHEME.sub("https://", bare, count=1)
    known = likely != bare and _URL.fullmatch(likely)
    fix = f"write {likely}" if known else "write one that starts with https:// or http://"
    raise WrongValueError(node, f"'{text}' is not a web address", fix)


def _listed(choices: tuple[str, ...]) -> str:
    return f"{', '.join(choices[:-1])} or {choices[-1]}"
