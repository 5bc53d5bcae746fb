"""The command ``dateline review``: a draft on the screen, a key, the next draft."""

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from dateline.edtf import in_words, parse
from dateline.exceptions import DatelineError, EdtfError
from dateline.model import Event
from dateline.review import Draft, Session
from dateline.review.page import LIKE_SHOWN, Line, Place, Style, fitted, page, wrapped

_KEYS = "a accept  r reject  e edit  m merge  d date  s skip  u undo  q quit  ? help"
_HELP = """\
a  accept: the event is right; it becomes reviewed, and the next draft comes
r  reject: it is never shown and never proposed again
e  edit: opens the file in your editor ($EDITOR); save and close it to come back
m  merge: another event is the same; you keep one of the two, with the sources
   of both, and the file of the other is deleted
d  date: type another one, such as 2020-01-03, 2014-06 or 2015~
s  skip: leave it as it is
v  view: all that there is to read, where it does not fit on the screen
u  undo: take back what you did last, as often as you like
q  quit: everything is saved already; next time you go on with what is left

Press any key to go back.
"""
# A blank line, the keys, and the line that is typed on; above the keys, what happened.
_BELOW = 3
_LOOKS: dict[Style, dict[str, object]] = {
    "plain": {},
    "title": {"bold": True},
    "muted": {"dim": True},
    "quote": {"bold": True},
    "dated": {"bold": True, "fg": "red", "underline": True},
    "fault": {"fg": "red"},
}
# Where there are no colours.
_MARKS: dict[Style, tuple[str, str]] = {"dated": ("[", "]"), "fault": ("! ", "")}


