"""A session: the drafts one after the other, and each decision with the bytes that were there before it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.edtf import parse
from dateline.events import Content, ContentFolder, Finding
from dateline.exceptions import DatelineError, WriteError
from dateline.model import Article, Event
from dateline.review.decisions import with_date, with_field, with_tellings, without
from dateline.review.likeness import Like, alike
from dateline.utf8 import read_utf8
from dateline.whole_files import write_whole


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known now of the event that is to be decided on."""

    id: str
    path: Path
    event: Event | None
    """None where its file does not hold it any more, or cannot be read."""
    findings: tuple[Finding, ...]
    """What is wrong in its file."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a decision did to a file: its bytes before and after, None where there was, or is, no file."""

    path: Path
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Step:
    """A decision that can be taken back."""

    name: str
    position: int
    """Where the session stood before it."""
    changes: tuple[Change, ...]


class Session:
    """The drafts of a content folder, newest article first.

    All of its state but the way back is in the files: it may end at any time and begin again.

    Args:
        content: The content folder.
    """

    def __init__(self, content: Path) -> None:
        self._content = content
        self._folder = ContentFolder(content, again=True)
        self._now: Content
        self._queue = [(event.id, content / event.path) for event in self.drafts()]
        self._steps: list[Step] = []
        self.position = 0
        """How many drafts have been gone past."""

    def __len__(self) -> int:
        """How many drafts there were at the beginning."""
        return len(self._queue)

    @property
    def done(self) -> Counter[str]:
        """How often each decision was made, those taken back not counted."""
        return Counter(step.name for step in self._steps)

    @property
    def events(self) -> Sequence[Event]:
        """All events as they are now."""
        return self._now.events

    @property
    def articles(self) -> dict[str, Article]:
        """The articles by id."""
        return {article.id: article for article in self._now.articles}

    def current(self) -> Draft | None:
        """The draft whose turn it is, as its file is now; None at the end."""
        if self.position >= len(self._queue):
            return None
        event, path = self._queue[self.position]
        self._now = self._folder.read()
        found = next((each for each in self._now.events if each.id == event), None)
        if found is not None:
            path = self._content / found.path
        wrong = tuple(each for each in self._now.findings if each.path == path.as_posix())
        return Draft(event, path, found, wrong)

    def drafts(self) -> list[Event]:
        """What is left: the drafts as they are now."""
        self._now = self._folder.read()
        return _in_turn(self._now)

    def alike(self, event: Event) -> list[Like]:
        """Which other events may be the same happening."""
        return alike(event, self._now.events)

    def accept(self, event: Event) -> None:
        """Let an event stand as reviewed, and go on; raises as `set_date`."""
        self._decide(
            "accepted", {event: lambda text, name: with_field(text, name, event.id, "status", "reviewed")}
        )

    def reject(self, event: Event) -> None:
        """Keep an event from being shown or proposed again, and go on; raises as `set_date`."""
        self._decide(
            "rejected", {event: lambda text, name: with_field(text, name, event.id, "status", "rejected")}
        )

    def set_date(self, event: Event, date: str) -> None:
        """Give an event another date, and stay with it.

        Raises:
            EdtfError: The date is none.
            DatelineError: The file cannot be read or written, or is written in a way that leaves no place for
                the change. Nothing has changed.
        """
        self._decide("dated", {event: lambda text, name: with_date(text, name, event.id, date)}, going_on=0)

    def merge(self, kept: Event, other: Event) -> None:
        """Put the sources of one event into another, take out the one, and go on if it was its turn.

        The file of the event that goes is deleted. `dateline convert` takes that for a person's decision and
        finds its tellings in the event that is left.

        Args:
            kept: The event that stays, with its id and all it says.
            other: The event that goes: its sources are added, and what ``kept`` says nothing of.

        Raises:
            DatelineError: As `set_date`.
        """
        gone = self._queue[self.position][0] == other.id
        if kept.path == other.path:
            wanted = {
                kept: lambda text, name: without(with_tellings(text, name, kept, other), name, other.id)
            }
        else:
            wanted = {
                kept: lambda text, name: with_tellings(text, name, kept, other),
                other: lambda text, name: without(text, name, other.id),
            }
        self._decide("merged", wanted, going_on=int(gone))

    def edited(self, path: Path, before: bytes) -> None:
        """Note that a person has changed a file.

        Args:
            path: The file.
            before: All that was in it.
        """
        after = _bytes(path)
        if after != before:
            self._steps.append(Step("edited", self.position, (Change(path, before, after),)))

    def skip(self) -> None:
        """Leave a draft as it is, and go on."""
        self._steps.append(Step("skipped", self.position, ()))
        self.position += 1

    def undo(self) -> str | None:
        """Take back the last decision, and go back to where it was made.

        Returns:
            What it was; None where nothing is left to take back.

        Raises:
            DatelineError: A file has been changed since by somebody else. Nothing has changed.
        """
        if not self._steps:
            return None
        step = self._steps[-1]
        for change in step.changes:
            if _bytes(change.path) != change.after:
                raise DatelineError(
                    f"{change.path}: this file was changed since, and undoing would lose that: "
                    "correct it in your editor"
                )
        self._write([Change(change.path, change.after, change.before) for change in step.changes])
        self._steps.pop()
        self.position = step.position
        return step.name

    def _decide(
        self, name: str, wanted: dict[Event, Callable[[str, str], str | None]], going_on: int = 1
    ) -> None:
        """Change the files of events, all or none, and remember how they were."""
        changes = []
        for event, change in wanted.items():
            path = self._content / event.path
            if not path.is_file():
                raise DatelineError(f"{path}: this file is gone: skip it, or undo")
            before = read_utf8(path)
            after = change(before, path.as_posix())
            if after != before:
                changes.append(Change(path, before.encode(), None if after is None else after.encode()))
        self._write(changes)
        self._steps.append(Step(name, self.position, tuple(changes)))
        self.position += going_on

    def _write(self, changes: Sequence[Change]) -> None:
        """Make changes, all or none: what is new before what is deleted, so that a crash loses nothing."""
        made: list[Change] = []
        try:
            for change in sorted(changes, key=lambda change: change.after is None):
                self._put(change.path, change.after)
                made.append(change)
        except WriteError:
            for change in reversed(made):
                self._put(change.path, change.before)
            raise

    def _put(self, path: Path, data: bytes | None) -> None:
        if data is not None:
            write_whole(path, data, self._content)
            return
        try:
            path.unlink()
        except OSError as error:
            raise WriteError(f"{path}: it cannot be deleted ({error.strerror}): check the rights") from None


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _in_turn(content: Content) -> list[Event]:
    """The drafts: newest article first, those of one article in order of time, without any date last."""
    published = {}
    for article in content.articles:
        known = parse(article.published) if article.published else None
        day = known and (known.latest or known.earliest)
        published[article.id] = tuple(-part for part in day) if day else (1,)

    def turn(event: Event) -> tuple[tuple[int, ...], str]:
        return min(
            ((published.get(source.article, (1,)), source.article) for source in event.sources),
            default=((1,), ""),
        )

    return sorted((event for event in content.events if event.status == "draft"), key=turn)
