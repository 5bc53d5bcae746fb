"""Extraction: an article to its mentions, each one telling of one happening with who, where and when."""

from dateline.extraction.mentions import find_mentions, read

__all__ = ["find_mentions", "read"]
