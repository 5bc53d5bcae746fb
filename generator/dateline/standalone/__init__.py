"""Standalone: the site without MkDocs, from the same pages and the same theme."""

from dateline.standalone.rendering import Rendered, render_site
from dateline.standalone.settings import Settings, read_settings

__all__ = ["Rendered", "Settings", "read_settings", "render_site"]
