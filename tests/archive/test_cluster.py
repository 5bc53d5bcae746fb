"""Articles read, and tellings merged, by the workers of a real cluster."""

import os
import signal
import sys

import pytest
from click.testing import CliRunner

from dateline.archive import FOLDER, batches, conversion
from dateline.archive import cluster as dask
from dateline.archive.store import Store
from dateline.cli import main

from .conftest import tree

distributed = pytest.importorskip("distributed")

OLDER = """
from dateline.archive import batches
batches.versions = lambda: (("Python", "3.11"), ("dateline", "0.0.9"))
"""
NEWER = """
from dateline.archive import batches
from dateline.archive.versions import versions
batches.versions = versions
"""


@pytest.fixture(scope="module")
def cluster():
    """Two workers, each a process."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0"
    ) as made:
        yield made


def run(*call):
    return CliRunner().invoke(main, ["convert", *call])


@pytest.fixture
def alone(site, monkeypatch):
    """What this machine gives by itself, in several stretches; the site is as before."""
    monkeypatch.setattr(conversion, "STRETCH", 60)
    monkeypatch.setattr(batches, "_ONE_IN", 2)
    before = tree(site)
    assert run("--jobs", "1").exit_code == 0
    whole = tree(site)
    for path in whole.keys() - before.keys():
        (site / "content" / path).unlink()
    for path in (site / FOLDER).iterdir():
        path.unlink()
    assert tree(site) == before
    return whole


def test_a_cluster_gives_the_same_bytes(site, alone, cluster):
    """Events, names, ledger: nothing tells who read what."""
    result = run("--scheduler", cluster.scheduler_address)
    assert result.exit_code == 0, result.output
    assert tree(site) == alone


def test_the_loss_of_a_worker_is_survived(site, alone, cluster, monkeypatch):
    """A worker that is killed while it reads: the other one does its work, and nothing is lost or doubled."""
    with distributed.Client(cluster.scheduler_address, set_as_default=False) as client:
        workers = list(client.run(os.getpid).values())
    add, killed = Store.add, []

    def killing(store, read):
        if not killed:
            os.kill(workers[0], signal.SIGKILL)
            killed.append(workers[0])
        add(store, read)

    monkeypatch.setattr(Store, "add", killing)
    result = run("--scheduler", cluster.scheduler_address)
    assert killed == workers[:1]
    assert result.exit_code == 0, result.output
    assert tree(site) == alone


def test_a_cluster_without_workers_is_told(site, monkeypatch):
    """Rather than wait for ever."""
    monkeypatch.setattr(dask, "_PATIENCE", 0)
    for path in (site / FOLDER).iterdir():
        path.unlink()
    with distributed.LocalCluster(n_workers=0, processes=False, dashboard_address=":0") as empty:
        result = run("--scheduler", empty.scheduler_address)
    assert result.exit_code == 1
    assert "no worker is left: start some and run this again" in result.output


def test_a_worker_of_another_version_is_told(site, cluster):
    """Two versions would mix their rules in one timeline; the error says which and what to do."""
    with distributed.Client(cluster.scheduler_address, set_as_default=False) as client:
        client.wait_for_workers(2)
        client.run(exec, OLDER)
        for path in (site / FOLDER).iterdir():
            path.unlink()
        try:
            result = run("--scheduler", cluster.scheduler_address)
        finally:
            client.run(exec, NEWER)
    assert result.exit_code == 1
    assert "Error: the versions differ: dateline 0.0.9 there and " in result.output
    assert "install the same on every machine" in result.output
    assert not (site / "content" / "events").exists()


@pytest.mark.usefixtures("site")
def test_no_scheduler_is_told(monkeypatch):
    monkeypatch.setattr(dask, "_ANSWER", 1)
    result = run("--scheduler", "tcp://127.0.0.1:9")
    assert result.exit_code == 1
    assert "tcp://127.0.0.1:9: no scheduler answers there" in result.output


@pytest.mark.usefixtures("site")
def test_jobs_are_not_for_a_cluster():
    result = run("--scheduler", "tcp://127.0.0.1:9", "--jobs", "2")
    assert result.exit_code == 2
    assert "give one of them" in result.output


@pytest.mark.usefixtures("site")
def test_a_cluster_without_dask_says_what_to_install(monkeypatch):
    """Conversion itself needs no Dask."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert run("--jobs", "1").exit_code == 0
    result = run("--scheduler", "tcp://127.0.0.1:9")
    assert result.exit_code == 1
    assert "pip install 'dateline[cluster]'" in result.output
