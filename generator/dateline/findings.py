"""What is wrong in a file, and what to write instead."""

import unicodedata
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing to correct; as text it is ``file:line:col: what is wrong: what to write instead``."""

    path: str
    """The file, as one would open it from where the content folder was named."""
    line: int
    """Counts from 1; 0 where it is the file as a whole."""
    col: int
    """Counts from 1; 0 where it is the file as a whole."""
    message: str
    fix: str
    instead: str | tuple[str, ...] | None = field(default=None, compare=False)
    """The value, or list of texts, for the one that stands there; None where only a person can tell."""

    def __str__(self) -> str:
        place = f"{self.line}:{self.col}:" if self.line else ""
        return visible(f"{self.path}:{place} {self.message}: {self.fix}")


def visible(text: str) -> str:
    """A text of one line in which control characters are seen, and do nothing to a terminal."""
    return text if text.isprintable() else "".join(map(_seen, text))


def _seen(char: str) -> str:
    if char < " ":
        return chr(0x2400 + ord(char))
    return "␡" if unicodedata.category(char) == "Cc" else char
