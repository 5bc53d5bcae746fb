"""Finding the browser that the tests drive."""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).with_name("chromium.py")


def run(**environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, SCRIPT], env=environment, capture_output=True, text=True, check=False
    )


def test_without_a_browser_and_without_apt_one_line_says_what_to_install(tmp_path):
    done = run(PATH=str(tmp_path))
    assert done.returncode == 1
    assert "apt-get install chromium" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_browser_named_in_the_environment_comes_first(tmp_path):
    for name in ("chromium", "mine"):
        (tmp_path / name).write_text("#!/bin/sh\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    assert run(PATH=str(tmp_path)).stdout.strip() == str(tmp_path / "chromium")
    assert run(PATH=str(tmp_path), CHROMIUM=str(tmp_path / "mine")).stdout.strip() == str(tmp_path / "mine")


def test_a_browser_that_is_named_but_missing_is_not_used(tmp_path):
    assert run(PATH=str(tmp_path), CHROMIUM="/nowhere/chromium").returncode == 1
