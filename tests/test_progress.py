"""How far a long run has come."""

import io

import pytest

from dateline.cli.progress import Progress, in_time


class Terminal(io.StringIO):
    def isatty(self):
        return True


class Clock:
    """Tells the seconds that a test says have gone by."""

    now = 100.0

    def __call__(self):
        return self.now


def test_a_pipe_gets_a_line_now_and_then():
    """One every ten seconds, with the time left at the pace since the last; quick steps say nothing."""
    clock, told = Clock(), io.StringIO()
    with Progress(told, clock) as progress:
        for more, now in ((10, 101.0), (10, 110.0), (20, 119.0), (40, 130.0)):
            clock.now = now
            progress("Reading", more, 100)
        clock.now = 135.0
        progress("Merging", 100, 100)
    assert told.getvalue() == "Reading: 20 %, about 40 seconds left\nReading: 80 %, about 7 seconds left\n"


def test_a_terminal_gets_a_bar_that_knows_the_end():
    told = Terminal()
    with Progress(told) as progress:
        progress("Reading", 30, 100)
        progress("Reading", 70, 100)
        progress("Merging", 0, 0)
    assert "Reading   [" in told.getvalue()
    assert " 30%" in told.getvalue()
    assert "100%" in told.getvalue()
    assert "Merging   [" in told.getvalue()


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.2, "1 second"),
        (89, "89 seconds"),
        (90, "2 minutes"),
        (3_599, "1 hour"),
        (3_700, "1 hour 2 minutes"),
        (90_000, "25 hours"),
    ],
)
def test_a_time_is_said_as_people_do(seconds, said):
    assert in_time(seconds) == said
