"""Work on other machines, with Dask distributed: articles are read in batches, tellings merged in stretches.

Whatever machine does a piece, and however many that did it are lost, the result is the same: the functions
are pure, and every worker must have the versions of the client. Dask gives the pieces of a lost worker to
others by itself.
"""

import pickle
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from dateline.archive.sharing import C, R, Share, T
from dateline.exceptions import DatelineError

if TYPE_CHECKING:
    from distributed import Client, Future

# Pieces of work that lie ready for each thread of a worker; what lies ready is all that memory holds.
_AHEAD = 3
# Seconds in which a scheduler must answer.
_ANSWER = 10
# So many seconds without any worker are taken for the end of the cluster.
_PATIENCE = 60
_LISTEN = 5
# What takes more bytes is sent to each worker once; what takes less, with each piece, so it is never lost.
_LARGE = 100_000
_ONE_AT_A_TIME = threading.Lock()


@contextmanager
def on_cluster(address: str) -> Iterator[Share]:
    """The workers of a scheduler.

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
        client = Client(address, timeout=_ANSWER)
    except (OSError, ValueError) as error:
        raise DatelineError(f"{address}: no scheduler answers there ({error}): check the address") from None
    with client:
        yield partial(_spread, client)


def _spread(
    client: "Client",
    work: Callable[[T, C], R],
    pieces: Iterable[T],
    common: C,
    /,
    *,
    least: int,
    apart: bool = False,
) -> Iterator[R]:
    """The pieces as they are done; only a few are on the way at a time."""
    del least, apart  # the workers are there already, and none is this process
    rest = iter(pieces)
    waiting: set[Future] = set()
    heard = time.monotonic()
    everywhere: Any = common
    with _told(client):
        if len(pickle.dumps(common)) > _LARGE:
            (everywhere,) = client.scatter([common], broadcast=True)
    while True:
        with _told(client):
            threads = sum(client.nthreads().values())
        if threads:
            heard = time.monotonic()
        elif time.monotonic() - heard > _PATIENCE:
            raise DatelineError("no worker is left: start some and run this again, it goes on from here")
        more = list(islice(rest, max(0, _AHEAD * max(1, threads) - len(waiting))))
        with _told(client):
            waiting |= {client.submit(_alone, work, piece, everywhere, pure=False) for piece in more}
            done = _finished(waiting) if waiting else set()
            results = [future.result() for future in done]
        yield from results
        waiting -= done
        if not waiting and not more:
            return


def _alone(work: Callable[[T, C], R], piece: T, common: C) -> R:
    """Work in a worker; its threads share one language model, so they take turns."""
    with _ONE_AT_A_TIME:
        return work(piece, common)


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

    again = "start them and run this again, it goes on from here"
    address = client.scheduler.address if client.scheduler else "the scheduler"
    try:
        yield
    except KilledWorker as error:
        raise DatelineError(
            f"several workers died of one piece of work: give them more memory ({error})"
        ) from None
    except ImportError as error:
        raise DatelineError(
            f"a worker lacks a package ({error}): pip install 'dateline[convert,cluster]' on every machine"
        ) from None
    except (OSError, CancelledError) as error:
        raise DatelineError(f"{address}: the scheduler or all workers are lost ({error}): {again}") from None
    except RuntimeError as error:
        if "deserialization" not in str(error):
            raise
        raise DatelineError(
            f"{address}: the scheduler lacks a package: pip install 'dateline[convert,cluster]' there, too"
        ) from None
