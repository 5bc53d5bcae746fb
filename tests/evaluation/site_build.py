"""How long a site takes to build, what memory and how much room: `python site_build.py [EVENTS …]`.

Builds a made-up archive of each size in a process of its own and prints a line for each. Run it on a machine
that does nothing else: other processes cost the build time, too.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from synthetic import write

_SIZES = (1_000, 10_000, 100_000)
# Where there is memory to write to, the disk is not measured along.
_MEMORY = Path("/dev/shm")


def main(sizes: list[int]) -> None:
    """Print seconds of CPU, megabytes of memory, and the size of what was written, for each size."""
    print("| events | CPU, s | ms an event | memory, MB | written, MB | files |")
    print("|---|---|---|---|---|---|")
    for size in sizes:
        with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
            source = Path(folder) / "source"
            write(source, size)
            seconds, memory = _built(source)
            files = [file for file in (source / "site").rglob("*") if file.is_file()]
            written = sum(file.stat().st_size for file in files) / 1e6
        per_event = seconds / size * 1000
        print(
            f"| {size:,} | {seconds:.1f} | {per_event:.2f} | {memory:,} | {written:,.0f} | {len(files):,} |"
        )


def _built(source: Path) -> tuple[float, int]:
    """Build the site: seconds of CPU, and the most memory it took in MB."""
    shutil.rmtree(source / "site", ignore_errors=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"], cwd=source, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    # The kernel tells the most of all children so far; sizes grow from line to line.
    return seconds, after.ru_maxrss // 1024


if __name__ == "__main__":
    main(sorted(map(int, sys.argv[1:])) or list(_SIZES))
