"""How far a long run has come: a bar on a terminal, elsewhere a line now and then."""

import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Self, TextIO

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

# Seconds between two lines; a step that takes less is not told.
_EVERY = 10.0


class Progress:
    """Tells of one step after the other.

    Args:
        file: where to.
        clock: tells the seconds.
    """

    def __init__(self, file: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._file, self._clock = file or sys.stderr, clock
        self._step = ""
        self._done = 0
        self._heard = clock()
        self._told = self._heard, 0
        self._bar: ProgressBar[Any] | None = None
        self._bars = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.close()

    def __call__(self, step: str, more: int, total: int) -> None:
        """A step has come on.

        Args:
            step: its name.
            more: by how much.
            total: how much there is to it.
        """
        if step != self._step:
            self._begin(step, total)
        self._done += more
        if self._bar is not None:
            self._bar.update(more)
        elif (now := self._clock()) - self._told[0] >= _EVERY:
            pace = (self._done - self._told[1]) / (now - self._told[0])
            left = (
                f", about {in_time((total - self._done) / pace)} left" if pace and self._done < total else ""
            )
            click.echo(f"{step}: {min(100, 100 * self._done // max(1, total))} %{left}", file=self._file)
            self._told = now, self._done
        self._heard = self._clock()

    def _begin(self, step: str, total: int) -> None:
        self._bars.close()
        self._step, self._done, self._told = step, 0, (self._heard, 0)
        if self._file.isatty():
            bar: ProgressBar[Any] = click.progressbar(
                length=max(1, total), label=f"{step:<8}", file=self._file
            )
            self._bar = self._bars.enter_context(bar)


def in_time(seconds: float) -> str:
    """A length of time as one says it: in hours and minutes, in minutes, or in seconds if it is shorter."""
    if seconds < 90:
        return _counted(max(1, round(seconds)), "second")
    hours, minutes = divmod(round(seconds / 60), 60)
    parts = [_counted(number, unit) for number, unit in ((hours, "hour"), (minutes, "minute")) if number]
    return " ".join(parts)


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
