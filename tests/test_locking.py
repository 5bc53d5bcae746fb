"""One run at a time."""

import subprocess
import sys
import time

import pytest

from dateline.exceptions import LockedError
from dateline.locking import LOCK_NAME, only_one

HOLD = """
import sys, time
from pathlib import Path
from dateline.locking import only_one
with only_one(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that holds the lock."""
    call = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(call, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_run_is_told_who_is_at_work(tmp_path, holder):
    told = rf"another dateline convert is running here \(pid {holder.pid}\)"
    with pytest.raises(LockedError, match=told), only_one(tmp_path):
        pytest.fail("both hold the lock")


def test_a_lock_dies_with_its_holder(tmp_path, holder):
    """A killed run locks nobody out, though its file is left."""
    holder.kill()
    holder.wait()
    assert (tmp_path / LOCK_NAME).exists()
    with only_one(tmp_path):
        pass


def test_the_lock_leaves_no_file(tmp_path):
    with only_one(tmp_path):
        assert (tmp_path / LOCK_NAME).exists()
    assert list(tmp_path.iterdir()) == []


def test_an_error_inside_lets_the_lock_go(tmp_path):
    with pytest.raises(ZeroDivisionError), only_one(tmp_path):
        raise ZeroDivisionError
    with only_one(tmp_path):
        pass


def test_of_many_at_once_one_works_at_a_time(tmp_path):
    """Whoever gets the lock holds it alone, also while others take it and let it go."""
    work = """
import sys, time
from pathlib import Path
from dateline.exceptions import LockedError
from dateline.locking import only_one
folder, done = Path(sys.argv[1]), 0
while done < 20:
    try:
        with only_one(folder):
            with (folder / "busy").open("x"):
                pass
            (folder / "busy").unlink()
            done += 1
    except LockedError:
        time.sleep(0.001)
"""
    started = [subprocess.Popen([sys.executable, "-c", work, str(tmp_path)]) for _ in range(3)]
    deadline = time.monotonic() + 60
    assert [process.wait(deadline - time.monotonic()) for process in started] == [0, 0, 0]
