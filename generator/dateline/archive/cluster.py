"""Articles read on other machines: a map over batches on Dask distributed.

Whatever machine reads a batch, and however many that read it are lost, its readings are the same: the
function is pure, and every worker must have the versions of the client. Dask gives the batches of a lost
worker to others by itself.
"""

import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from dateline.archive.batches import Batch, BatchRead, read_packed
from dateline.archive.reading import Share
from dateline.archive.versions import Versions, differences, versions
from dateline.exceptions import DatelineError

if TYPE_CHECKING:
    from distributed import Client, Future

# Batches that lie ready for each thread of a worker; what lies ready is all that memory holds.
_AHEAD = 3
# So many seconds without any worker are taken for the end of the cluster.
_PATIENCE = 60
_LISTEN = 5
_ONE_AT_A_TIME = threading.Lock()


@contextmanager
def cluster(address: str) -> Iterator[Share]:
    """What reads batches on the workers of a scheduler.

    Args:
        address: of the scheduler, such as ``tcp://10.0.0.1:8786``.

    Raises:
        DatelineError: Dask is not installed, nothing answers there, a worker differs in versions or lacks
            Dateline, or all workers are gone. What was read by then is kept.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - only those who have a cluster need it
    except ImportError:
        raise DatelineError("a cluster needs one more package: pip install 'dateline[cluster]'") from None
    try:
        client = Client(address, timeout="10s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise DatelineError(f"{address}: no scheduler answers there ({error}): check the address") from None
    with client:
        yield lambda batches: _read(client, batches)


def read_on_worker(batch: Batch, wanted: Versions) -> BatchRead:
    """Read a batch in a worker.

    Args:
        batch: of articles.
        wanted: the versions of the client.

    Raises:
        DatelineError: the worker has others.
    """
    if found := differences(wanted, versions()):
        raise DatelineError(f"the versions differ: {found}: install the same on every machine")
    with _ONE_AT_A_TIME:  # the threads of a worker share one language model
        return read_packed(batch)


def _read(client: "Client", batches: Iterable[Batch]) -> Iterator[BatchRead]:
    """The batches as they are done; only a few are on the way at a time."""
    wanted, rest = versions(), iter(batches)
    waiting: set[Future] = set()
    heard = time.monotonic()
    with _told(client):
        while True:
            threads = sum(client.nthreads().values())
            if threads:
                heard = time.monotonic()
            elif time.monotonic() - heard > _PATIENCE:
                raise DatelineError("no worker is left: start some and run this again, it goes on from here")
            for batch in islice(rest, max(0, _AHEAD * max(1, threads) - len(waiting))):
                waiting.add(client.submit(read_on_worker, batch, wanted, key=f"dateline-{batch.key.hex()}"))
            if not waiting:
                return
            done = _finished(waiting)
            waiting -= done
            for future in done:
                yield future.result()


def _finished(waiting: "set[Future]") -> "set[Future]":
    """Those that are done, once one is or some seconds have gone by."""
    from distributed import wait  # noqa: PLC0415 - is there once there is a client

    try:
        done, _ = wait(waiting, timeout=_LISTEN, return_when="FIRST_COMPLETED")
    except TimeoutError:
        return set()
    return set(done)


@contextmanager
def _told(client: "Client") -> Iterator[None]:
    """What goes wrong on a cluster, in words for people."""
    from distributed import KilledWorker  # noqa: PLC0415 - is there once there is a client

    again = "run this again, it goes on from here"
    address = client.scheduler.address if client.scheduler else "the scheduler"
    try:
        yield
    except KilledWorker as error:
        raise DatelineError(f"several workers died of one batch: give them more memory ({error})") from None
    except ImportError as error:
        raise DatelineError(
            f"a worker lacks a package ({error}): pip install 'dateline[convert,cluster]' on every machine"
        ) from None
    except (OSError, CancelledError) as error:
        raise DatelineError(f"{address}: the scheduler is lost ({error}): start it and {again}") from None
    except RuntimeError as error:
        if "deserialization" not in str(error):
            raise
        raise DatelineError(
            f"{address}: the scheduler lacks a package: pip install 'dateline[convert,cluster]' there, too"
        ) from None
