"""Text to dated phrases: what the words say about when, and where that is on a timeline."""

from dateline.dates.finding import DatesRead, find_dates, read_dates

__all__ = ["DatesRead", "find_dates", "read_dates"]
