"""A fresh site: settings, an example to build on, the workflow that publishes it."""

from dateline.scaffold.fresh_site import new_site

__all__ = ["new_site"]
