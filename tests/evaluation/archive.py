"""What an archive costs: `python tests/evaluation/archive.py [ARTICLES]` and `… archive.py --growth SIZE…`.

The first converts one made-up archive (see news_archive.py) in one process, once more when all of it has
been read, then from nothing in two processes and on a Dask cluster of two workers here. It prints a line
each, with the seconds, the processor time of all processes, the words a second and the most memory that one
process took; then what a million articles of 500 words would cost at that rate.

The second shows how memory and time grow with the number of articles in all that comes after reading: the
readings of the newsroom are taken again and again with other names and years, and given to the conversion as
if they had been read.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from news_archive import NEWSROOM, articles, renamed, write

from dateline.archive import FOLDER, Archive, Store, in_processes
from dateline.archive.batches import BatchRead, read_packed
from dateline.archive.packing import pack
from dateline.articles import FoundArticle, read_article
from dateline.events import plan_events
from dateline.extraction import read_together, share
from dateline.joint_writes import write_together
from dateline.model import Article, Mention, Naming, Reading
from dateline.names import Names, plan_names

_MILLION, _WORDS = 1_000_000, 500
# Of the events only these are written: so would anyone who has an archive.
_IMPORTANCE = "4"


def spent(who: int) -> float:
    """The processor seconds of this process, or of those that it started and that have ended."""
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def convert(site: str, *options: str) -> dict[str, float]:
    """Convert once, in a process of its own, and tell what that took."""
    command = [Path(sys.executable).with_name("dateline"), "convert", "--importance", _IMPORTANCE, *options]
    began = time.perf_counter()
    subprocess.run(command, cwd=site, check=True, capture_output=True)
    wall = time.perf_counter() - began
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"wall": wall, "cpu": spent(resource.RUSAGE_CHILDREN), "MB": children.ru_maxrss / 1024}


def measured(site: Path, *options: str) -> dict[str, float]:
    """As `convert`, asked of a fresh process, whose children are only those."""
    done = subprocess.run(
        [sys.executable, __file__, "--convert", str(site), *options],
        check=True,
        capture_output=True,
        text=True,
    )
    result: dict[str, float] = json.loads(done.stdout)
    return result


def on_dask(site: Path) -> dict[str, float]:
    """As `measured`, on a cluster of two workers: their time and memory come on top."""
    from distributed import Client, LocalCluster  # takes as much memory as what `growth` measures

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as cluster:
        found = measured(site, "--scheduler", cluster.scheduler_address)
        with Client(cluster) as client:
            used = list(client.run(_used).values())
        found["cpu"] += sum(cpu for cpu, _ in used)
        found["MB"] = max(found["MB"], *(memory for _, memory in used))
    return found


def _used() -> tuple[float, float]:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def cost(count: int) -> None:
    """Print what an archive of so many articles costs in each way."""
    with TemporaryDirectory() as folder:
        site = Path(folder)
        (site / "content" / "articles").mkdir(parents=True)
        archive = site / "content" / "articles" / "wire.jsonl.gz"
        write(archive, count)
        words = sum(len(article["text"].split()) for article in articles(count))
        print(f"{count:,} articles, {words:,} words, load {os.getloadavg()[0]:.1f}")
        ways: list[tuple[str, Callable[[], dict[str, float]]]] = [
            ("one process", lambda: measured(site, "--jobs", "1")),
            ("again", lambda: measured(site, "--jobs", "1")),
            ("two processes", lambda: measured(site, "--jobs", "2")),
            ("Dask, two workers", lambda: on_dask(site)),
        ]
        seen: dict[str, dict[str, float]] = {}
        for name, way in ways:
            if name != "again":
                _forget(site)
            seen[name] = found = way()
            print(
                f"{name:<18} {found['wall']:6.0f} s  {found['cpu']:6.0f} s of a core  "
                f"{words / found['wall']:7,.0f} words/s  {words / found['cpu']:7,.0f} words/s of a core  "
                f"{found['MB']:6,.0f} MB"
            )
        first, again, dask = (seen[name]["cpu"] for name in ("one process", "again", "Dask, two workers"))
        print(f"overhead of Dask: {100 * (dask / first - 1):.0f} % of the processor time")
        hours = _MILLION * _WORDS / words / 3600
        print(
            f"a million articles of 500 words: {hours * (first - again):.1f} core-hours to read, "
            f"{hours * again:.1f} for all else, which each later run takes, too"
        )


def _forget(site: Path) -> None:
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    shutil.rmtree(site / "content" / "events", ignore_errors=True)
    for path in site.glob("content/**/*"):
        if path.is_file() and not path.name.endswith(".gz"):
            path.unlink()


def growth(count: int) -> None:
    """Convert so many articles whose readings are made up; print what each step takes."""
    sources = [read_article(path) for path in sorted(NEWSROOM.glob("*.md"))]
    (base,) = share(read_together, [sources], least=1, apart=True)
    began, taken = time.process_time(), Counter[str]()
    last = [began]

    def found() -> Iterator[FoundArticle]:
        for number in range(count):
            turn, at = divmod(number, len(base))
            yield FoundArticle(_renamed(base[at].article, turn), None, 1, ("", 0), archived=True)

    def shared(work: Any, pieces: Any, common: Any, /, **how: Any) -> Iterator[Any]:
        if work is not read_packed:
            yield from in_processes(1)(work, pieces, common, **how)
            return
        for batch in pieces:
            readings = [_again(article, base) for article in batch.articles]
            bare = [replace(reading, namings=()) for reading in readings]
            namings = [reading.namings for reading in readings]
            yield BatchRead(batch.key, batch.size, pack((bare, [])), pack(namings))

    def progress(step: str, *_: int) -> None:
        now = time.process_time()
        taken[step] += now - last[0]
        last[0] = now

    with TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        content.mkdir()
        with Store(Path(folder)) as store:
            archive = Archive(found(), count, Names(), store, shared, progress)
            size = sum(path.stat().st_size for path in (Path(folder) / FOLDER).iterdir())
            names = plan_names(archive.names, content / "names.yml")
            plan = plan_events(archive.events(), content, int(_IMPORTANCE))
            write_together(names.files | plan.files, content)
            progress("Writing")
    events, written = len(archive.importance), len(plan.report.new)
    steps = "  ".join(f"{step} {seconds / count * 1000:.2f}" for step, seconds in taken.items())
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count:>9,} articles  {events:>9,} events, {written:,} written  {megabytes:6,.0f} MB  "
        f"{time.process_time() - began:6.0f} s  {size / count / 1000:.1f} kB kept of each  "
        f"ms an article: {steps}"
    )


def _again(article: Article, base: list[Reading]) -> Reading:
    name, _, turn = article.id.rpartition("-")
    source = next(reading for reading in base if reading.article.id == name)
    made = _renamed(source, int(turn))
    assert isinstance(made, Reading)
    return made


def _renamed(value: Any, turn: int) -> Any:
    """A record with other names and years in all of its texts, as long as before."""
    if isinstance(value, str):
        return renamed(value, turn)
    if isinstance(value, tuple):
        return tuple(_renamed(each, turn) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    made = {each.name: _renamed(getattr(value, each.name), turn) for each in fields(value)}
    if isinstance(value, Article):
        made["id"] = f"{value.id}-{turn}"
    elif isinstance(value, (Mention, Naming)):
        made["article"] = f"{value.article}-{turn}"
    return type(value)(**made)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--convert"]:
        print(json.dumps(convert(*sys.argv[2:])))
    elif sys.argv[1:2] == ["--growth"]:
        for size in sys.argv[2:]:
            subprocess.run([sys.executable, __file__, "--grown", size], check=True)
    elif sys.argv[1:2] == ["--grown"]:
        growth(int(sys.argv[2]))
    else:
        cost(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
