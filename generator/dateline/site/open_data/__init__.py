"""What a site offers to other programs: files, feeds, pictures, and what stands in the head of its pages."""

from dateline.site.open_data.downloads import Download, Downloads
from dateline.site.open_data.heads import Heads
from dateline.site.open_data.pictures import Pictures
from dateline.site.open_data.sitemap import Listed, sitemaps

__all__ = ["Download", "Downloads", "Heads", "Listed", "Pictures", "sitemaps"]
