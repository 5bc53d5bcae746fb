"""What can go wrong, in words for people."""

from dateline.findings import Finding


class DatelineError(Exception):
    """Base of every error that Dateline raises on purpose; its text says what to do about it."""


class EdtfError(DatelineError, ValueError):
    """A text is not a date in EDTF as Dateline reads it.

    Args:
        problem: What is wrong with the text.
        fix: What to write instead.
        meant: The dates that the text may stand for, in EDTF; empty where it could be anything.
    """

    def __init__(self, problem: str, fix: str, meant: tuple[str, ...] = ()) -> None:
        super().__init__(f"{problem}: {fix}")
        self.problem = problem
        self.fix = fix
        self.meant = meant


class FileError(DatelineError):
    """Files hold something that has to be corrected first; the text has a line for each, up to ten."""

    _SHOWN = 10

    def __init__(self, *findings: Finding) -> None:
        more = len(findings) - self._SHOWN
        lines = [*map(str, findings[: self._SHOWN]), *([f"and {more} more"] if more > 0 else [])]
        super().__init__("\n".join(lines))
        self.findings = findings


class ArticleError(FileError):
    """A file cannot be read as an article."""


class EventFileError(FileError):
    """Event files, or the ledger beside them, cannot be read."""


class YamlTextError(FileError):
    """A YAML text cannot be read."""


class SiteFolderError(DatelineError):
    """A folder cannot take a fresh site."""


class SettingsError(DatelineError):
    """The settings of a site, mkdocs.yml, cannot be read."""


class WriteError(DatelineError):
    """A file cannot be written; nothing of it was."""


class LockedError(DatelineError):
    """Another run is at work in the same folder."""


class ImportFileError(DatelineError):
    """A file of another tool cannot be read as events."""


class UnknownFormatError(ImportFileError):
    """Nothing tells which format a file has."""
