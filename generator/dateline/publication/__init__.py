"""Publication: when undated articles came out, by the evidence in them and in others, with its words."""

from dateline.publication.dating import Dating, chain, date_articles, one_line
from dateline.publication.late_dates import with_late_dates

__all__ = ["Dating", "chain", "date_articles", "one_line", "with_late_dates"]
