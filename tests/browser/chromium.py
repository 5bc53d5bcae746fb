"""Finds the Chromium that the browser tests drive, or installs Debian's where it can; prints its path."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find() -> str | None:
    """Return the path of an installed Chromium, the one named by CHROMIUM first; None without any."""
    named = os.environ.get("CHROMIUM")
    return next((path for name in (named, *NAMES) if name and (path := shutil.which(name))), None)


def install() -> None:
    """Install Debian's package, saying on stderr what apt-get does; leaves everything as it is on failure."""
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
        if subprocess.run([apt, *arguments], env=environment, stdout=sys.stderr, check=False).returncode != 0:
            return


def found_or_installed() -> str:
    """Return the path of Chromium, installing it when it is missing.

    Raises:
        SystemExit: There is none and it cannot be installed; the text says what to install.
    """
    path = find()
    if path is None:
        install()
        path = find()
    if path is None:
        sys.exit(
            "The browser tests need Chromium: install it (on Debian: apt-get install chromium) "
            "or name yours in CHROMIUM=/path/to/chrome."
        )
    return path


if __name__ == "__main__":
    print(found_or_installed())
