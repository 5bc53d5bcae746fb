"""Says in words for people what is wrong with a text that is not YAML, and what to write instead."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml


class SlipError(Exception):
    """Something wrong at a place of a YAML text.

    Args:
        line: Counts from 0, as ``col``.
        message: What is wrong.
        fix: What to write instead.
        mended: The whole line as it should be, where only one thing can be meant.
    """

    def __init__(self, line: int, col: int, message: str, fix: str, mended: str | None = None) -> None:
        super().__init__(message)
        self.line = line
        self.col = col
        self.message = message
        self.fix = fix
        self.mended = mended


class TabSlipError(SlipError):
    """Tabs where the indentation should be; how many spaces each stands for, only the whole text can tell."""


# Indentation and list dashes, and a key with its colon: "  - title: ".
_BEFORE_VALUE = re.compile(r"(?P<before>\s*(?:-\s+)*)(?P<key>[^\s:#\"'\[\]{}][^:#]*:(?:\s+|$))?")
_COMMENT = re.compile(r"(?<!\s)\s+#")
_KEY = r"\s*(?:-\s+)*(?P<key>[A-Za-z_][\w-]*)"
_KEY_WITHOUT_SPACE = re.compile(rf"(?P<start>{_KEY}:)\xa0*(?=[^\s/])(?P<value>.*)")
_OTHER_COLON = re.compile(rf"(?P<start>{_KEY})\s*[=：]\s*(?P<value>.*)")
_DASH_WITHOUT_SPACE = re.compile(r"(?P<start>\s*-)(?P<value>[^\s-].*)")
_LONG_DASH = re.compile(r"(?P<start>\s*)[–—](?P<value>\s+.*)")
_LIST_BESIDE_KEY = re.compile(r"(?P<start>.*?:\s+)-\s+(?P<value>[^\s,:\[\]{}#&*!|>'\"%@`][^,:\[\]{}#]*)")
_TAB = re.compile(r"[ -]*\t")
_NO_BREAK_SPACES = re.compile(r"(?P<start>[ \xa0-]*\xa0)(?P<value>.*)")
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
# Signs that open and close what they stand around.
_PAIRS = (('"', '"'), ("'", "'"), ("“„«‘‚‹", "”“»’‘›"))
# A quote opened more lines above than this is not what a person looks for.
_LINES_BACK = 30
# A long value is shown by its beginning.
_LONGEST_SHOWN = 80
# Words in a parser's error that point to a sign at the start of a text.
_SIGNS = (
    "flow",
    "block scalar",
    "start any token",
    "an alias",
    "an anchor",
    "a tag",
    "tag handle",
    "a directive",
)
_NO_BREAK_SPACE = "a no-break space, as copied from a web page"
_NO_KEY = (
    "this line has no key",
    "put one before it, as in 'title: …', or, if it goes on with the text above, more spaces",
)


def quoted_line(line: str) -> str:
    """The key and value of a line, the value in double quotes, as it should have been written."""
    parts = _parts(line)
    value = parts.value
    shown = value if len(value) <= _LONGEST_SHOWN else f"{value[:_LONGEST_SHOWN]}…"
    return f"{parts.key.rstrip()} {_in_quotes(shown)}".lstrip()


def explain(error: yaml.MarkedYAMLError, lines: list[str]) -> SlipError:
    """The likeliest slip behind a parser's error.

    Args:
        error: What the parser said, in the words of libyaml or of PyYAML.
        lines: The lines of the text.
    """
    at = _place(error.problem_mark or error.context_mark, lines) or (0, 0)
    opened = _place(error.context_mark, lines) or at
    said = f"{error.context or ''} {error.problem or ''}"
    return (
        _tabs(lines, at[0])
        or explain_no_break_spaces(lines, at[0], above=True)
        or _bad_quote(lines, at[0], opened[0])
        or _bad_mark(lines, at[0])
        or _by_words(said, lines, at, opened)
        or SlipError(*at, f"this is not YAML ({error.problem})", "compare it with the lines around it")
    )


def explain_lone_text(lines: list[str], row: int, col: int) -> SlipError:
    """What is wrong with a document that is one text, where keys and values should be."""
    return (
        explain_no_break_spaces(lines, row)
        or _bad_mark(lines, row, above=False)
        or SlipError(row, col, *_NO_KEY)
    )


class _Line(NamedTuple):
    """A line taken apart: "  - ", "title: ", "Talks", "  # agreed"."""

    before: str
    key: str
    value: str
    comment: str

    @property
    def column(self) -> int:
        """Where the value starts."""
        return len(self.before) + len(self.key)


def _parts(line: str) -> _Line:
    start = _BEFORE_VALUE.match(line)
    before, key = (start["before"], start["key"] or "") if start else ("", "")
    rest = line[len(before) + len(key) :]
    comment = _COMMENT.search(rest)
    value = rest[: comment.start()] if comment else rest.rstrip()
    return _Line(before, key, value, rest[len(value) :])


def _wraps(value: str) -> tuple[bool, bool]:
    """Whether a value starts and ends with quotes of one kind, and whether these are a pair for sure.

    They may not be: in ``"Swan" and "Tern"`` the first is closed before. An apostrophe within a word closes
    nothing, nor does a quote before a letter.
    """
    pairs = (pair for pair in _PAIRS if value[:1] in pair[0] and value[-1:] in pair[1])
    signs = "".join(next(pairs, ()))
    if not signs or len(value) < 2:
        return False, True
    inner = (at for at in range(1, len(value) - 1) if value[at] in signs)
    first = next((at for at in inner if not (value[at - 1].isalnum() and value[at + 1].isalnum())), None)
    return True, first is None or value[first + 1].isalnum()


def _in_quotes(value: str) -> str:
    wrapped, surely = _wraps(value)
    # Whoever starts and ends with an apostrophe quotes; one between is one.
    if wrapped and (surely or value[0] == "'"):
        value = value[1:-1]
    value = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{value}"'


def _with_quotes(line: str) -> str | None:
    """The whole line with its value in double quotes; None where it is not plain what they should hold."""
    parts = _parts(line)
    _, surely = _wraps(parts.value)
    return f"{parts.before}{parts.key}{_in_quotes(parts.value)}{parts.comment}" if surely else None


def _place(mark: yaml.Mark | None, lines: list[str]) -> tuple[int, int] | None:
    """Line and column of a mark; the parser may count one line too many at the end of a text."""
    return (min(mark.line, len(lines) - 1), mark.column) if mark else None


def _tabs(lines: list[str], row: int) -> SlipError | None:
    for at in (row, row - 1):
        if at >= 0 and (tab := _TAB.match(lines[at])):
            others = sum(1 for line in lines if _TAB.match(line)) - 1
            too = f", and of {others} more {'line' if others == 1 else 'lines'}" if others else ""
            message = f"a tab stands before the text of this line{too}"
            return TabSlipError(at, tab.end() - 1, message, "write spaces instead")
    return None


def explain_hash(line: str, row: int, col: int) -> SlipError:
    """What is wrong with a text that goes on behind a hash sign, which starts a comment."""
    parts = _parts(line)
    whole = _in_quotes(f"{parts.value}{parts.comment.rstrip()}")
    fix = f"write {parts.key}{whole}, or a blank after the # for a comment"
    return SlipError(row, col, "what stands behind this # is a comment and is not read", fix)


def explain_no_break_spaces(lines: list[str], row: int, *, above: bool = False) -> SlipError | None:
    """The slip of a line that is indented with what YAML takes for letters; None if it is not."""
    for at in _rows(row, above=above):
        if slip := _NO_BREAK_SPACES.fullmatch(lines[at]):
            message = f"before the text of this line stands {_NO_BREAK_SPACE}"
            start = slip["start"].replace("\xa0", " ")
            return SlipError(
                at, slip["start"].index("\xa0"), message, "write plain spaces there", start + slip["value"]
            )
    return None


def _rows(row: int, *, above: bool = True) -> Iterator[int]:
    """The line where the parser stopped and, for slips that it only notices on the next, the one above."""
    yield row
    if above and row:
        yield row - 1


def _bad_quote(lines: list[str], row: int, start: int) -> SlipError | None:
    """The nearest line above whose value opens a quote that is not closed, or goes on after it."""
    for at in range(row, max(min(start, row), row - _LINES_BACK) - 1, -1):
        parts = _parts(lines[at])
        value, column = f"{parts.value}{parts.comment}".strip(), parts.column
        if value[:1] not in _QUOTED:
            continue
        quote = value[0]
        closed = _QUOTED[quote].match(value)
        if not closed:
            return SlipError(
                at, column, "the quote opened here is not closed", f"write {quote} at the end of the text"
            )
        rest = value[closed.end() :].lstrip()
        before = lines[at][: column + closed.end()]
        if rest == ",":
            message = "a comma stands after the closing quote"
            return SlipError(at, column + value.rindex(","), message, "delete the comma", before)
        if rest and rest[0] not in ":#,]}":
            message = "the text goes on after its closing quote"
            return SlipError(
                at,
                column + closed.end(),
                message,
                f"write {quoted_line(lines[at])}",
                _with_quotes(lines[at]),
            )
    return None


def _bad_mark(lines: list[str], row: int, *, above: bool = True) -> SlipError | None:
    """A key without a proper colon and space, or an item without a proper dash and space."""
    for at in _rows(row, above=above):
        line = lines[at]
        if slip := _KEY_WITHOUT_SPACE.fullmatch(line):
            shown = f"write {slip['key']}: {slip['value'].rstrip()}"
            mended = f"{slip['start']} {slip['value']}"
            message = "a space is missing after the colon"
            if line[slip.end("start")] == "\xa0":
                message = f"after the colon stands {_NO_BREAK_SPACE}"
            return SlipError(at, slip.end("start"), message, shown, mended)
        if slip := _OTHER_COLON.fullmatch(line):
            shown = f"write {slip['key']}: {slip['value'].rstrip()}"
            mended = f"{slip['start']}: {slip['value']}"
            return SlipError(at, slip.end("start"), "a key ends with a colon", shown, mended)
        if slip := _LONG_DASH.fullmatch(line):
            mended = f"{slip['start']}-{slip['value']}"
            message = "an item starts with a hyphen, not with a longer dash"
            return SlipError(at, slip.end("start"), message, f"write {mended.strip()}", mended)
        if slip := _DASH_WITHOUT_SPACE.fullmatch(line):
            mended = f"{slip['start']} {slip['value']}"
            shown = f"write {mended.strip()}"
            return SlipError(at, slip.end("start"), "a space is missing after the dash", shown, mended)
    return None


def _by_words(said: str, lines: list[str], at: tuple[int, int], opened: tuple[int, int]) -> SlipError | None:
    """What the parser's own words point to; ``at`` is where it stopped, ``opened`` where the part began."""
    line = lines[at[0]]
    if "mapping values are not allowed" in said:
        if ": " in line[: at[1]]:
            return _colon(lines, at)
        if at[0] and ":" not in lines[at[0] - 1]:
            return SlipError(at[0] - 1, 0, *_NO_KEY)
        return _indentation(lines, at[0])
    if "quoted scalar" in said and "unexpected end" in said:
        sign = lines[opened[0]][opened[1] : opened[1] + 1]
        return SlipError(
            *opened, "the quote opened here is not closed", f"write {sign} at the end of the text"
        )
    if "escape" in said:
        message = "a backslash inside double quotes starts an escape"
        return SlipError(*at, message, "write \\\\ for a backslash, or single quotes around the text")
    if "could not find expected ':'" in said:
        return SlipError(*opened, *_NO_KEY)
    if "sequence entries are not allowed" in said:
        one = _LIST_BESIDE_KEY.fullmatch(line.rstrip())
        mended = f"{one['start']}[{one['value']}]" if one else None
        instead = f"write {mended.strip()}" if mended else "write each '- …' on a line of its own"
        return SlipError(*at, "a list starts beside its key", instead, mended)
    if any(word in said for word in _SIGNS):
        row = opened[0] if "flow" in said else at[0]
        sign, column = _value_start(lines[row])
        if sign in {"[", "{"} and "]" not in lines[row] and "}" not in lines[row]:
            end = {"[": "]", "{": "}"}[sign]
            instead = f"write {end} at the end, or {quoted_line(lines[row])}"
            return SlipError(row, column, f"the {sign} opened here is not closed", instead)
        return _sign(lines[row], row)
    sign, _ = _value_start(line)
    if sign and sign in "[]{},":
        return _sign(line, at[0])
    if "block" in said or "document start" in said:
        return _indentation(lines, at[0])
    return None