class Walk:
    """Shows the drafts one after the other and does what the keys say.

    Args:
        session: The drafts.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._said = ""
        self._ahead: list[str] = []
        dull = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        self._colour = not dull

    def to_the_end(self) -> None:
        """Go on until somebody quits."""
        try:
            while self._turn():
                pass
        except (KeyboardInterrupt, EOFError):
            click.echo()

    def _turn(self) -> bool:
        """Show what there is, and do what a key says; False to quit."""
        draft = self._session.current()
        self._show(draft)
        self._said = ""
        key = self._key()
        if key in {"q", "\x03", "\x04"}:
            return False
        try:
            self._do(key, draft)
        except EdtfError as error:
            self._said = f"{error.problem}: {error.fix}"
        except (DatelineError, click.ClickException) as error:
            self._said = str(error)
        return True

    def _key(self) -> str:
        """The next key; what was typed ahead comes all at once, and so do the keys that are no letters."""
        if not self._ahead:
            typed = click.getchar().lower()
            self._ahead = [typed] if typed.startswith("\x1b") else list(typed)
        return self._ahead.pop(0)

    def _do(self, key: str, draft: Draft | None) -> None:
        event = draft and draft.event
        match key:
            case "u":
                undone = self._session.undo()
                self._said = f"Taken back: {undone}." if undone else "There is nothing to take back."
            case "?" | "h":
                click.clear()
                click.echo(_HELP)
                click.getchar()
            case "s" if draft:
                self._session.skip()
            case "e" if draft:
                self._edit(draft.path)
            case "v" if draft:
                drawn = [self._drawn(line) for line in self._page(draft)]
                click.echo_via_pager("\n".join(drawn) + "\n", color=self._colour)
            case "a" if event:
                self._session.accept(event)
                self._said = f"Accepted: {event.title}"
            case "r" if event:
                self._session.reject(event)
                self._said = f"Rejected: {event.title}"
            case "d" if event:
                self._date(event)
            case "m" if event:
                self._merge(event)
            case _:
                self._said = "That key does nothing here. ? tells what each one does."

    def _show(self, draft: Draft | None) -> None:
        said = wrapped([(self._said, "plain")], _width())
        height = shutil.get_terminal_size().lines - _BELOW - len(said)
        lines: list[Line] = [[("That was the last draft. u takes back what you did last, q quits.", "plain")]]
        if draft is not None:
            lines = self._page(draft)
        shown = fitted(lines, height)
        blank: list[Line] = [[]] * (height - len(shown) + 1)
        keys: Line = [(_KEYS[: _width()], "plain")]
        click.clear()
        for line in [*shown, *blank, *said, keys]:
            click.echo(self._drawn(line), color=self._colour)

    def _page(self, draft: Draft) -> list[Line]:
        likes = self._session.alike(draft.event) if draft.event else []
        place = Place(self._session.position + 1, len(self._session))
        return page(draft, place, likes, self._session.articles, _width(), marked=not self._colour)

    def _drawn(self, line: Line) -> str:
        if self._colour:
            return "".join(click.style(text, **_LOOKS[style]) for text, style in line)  # type: ignore[arg-type]
        return "".join(_marked(text, style) for text, style in line)

    def _edit(self, path: Path) -> None:
        before = path.read_bytes() if path.is_file() else None
        if before is None:
            raise DatelineError(f"{path}: this file is gone: skip it, or undo")
        click.edit(filename=str(path))
        self._session.edited(path, before)
        draft = self._session.current()
        if draft and draft.event and draft.event.status != "draft":
            self._said = f"Now {draft.event.status}: {draft.event.title}"
            self._session.skip()

    def _date(self, event: Event) -> None:
        typed = _asked(f"Date, now {event.date} (Enter leaves it so)")
        if not typed:
            return
        try:
            date = parse(typed).text
        except EdtfError as error:
            if not error.meant:
                raise
            meant = _chosen(f"{error.problem}. Press the number of what you mean:", error.meant, in_words)
            if meant is None:
                return
            date = meant
        self._session.set_date(event, date)
        self._said = f"The date is {date} now: {in_words(date)}."

    def _merge(self, event: Event) -> None:
        likes = self._session.alike(event)[:LIKE_SHOWN]
        which = f"its number, 1 to {len(likes)}, or " if likes else ""
        typed = _asked(f"The same as: {which}a part of its id (Enter for none)")
        if not typed:
            return
        if typed.isdecimal() and 1 <= int(typed) <= len(likes):
            other = likes[int(typed) - 1].event
        else:
            other = self._by_id(typed, event)
        ways = ("keep this one", "keep the other")
        shown = {ways[0]: event, ways[1]: other}
        way = _chosen(
            "Which one stays? Any other key: both.", ways, lambda way: f"{shown[way].title} ({shown[way].id})"
        )
        if way == ways[0]:
            self._session.merge(event, other)
            self._said = f"Merged: {other.id} is in this one now, and its file is gone."
        elif way:
            self._session.merge(other, event)
            self._said = f"Merged into {other.id}."

    def _by_id(self, typed: str, event: Event) -> Event:
        others = [each for each in self._session.events if each.id != event.id]
        found = [each for each in others if each.id == typed] or [each for each in others if typed in each.id]
        if len(found) == 1:
            return found[0]
        if not found:
            raise DatelineError(f"No other event has “{typed}” in its id: look for it on the site")
        named = ", ".join(each.id for each in found[:LIKE_SHOWN])
        raise DatelineError(f"{len(found)} events have “{typed}” in their ids: type more of one: {named}")


def _width() -> int:
    return min(shutil.get_terminal_size().columns, 100)


def _marked(text: str, style: Style) -> str:
    opening, closing = _MARKS.get(style, ("", ""))
    bare = text.rstrip()
    return f"{opening}{bare}{closing}{text[len(bare) :]}" if bare else text


def _asked(question: str) -> str:
    typed: str = click.prompt(question, default="", show_default=False)
    return typed.strip()


def _chosen(question: str, ways: Iterable[str], in_full: Callable[[str], str]) -> str | None:
    """The one of several that a person presses the number of; None with any other key."""
    numbered = {str(number): way for number, way in enumerate(ways, 1)}
    click.echo(question)
    for number, way in numbered.items():
        click.echo(f"{number}  {way}: {in_full(way)}")
    return numbered.get(click.getchar())
