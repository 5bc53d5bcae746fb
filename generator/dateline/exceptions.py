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
