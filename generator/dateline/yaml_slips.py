"""Says in words for people what is wrong with a text that is not YAML, and what to write instead."""

import re

import yaml


class SlipError(Exception):
    """Something wrong at a place of a YAML text; ``line`` and ``col`` count from 0."""

    def __init__(self, line: int, col: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.col = col
        self.message = message


# Indentation and list dashes, a key with its colon, and the value: "  - title: Talks".
_LINE = re.compile(r"(?P<before>\s*(?:-\s+)*)(?P<key>[^\s:#\"'\[\]{}][^:#]*:(?:\s+|$))?(?P<value>.*)")
_KEY_WITHOUT_SPACE = re.compile(r"\s*(?:-\s+)*(?P<key>[A-Za-z_][\w-]*):(?=[^\s/])(?P<value>.*)")
_TAB = re.compile(r"[ -]*\t")
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_TYPOGRAPHIC_QUOTES = "“”„«»‘’‚"
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
_NO_KEY = "this line has no key: write 'title: …', the key, a colon and a space before the text"
_INDENTATION = "the spaces before this line do not fit: write as many as before the other keys of its group"


def quoted_line(line: str) -> str:
    """The line with its value in double quotes, as it should have been written."""
    parts = _LINE.match(line.rstrip())
    if not parts:
        return '"…"'
    value = parts["value"].strip()
    if len(value) > 1 and value[0] in _QUOTED and value[-1] == value[0]:
        value = value[1:-1]
    if len(value) > _LONGEST_SHOWN:
        value = value[:_LONGEST_SHOWN] + "…"
    value = value.strip(_TYPOGRAPHIC_QUOTES).replace("\\", "\\\\").replace('"', '\\"')
    return f'{(parts["key"] or "").rstrip()} "{value}"'.lstrip()


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
        _tab(lines, at[0])
        or _bad_quote(lines, at[0], opened[0])
        or _missing_space(lines, at[0])
        or _by_words(said, lines, at, opened)
        or SlipError(*at, f"this is not YAML ({error.problem}): compare it with the lines around it")
    )


def explain_lone_text(lines: list[str], row: int, col: int) -> SlipError:
    """What is wrong with a document that is one text, where keys and values should be."""
    return _missing_space(lines, row) or SlipError(row, col, _NO_KEY)


def _place(mark: yaml.Mark | None, lines: list[str]) -> tuple[int, int] | None:
    """Line and column of a mark; the parser may count one line too many at the end of a text."""
    return (min(mark.line, len(lines) - 1), mark.column) if mark else None


def _tab(lines: list[str], row: int) -> SlipError | None:
    for at in (row, row - 1):
        if at >= 0 and (tab := _TAB.match(lines[at])):
            return SlipError(
                at, tab.end() - 1, "a tab stands before the text of this line: write spaces instead"
            )
    return None


def _bad_quote(lines: list[str], row: int, start: int) -> SlipError | None:
    """The nearest line above whose value opens a quote that is not closed, or goes on after it."""
    for at in range(row, max(min(start, row), row - _LINES_BACK) - 1, -1):
        parts = _LINE.match(lines[at])
        value = parts["value"].strip() if parts else ""
        if not parts or value[:1] not in _QUOTED:
            continue
        quote, column = value[0], parts.start("value")
        closed = _QUOTED[quote].match(value)
        if not closed:
            return SlipError(
                at, column, f"the quote opened here is not closed: write {quote} at the end of the text"
            )
        rest = value[closed.end() :].lstrip()
        if rest and rest[0] not in ":#,]}":
            message = f"the text goes on after its closing quote: write {quoted_line(lines[at])}"
            return SlipError(at, column + closed.end(), message)
    return None


def _missing_space(lines: list[str], row: int) -> SlipError | None:
    for at in (row, row - 1):
        if at >= 0 and (slip := _KEY_WITHOUT_SPACE.fullmatch(lines[at])):
            message = f"a space is missing after the colon: write {slip['key']}: {slip['value'].rstrip()}"
            return SlipError(at, slip.start("value"), message)
    return None


def _by_words(said: str, lines: list[str], at: tuple[int, int], opened: tuple[int, int]) -> SlipError | None:
    """What the parser's own words point to; ``at`` is where it stopped, ``opened`` where the part began."""
    line = lines[at[0]]
    if "mapping values are not allowed" in said:
        if ": " in line[: at[1]]:
            return SlipError(*at, f"a colon inside a text needs quotes around it: write {quoted_line(line)}")
        if at[0] and ":" not in lines[at[0] - 1]:
            return SlipError(at[0] - 1, 0, _NO_KEY)
        return SlipError(*at, _INDENTATION)
    if "escape" in said:
        return SlipError(*at, "a backslash inside double quotes starts an escape: write \\\\ for a backslash")
    if "could not find expected ':'" in said:
        return SlipError(*opened, _NO_KEY)
    if "sequence entries are not allowed" in said:
        return SlipError(*at, "a list starts below its key: write each '- …' on its own line")
    if any(word in said for word in _SIGNS):
        row = opened[0] if "flow" in said else at[0]
        sign, column = _value_start(lines[row])
        if sign in {"[", "{"} and "]" not in lines[row] and "}" not in lines[row]:
            end = {"[": "]", "{": "}"}[sign]
            instead = f"write {end} at the end, or {quoted_line(lines[row])}"
            return SlipError(row, column, f"the {sign} opened here is not closed: {instead}")
        return SlipError(row, column, f"a text cannot start with {sign}: write {quoted_line(lines[row])}")
    sign, column = _value_start(line)
    if sign and sign in "[]{},":
        return SlipError(at[0], column, f"a text cannot start with {sign}: write {quoted_line(line)}")
    if "block" in said or "document start" in said:
        return SlipError(*at, _INDENTATION)
    return None


def _value_start(line: str) -> tuple[str, int]:
    """The first character of the line's value, and its column."""
    parts = _LINE.match(line)
    return (parts["value"][:1], parts.start("value")) if parts else ("", 0)
