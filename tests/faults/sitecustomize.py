"""Makes files fail in a process that has this folder on PYTHONPATH, whoever runs it: root passes over rights.

``FAULT`` is JSON: what is refused, ``read`` or ``write`` (writing, renaming, deleting, making folders), below
paths that match a pattern, and with which error. Python tells its audit hooks of every such call before it is
made (PEP 578), and what a hook raises comes out of the call.
"""

import errno
import json
import os
import re
import sys

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.link", "os.symlink"}


def use_of(event, arguments):
    """What a call does to which path: "read" or "write"; None where it does neither."""
    if event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
        return ("write" if arguments[2] & _WRITING else "read"), os.path.abspath(os.fsdecode(arguments[0]))
    if event in _CHANGES:
        return "write", os.path.abspath(os.fsdecode(arguments[0]))
    return None, ""


def _refuse(what, path, error):
    number, pattern = getattr(errno, error), re.compile(path)

    def hook(event, arguments):
        use, target = use_of(event, arguments)
        if use == what and pattern.search(target):
            raise OSError(number, os.strerror(number), target)

    sys.addaudithook(hook)


if "FAULT" in os.environ:
    _refuse(**json.loads(os.environ["FAULT"]))
