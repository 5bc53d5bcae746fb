"""Events and articles to pages: everything a reader sees, whatever builds the site around it."""

from dateline.site.options import Options, Page
from dateline.site.pages import STYLESHEET, Site, render

__all__ = ["STYLESHEET", "Options", "Page", "Site", "render"]
