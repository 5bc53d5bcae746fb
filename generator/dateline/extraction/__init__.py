"""Extraction: an article to its mentions, each one telling of one happening with who, where and when."""

from dateline.extraction.mentions import find_mentions, read
from dateline.extraction.workers import read_all, read_together, share

__all__ = ["find_mentions", "read", "read_all", "read_together", "share"]
