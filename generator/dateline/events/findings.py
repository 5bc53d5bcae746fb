"""What is wrong in a file, and what to write instead."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing to correct; as text it is ``file:line:col: what is wrong: what to write instead``."""

    path: str
    """The file, as one would open it from where the content folder was named."""
    line: int
    """Counts from 1."""
    col: int
    """Counts from 1."""
    message: str
    fix: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.col}: {self.message}: {self.fix}"