def _colon(lines: list[str], at: tuple[int, int]) -> SlipError:
    line = lines[at[0]]
    message, fix = "a colon inside a text needs quotes around it", f"write {quoted_line(line)}"
    sign, column = _value_start(line)
    if sign not in _QUOTED and _wraps(_parts(line).value) == (True, True):
        return SlipError(at[0], column, "curly quotes do not mark where a text ends", fix, _with_quotes(line))
    return SlipError(*at, message, fix, _with_quotes(line))


def _sign(line: str, row: int) -> SlipError:
    sign, column = _value_start(line)
    fix = f"write {quoted_line(line)}"
    return SlipError(row, column, f"a text cannot start with {sign}", fix, _with_quotes(line))


def _indentation(lines: list[str], row: int) -> SlipError:
    """The numbers of spaces that the lines above leave for a line, the two nearest."""
    column = _indent(lines[row])
    levels: list[int] = []
    for line in lines[:row]:
        text = line.lstrip(" ")
        if not text or text.startswith("#"):
            continue
        levels = [level for level in levels if level < _indent(line)] + [_indent(line)]
        if text.startswith("- "):
            levels.append(len(line) - len(text[1:].lstrip(" ")))
    nearest = sorted({level for level in levels if level != column}, key=lambda level: abs(level - column))
    told = " or ".join(map(str, sorted(nearest[:2]))) or "0"
    found = f"{column} {'space' if column == 1 else 'spaces'}" if column else "no space"
    message = f"this line starts with {found}, which fits none of the lines above"
    return SlipError(row, column, message, f"start it with {told}, like the lines that it belongs with")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _value_start(line: str) -> tuple[str, int]:
    """The first character of the line's value, and its column."""
    parts = _parts(line)
    return parts.value[:1], parts.column
