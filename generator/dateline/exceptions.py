"""What can go wrong, in words for people."""


class DatelineError(Exception):
    """Base of every error that Dateline raises on purpose; its text says what to do about it."""


class EdtfError(DatelineError, ValueError):
    """A text is not a date in EDTF as Dateline reads it.

    Args:
        problem: What is wrong with the text.
        fix: What to write instead.
    """

    def __init__(self, problem: str, fix: str) -> None:
        super().__init__(f"{problem}: {fix}")
        self.problem = problem
        self.fix = fix


class ArticleError(DatelineError):
    """A file cannot be read as an article."""


class EventFileError(DatelineError):
    """An event file cannot be read; the text starts with ``file:line:col:``."""


class YamlTextError(DatelineError):
    """A YAML text cannot be read; the text starts with ``name:line:col:``."""

    def __init__(self, name: str, line: int, col: int, message: str) -> None:
        """Keep the parts, for those who report them in another form; ``line`` and ``col`` count from 1."""
        super().__init__(f"{name}:{line}:{col}: {message}")
        self.line = line
        self.col = col
        self.message = message


class SiteFolderError(DatelineError):
    """A folder cannot take a fresh site."""


class WriteError(DatelineError):
    """A file cannot be written; nothing of it was."""


class LockedError(DatelineError):
    """Another run is at work in the same folder."""
