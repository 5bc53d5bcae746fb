"""Values as YAML in the style that their place asks for."""

import re
from collections.abc import Sequence

from dateline.yaml_quoting import (
    can_fold,
    double_quoted,
    folded,
    is_numeral,
    is_plain,
    needs_escapes,
    quoted,
    single_quoted,
)

Value = str | Sequence[str]

WIDTH = 100
# What cannot stand without quotes between brackets.
_UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}:?]")


def scalar(text: str) -> str:
    """A text as YAML, in quotes only where it needs them; it may stand in a list of either style.

    Raises:
        DatelineError: it holds half a character, which no file can keep.
    """
    return text if is_plain(text) and not _UNSAFE_IN_FLOW.search(text) else quoted(text)


def block_scalar(text: str) -> str:
    """A text as YAML, in quotes only where it needs them; it cannot stand between brackets.

    Raises:
        DatelineError: it holds half a character, which no file can keep.
    """
    return text if is_plain(text) else quoted(text)


def restyled(text: str, style: str | None, *, flow: bool) -> str:
    """A text as YAML in the quotes that another text had; dates and numbers go bare where it had none.

    Args:
        text: the text.
        style: the quotation mark of the other text; anything else stands for none.
        flow: whether it stands in a list or mapping with brackets.
    """
    if style == "'" and not needs_escapes(text):
        return single_quoted(text)
    if style == '"':
        return double_quoted(text)
    if not style and is_numeral(text):
        return text
    return scalar(text) if flow else block_scalar(text)


def one_line(key: str, value: Value) -> str:
    """A key with its value on one line."""
    shown = scalar(value) if isinstance(value, str) else f"[{', '.join(map(scalar, value))}]"
    return f"{scalar(key)}: {shown}"


def key_lines(key: str, value: Value, indent: int) -> list[str]:
    """A key with its value; long ones go on in further lines. The first line is not yet indented."""
    shown = f"{scalar(key)}: {block_scalar(value)}" if isinstance(value, str) else one_line(key, value)
    if indent + len(shown) <= WIDTH:
        return [shown]
    if isinstance(value, str):
        return [f"{scalar(key)}: >-", *folded(value, indent + 2, WIDTH)] if can_fold(value) else [shown]
    start = f"{scalar(key)}: ["
    lines = flow_lines([scalar(item) for item in value], indent + 2, indent + len(start))
    return [start + lines[0], *lines[1:-1], f"{lines[-1]}]"] if len(lines) > 1 else [f"{start}{lines[0]}]"]


def flow_lines(texts: Sequence[str], indent: int, used: int) -> list[str]:
    """Texts with commas between them, in lines; ``used`` is the room taken before the first."""
    lines = [""]
    for number, text in enumerate(texts):
        item = text + ("," if number < len(texts) - 1 else "")
        taken = len(lines[-1]) + (used if len(lines) == 1 else 0)
        # The last one is followed by a bracket.
        if number and taken + len(text) + 2 > WIDTH:
            lines.append(" " * indent + item)
        else:
            lines[-1] += f" {item}" if number else item
    return lines
