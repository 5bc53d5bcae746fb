"""Merging: mentions to events, each told once with every telling as a source."""

from dateline.merging.events import Conversion, build_events, convert

__all__ = ["Conversion", "build_events", "convert"]
