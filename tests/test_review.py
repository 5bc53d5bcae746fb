"""``dateline review`` as a person sees it: in a terminal of 80 columns and 24 lines, keys pressed."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import main

ARTICLE = """---
title: Two ministers meet
outlet: Gazette
published: 2021-03-05
---
Ada Sample met Ben Placeholder in Kesten on Monday, aides said.

The ferry sank on 3 March. Nobody was hurt.
"""
MEETS = """date: 2021-03-01
title: Ada Sample meets Ben Placeholder
status: draft   # for now
sources:
  - article: gazette
    quote: Ada Sample met Ben Placeholder in Kesten on Monday, aides said.
    dated: on Monday
"""
SINKS = """date: 2021-03-03
title: Ferry sinks
status: draft
sources:
  - article: gazette
    quote: The ferry sank on 3 March.
    dated: on 3 March
"""
CLEAR = "\x1b[2J\x1b[1;1H"
KEYS = "a accept  r reject  e edit  m merge  d date  s skip  u undo  q quit  ? help"


@pytest.fixture
def site(tmp_path) -> Path:
    for path, text in {
        "articles/gazette.md": ARTICLE,
        "events/2021/meets.yml": MEETS,
        "events/2021/sinks.yml": SINKS,
    }.items():
        (tmp_path / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / path).write_text(text, encoding="utf-8")
    return tmp_path


class Terminal:
    """The command in a terminal of its own."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "dateline.cli", "review"],
            cwd=folder,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "80", "LINES": "24", **environment},
            start_new_session=True,
        )
        os.close(slave)
        self.seen = ""

    def until(self, *words: str) -> str:
        """Read until some words are on the screen, the keys' line if no others; return the screen."""
        end = time.monotonic() + 30
        while time.monotonic() < end:
            ended = self.process.poll() is not None
            if all(word in self.screen() for word in words) and (
                len(words) > 1 or ended or KEYS in self.screen()
            ):
                return self.screen()
            if select.select([self.master], [], [], 0.1)[0]:
                try:
                    self.seen += os.read(self.master, 65_536).decode()
                except OSError:  # the command has ended
                    self.process.wait()
        pytest.fail(f"never saw {words!r}; the screen:\n{self.screen()}")

    def screen(self) -> str:
        """What stands there since it was last cleared, without colours."""
        return re.sub(r"\x1b\[[0-9;]*m", "", self.seen.rpartition(CLEAR)[2]).replace("\r\n", "\n")

    def press(self, key: str) -> None:
        """Press a key once the command waits for one."""
        while termios.tcgetattr(self.master)[3] & termios.ICANON:
            time.sleep(0.02)
        self.type(key)

    def type(self, keys: str) -> None:
        """Type a line; what is on the screen then is looked at anew."""
        self.seen = ""
        os.write(self.master, keys.encode())

    def close(self) -> None:
        """End it, however it is."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.master)


@pytest.fixture
def terminal(site) -> Iterator[Terminal]:
    opened = Terminal(site, NO_COLOR="1")
    yield opened
    opened.close()


def test_a_screen_fits_and_a_key_decides(site, terminal):
    screen = terminal.until("Ada Sample meets Ben Placeholder")
    assert "Draft 1 of 2" in screen
    assert "1 March 2021 (2021-03-01), dated by “[on Monday]”" in screen
    assert "»Ada Sample met Ben Placeholder in Kesten [on Monday], aides said.«" in screen
    assert len(screen.rstrip("\n").split("\n")) <= 24
    assert max(map(len, screen.split("\n"))) <= 80
    terminal.press("a")
    terminal.until("Accepted: Ada Sample meets Ben Placeholder")
    file = site / "content/events/2021/meets.yml"
    assert file.read_text(encoding="utf-8") == MEETS.replace("draft", "reviewed")
    terminal.press("r")
    terminal.until("That was the last draft")
    terminal.press("u")
    terminal.until("Taken back: rejected.")
    terminal.press("u")
    terminal.until("Taken back: accepted.")
    assert file.read_text(encoding="utf-8") == MEETS
    terminal.press("u")
    terminal.until("There is nothing to take back.")
    terminal.press("q")
    terminal.until("Nothing changed. 2 drafts left.")


def test_a_date_is_understood_and_said_in_words(site, terminal):
    terminal.until("Draft 1")
    terminal.press("d")
    terminal.until("Date, now 2021-03-01", "): ")
    terminal.type("Mar 2 2021\r")
    terminal.until("Press the number", "1  2021-03-02: 2 March 2021\n")
    terminal.press("1")
    terminal.until("The date is 2021-03-02 now: 2 March 2021.")
    assert (
        (site / "content/events/2021/meets.yml").read_text(encoding="utf-8").startswith("date: 2021-03-02\n")
    )
    terminal.press("d")
    terminal.until("Date, now 2021-03-02", "): ")
    terminal.type("soon\r")
    terminal.until("'soon' is not a date")


def test_two_events_are_merged_by_keys(site, terminal):
    terminal.until("Draft 1")
    terminal.press("m")
    terminal.until("The same as", "): ")
    terminal.type("sink\r")
    terminal.until("Which one stays?", "(sinks)\n")
    terminal.press("1")
    terminal.until("Merged: sinks is in this one now, and its file is gone.")
    assert not (site / "content/events/2021/sinks.yml").exists()
    assert "The ferry sank" in (site / "content/events/2021/meets.yml").read_text(encoding="utf-8")
    terminal.press("q")
    terminal.until("1 merged. 1 draft left.")


def test_the_editor_opens_the_file_and_a_decision_made_there_counts(site):
    editor = site / "editor"
    editor.write_text('#!/bin/sh\nsed -i "s/status: draft/status: rejected/" "$1"\n', encoding="utf-8")
    editor.chmod(0o755)
    terminal = Terminal(site, EDITOR=str(editor))
    try:
        terminal.until("Draft 1")
        terminal.press("e")
        screen = terminal.until("Now rejected: Ada Sample meets Ben Placeholder")
        assert "Draft 2 of 2" in screen
    finally:
        terminal.close()


def test_every_key_is_explained_and_others_say_so(terminal):
    terminal.until("Draft 1")
    terminal.press("x")
    terminal.until("That key does nothing here.")
    terminal.press("?")
    terminal.until("undo: take back", "Press any key")
    terminal.press(" ")
    terminal.until("Draft 1")
    terminal.press("\x03")
    terminal.until("2 drafts left.")
    assert terminal.process.returncode == 0


def test_colours_are_used_where_there_are_some(site):
    terminal = Terminal(site, NO_COLOR="")
    try:
        terminal.until("Draft 1")
        assert "\x1b[31m\x1b[1m\x1b[4mon Monday\x1b[0m" in terminal.seen
        assert "»" not in terminal.screen()
    finally:
        terminal.close()


def test_in_a_pipe_it_says_what_to_do_instead(site, monkeypatch):
    monkeypatch.chdir(site)
    result = CliRunner().invoke(main, ["review"], input="a")
    assert result.exit_code == 2
    assert "it needs a terminal" in result.output
    assert (site / "content/events/2021/meets.yml").read_text(encoding="utf-8") == MEETS


def test_without_drafts_it_says_so(site):
    for file in (site / "content/events/2021").iterdir():
        file.write_text(file.read_text(encoding="utf-8").replace("draft", "reviewed"), encoding="utf-8")
    terminal = Terminal(site)
    try:
        terminal.until("No drafts: every event has been reviewed.")
    finally:
        terminal.close()
