"""Merging: mentions to events, each told once with every telling as a source."""

from dateline.merging.events import build_events

__all__ = ["build_events"]
