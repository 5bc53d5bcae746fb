"""Kills a command at each of its writes, one after the other: ``python killing.py SITE COMMAND…``.

The command runs in a child of this process, in a fresh copy of the site each time; just before its n-th call
that opens a file for writing, renames, deletes or makes a folder below the site, it gets SIGKILL. Then it is
run again and must end as if nothing had been. One line of JSON is printed: how often it was killed, and what
did not hold.
"""

import json
import os
import runpy
import shutil
import signal
import sys
import tempfile
from pathlib import Path

use_of = runpy.run_path(str(Path(__file__).with_name("sitecustomize.py")))["use_of"]


def tree(folder):
    """The bytes of every file but those that runs leave to each other only."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {
        name: path.read_bytes()
        for name, path in found.items()
        if not name.endswith((".unfinished", ".convert.lock", ".convert.journal"))
        and not name.startswith(".dateline/")
    }


def run(folder, command, kill_at=None):
    """The exit code of a command that is run in a folder; -9 if it was killed."""
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        sys.stdout = sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115 - until the process ends
        if kill_at is not None:
            _kill(kill_at, str(folder))
        code = 1
        try:
            main(command)
        except SystemExit as ended:
            code = ended.code or 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _kill(at, below):
    left = at

    def hook(event, arguments):
        nonlocal left
        use, path = use_of(event, arguments)
        if use == "write" and path.startswith(below):
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1

    sys.addaudithook(hook)


def kill_everywhere(site, command):
    """Kill a command at each of its writes in turn; what came of it."""
    before, wrong, points = tree(site), [], 0
    with tempfile.TemporaryDirectory() as scratch:
        whole, killed = Path(scratch) / "whole", Path(scratch) / "killed"
        shutil.copytree(site, whole)
        code = run(whole, command)
        after = tree(whole)
        while True:
            shutil.rmtree(killed, ignore_errors=True)
            shutil.copytree(site, killed)
            if run(killed, command, points) != -signal.SIGKILL:
                break
            found = tree(killed)
            wrong += [
                f"{points}: {name} is neither old nor new"
                for name, data in found.items()
                if data not in {before.get(name), after.get(name)}
            ]
            wrong += [f"{points}: {name} is lost" for name in before.keys() & after.keys() - found.keys()]
            if run(killed, command) != code or tree(killed) != after:
                wrong.append(f"{points}: the next run did not do the rest")
            points += 1
    return {"code": code, "points": points, "wrong": wrong, "changed": before != after}


if __name__ == "__main__":
    from dateline.cli import main as commands
    from dateline.parsing import parse

    main = commands.main
    list(parse(["The model is read once for all children."], "en"))
    print(json.dumps(kill_everywhere(Path(sys.argv[1]).resolve(), sys.argv[2:])))
