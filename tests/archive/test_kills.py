"""A run that is killed at any point, as by a power cut or the system for want of memory, and run again."""

import shutil
import subprocess
import sys

import pytest

from dateline.archive import FOLDER

from .conftest import tree, with_archive

# Kills its own process, as nothing can hinder, when the function of that name is called for that time.
KILLED = """
import importlib, os, signal, sys
module, _, path = sys.argv[1].partition(":")
left = int(sys.argv[2])
owner = importlib.import_module(module)
*parts, name = path.split(".")
for part in parts:
    owner = getattr(owner, part)
function = getattr(owner, name)
def counted(*args, **named):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return function(*args, **named)
setattr(owner, name, counted)
from dateline.cli import main
main(["convert", "--jobs", "1"])
"""
WHILE_READING = [("dateline.archive.store:Store.add", 1), ("dateline.archive.store:Store.note", 2)]
AFTER_READING = [
    ("dateline.archive.store:Store.end_run", 0),
    ("dateline.archive.spool:Spool.put", 2),
    ("dateline.archive.conversion:merge_stretch", 0),
    ("dateline.joint_writes:write_whole", 0),
    ("dateline.joint_writes:write_whole", 1),
    ("dateline.joint_writes:write_whole", 40),
]


def converted(site, *killed):
    """Convert in a process of its own, killed at a point if there is one; whether it came to its end."""
    code = KILLED if killed else "from dateline.cli import main; main(['convert', '--jobs', '1'])"
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, killed)], cwd=site, capture_output=True, text=True, check=False
    )
    assert done.returncode in ({-9} if killed else {0}), done.stderr
    return done.returncode == 0


@pytest.fixture(scope="module")
def whole(tmp_path_factory, news):
    """What one straight run gives."""
    site = with_archive(tmp_path_factory.mktemp("whole"), news)
    assert converted(site)
    return tree(site)


@pytest.mark.parametrize(("point", "times"), [*WHILE_READING, *AFTER_READING])
def test_a_run_after_a_kill_gives_the_same_bytes(point, times, tmp_path, news, whole, readings):
    """Events, names, ledger and articles, whichever step it was in: reading, sorting, merging, writing."""
    site = with_archive(tmp_path, news)
    if (point, times) in AFTER_READING:
        shutil.copytree(readings, site / FOLDER)
    assert not converted(site, point, times)
    assert converted(site)
    assert tree(site) == whole
    assert {path.name for path in (site / FOLDER).iterdir()} == {".gitignore", "readings.sqlite"}


def test_killed_again_and_again_it_comes_to_its_end(tmp_path, news, whole):
    """Each run reads one batch more, so that none is for nothing."""
    site, runs = with_archive(tmp_path, news), 0
    while True:
        code = [sys.executable, "-c", KILLED, "dateline.archive.store:Store.add", "1"]
        runs += 1
        if subprocess.run(code, cwd=site, capture_output=True, check=False).returncode == 0:
            break
        assert runs < 20
    assert runs > 2
    assert tree(site) == whole
