"""Makes files and clock fail in a process that has this folder on PYTHONPATH; rights would not stop root.

``CLOCK`` is the time that the process is told, in seconds since 1970; it goes back an hour when it is asked.
``MISSING`` names packages, with commas between, that are as if not installed.
``FAULT`` is JSON: what is refused, ``read`` or ``write`` (writing, renaming, deleting, making folders), of
paths that match a pattern, and with which error. Python tells its audit hooks of every such call before it is
made (PEP 578), and what a hook raises comes out of the call.
"""

import datetime as dt
import errno
import json
import os
import re
import sys
import time
from pathlib import Path

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.link", "os.symlink"}


def use_of(event, arguments):
    """What a call does to which path: "read" or "write"; None where it does neither."""
    if event not in {"open", *_CHANGES} or not isinstance(arguments[0], str | bytes | os.PathLike):
        return None, ""
    reading = event == "open" and not arguments[2] & _WRITING
    return "read" if reading else "write", Path(os.fsdecode(arguments[0])).absolute().as_posix()


def _refuse(what, path, error):
    number, pattern = getattr(errno, error), re.compile(path)

    def hook(event, arguments):
        use, target = use_of(event, arguments)
        # A file is written under another name first; nobody minds that what is not there cannot be deleted.
        meant = re.sub(r"/\.([^/]+)\.unfinished$", r"/\1", target)
        nothing = event == "os.remove" and not os.path.lexists(target)
        if use == what and pattern.search(meant) and not nothing:
            raise OSError(number, os.strerror(number), os.fsdecode(arguments[0]))

    sys.addaudithook(hook)


def _turn_back(told):
    class Datetime(dt.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls.fromtimestamp(time.time(), tz)

    def now():
        nonlocal told
        told -= 3600
        return told

    time.time, time.time_ns = now, lambda: int(now()) * 10**9
    dt.datetime = Datetime


if "FAULT" in os.environ:
    _refuse(**json.loads(os.environ["FAULT"]))
if "CLOCK" in os.environ:
    _turn_back(float(os.environ["CLOCK"]))
sys.modules.update(dict.fromkeys(filter(None, os.environ.get("MISSING", "").split(","))))
