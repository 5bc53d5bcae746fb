"""Text to dated phrases: what the words say about when, and where that is on a timeline."""

from dateline.dates.finding import find_dates

__all__ = ["find_dates"]
