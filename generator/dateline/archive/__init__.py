"""Archives: a collection of any size to events, part by part; a run cut off goes on where it was."""

from dateline.archive.cluster import on_cluster
from dateline.archive.conversion import Archive
from dateline.archive.sharing import Share, in_processes
from dateline.archive.store import FOLDER, Store

__all__ = ["FOLDER", "Archive", "Share", "Store", "in_processes", "on_cluster"]
