"""Archives: a collection of any size to events, in little memory; a run cut off goes on where it was."""

from dateline.archive.cluster import cluster
from dateline.archive.conversion import Archive
from dateline.archive.reading import Share, in_processes
from dateline.archive.store import FOLDER, Store

__all__ = ["FOLDER", "Archive", "Share", "Store", "cluster", "in_processes"]
