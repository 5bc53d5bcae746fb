"""Pages for ``mkdocs serve``, made when somebody asks for them: an edit costs what it changed, not a site."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import TYPE_CHECKING, Any

from dateline.site import Site

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


# Of what a site has beside its pages; the names of these may hold dots, too.
_ENDINGS = (".html", ".js", ".json", ".xml", ".csv", ".ics", ".gz", ".png")


class Preview:
    """Writes the generated pages of the last build into the preview's folder, each before it is sent."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.builds = 0
        """How many are done."""
        self._turns = 0  # Goes on when a build begins and when it is done.
        self._site: Site | None = None
        self._folder = Path()
        self._done: set[str] = set()

    def clear(self) -> None:
        """Forget the site: MkDocs is about to empty the folder and to build anew."""
        with self._lock:
            self._turns += 1
            self._site = None

    def show(self, site: Site, folder: Path, other: AbstractSet[str]) -> None:
        """Take over a site that has been built.

        Args:
            site: Its generated pages.
            folder: Where MkDocs has put the rest, and serves from.
            other: Pages at whose place MkDocs has put one of its own.
        """
        with self._lock:
            self.builds += 1
            self._turns += 1
            self._site, self._folder = site, folder
            self._done = {*other}

    def before(self, server: "WSGIApplication", mount: str) -> "WSGIApplication":
        """Return a server that writes the page it is asked for and then lets the other answer.

        Args:
            server: MkDocs' own, which waits while a build is under way.
            mount: The path below which the site is served.
        """

        def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            if not path.startswith(mount):
                return server(environ, start_response)
            while True:
                turn = self._write(path.removeprefix(mount))
                head, body = _answered(server, environ)
                if turn == self._turns:
                    start_response(*head)
                    return body
                # A build came between: what has been answered may be old, or gone.
                if hasattr(body, "close"):
                    body.close()

        return answer

    def _write(self, asked: str) -> int:
        """Write the page at an address if it is one of ours; return the turn that it is of."""
        with self._lock:
            if self._site is not None:
                is_file = asked.endswith(_ENDINGS)
                page = asked if is_file else f"{asked.rstrip('/')}/index.html"
                page = PurePosixPath(page).as_posix()
                html = None if page in self._done else self._site.page(page)
                if html is not None:
                    file = self._folder / page
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(html if isinstance(html, bytes) else html.encode())
                    self._done.add(page)
            return self._turns


def _answered(server: "WSGIApplication", environ: "WSGIEnvironment") -> tuple[Any, Iterable[bytes]]:
    """What a server says first, as arguments of ``start_response``, and then."""
    head: list[Any] = []
    body = server(environ, lambda *line: head.append(line))  # type: ignore[arg-type]
    return head[-1], body
