"""Merging: mentions to events, each told once with every telling as a source."""

from dateline.merging.events import Conversion, build_events, convert
from dateline.merging.publication import Dating, chain, one_line

__all__ = ["Conversion", "Dating", "build_events", "chain", "convert", "one_line"]
